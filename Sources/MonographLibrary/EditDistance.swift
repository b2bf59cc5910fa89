/// How many edits lie between two words: a letter put in, left out, changed, or two neighbours swapped.
///
/// The restricted Damerau-Levenshtein distance over bytes of folded text, given up as soon as it must
/// exceed two. (R. Lowrance and R. A. Wagner, "An extension of the string-to-string correction problem",
/// Journal of the ACM 22, 1975.)
struct EditDistance {
  /// The most edits that are counted.
  static let limit = 2

  /// Words longer than this are not compared.
  static let lengthLimit = 64

  private let word: [UInt8]
  private let letters: Letters
  /// Three rows of the table, in turn; each has a column more than the word has bytes.
  private var rows: [UInt8]

  /// For comparisons with one word; nil where it is too long.
  init?(_ word: [UInt8]) {
    guard word.count <= Self.lengthLimit else { return nil }
    self.word = word
    letters = Letters(of: word)
    rows = Array(repeating: 0, count: 3 * (word.count + 1))
  }

  /// How many edits a word of this length may differ by and still be taken for it: none under 3 letters,
  /// one under 5, else two.
  var tolerance: Int {
    switch word.count {
    case ..<3: 0
    case ..<5: 1
    default: Self.limit
    }
  }

  /// Whether a name with such letters can be within ``tolerance``, whole or in one word.
  func isNear(_ name: Letters) -> Bool { letters.missing(in: name) <= tolerance }

  /// The distance to another word; nil where it is more than ``tolerance``.
  mutating func distance(to other: UnsafeRawBufferPointer) -> Int? {
    let tolerance = tolerance
    guard abs(other.count - word.count) <= tolerance else { return nil }
    // Lengths are at most 66, so a byte holds every cost.
    let result: UInt8? = rows.withUnsafeMutableBufferPointer { rows in
      word.withUnsafeBufferPointer { word in
        let width = word.count + 1
        for column in 0..<width { rows[column] = UInt8(truncatingIfNeeded: column) }
        var (beforeLast, last, current) = (2 * width, 0, width)
        for index in 0..<other.count {
          let byte = other[index]
          var best = UInt8(truncatingIfNeeded: index + 1)
          rows[current] = best
          for column in 0..<word.count {
            var cost = min(
              rows[last + column] &+ (word[column] == byte ? 0 : 1), rows[last + column + 1] &+ 1,
              rows[current + column] &+ 1)
            if index > 0, column > 0, word[column - 1] == byte, word[column] == other[index - 1] {
              cost = min(cost, rows[beforeLast + column - 1] &+ 1)
            }
            rows[current + column + 1] = cost
            best = min(best, cost)
          }
          // A swap reaches back two rows, and then costs one more than what stood there.
          if best > tolerance + 1 { return nil }
          (beforeLast, last, current) = (last, current, beforeLast)
        }
        return rows[last + word.count]
      }
    }
    guard let result, result <= tolerance else { return nil }
    return Int(result)
  }
}
