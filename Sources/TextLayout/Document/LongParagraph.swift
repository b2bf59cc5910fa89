import MonographModel

/// Parts a paragraph that is longer than any text of a clinician's, such as a file without line ends, into pieces
/// that are laid out one by one, so that the first screen does not wait for the last line.
///
/// The pieces are the paragraph's words in order; a line ends early where one piece goes on to the next.
enum LongParagraph {
  /// The length of a piece, in bytes.
  static let pieceSize = 64 << 10

  /// How far before the end of a piece a blank is looked for, in bytes.
  private static let reach = 1 << 10

  /// The pieces of a paragraph; itself alone where it is not too long. Parts text between two words where it can,
  /// and never the inside of a link or of emphasis. Costs time in proportion to the text.
  static func pieces(of content: [Inline]) -> [[Inline]] {
    guard content.reduce(0, { $0 + size(of: $1) }) > 2 * pieceSize else { return [content] }
    var pieces: [[Inline]] = []
    var piece: [Inline] = []
    var length = 0
    func finish() {
      if !piece.isEmpty { pieces.append(piece) }
      (piece, length) = ([], 0)
    }
    for inline in content {
      guard case .text(let text) = inline else {
        // Where nothing but links and the like stands, they are parted from one another.
        if length > 2 * pieceSize { finish() }
        piece.append(inline)
        length += size(of: inline)
        continue
      }
      var rest = text[...]
      while length + rest.utf8.count > pieceSize {
        let end = cut(rest, near: max(0, pieceSize - length), isStart: piece.isEmpty)
        guard end < rest.endIndex else { break }
        if rest.startIndex < end { piece.append(.text(String(rest[..<end]))) }
        finish()
        rest = rest[end...].drop { $0 == " " }
      }
      if !rest.isEmpty {
        piece.append(.text(String(rest)))
        length += rest.utf8.count
      }
    }
    finish()
    return pieces
  }

  /// Where a text is parted: after the last blank before an offset, else at the next blank, else, in a word that
  /// begins a piece and has no end, between two characters.
  private static func cut(_ text: Substring, near offset: Int, isStart: Bool) -> Substring.Index {
    let bytes = text.utf8
    guard let place = bytes.index(bytes.startIndex, offsetBy: offset, limitedBy: bytes.endIndex) else {
      return bytes.endIndex
    }
    let before = bytes[..<place].suffix(reach)
    if let blank = before.lastIndex(of: 0x20) { return blank }
    if let blank = bytes[place...].prefix(reach).firstIndex(of: 0x20) { return blank }
    return isStart || offset > 0
      ? text.unicodeScalars.index(after: scalarStart(place, in: text)) : text.startIndex
  }

  /// The start of the character that a byte belongs to.
  private static func scalarStart(_ place: Substring.Index, in text: Substring) -> Substring.Index {
    var place = place
    while place > text.startIndex, place < text.endIndex, text.utf8[place] & 0xC0 == 0x80 {
      text.utf8.formIndex(before: &place)
    }
    return place < text.endIndex ? place : text.unicodeScalars.index(before: text.endIndex)
  }

  private static func size(of inline: Inline) -> Int {
    switch inline {
    case .text(let text), .code(let text): text.utf8.count
    case .emphasis(let inner), .strong(let inner), .struck(let inner), .superscript(let inner),
      .subscript(let inner):
      inner.reduce(0) { $0 + size(of: $1) }
    case .link(let link): link.content.reduce(1) { $0 + size(of: $1) }
    case .image(let alternative, _): alternative.utf8.count + 1
    case .citation, .lineBreak: 1
    }
  }
}
