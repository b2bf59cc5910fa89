// The bytes that the formats are made of, by name.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamationMark: UInt8 = 0x21
  static let quotationMark: UInt8 = 0x22
  static let numberSign: UInt8 = 0x23
  static let percentSign: UInt8 = 0x25
  static let ampersand: UInt8 = 0x26
  static let apostrophe: UInt8 = 0x27
  static let leftParenthesis: UInt8 = 0x28
  static let rightParenthesis: UInt8 = 0x29
  static let asterisk: UInt8 = 0x2A
  static let plusSign: UInt8 = 0x2B
  static let comma: UInt8 = 0x2C
  static let hyphen: UInt8 = 0x2D
  static let period: UInt8 = 0x2E
  static let slash: UInt8 = 0x2F
  static let colon: UInt8 = 0x3A
  static let semicolon: UInt8 = 0x3B
  static let lessThan: UInt8 = 0x3C
  static let equalsSign: UInt8 = 0x3D
  static let greaterThan: UInt8 = 0x3E
  static let questionMark: UInt8 = 0x3F
  static let atSign: UInt8 = 0x40
  static let leftBracket: UInt8 = 0x5B
  static let backslash: UInt8 = 0x5C
  static let rightBracket: UInt8 = 0x5D
  static let caret: UInt8 = 0x5E
  static let underscore: UInt8 = 0x5F
  static let backtick: UInt8 = 0x60
  static let leftBrace: UInt8 = 0x7B
  static let verticalBar: UInt8 = 0x7C
  static let rightBrace: UInt8 = 0x7D
  static let tilde: UInt8 = 0x7E

  /// A letter from A to Z, either case.
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// A digit from 0 to 9.
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  /// A space, a tab, or a part of a line end.
  var isASCIIWhitespace: Bool {
    self == .space || self == .tab || self == .lineFeed || self == .carriageReturn
  }
  /// The letter in lower case; anything else as it is.
  var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Collection<UInt8> {
  /// Without spaces, tabs and line ends at both ends.
  var trimmingWhitespace: SubSequence {
    guard let first = firstIndex(where: { !$0.isASCIIWhitespace }) else { return self[endIndex...] }
    var trimmed = self[first...]
    var end = trimmed.endIndex
    while end > first {
      let before = trimmed.index(end, offsetBy: -1, limitedBy: first) ?? first
      guard trimmed[before].isASCIIWhitespace else { break }
      end = before
    }
    trimmed = trimmed[..<end]
    return trimmed
  }

  /// The text, repaired where it is not UTF-8.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Whether it begins with an ASCII text, letters of either case.
  func startsIgnoringCase(with text: StaticString) -> Bool {
    text.withUTF8Buffer { buffer in
      var index = startIndex
      for byte in buffer {
        guard index < endIndex, self[index].lowercased == byte else { return false }
        index = self.index(after: index)
      }
      return true
    }
  }
}

extension StringProtocol {
  /// Without spaces, tabs and line ends at both ends.
  var trimmed: String { String(decoding: utf8.trimmingWhitespace, as: UTF8.self) }
}
