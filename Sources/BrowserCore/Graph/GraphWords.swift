import MonographModel
import TextLayout

/// What is said in words of the graph.
public enum GraphWords {
  /// How many relations a focus has.
  public static func counts(of focus: GraphState.Focus) -> String {
    guard focus.shown.reading.isRead else { return "reading its relations" }
    return "\(Neighbours.grouped(focus.shown.reading.count(.incoming))) incoming, "
      + count(of: .outgoing, focus)
  }

  /// How many relations a side has.
  public static func count(of side: GraphSide, _ focus: GraphState.Focus) -> String {
    guard focus.shown.reading.isRead else { return "reading" }
    return "\(Neighbours.grouped(focus.shown.reading.count(side))) \(side.rawValue)"
  }

  /// What is said where there is no relation; nil where there is one.
  public static func absence(of focus: GraphState.Focus) -> String? {
    guard focus.shown.reading.isEmpty else { return nil }
    if let filter = focus.filter, !filter.isEmpty {
      return "no relation to a name with “\(filter.text)”; Esc shows all"
    }
    let remark = focus.remark.map { " \($0)" } ?? ""
    return "No relation of \(focus.name) is recorded in this library.\(remark)"
  }

  /// What is selected, in full: a relation with its subject first, its source and its evidence.
  public static func statement(of focus: GraphState.Focus) -> String {
    switch focus.shown.selectedRow {
    case .relation(let edge, _): return "\(sentence(of: edge)) (\(edge.relation.statement))"
    case .more(let more):
      return "\(more.sentence); Enter reads them"
    case .remark(let sentence): return sentence
    case nil: break
    }
    if let absence = absence(of: focus) { return absence }
    let page = focus.hasPage ? "p opens its page" : "no page in this library"
    return "\(focus.name), \(focus.kind): \(counts(of: focus)); \(page)"
  }

  /// A relation as it was stated: `Baclofen binds GABBR1`.
  public static func sentence(of edge: Neighbours.Edge) -> String {
    let relation = edge.relation
    let missing = edge.hasPage ? "" : "?"
    let subject = relation.subjectName + (edge.isOutgoing ? "" : missing)
    let object = relation.objectName + (edge.isOutgoing ? missing : "")
    return "\(subject) \(edge.lineLabel) \(object)"
  }

  /// How many relations stand down to the selected row, and how many there are: `12 of 230`.
  public static func position(in focus: GraphState.Focus) -> String {
    let shown = focus.shown
    let total = GraphSide.allCases.reduce(0) { $0 + shown.reading.count($1) }
    let incoming = shown.rows(.incoming).filter { !$0.isSecondRing }.reduce(0) { $0 + $1.weight }
    var number = incoming
    if case .row(let side, let index) = shown.selected {
      let above = shown.rows(side).prefix(index + 1).filter { !$0.isSecondRing }
      number = (side == .incoming ? 0 : incoming) + above.reduce(0) { $0 + $1.weight }
    }
    return Neighbours.counted(min(number, total), of: total)
  }

  /// The statement in at most so many lines; where it is longer, how many more there are and what shows them.
  public static func statementLines(
    of focus: GraphState.Focus, columns: Int, limit: Int, glyphs: GlyphSet
  ) -> [String] {
    let text = DisplayText.visible(statement(of: focus), glyphs: glyphs)
    let lines = DisplayText.wrap(text, width: columns)
    guard lines.count > limit else { return lines }
    let kept = lines.prefix(max(0, limit - 1))
    return kept + ["\(lines.count - kept.count) more lines; = shows them"]
  }
}
