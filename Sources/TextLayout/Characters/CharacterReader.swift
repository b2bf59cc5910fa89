/// Reads characters from UTF-8 bytes, each with the way it is shown.
///
/// A character is a scalar, or a scalar with marks that leave no trace of their own: an emoji selector, an
/// accent that ASCII drops. Other combining marks are characters of no columns, at most four after a base,
/// which is what a cell of ncurses holds; further ones, and ones without a base, are spelled out.
struct CharacterReader {
  /// A character and its place.
  struct Piece {
    /// Its bytes.
    var bytes: Range<Int>
    /// What is shown in its stead; nil: the bytes as they are.
    var spelling: String?
    /// The columns it takes.
    var columns: Int
  }

  /// Where the next character begins.
  private(set) var position: Int

  private let bytes: [UInt8]
  private let end: Int
  private let glyphs: GlyphSet
  private let keepsSpaces: Bool
  private var before: UInt32
  private var marks = 0
  private var hasBase = false

  /// Reads a range of bytes. Spaces that follow each other count as one unless they are to be kept.
  init(_ bytes: [UInt8], _ range: Range<Int>, glyphs: GlyphSet, keepsSpaces: Bool = false) {
    self.bytes = bytes
    self.position = range.lowerBound
    self.end = min(range.upperBound, bytes.count)
    self.glyphs = glyphs
    self.keepsSpaces = keepsSpaces
    self.before = Self.scalar(before: range.lowerBound, in: bytes)
  }

  /// The next character; nil at the end.
  mutating func next() -> Piece? {
    guard position < end else { return nil }
    let start = position
    let byte = bytes[start]
    if byte > 0x20, byte < 0x7F {
      position += 1
      before = UInt32(byte)
      marks = 0
      hasBase = true
      return extended(Piece(bytes: start..<position, spelling: nil, columns: 1), base: UInt32(byte))
    }
    if TextByte.isSpace(byte) { return space(from: start) }
    let noBreakSpace = TextByte.lengthOfSpace(bytes, at: start, end: end)
    if noBreakSpace > 0 {
      position += noBreakSpace
      startAfresh(before: 0xA0)
      return Piece(bytes: start..<position, spelling: glyphs == .ascii ? " " : nil, columns: 1)
    }
    let (scalar, length) = Self.decode(bytes, at: start, end: end)
    position = start + length
    let after = position < bytes.count ? Self.decode(bytes, at: position, end: bytes.count).scalar : 0
    let shown = DisplayedCharacter.of(scalar, before: before, after: after, glyphs: glyphs)
    before = scalar
    switch shown {
    case .verbatim(0):
      marks += 1
      guard hasBase, marks <= 4 else {
        let code = DisplayedCharacter.code(of: scalar)
        return Piece(bytes: start..<position, spelling: code, columns: code.utf8.count)
      }
      return Piece(bytes: start..<position, spelling: nil, columns: 0)
    case .verbatim(let columns):
      marks = 0
      hasBase = true
      return extended(Piece(bytes: start..<position, spelling: nil, columns: columns), base: scalar)
    case .spelled(let spelling):
      marks = 0
      hasBase = false
      let piece = Piece(
        bytes: start..<position, spelling: spelling, columns: spelling.unicodeScalars.count)
      return extended(piece, base: scalar)
    }
  }

  /// One space, whatever stands there of blanks, tabs and line ends.
  private mutating func space(from start: Int) -> Piece {
    let isWide = bytes[start] == TextByte.wideGap
    let isBlank = bytes[start] == 0x20
    position += 1
    while !keepsSpaces, position < end, TextByte.isSpace(bytes[position]) { position += 1 }
    startAfresh(before: 0x20)
    let isVerbatim = isBlank && position == start + 1
    let columns = isWide ? 2 : 1
    return Piece(
      bytes: start..<position, spelling: isVerbatim ? nil : isWide ? "  " : " ", columns: columns)
  }

  private mutating func startAfresh(before scalar: UInt32) {
    before = scalar
    marks = 0
    hasBase = false
  }

  /// Takes in the marks after a character that are not shown.
  private mutating func extended(_ piece: Piece, base: UInt32) -> Piece {
    var piece = piece
    while position < end, bytes[position] >= 0xCC {
      let (mark, length) = Self.decode(bytes, at: position, end: end)
      let isSelector = mark == 0xFE0E || mark == 0xFE0F
      let isAccent = glyphs == .ascii && (0x300...0x36F).contains(mark) && Self.isLatinLetter(base)
      guard isSelector || isAccent else { break }
      if piece.spelling == nil {
        piece.spelling = String(decoding: bytes[piece.bytes], as: UTF8.self)
      }
      position += length
      piece.bytes = piece.bytes.lowerBound..<position
    }
    return piece
  }

  private static func isLatinLetter(_ scalar: UInt32) -> Bool {
    (scalar < 0x80 && (0x41...0x5A).contains(scalar & ~0x20)) || (0xC0..<0x180).contains(scalar)
  }

  /// The scalar at a place and its length. Bytes that are not UTF-8 read as U+FFFD, one at a time.
  static func decode(_ bytes: [UInt8], at position: Int, end: Int) -> (scalar: UInt32, length: Int) {
    let lead = bytes[position]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead < 0x80 || (lead >= 0xC2 && lead < 0xF5), position + length <= end else { return (0xFFFD, 1) }
    guard length > 1 else { return (UInt32(lead), 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = bytes[position + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(byte & 0x3F)
    }
    return (scalar, length)
  }

  private static func scalar(before position: Int, in bytes: [UInt8]) -> UInt32 {
    var start = position - 1
    guard start >= 0, start < bytes.count else { return 0 }
    if TextByte.isSpace(bytes[start]) { return 0x20 }
    while start > 0, position - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return decode(bytes, at: start, end: position).scalar
  }
}
