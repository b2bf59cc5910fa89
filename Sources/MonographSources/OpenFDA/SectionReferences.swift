import Glibc

/// The number of a section: `5`, `5.1`, `2.1.1`.
struct SectionNumber: Hashable, Sendable {
  var parts: [Int]

  /// `5.1`.
  var text: String { parts.map(String.init).joined(separator: ".") }
}

/// A place in a text that names sections by number within parentheses: `( 5.1 )`, `(2.1, 2.2)`, `(see 5.1)`.
struct SectionReference {
  /// From the opening parenthesis to behind the closing one.
  var range: Range<Int>
  /// Each number with its place.
  var numbers: [(number: SectionNumber, range: Range<Int>)]

  /// All such places of a text, in order.
  static func all(in text: LabelText) -> [SectionReference] {
    var references: [SectionReference] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      var offset = 0
      while let found = memchr(base + offset, Int32(UInt8.leftParenthesis), bytes.count - offset) {
        let place = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        if let reference = SectionReference(in: text, at: place) {
          references.append(reference)
          offset = reference.range.upperBound
        } else {
          offset = place + 1
        }
      }
    }
    return references
  }

  /// Reads one that opens at an offset; nil where the parentheses hold anything but numbers of sections.
  private init?(in text: LabelText, at start: Int) {
    let bytes = text.bytes
    let limit = min(text.count, start + 120)
    numbers = []
    var place = start + 1
    while place < limit {
      switch bytes[place] {
      case .space, .comma, .semicolon, .ampersand: place += 1
      case .rightParenthesis where !numbers.isEmpty:
        range = start..<(place + 1)
        return
      case let byte where byte.isASCIIDigit:
        guard let (number, end) = Self.number(in: bytes, at: place, limit: limit) else { return nil }
        numbers.append((number, place..<end))
        place = end
      case let byte where byte.isASCIILetter:
        var end = place
        while end < limit, bytes[end].isASCIILetter { end += 1 }
        guard let code = WordCode(bytes[place..<end]), Self.joining.contains(code) else { return nil }
        place = end
      default: return nil
      }
    }
    return nil
  }

  private static let joining: WordCodes = ["and", "see", "section", "sections", "or", "to"]

  /// One to three numbers of at most two digits with periods between them.
  private static func number(in bytes: [UInt8], at start: Int, limit: Int) -> (SectionNumber, Int)? {
    var parts: [Int] = []
    var place = start
    while parts.count < 3 {
      var value = 0
      var end = place
      while end < limit, end - place < 3, bytes[end].isASCIIDigit {
        value = value * 10 + Int(bytes[end] - 0x30)
        end += 1
      }
      guard (1...2).contains(end - place) else { return nil }
      parts.append(value)
      guard end + 1 < limit, bytes[end] == .period, bytes[end + 1].isASCIIDigit else {
        place = end
        break
      }
      place = end + 1
    }
    // The first is that of a section of a label: 1 to 17.
    guard let first = parts.first, (1...17).contains(first), !parts.dropFirst().contains(0) else {
      return nil
    }
    return (SectionNumber(parts: parts), place)
  }
}
