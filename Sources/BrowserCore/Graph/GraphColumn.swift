import MonographModel
import TextLayout

/// Rows of the graph set in lines of so many columns. Every label and every name is whole: what is too long goes on to
/// the next line.
public struct GraphColumn: Sendable {
  /// Which column of the drawing it is.
  public enum Place: String, Hashable, Sendable, CaseIterable {
    /// Incoming relations, set to the right.
    case left
    /// Outgoing relations.
    case right
    /// Both, one above the other, with the focus between them.
    case stacked
    /// The same without lines, each row a sentence: for very small windows.
    case plain
  }

  /// A line.
  public struct Line: Hashable, Sendable {
    /// What it belongs to.
    public var spot: GraphSpot
    /// What it says; it takes no more than the column's width.
    public var text: TextLine
    /// Whether it names the relation of the rows below it.
    public var isCaption: Bool
    /// Whether a relation leaves the trunk here.
    public var isTied: Bool
    /// The lines that name the relation of this one, where a line above does.
    var caption: Range<Int>?
    /// How many relations its row stands for.
    public var weight: Int
  }

  /// Where it stands.
  public let place: Place
  /// The lines, from the top.
  public private(set) var lines: [Line] = []
  /// The lines of each row, what names its relation included where it is the first of those that have it.
  public private(set) var extents: [GraphSpot: Range<Int>] = [:]
  /// The spots, from the top.
  public private(set) var spots: [GraphSpot] = []

  private let columns: Int
  private let glyphs: GlyphSet
  private let signs: GraphSigns
  private let selected: GraphSpot
  /// The columns of the labels where each stands on the line of its relation; nil: labels stand above.
  private var labelColumns: Int?
  private var caption: (label: String, side: GraphSide, lines: Range<Int>)?

  /// Sets the rows of a focus. Costs the rows.
  init(_ focus: GraphState.Focus, place: Place, columns: Int, glyphs: GlyphSet) {
    self.place = place
    self.columns = max(1, columns)
    self.glyphs = glyphs
    signs = GraphSigns(glyphs)
    selected = focus.shown.selected
    switch place {
    case .left: add(focus.shown.rows(.incoming), .incoming)
    case .right: add(focus.shown.rows(.outgoing), .outgoing)
    case .stacked, .plain:
      add(focus.shown.rows(.incoming), .incoming)
      addFocus(focus)
      add(focus.shown.rows(.outgoing), .outgoing)
    }
  }

  // MARK: Rows

  private mutating func add(_ rows: [GraphRow], _ side: GraphSide) {
    labelColumns = inlineLabelColumns(rows)
    caption = nil
    for (index, row) in rows.enumerated() {
      let spot = GraphSpot.row(side, index)
      let start = lines.count
      switch row {
      case .relation(let edge, let isSecondRing):
        if place == .plain {
          addSentence(edge, spot, isSecondRing: isSecondRing)
        } else if isSecondRing {
          addBranch(edge, spot)
        } else {
          addRelation(edge, spot)
        }
      case .more(let more):
        addSentence([(more.sentence, Style(role(.secondary, spot)))], spot, isSecondRing: more.isSecondRing)
      case .remark(let sentence):
        addSentence([(sentence, Style(role(.secondary, spot)))], spot, isSecondRing: true)
      }
      close(spot, from: start, weight: row.weight)
    }
  }

  private mutating func close(_ spot: GraphSpot, from start: Int, weight: Int) {
    spots.append(spot)
    extents[spot] = start..<lines.count
    for index in start..<lines.count { lines[index].weight = weight }
  }

  private mutating func addFocus(_ focus: GraphState.Focus) {
    caption = nil
    let start = lines.count
    let isSelected = selected == .focus
    var pieces = [
      (isSelected ? ">" : " ", Style(role(.label, .focus))),
      ("[\(focus.markedName)]", Style(role(.label, .focus), .strong)),
    ]
    if place == .stacked {
      pieces.append(("  \(GraphWords.counts(of: focus))", Style(role(.secondary, .focus))))
    }
    if let absence = GraphWords.absence(of: focus), focus.shown.reading.isEmpty {
      pieces.append((" \(absence)", Style(role(.secondary, .focus))))
    }
    for (index, text) in wrap(pieces, columns: columns).enumerated() {
      append(text, .focus, isTied: index == 0)
    }
    close(.focus, from: start, weight: 0)
  }

  // MARK: A relation of the focus

  private mutating func addRelation(_ edge: Neighbours.Edge, _ spot: GraphSpot) {
    if labelColumns == nil { addCaption(edge, spot) }
    let isSelected = spot == selected
    let style = nameStyle(edge, spot)
    let stroke = stroke(of: edge)
    let mark = Span(isSelected ? ">" : " ", width: 1, style: Style(isSelected ? .selection : .body))
    let used = stroke.width + 1
    let names = wrap([(edge.markedName, style)], columns: columns - used)
    for (index, name) in names.enumerated() {
      let isFirst = index == 0
      if place == .left {
        let end = isFirst ? [.blank(1)] + stroke.spans : [.blank(used)]
        let start = isFirst ? [mark] : []
        append(aligned(start + name.spans + end), spot, isTied: isFirst)
      } else {
        append(
          TextLine(spans: (isFirst ? stroke.spans + [mark] : [.blank(used)]) + name.spans), spot,
          isTied: isFirst)
      }
    }
  }

