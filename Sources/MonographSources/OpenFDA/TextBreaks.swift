/// The places in running text at which something new can begin: after a sentence, or after a reference that
/// ends an item.
struct TextBreaks {
  /// A place.
  struct Break {
    /// Where the new part begins: at its first byte.
    var start: Int
    var kind: Kind
  }

  enum Kind {
    /// A sentence ends before it.
    case sentence
    /// `( 5.1 )` or `[see …]` ends before it, without a period: an item of a list.
    case reference
  }

  /// All of a text, in order.
  private let breaks: [Break]

  /// Finds the breaks of a whole text, once for all its parts.
  init(_ text: LabelText, references: [SectionReference]) {
    var breaks: [Break] = []
    let part = 0..<text.count
    var ends = references.map(\.range.upperBound)[...]
    text.bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        while index + 8 <= bytes.count {
          let eight = EightBytes(bytes, at: index)
          if eight.contains(.period) || eight.contains(.rightParenthesis) || eight.contains(.rightBracket)
            || eight.contains(.questionMark) || eight.contains(.exclamationMark)
          {
            break
          }
          index += 8
        }
        guard index < bytes.count else { break }
        let byte = bytes[index]
        // Nothing but these five ends anything, and all of them are below the letters or next to them.
        guard byte < 0x40 || byte == .rightBracket else {
          index += 1
          continue
        }
        switch byte {
        case .period, .questionMark, .exclamationMark:
          if let start = Self.start(after: index, in: text, part),
            byte != .period || Self.endsSentence(index, in: text, part)
          {
            breaks.append(Break(start: start, kind: .sentence))
            index = start
            continue
          }
        case .rightParenthesis, .rightBracket:
          while let first = ends.first, first <= index { ends.removeFirst() }
          let isReference =
            byte == .rightBracket ? Self.isSeeReference(index, in: text, part) : ends.first == index + 1
          if isReference, let start = Self.start(after: index, in: text, part) {
            breaks.append(Break(start: start, kind: .reference))
            index = start
            continue
          }
        default: break
        }
        index += 1
      }
    }
    self.breaks = breaks
  }

  /// The breaks within a part of the text, in order; none at its beginning.
  func within(_ part: Range<Int>) -> ArraySlice<Break> {
    let first = firstIndex(after: part.lowerBound)
    let end = firstIndex(after: part.upperBound - 1)
    return breaks[first..<max(first, end)]
  }

  /// The first break that begins after an offset.
  private func firstIndex(after offset: Int) -> Int {
    var low = 0
    var high = breaks.count
    while low < high {
      let middle = (low + high) / 2
      if breaks[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Where the next part begins after a closing sign, if it begins as one: after a space, with a capital
  /// letter, a digit, a bullet or a quotation mark. Brackets and quotation marks may close in between.
  private static func start(after index: Int, in text: LabelText, _ part: Range<Int>) -> Int? {
    let bytes = text.bytes
    var place = index + 1
    while place < part.upperBound {
      let byte = bytes[place]
      if byte == .rightParenthesis || byte == .rightBracket || byte == .quotationMark {
        place += 1
      } else if byte == 0xE2, place + 2 < part.upperBound, bytes[place + 1] == 0x80,
        bytes[place + 2] == 0x9D || bytes[place + 2] == 0x99
      {
        place += 3
      } else {
        break
      }
    }
    guard place < part.upperBound, bytes[place] == .space else { return nil }
    place = text.afterSpace(place, limit: part.upperBound)
    guard place < part.upperBound else { return nil }
    // A bracket that closes after a space, a period that stands alone, and a reference belong to what is
    // before.
    switch bytes[place] {
    case 0x41...0x5A, 0x30...0x39, .quotationMark: return place
    case 0xE2, 0xC2, 0xCE: return place
    default: return nil
    }
  }

  /// Whether a period ends a sentence, by the word before it: no initial, no abbreviation, no number of an
  /// item.
  private static func endsSentence(_ index: Int, in text: LabelText, _ part: Range<Int>) -> Bool {
    let bytes = text.bytes
    var start = index
    while start > part.lowerBound, bytes[start - 1] != .space, index - start < 17 { start -= 1 }
    guard start < index else {
      // A period after a space: what is before it decides.
      return text.lastByte(before: index) != nil
    }
    var word = bytes[start..<index]
    while let first = word.first, first == .leftParenthesis || first == .leftBracket { word.removeFirst() }
    if word.count == 1, let letter = word.first, letter.isASCIILetter {
      // `E. coli`, `U. S.`; but `vitamin A. The`.
      return false
    }
    if word.count <= 2, word.allSatisfy(\.isASCIIDigit) {
      // `1. Suicidal thoughts`; but `in Study 1. The`.
      let before = text.lastByte(before: start)
      return start > part.lowerBound && before.map { $0.isASCIILetter } ?? false
    }
    if let code = WordCode(word), abbreviations.contains(code) { return false }
    return true
  }

  private static let abbreviations: WordCodes = [
    "e.g", "i.e", "vs", "dr", "mr", "mrs", "st", "no", "nos", "fig", "approx", "cf", "u.s", "inc", "ltd",
    "co", "corp",
    "spp", "sp", "subsp", "var", "ca", "al", "etc", "mt", "ph.d", "m.d", "llc", "tel", "ext", "resp",
  ]

  /// Whether a bracket closes one that begins with `[see`.
  private static func isSeeReference(_ index: Int, in text: LabelText, _ part: Range<Int>) -> Bool {
    let bytes = text.bytes
    var place = index
    while place > part.lowerBound, index - place < 400 {
      place -= 1
      if bytes[place] == .rightBracket { return false }
      if bytes[place] == .leftBracket {
        let word = text.afterSpace(place + 1, limit: index)
        return word + 3 <= index && bytes[word..<word + 3].map(\.lowercased) == [0x73, 0x65, 0x65]
      }
    }
    return false
  }
}
