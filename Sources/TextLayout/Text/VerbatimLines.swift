/// Breaks text that is kept as it is: blanks stand where the source has them, tabs reach to the next multiple
/// of four. A line that is too long ends before a word where it can, and never inside a value and its unit.
struct VerbatimLines {
  private static let tabStop = 4

  private let text: StyledText
  private let pieces: [CharacterReader.Piece]
  /// Where words begin that need not stand on the line of the word before.
  private let wordStarts: Set<Int>
  private let measure: Int
  private var writer: SpanWriter

  /// The lines of a passage at a measure.
  static func lines(of passage: Passage, text: StyledText, glyphs: GlyphSet, measure: Int) -> [[Span]] {
    var lines = VerbatimLines(passage, text: text, glyphs: glyphs, measure: measure)
    return lines.all()
  }

  private init(_ passage: Passage, text: StyledText, glyphs: GlyphSet, measure: Int) {
    self.text = text
    self.measure = measure
    writer = SpanWriter(text, from: passage, glyphs: glyphs)
    var pieces: [CharacterReader.Piece] = []
    var reader = CharacterReader(text.bytes, passage.bytes, glyphs: glyphs, keepsSpaces: true)
    while let piece = reader.next() { pieces.append(piece) }
    self.pieces = pieces
    let words = WordList(passage, of: text, glyphs: glyphs).words
    wordStarts = Set(words.lazy.filter { $0.bond == .loose }.map(\.bytes.lowerBound))
  }

  private mutating func all() -> [[Span]] {
    var lines: [[Span]] = []
    var start = 0
    repeat {
      let end = lineEnd(from: start)
      lines.append(spans(of: start..<end))
      start = end
    } while start < pieces.count
    return lines
  }

  private func columns(of piece: CharacterReader.Piece, at column: Int) -> Int {
    isTab(piece) ? Self.tabStop - column % Self.tabStop : piece.columns
  }

  private func isTab(_ piece: CharacterReader.Piece) -> Bool {
    piece.bytes.count == 1 && text.bytes[piece.bytes.lowerBound] == 0x09
  }

  private func lineEnd(from start: Int) -> Int {
    var column = 0
    var lastWord = start
    for index in start..<pieces.count {
      column += columns(of: pieces[index], at: column)
      if column > measure, index > start { return lastWord > start ? lastWord : index }
      if wordStarts.contains(pieces[index].bytes.lowerBound) { lastWord = index }
    }
    return pieces.count
  }

  private mutating func spans(of line: Range<Int>) -> [Span] {
    var spans: [Span] = []
    var column = 0
    var verbatim: Range<Int>?
    var verbatimColumns = 0
    // Blanks before a break would only widen the line.
    var end = line.upperBound
    while end > line.lowerBound, end < pieces.count, text.bytes[pieces[end - 1].bytes.lowerBound] == 0x20 {
      end -= 1
    }
    for piece in pieces[line.lowerBound..<end] {
      let columns = columns(of: piece, at: column)
      column += columns
      let spelling = isTab(piece) ? Blanks.of(columns) : piece.spelling
      guard let spelling else {
        verbatim = (verbatim?.lowerBound ?? piece.bytes.lowerBound)..<piece.bytes.upperBound
        verbatimColumns += columns
        continue
      }
      if let bytes = verbatim { writer.write(bytes, spelling: nil, columns: verbatimColumns, to: &spans) }
      verbatim = nil
      verbatimColumns = 0
      writer.write(piece.bytes, spelling: spelling, columns: columns, to: &spans)
    }
    if let bytes = verbatim { writer.write(bytes, spelling: nil, columns: verbatimColumns, to: &spans) }
    return spans
  }
}
