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
  private var rows: [[Int]]

  /// For comparisons with one word; nil where it is too long.
  init?(_ word: [UInt8]) {
    guard word.count <= Self.lengthLimit else { return nil }
    self.word = word
    rows = Array(repeating: Array(repeating: 0, count: word.count + 1), count: 3)
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

  /// The distance to another word; nil where it is more than ``tolerance``.
  mutating func distance(to other: UnsafeRawBufferPointer) -> Int? {
    let tolerance = tolerance
    guard abs(other.count - word.count) <= tolerance else { return nil }
    for column in 0...word.count { rows[0][column] = column }
    var (beforeLast, last, current) = (2, 0, 1)
    for (index, byte) in other.enumerated() {
      rows[current][0] = index + 1
      var best = index + 1
      for column in 0..<word.count {
        let isSame = word[column] == byte
        var cost = min(
          rows[last][column] + (isSame ? 0 : 1), rows[last][column + 1] + 1, rows[current][column] + 1)
        if index > 0, column > 0, word[column - 1] == byte, word[column] == other[index - 1] {
          cost = min(cost, rows[beforeLast][column - 1] + 1)
        }
        rows[current][column + 1] = cost
        best = min(best, cost)
      }
      // A swap reaches back two rows, and then costs one more than what stood there.
      if best > tolerance + 1 { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    let result = rows[last][word.count]
    return result <= tolerance ? result : nil
  }
}