  /// The line from the trunk to a name: an arrow, and the label where it stands there.
  private func stroke(of edge: Neighbours.Edge) -> TextLine {
    let rule = Style(.rule)
    guard let labelColumns else {
      let isNarrow = columns < 24
      let negation = Span("NOT", width: 3, style: Style(.warning))
      let dashes = Span(signs.dash(isNarrow ? 1 : 2), width: isNarrow ? 1 : 2, style: rule)
      let body = edge.relation.isNegated ? negation : dashes
      let isReversed = place == .stacked && edge.side == .incoming
      let head = Span(isReversed ? signs.leftHead : signs.rightHead, width: 1, style: rule)
      return TextLine(spans: isReversed ? [head, body] : [body, head])
    }
    var label: [Span] = []
    let text = DisplayText.visible(edge.relation.predicate, glyphs: glyphs)
    if edge.relation.isNegated { label.append(Span("NOT ", width: 4, style: Style(.warning))) }
    label.append(Span(text, width: DisplayText.width(of: text), style: Style(.label)))
    let filling = max(0, labelColumns - TextLine(spans: label).width)
    let head = Span(signs.rightHead, width: 1, style: rule)
    let short = [Span(signs.dash(1) + " ", width: 2, style: rule)]
    let long = [Span(" " + signs.dash(filling + 1), width: filling + 2, style: rule)]
    if place == .left {
      let start = Span(signs.dash(filling + 1) + " ", width: filling + 2, style: rule)
      return TextLine(spans: [start] + label + [Span(" " + signs.dash(1), width: 2, style: rule), head])
    }
    return TextLine(spans: short + label + long + [head])
  }

  /// Names the relation of the rows that follow, where it is another one than before.
  private mutating func addCaption(_ edge: Neighbours.Edge, _ spot: GraphSpot) {
    guard caption?.label != edge.lineLabel || caption?.side != edge.side else { return }
    var pieces = [(edge.relation.predicate, Style(.label))]
    if edge.relation.isNegated { pieces.insert(("NOT ", Style(.warning)), at: 0) }
    let start = lines.count
    for text in wrap(pieces, columns: columns - 1) {
      let line =
        place == .left
        ? aligned(text.spans + [.blank(1)]) : TextLine(spans: [.blank(1)] + text.spans)
      lines.append(
        Line(spot: spot, text: line, isCaption: true, isTied: false, caption: nil, weight: 0))
    }
    caption = (edge.lineLabel, edge.side, start..<lines.count)
  }

  // MARK: A relation of the second ring

  private mutating func addBranch(_ edge: Neighbours.Edge, _ spot: GraphSpot) {
    let isSelected = spot == selected
    let mark = Span(isSelected ? ">" : " ", width: 1, style: Style(isSelected ? .selection : .body))
    let tee = Span(place == .left ? signs.leftTee : signs.rightTee, width: 1, style: Style(.rule))
    let indent = columns < 24 ? 1 : 4
    let texts = wrap(sentence(edge, spot, isMirrored: place == .left), columns: columns - indent - 2)
    for (index, text) in texts.enumerated() {
      let isFirst = index == 0
      if place == .left {
        let end = isFirst ? [.blank(1), tee, .blank(indent - 1)] : [.blank(indent + 1)]
        append(aligned((isFirst ? [mark] : []) + text.spans + end), spot)
      } else {
        append(
          TextLine(spans: (isFirst ? [.blank(indent), tee, mark] : [.blank(indent + 2)]) + text.spans), spot)
      }
    }
  }

  /// A relation in one piece, from the end that it is seen from: `─ binds ─► GABBR1`, `◄─ binds ── Baclofen`.
  private func sentence(
    _ edge: Neighbours.Edge, _ spot: GraphSpot, isMirrored: Bool
  ) -> [(text: String, style: Style)] {
    let rule = Style(role(.rule, spot))
    let label = (
      (edge.relation.isNegated ? "NOT " : "") + edge.relation.predicate,
      Style(role(edge.relation.isNegated ? .warning : .label, spot))
    )
    let name = (edge.markedName, nameStyle(edge, spot))
    if isMirrored {
      let near = edge.isOutgoing ? " \(signs.dash(1))" : " \(signs.dash(1))\(signs.rightHead)"
      let far = edge.isOutgoing ? " \(signs.leftHead)\(signs.dash(1)) " : " \(signs.dash(2)) "
      return [name, (far, rule), label, (near, rule)]
    }
    let near = edge.isOutgoing ? "\(signs.dash(1)) " : "\(signs.leftHead)\(signs.dash(1)) "
    let far = edge.isOutgoing ? " \(signs.dash(1))\(signs.rightHead) " : " \(signs.dash(2)) "
    return [(near, rule), label, (far, rule), name]
  }

