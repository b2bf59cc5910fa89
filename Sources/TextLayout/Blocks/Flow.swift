/// A column of the page that blocks are written into from top to bottom.
///
/// What stands to the left of the text is a stack of margins: indents, the marker of a list on the first
/// line, the bar of a quotation on all of them.
struct Flow {
  /// What stands to the left of every line of some blocks.
  struct Margin {
    /// What stands on the next line only; nil when that line is written.
    var first: [Span]?
    /// What stands on the others.
    var rest: Span
    /// Whether the others bear a mark, not blanks.
    var isMark = false

    /// The columns on the next line.
    var firstColumns: Int { first.map { $0.reduce(0) { $0 + $1.width } } ?? rest.width }
    /// Whether a marker waits for a line.
    var isWaiting: Bool { first?.isEmpty == false }
  }

  /// The fewest columns that margins leave to text where it can be helped.
  static let comfortableMeasure = 16
  /// The fewest columns that margins leave to text.
  static let leastMeasure = 10

  /// The words.
  let text: StyledText
  /// The characters to use.
  let glyphs: GlyphSet
  /// The columns at hand, margins included.
  let columns: Int
  /// Whether it is a cell of a table.
  let isCell: Bool
  /// The lines written.
  private(set) var lines: [TextLine] = []
  /// The headers of the grids written, for headers that stay in sight.
  var headers: [TableHeader] = []
  /// Whether texts may stand side by side.
  var allowsColumns = false
  private var margins: [Margin] = []
  private let comfortableMeasure: Int
  private let leastMeasure: Int

  /// A flow of a page.
  init(_ text: StyledText, glyphs: GlyphSet, columns: Int) {
    self.text = text
    self.glyphs = glyphs
    self.columns = max(Self.leastMeasure, columns)
    self.comfortableMeasure = min(Self.comfortableMeasure, self.columns)
    self.leastMeasure = Self.leastMeasure
    self.isCell = false
  }

  /// A flow of a table's cell, whose columns are known to hold its longest words.
  init(cell text: StyledText, glyphs: GlyphSet, columns: Int) {
    self.text = text
    self.glyphs = glyphs
    self.columns = max(1, columns)
    self.comfortableMeasure = 1
    self.leastMeasure = 1
    self.isCell = true
  }

  /// The columns for text on lines after the next.
  var measure: Int { margins.reduce(columns) { $0 - $1.rest.width } }
  /// The columns for text on the next line.
  var firstMeasure: Int { margins.reduce(columns) { $0 - $1.firstColumns } }

  /// Indents what follows, as far as the measure allows.
  mutating func indent(_ columns: Int) {
    margins.append(Margin(rest: .blank(min(columns, max(0, measure - comfortableMeasure)))))
  }

  /// Puts a marker before the next line and indents the others by its width, as far as the measure allows.
  mutating func indent(marker: [Span]) {
    let width = marker.reduce(0) { $0 + $1.width }
    if firstMeasure - width < leastMeasure { writeMarkers() }
    guard width <= firstMeasure else { return writeWide(marker) }
    let indent = min(width, max(0, measure - comfortableMeasure))
    margins.append(Margin(first: marker, rest: .blank(indent)))
  }

  /// Writes a marker that is wider than the measure, on as many lines as it takes.
  private mutating func writeWide(_ marker: [Span]) {
    var characters = marker.reduce("") { $0 + $1.text }[...]
    while !characters.isEmpty {
      let piece = String(characters.prefix(max(1, measure)))
      characters = characters.dropFirst(piece.count)
      writeLine([Span(piece, width: DisplayText.width(of: piece), style: Style(.marker))])
    }
    margins.append(Margin(rest: .blank(0)))
  }

  /// Indents the lines after the next, as far as the measure allows.
  mutating func hang(_ columns: Int) {
    margins.append(Margin(first: [], rest: .blank(min(columns, max(0, measure - comfortableMeasure)))))
  }

