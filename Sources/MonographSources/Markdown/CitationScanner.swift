import MonographModel

/// Finds citations by key in running text: `[@key]`, `[@key1; @key2]`, and `["@key"]` as some pages have it.
///
/// Keys are those of Pandoc: letters, digits and underscores, with single marks of punctuation inside.
enum CitationScanner {
  /// A stretch of a text.
  enum Piece: Equatable {
    /// Plain text.
    case text(Substring)
    /// The keys of one pair of brackets, by the byte offset it begins at.
    case citation([String], offset: Int)
  }

  /// The stretches of a text, in order; nil where it holds no citation. Costs one pass over the bytes.
  static func pieces(of text: String) -> [Piece]? {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    var plainStart = 0
    var index = 0
    while let open = bytes[index...].firstIndex(of: .leftBracket) {
      guard let (keys, end) = citation(in: bytes, at: open) else {
        index = open + 1
        continue
      }
      if open > plainStart { pieces.append(.text(substring(text, plainStart, open))) }
      pieces.append(.citation(keys, offset: open))
      index = end
      plainStart = end
    }
    guard !pieces.isEmpty else { return nil }
    if plainStart < bytes.count { pieces.append(.text(substring(text, plainStart, bytes.count))) }
    return pieces
  }

  /// The offset of a key between brackets in text that ``pieces(of:)`` left as text, such as the one in
  /// `[see @key, p. 3]`; nil where there is none.
  static func unreadKey(in text: some StringProtocol) -> Int? {
    var before: UInt8 = 0
    var isOpen = false
    var key: Int?
    for (offset, byte) in text.utf8.enumerated() {
      switch byte {
      case .leftBracket: (isOpen, key) = (true, nil)
      case .rightBracket:
        if let key { return key }
        isOpen = false
      case .atSign where isOpen && !isWordByte(before): key = key ?? offset
      default: break
      }
      before = byte
    }
    return nil
  }

  private static func substring(_ text: String, _ start: Int, _ end: Int) -> Substring {
    let utf8 = text.utf8
    return text[utf8.index(utf8.startIndex, offsetBy: start)..<utf8.index(utf8.startIndex, offsetBy: end)]
  }

  /// The keys of a citation that begins at an opening bracket, and the offset after its closing one.
  private static func citation(in bytes: [UInt8], at open: Int) -> (keys: [String], end: Int)? {
    var index = open + 1
    var keys: [String] = []
    func skipSpaces() { while index < bytes.count, bytes[index].isASCIIWhitespace { index += 1 } }
    while true {
      skipSpaces()
      let isQuoted = index < bytes.count && bytes[index] == .quotationMark
      if isQuoted { index += 1 }
      guard index < bytes.count, bytes[index] == .atSign else { return nil }
      index += 1
      let start = index
      while index < bytes.count, isKeyByte(bytes[index]) { index += 1 }
      while index > start, !isWordByte(bytes[index - 1]) { index -= 1 }
      guard index > start else { return nil }
      keys.append(bytes[start..<index].text)
      if isQuoted {
        guard index < bytes.count, bytes[index] == .quotationMark else { return nil }
        index += 1
      }
      skipSpaces()
      guard index < bytes.count else { return nil }
      if bytes[index] == .rightBracket { return (keys, index + 1) }
      guard bytes[index] == .semicolon else { return nil }
      index += 1
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == .underscore || byte >= 0x80
  }

  private static func isKeyByte(_ byte: UInt8) -> Bool {
    if isWordByte(byte) { return true }
    return switch byte {
    case .colon, .period, .numberSign, 0x24, .percentSign, .ampersand, .hyphen, 0x2B, .questionMark,
      .lessThan, .greaterThan, .tilde, .slash:
      true
    default: false
    }
  }
}