  // MARK: Sentences

  private mutating func addSentence(_ edge: Neighbours.Edge, _ spot: GraphSpot, isSecondRing: Bool) {
    addSentence(sentence(edge, spot, isMirrored: false), spot, isSecondRing: isSecondRing)
  }

  private mutating func addSentence(
    _ pieces: [(text: String, style: Style)], _ spot: GraphSpot, isSecondRing: Bool
  ) {
    let isSelected = spot == selected
    let mark = Span(isSelected ? ">" : " ", width: 1, style: Style(isSelected ? .selection : .body))
    let wide = isSecondRing ? 6 : 1
    let indent = place == .plain || columns < 24 ? (isSecondRing ? 1 : 0) : wide
    let texts = wrap(pieces, columns: columns - indent - 1)
    for (index, text) in texts.enumerated() {
      let start = index == 0 ? mark : .blank(1)
      if place == .left {
        append(aligned((index == 0 ? [mark] : []) + text.spans + [.blank(indent)]), spot)
      } else {
        append(TextLine(spans: [.blank(indent), start] + text.spans), spot)
      }
    }
  }

  // MARK: Pieces

  private mutating func append(_ text: TextLine, _ spot: GraphSpot, isTied: Bool = false) {
    lines.append(
      Line(
        spot: spot, text: TextLine(spans: text.spans.filter { $0.width > 0 }), isCaption: false,
        isTied: isTied, caption: caption?.lines, weight: 0))
  }

  private func role(_ role: Role, _ spot: GraphSpot) -> Role { spot == selected ? .selection : role }

  private func nameStyle(_ edge: Neighbours.Edge, _ spot: GraphSpot) -> Style {
    Style(role(edge.hasPage ? .link : .missingLink, spot))
  }

  /// Set to the right edge.
  private func aligned(_ spans: [Span]) -> TextLine {
    TextLine(spans: [.blank(max(0, columns - TextLine(spans: spans).width))] + spans)
  }

  private func wrap(_ pieces: [(text: String, style: Style)], columns: Int) -> [TextLine] {
    let whole = pieces.map { piece in
      let text = DisplayText.visible(piece.text, glyphs: glyphs)
      return Span(text, width: DisplayText.width(of: text), style: piece.style)
    }
    let line = TextLine(spans: whole)
    return line.width <= columns ? [line] : DisplayText.lines(of: pieces, width: columns, glyphs: glyphs)
  }

  /// The columns that labels take on the lines of their relations, where that leaves the names enough.
  private func inlineLabelColumns(_ rows: [GraphRow]) -> Int? {
    guard place == .left || place == .right, columns >= 50 else { return nil }
    var widest = 0
    for row in rows {
      guard case .relation(let edge, isSecondRing: false) = row else { continue }
      widest = max(widest, DisplayText.width(of: DisplayText.visible(edge.lineLabel, glyphs: glyphs)))
    }
    return widest + 6 + 30 <= columns ? widest : nil
  }
}

extension Span {
  fileprivate static func blank(_ columns: Int) -> Span {
    Span(String(repeating: " ", count: max(0, columns)), width: max(0, columns), style: Style(.body))
  }
}

/// The characters that the graph is drawn with.
public struct GraphSigns: Hashable, Sendable {
  private let isUnicode: Bool

  /// Those of a set.
  public init(_ glyphs: GlyphSet) { isUnicode = glyphs == .unicode }

  /// Heads of arrows.
  public var leftHead: String { isUnicode ? "◄" : "<" }
  public var rightHead: String { isUnicode ? "►" : ">" }
  /// A junction with a line that leaves it to one side.
  public var rightTee: String { isUnicode ? "├" : "+" }
  public var leftTee: String { isUnicode ? "┤" : "+" }

  /// A line of so many columns.
  public func dash(_ columns: Int) -> String {
    String(repeating: isUnicode ? "─" : "-", count: max(0, columns))
  }

  /// The trunk between rows that are out of sight and those in sight.
  public var dotted: String { isUnicode ? "┆" : ":" }

  /// Where lines meet that leave the cell in these directions.
  public func junction(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
    let index = (up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0)
    let signs = isUnicode ? " ││││"[...] : " ||||"[...]
    guard left || right else { return String(signs[signs.index(signs.startIndex, offsetBy: index)]) }
    guard up || down else { return isUnicode ? "─" : "-" }
    guard isUnicode else { return "+" }
    switch (up, down, left, right) {
    case (true, true, true, true): return "┼"
    case (true, true, true, false): return "┤"
    case (true, true, false, true): return "├"
    case (true, false, true, true): return "┴"
    case (true, false, true, false): return "┘"
    case (true, false, false, true): return "└"
    case (false, true, true, true): return "┬"
    case (false, true, true, false): return "┐"
    default: return "┌"
    }
  }
}