  /// Puts a mark before every line, if the measure allows.
  mutating func mark(_ mark: Span) {
    let isNarrow = measure - mark.width < leastMeasure
    margins.append(isNarrow ? Margin(rest: .blank(0)) : Margin(rest: mark, isMark: true))
  }

  /// Takes back the last indent or mark; a marker that no line was written for gets a line of its own.
  mutating func endIndent() {
    if let last = margins.last, last.isWaiting { writeMarkers() }
    if !margins.isEmpty { margins.removeLast() }
  }

  /// Writes a line of its own for markers that wait for one, unless blocks of many lines can begin beside
  /// them.
  mutating func writeMarkers(unlessAligned: Bool = false) {
    guard margins.contains(where: \.isWaiting) else { return }
    if unlessAligned, firstMeasure == measure { return }
    writeLine([])
  }

  /// Writes a line.
  mutating func writeLine(_ spans: [Span]) {
    var line = takePrefix(outdent: 0)
    line.append(contentsOf: spans)
    trimEnd(of: &line)
    lines.append(TextLine(spans: line))
  }

  /// Drops blanks of layout's own at the end of a line.
  private func trimEnd(of line: inout [Span]) {
    while let last = line.last, last.source == nil, last.text.utf8.last == 0x20 {
      line.removeLast()
      let blanks = last.text.utf8.reversed().prefix { $0 == 0x20 }.count
      guard blanks < last.text.utf8.count else { continue }
      line.append(
        Span(
          String(last.text.dropLast(blanks)), width: last.width - blanks, style: last.style, link: last.link))
    }
  }

  /// Writes a line without text; marks stand on it all the same.
  mutating func writeBlank() {
    writeMarkers()
    writeLine([])
  }

  /// Writes a passage as a paragraph.
  mutating func write(_ passage: Passage, of other: StyledText? = nil) {
    let text = other ?? self.text
    let words = WordList(passage, of: text, glyphs: glyphs)
    if words.words.isEmpty { return }
    let first = LineBreaker.Measure(columns: firstMeasure, slack: slack(isFirst: true))
    let rest = LineBreaker.Measure(columns: measure, slack: slack(isFirst: false))
    var writer = SpanWriter(text, from: passage, glyphs: glyphs)
    for line in LineBreaker.lines(of: words, text: text, glyphs: glyphs, first: first, rest: rest) {
      var spans = takePrefix(outdent: line.outdent)
      writer.write(line, to: &spans)
      if line.bytes.isEmpty { trimEnd(of: &spans) }
      lines.append(TextLine(spans: spans))
    }
  }

  /// Takes the places in the source from lines whose words were shown before.
  mutating func forgetSources(from start: Int) {
    for line in start..<max(start, lines.count) {
      for span in lines[line].spans.indices { lines[line].spans[span].source = nil }
    }
  }

  private func slack(isFirst: Bool) -> Int {
    margins.reduce(0) { $1.isMark || (isFirst && $1.first != nil) ? $0 : $0 + $1.rest.width }
  }

  /// What stands to the left of the next line.
  private mutating func takePrefix(outdent: Int) -> [Span] {
    var spans: [Span] = []
    spans.reserveCapacity(margins.count + 2)
    var excess = outdent
    for index in margins.indices.reversed() {
      if let first = margins[index].first {
        spans.append(contentsOf: first.reversed())
        margins[index].first = nil
        continue
      }
      let rest = margins[index].rest
      if margins[index].isMark {
        spans.append(rest)
      } else if rest.width > 0 {
        let taken = min(excess, rest.width)
        excess -= taken
        if taken < rest.width { spans.append(.blank(rest.width - taken)) }
      }
    }
    spans.reverse()
    return merged(spans)
  }

  /// Indents of several margins as one span.
  private func merged(_ spans: [Span]) -> [Span] {
    guard spans.count > 1 else { return spans }
    var merged: [Span] = []
    for span in spans {
      if let last = merged.last, last.style == span.style, last.source == nil, span.source == nil,
        last.link == nil, span.link == nil
      {
        merged[merged.count - 1] = Span(
          last.text + span.text, width: last.width + span.width, style: span.style)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}
