import MonographModel
import TextLayout

/// What a row of the list of hits says, and the lines it takes at a width.
public enum HitRow: Hashable, Sendable {
  /// A sentence about the whole answer.
  case remark(String)
  /// The heading of names that something typed may have been meant for.
  case question
  /// What was typed and what it may have been meant for.
  case reading(typed: String?, name: String, caution: NameCaution?)
  /// The page that the hits below stand on.
  case page(title: String, caution: NameCaution?, facts: [PageFact])
  /// A place: the headings down to it, and the line that answers.
  case place(path: [String], line: Snippet)
  /// How many more places there are.
  case more(Int)

  /// The rows that a selected place may take for its line.
  private static let rowLimit = 6

  /// The lines it takes. A name is never cut; the line of a place is shown whole where it is selected, else one row of it
  /// with what matched.
  public func lines(columns: Int, glyphs: GlyphSet, isSelected: Bool) -> [TextLine] {
    let columns = max(8, columns)
    let role: Role? = isSelected ? .selection : nil
    switch self {
    case .remark(let sentence):
      let lines = DisplayText.lines(
        of: [(sentence, Style(role ?? .note))], width: columns - 2, glyphs: glyphs)
      return Self.marked(lines, isSelected: isSelected)
    case .question:
      return Self.marked(
        DisplayText.lines(
          of: [("Did you mean", Style(role ?? .label, .strong))], width: columns - 2, glyphs: glyphs),
        isSelected: isSelected)
    case .reading(let typed, let name, let caution):
      var pieces: [(text: String, style: Style)] = []
      if let typed {
        pieces.append(("no “\(typed)” here; did you mean ", Style(.note)))
        pieces.append((caution?.spelling ?? name, Style(.note, .strong)))
        pieces.append(("?", Style(.note)))
      } else {
        pieces.append(("read as \(name)", Style(.note)))
      }
      if let caution { pieces.append((" \(caution.remark)", Style(.warning))) }
      return Self.wrapped(pieces, indent: 2, columns: columns, glyphs: glyphs)
    case .page(let title, let caution, let facts):
      return Self.heading(title: title, caution: caution, facts: facts, columns: columns, glyphs: glyphs)
    case .place(let path, let line):
      return Self.place(path: path, line: line, isSelected: isSelected, columns: columns, glyphs: glyphs)
    case .more(let count):
      return Self.wrapped(
        [("\(count) more place\(count == 1 ? "" : "s"): Down goes on", Style(.secondary))], indent: 2,
        columns: columns, glyphs: glyphs)
    }
  }

  private static func heading(
    title: String, caution: NameCaution?, facts: [PageFact], columns: Int, glyphs: GlyphSet
  ) -> [TextLine] {
    var pieces: [(text: String, style: Style)] = [(caution?.spelling ?? title, Style(.label, .strong))]
    if let caution { pieces.append((" \(caution.remark)", Style(.warning))) }
    var lines = wrapped(pieces, indent: 0, columns: columns, glyphs: glyphs)
    let said = FactLine(facts).text(columns: columns - (lines.last?.width ?? 0), glyphs: glyphs)
    if !said.isEmpty {
      lines[lines.count - 1].spans.append(
        Span(said, width: DisplayText.width(of: said), style: Style(.secondary)))
    }
    return lines
  }

  private static func place(
    path: [String], line: Snippet, isSelected: Bool, columns: Int, glyphs: GlyphSet
  ) -> [TextLine] {
    let style = Style(isSelected ? .selection : .link)
    let room = columns - 2
    let whole = path.isEmpty ? "beginning of the page" : path.joined(separator: " > ")
    var lines: [TextLine]
    if isSelected || DisplayText.width(of: whole) <= room {
      lines = DisplayText.lines(of: [(whole, style)], width: room, glyphs: glyphs)
    } else {
      lines = [shortened(path, style: style, room: room, glyphs: glyphs)]
    }
    lines = marked(lines, isSelected: isSelected)
    guard !line.isBlank else { return lines }
    let pieces = line.runs.map { ($0.text, Style(.body, $0.isMatch ? .match : [])) }
    let width = max(8, columns - 4)
    let wrapped = DisplayText.lines(of: pieces, width: width, glyphs: glyphs)
    let limit = isSelected ? rowLimit : 1
    guard wrapped.count > limit else { return lines + wrapped.map { indented($0, by: 4) } }
    // Room for the signs of what is left out.
    let sign = glyphs == .unicode ? "…" : "..."
    let narrow = DisplayText.lines(of: pieces, width: max(8, width - 2 * sign.count), glyphs: glyphs)
    return lines + excerpt(of: narrow, rows: limit, sign: sign).map { indented($0, by: 4) }
  }

  /// Rows of a text that is longer: those with the most that matched, the first of such.
  private static func excerpt(of lines: [TextLine], rows: Int, sign: String) -> [TextLine] {
    let counts = lines.map { $0.spans.count { $0.style.traits.contains(.match) } }
    let starts = 0...max(0, lines.count - rows)
    var best = (start: 0, count: -1)
    for start in starts {
      let count = counts[start..<min(lines.count, start + rows)].reduce(0, +)
      if count > best.count { best = (start, count) }
    }
    let end = min(lines.count, best.start + rows)
    var shown = Array(lines[best.start..<end])
    let span = Span(sign, width: sign.count, style: Style(.body))
    if best.start > 0 { shown[0].spans.insert(span, at: 0) }
    if end < lines.count { shown[shown.count - 1].spans.append(span) }
    return shown
  }

  /// The end of a section's path, which tells more than its beginning.
  private static func shortened(
    _ path: [String], style: Style, room: Int, glyphs: GlyphSet
  ) -> TextLine {
    let sign = glyphs == .unicode ? "…" : "..."
    var text = ""
    for count in (1..<max(2, path.count)).reversed() {
      text = DisplayText.visible("\(sign) > \(path.suffix(count).joined(separator: " > "))", glyphs: glyphs)
      if DisplayText.width(of: text) <= room { break }
    }
    let cut = DisplayText.truncate(text, width: room, glyphs: glyphs)
    return TextLine(spans: [Span(cut, width: DisplayText.width(of: cut), style: style)])
  }

  private static func wrapped(
    _ pieces: [(text: String, style: Style)], indent: Int, columns: Int, glyphs: GlyphSet
  ) -> [TextLine] {
    let lines = DisplayText.lines(of: pieces, width: columns - max(indent, 2), glyphs: glyphs)
    return lines.enumerated().map { index, line in indented(line, by: index == 0 ? indent : 2) }
  }

  private static func indented(_ line: TextLine, by columns: Int) -> TextLine {
    guard columns > 0 else { return line }
    let space = Span(String(repeating: " ", count: columns), width: columns, style: Style(.body))
    return TextLine(spans: [space] + line.spans)
  }

  /// Lines behind the sign of the selection.
  private static func marked(_ lines: [TextLine], isSelected: Bool) -> [TextLine] {
    lines.enumerated().map { index, line in
      let sign = Span(
        isSelected && index == 0 ? "> " : "  ", width: 2, style: Style(isSelected ? .selection : .body))
      return TextLine(spans: [sign] + line.spans)
    }
  }
}

extension Snippet {
  /// Whether it has no words.
  var isBlank: Bool { runs.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}
