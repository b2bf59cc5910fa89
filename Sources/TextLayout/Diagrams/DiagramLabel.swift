/// A label of a diagram, which can be set on one line or on several, and never loses a word.
struct DiagramLabel: Sendable {
  /// The columns it takes on one line.
  let natural: Int
  /// The columns below which a word, or a value and its unit, would be split.
  let least: Int

  private let passage: Passage
  private let words: WordList
  private let text: StyledText
  private let glyphs: GlyphSet

  /// Measures a label. Costs finding its words.
  init(_ passage: Passage, of text: StyledText, glyphs: GlyphSet) {
    self.passage = passage
    self.text = text
    self.glyphs = glyphs
    words = WordList(passage, of: text, glyphs: glyphs)
    natural = words.naturalColumns
    least = words.longestGroup
  }

  /// The label in lines of so many columns at most; of its least ones, where these are more.
  func wrapped(to columns: Int) -> WrappedLabel {
    let measure = LineBreaker.Measure(columns: max(1, columns, least), slack: 0)
    let lines = LineBreaker.lines(of: words, text: text, glyphs: glyphs, first: measure, rest: measure)
    var writer = SpanWriter(text, from: passage, glyphs: glyphs)
    return WrappedLabel(
      lines: lines.map { line in
        var spans: [Span] = []
        writer.write(line, to: &spans)
        return spans
      })
  }
}

/// A label in lines.
struct WrappedLabel: Sendable {
  /// The lines; none for a label without words.
  var lines: [[Span]] = []

  /// The columns of the widest line.
  var columns: Int { lines.reduce(0) { max($0, $1.reduce(0) { $0 + $1.width }) } }

  /// The label where its words were shown before: they have no place in the source of their own.
  var repeated: WrappedLabel {
    WrappedLabel(
      lines: lines.map { line in
        line.map { span in
          var span = span
          span.source = nil
          return span
        }
      })
  }
}
