import BrowserCore
import TextLayout

/// The graph: what is stated of the focus at its left and right, or above and below it.
enum GraphView {
  static func draw(_ graph: GraphState, _ state: BrowserState, _ painter: inout Painter) {
    let arrangement = GraphArrangement(graph, size: state.size, glyphs: state.glyphs)
    drawTitle(graph, arrangement, &painter)
    let isFiltering = graph.focus.isTyping
    let cursor = painter.cursor
    if let heading = arrangement.heading { drawHeading(graph.focus, arrangement, in: heading, &painter) }
    let columns = arrangement.places.map {
      GraphColumnView(drawing: $0.place, of: graph.focus, arrangement, &painter)
    }
    if arrangement.middle.isEmpty {
      for column in columns { column.drawTrunk(joining: nil, &painter) }
    } else {
      GraphFocusView.draw(graph.focus, arrangement, columns, &painter)
    }
    // While names are typed the cursor rests in their field.
    if isFiltering { painter.cursor = cursor }
  }

  /// The way here; while names are filtered, the field.
  private static func drawTitle(
    _ graph: GraphState, _ arrangement: GraphArrangement, _ painter: inout Painter
  ) {
    guard let title = arrangement.title else { return }
    painter.fill(title, style: Style(.panelTitle))
    if let filter = graph.focus.filter {
      FieldView.draw(
        "\(graph.focus.name) /", filter, note: GraphWords.counts(of: graph.focus),
        isEdited: graph.focus.isTyping, in: title, &painter)
      return
    }
    painter.draw(
      graph.title(columns: title.columns, glyphs: painter.glyphs), row: title.row, column: title.column,
      columns: title.columns, style: Style(.panelTitle, .strong))
  }

  /// How many relations stand on each side, over its column.
  private static func drawHeading(
    _ focus: GraphState.Focus, _ arrangement: GraphArrangement, in heading: Rectangle,
    _ painter: inout Painter
  ) {
    let left = arrangement.rectangle(of: .left)
    let right = arrangement.rectangle(of: .right)
    let incoming = GraphWords.count(of: .incoming, focus)
    let width = DisplayText.width(of: incoming)
    painter.draw(
      incoming, row: heading.row, column: max(0, left.endColumn - width), columns: width,
      style: Style(.secondary))
    painter.draw(
      GraphWords.count(of: .outgoing, focus), row: heading.row,
      column: right.column, columns: heading.endColumn - right.column, style: Style(.secondary))
  }
}
