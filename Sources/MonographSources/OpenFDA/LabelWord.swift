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
    self = text.bytes.withUnsafeBufferPointer { LabelWord(range, in: $0) }
  }

  init(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    self.range = range
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
    var hyphens = 0
    for index in start..<end {
      switch bytes[index] {
      case 0x41...0x5A: capitals += 1
      case 0x61...0x7A: lowers += 1
      case 0x80...: others += 1
      case .period: holdsPeriod = true
      case .hyphen: hyphens += 1
      default: break
      }
    }
    opensParenthesis = bytes[range.lowerBound] == .leftParenthesis
    for index in range {
      if bytes[index] == .leftParenthesis {
        openParentheses += 1
      } else if bytes[index] == .rightParenthesis {
        openParentheses -= 1
      }
    }
    isDash =
      range.count == 1 && lastByte == .hyphen
      || range.count == 3 && bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] == 0x80
        && (lastByte == 0x93 || lastByte == 0x94)
    code = others == 0 ? WordCode(bytes, start..<end) : nil
    if start < end, (0x41...0x5A).contains(bytes[start]) {
      form = capitals > 1 && lowers == 0 ? .capitals : .capital
    } else if start < end, (0x61...0x7A).contains(bytes[start]) {
      // `mRNA`, `pH`
      form = capitals > 0 && (hyphens > 0 || capitals > 1 || end - start == 2) ? .neutral : .lower
    } else {
      form = Self.isBullet(bytes, range) ? .bullet : .neutral
    }
  }

  /// A dash alone.
  private(set) var isDash = false

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

  /// Whether a word is one of the signs that labels put before items: `•`, `●`, `○`, `◦`, `∘`, `▪`, `■`, `·`,
  /// and the raised ring U+0366 that some have for `○`.
  static func isBullet(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let start = range.lowerBound
    switch range.count {
    case 2:
      return bytes[start] == 0xC2 && bytes[start + 1] == 0xB7
        || bytes[start] == 0xCD && bytes[start + 1] == 0xA6
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
    guard let code = bytes.withUnsafeBufferPointer({ WordCode($0, 0..<$0.count) }) else { return nil }
    self = code
  }

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty, range.count <= 16 else { return nil }
    for index in range {
      if index - range.lowerBound < 8 {
        first = first << 8 | UInt64(bytes[index].lowercased)
      } else {
        second = second << 8 | UInt64(bytes[index].lowercased)
      }
    }
  }

  /// The first letter.
  var firstByte: UInt8 {
    var rest = first
    while rest > 0xFF { rest >>= 8 }
    return UInt8(rest)
  }

  /// Whether the letters begin with others, at most eight.
  func begins(with letters: [UInt8]) -> Bool {
    var bytes: [UInt8] = []
    var rest = first
    while rest > 0 {
      bytes.append(UInt8(rest & 0xFF))
      rest >>= 8
    }
    return letters.count <= 8 && bytes.reversed().starts(with: letters)
  }

  /// A literal's first sixteen letters. Costs no memory: words are compared with literals all the time.
  init(stringLiteral word: StaticString) {
    self = word.withUTF8Buffer { WordCode($0, 0..<min(16, $0.count)) } ?? WordCode()
  }

  private init() {}

  /// A number that differs for most words, in its low bits too.
  var spread: Int {
    let product = (first ^ second &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: product >> 40)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(first &* 0x9E37_79B9_7F4A_7C15 ^ second) }
}
