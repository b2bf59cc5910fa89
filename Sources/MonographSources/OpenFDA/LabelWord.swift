/// A word of a label's text, with what its letters tell about headings.
struct LabelWord {
  /// Where it stands.
  var range: Range<Int>
  /// How it is written.
  var form: Form
  /// Its letters in lower case without what stands around them, where they are ASCII and at most 16.
  var code: WordCode?
  /// The last byte.
  var lastByte: UInt8
  /// How many more parentheses it opens than it closes.
  private(set) var openParentheses = 0
  /// Whether it begins with a parenthesis.
  private(set) var opensParenthesis = false
  /// Whether a period stands before its last letter: `U.S.`
  private(set) var holdsPeriod = false

  enum Form {
    /// `Hypersensitivity`, `(DRESS)`, `QT`.
    case capital
    /// `WARNINGS`: two or more letters, all of them capitals.
    case capitals
    /// `reactions`.
    case lower
    /// `12`, `–`, `β-blocker`: says nothing.
    case neutral
    /// `•`.
    case bullet
  }

  init(_ range: Range<Int>, in text: LabelText) {
    self.range = range
    let bytes = text.bytes
    lastByte = bytes[range.upperBound - 1]
    var start = range.lowerBound
    while start < range.upperBound, Self.opensWord(bytes[start]) { start += 1 }
    // Curly quotes and the like are three bytes that begin with E2 80.
    while start + 2 < range.upperBound, bytes[start] == 0xE2, bytes[start + 1] == 0x80 { start += 3 }
    var end = range.upperBound
    while end > start, Self.closesWord(bytes[end - 1]) { end -= 1 }
    var capitals = 0
    var lowers = 0
    var others = 0
    for byte in bytes[start..<end] {
      switch byte {
      case 0x41...0x5A: capitals += 1
      case 0x61...0x7A: lowers += 1
      case 0x80...: others += 1
      case .period: holdsPeriod = true
      default: break
      }
    }
    opensParenthesis = bytes[range.lowerBound] == .leftParenthesis
    for byte in bytes[range] {
      if byte == .leftParenthesis { openParentheses += 1 } else if byte == .rightParenthesis { openParentheses -= 1 }
    }
    code = others == 0 ? WordCode(bytes[start..<end]) : nil
    if start < end, (0x41...0x5A).contains(bytes[start]) {
      form = capitals > 1 && lowers == 0 ? .capitals : .capital
    } else if start < end, (0x61...0x7A).contains(bytes[start]) {
      form = capitals > 0 && (bytes[start..<end].contains(.hyphen) || capitals > 1) ? .neutral : .lower
    } else {
      form = Self.isBullet(bytes[range]) ? .bullet : .neutral
    }
  }

  var isCapital: Bool { form == .capital || form == .capitals }

  private static func opensWord(_ byte: UInt8) -> Bool {
    byte == .leftParenthesis || byte == .leftBracket || byte == .quotationMark || byte == .apostrophe
  }

  private static func closesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case .rightParenthesis, .rightBracket, .quotationMark, .comma, .period, .colon, .semicolon, .questionMark,
      .exclamationMark, .asterisk:
      true
    default: false
    }
  }

  /// Whether a word is one of the signs that labels put before items: `•`, `●`, `○`, `◦`, `∘`, `▪`, `■`, `·`, and the
  /// raised ring U+0366 that some have for `○`.
  static func isBullet(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex
    switch bytes.count {
    case 2:
      return bytes[start] == 0xC2 && bytes[start + 1] == 0xB7 || bytes[start] == 0xCD && bytes[start + 1] == 0xA6
    case 3 where bytes[start] == 0xE2:
      switch (bytes[start + 1], bytes[start + 2]) {
      case (0x80, 0xA2), (0x97, 0x8F), (0x97, 0x8B), (0x97, 0xA6), (0x88, 0x98), (0x96, 0xAA), (0x96, 0xA0),
        (0x88, 0x99), (0x96, 0xAB), (0x97, 0xBE), (0x97, 0xBC):
        return true
      default: return false
      }
    default: return false
    }
  }
}

/// Up to sixteen lower-case letters, digits or signs packed into two numbers, which compare and hash at once.
struct WordCode: Hashable, Sendable, ExpressibleByStringLiteral {
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// Nil for no letters and for more than sixteen.
  init?(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty, bytes.count <= 16 else { return nil }
    append(bytes)
  }

  init(stringLiteral word: String) { append(Array(word.utf8.prefix(16))[...]) }

  private mutating func append(_ bytes: ArraySlice<UInt8>) {
    for (step, byte) in bytes.enumerated() {
      if step < 8 {
        first = first << 8 | UInt64(byte.lowercased)
      } else {
        second = second << 8 | UInt64(byte.lowercased)
      }
    }
  }
}
