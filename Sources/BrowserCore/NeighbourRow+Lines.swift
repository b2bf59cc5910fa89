import TextLayout

extension NeighbourRow {
  /// The columns before a heading: a sign.
  public static let headingIndent = 1
  /// The fewest columns before an entry: a sign, a number, a space.
  public static let entryIndent = 5

  /// What it shows, in lines of so many columns at most.
  ///
  /// - Parameters:
  ///   - columns: those that follow the indent.
  ///   - rows: the most lines of a selected entry, which has the name and all that is said of it; what does not fit is
  ///     counted.
  public func lines(columns: Int, rows: Int, isSelected: Bool, glyphs: GlyphSet) -> [TextLine] {
    switch self {
    case .heading(let heading): heading.lines(columns: columns, isSelected: isSelected, glyphs: glyphs)
    case .entry(let entry):
      isSelected
        ? entry.selectedLines(columns: columns, rows: rows, glyphs: glyphs)
        : entry.lines(columns: columns, glyphs: glyphs)
    case .more(let more):
      DisplayText.lines(
        of: [(more.text, Style(isSelected ? .selection : .secondary))], width: columns, glyphs: glyphs)
    case .note(let text):
      DisplayText.lines(of: [(text, Style(.secondary))], width: columns, glyphs: glyphs)
    }
  }

  /// The columns before what it shows, where those before an entry are so many.
  public func indent(entries: Int) -> Int {
    switch self {
    case .heading, .note: Self.headingIndent
    case .entry, .more: entries
    }
  }
}

extension NeighbourRow.Heading {
  /// The title, and what is said of all entries beside it where there is room, else below it.
  func lines(columns: Int, isSelected: Bool, glyphs: GlyphSet) -> [TextLine] {
    let style = Style(isSelected ? .selection : .label)
    var lines = DisplayText.lines(of: [(text, style)], width: columns, glyphs: glyphs)
    guard let shared = isClosed ? (isSelected ? "Right opens" : nil) : shared else { return lines }
    let beside = DisplayText.visible("  " + shared, glyphs: glyphs)
    let width = DisplayText.width(of: beside)
    if lines.count == 1, lines[0].width + width <= columns {
      lines[0].spans.append(Span(beside, width: width, style: Style(.secondary)))
      return lines
    }
    let below = DisplayText.lines(of: [(shared, Style(.secondary))], width: columns - 3, glyphs: glyphs)
    return lines + below.map { $0.indented(by: 3) }
  }
}

extension NeighbourRow.Entry {
  /// The name as the panel shows it: what is negated and what has no page is marked.
  public var label: String { (isNegated ? "NOT " : "") + name + (hasPage ? "" : "?") }

  private func role(isSelected: Bool) -> Role {
    isSelected ? .selection : isNegated ? .warningTitle : hasPage ? .link : .missingLink
  }

  /// The name on a line, and what stands beside it, on a line of its own where both are too long for one.
  fileprivate func lines(columns: Int, glyphs: GlyphSet) -> [TextLine] {
    let name = TextLine(cut: label, to: columns, style: Style(role(isSelected: false)), glyphs: glyphs)
    guard !remark.isEmpty else { return [name] }
    let beside = DisplayText.visible("  " + remark, glyphs: glyphs)
    let width = DisplayText.width(of: beside)
    guard name.width + width > columns else {
      return [TextLine(spans: name.spans + [Span(beside, width: width, style: Style(.secondary))])]
    }
    return [
      name,
      TextLine(cut: remark, to: columns - 2, style: Style(.secondary), glyphs: glyphs).indented(by: 2),
    ]
  }

  /// The whole name and all that is said of it, in so many lines at most.
  fileprivate func selectedLines(columns: Int, rows: Int, glyphs: GlyphSet) -> [TextLine] {
    let name = DisplayText.lines(
      of: [(label, Style(role(isSelected: true)))], width: columns, glyphs: glyphs)
    guard !detail.isEmpty else { return name }
    let room = max(1, rows - name.count)
    var below = DisplayText.lines(of: [(detail, Style(.secondary))], width: columns, glyphs: glyphs)
    if below.count > room {
      let hidden = below.count - room + 1
      let words = "\(hidden) more line\(hidden == 1 ? "" : "s"); z shows more"
      below =
        below.prefix(room - 1) + [TextLine(cut: words, to: columns, style: Style(.message), glyphs: glyphs)]
    }
    return name + below
  }
}

extension TextLine {
  /// A line of one style, cut with a sign where it is too long.
  fileprivate init(cut text: String, to columns: Int, style: Style, glyphs: GlyphSet) {
    let visible = DisplayText.visible(text, glyphs: glyphs)
    let shown = DisplayText.truncate(visible, width: max(1, columns), glyphs: glyphs)
    self.init(spans: [Span(shown, width: DisplayText.width(of: shown), style: style)])
  }

  /// The line behind so many blanks.
  fileprivate func indented(by columns: Int) -> TextLine {
    let space = Span(String(repeating: " ", count: columns), width: columns, style: Style(.body))
    return TextLine(spans: [space] + spans)
  }
}
