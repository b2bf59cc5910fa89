import TextLayout

/// Where the parts of the graph stand: a pure function of what is shown and the size of the window.
///
/// | columns | arrangement |
/// | --- | --- |
/// | 76 and over | incoming relations, the focus in a box, outgoing relations side by side |
/// | under 76 | one column: incoming relations, the focus, outgoing relations |
/// | under 40x10 | the same without lines |
public struct GraphArrangement: Sendable {
  /// The first line: the way here.
  public let title: Rectangle?
  /// The line that says how many relations stand on each side.
  public let heading: Rectangle?
  /// The columns, from the left; each with one more cell at its inner side for the trunk.
  public let places: [(place: GraphColumn.Place, rectangle: Rectangle)]
  /// The lines of the box with the focus; empty where it stands in the column.
  public let boxLines: [String]
  /// Where the box may stand.
  public let middle: Rectangle
  /// What is selected, in full.
  public let statement: [String]

  /// Arranges the graph in the window.
  public init(_ graph: GraphState, size: Size, glyphs: GlyphSet) {
    let focus = graph.focus
    let frame = OverlayArrangement(size: size).frame
    let isSmall = size.columns < 40 || size.rows < 10
    let hasStatus = size.rows >= 3
    statement =
      hasStatus
      ? GraphWords.statementLines(
        of: focus, columns: size.columns, limit: isSmall ? 1 : max(2, frame.rows / 4), glyphs: glyphs) : []
    // The last line of the statement is the status line's.
    var body = frame
    body.rows -= min(max(0, statement.count - 1), max(0, body.rows - 1))
    func takeRow() -> Rectangle {
      let row = Rectangle(row: body.row, column: 0, rows: 1, columns: body.columns)
      body.row += 1
      body.rows -= 1
      return row
    }
    title = body.rows > 1 ? takeRow() : nil
    guard !isSmall, size.columns >= 76 else {
      heading = nil
      boxLines = []
      middle = Rectangle(row: body.row, column: 0, rows: 0, columns: 0)
      places = [(isSmall ? .plain : .stacked, body)]
      return
    }
    heading = takeRow()
    let name = DisplayText.visible(focus.markedName, glyphs: glyphs)
    var measure = max(14, body.columns / 5)
    var lines = DisplayText.wrap(name, width: measure)
    // A long name in a low window takes more columns.
    while lines.count > max(1, body.rows - 2), measure < body.columns / 2 {
      measure += 8
      lines = DisplayText.wrap(name, width: measure)
    }
    boxLines = lines
    let box = (boxLines.map { DisplayText.width(of: $0) }.max() ?? 0) + 4
    let sides = body.columns - box - 4
    var left = sides / 2
    // A side without relations needs room for no more than to say so.
    let hasIncoming = !focus.shown.rows(.incoming).isEmpty
    let hasOutgoing = !focus.shown.rows(.outgoing).isEmpty
    if hasIncoming != hasOutgoing { left = hasIncoming ? sides - 22 : 22 }
    places = [
      (.left, Rectangle(row: body.row, column: 0, rows: body.rows, columns: left)),
      (
        .right,
        Rectangle(row: body.row, column: left + box + 4, rows: body.rows, columns: sides - left)
      ),
    ]
    middle = Rectangle(row: body.row, column: left, rows: body.rows, columns: box + 4)
  }

  /// The column that shows a spot.
  public func place(of spot: GraphSpot) -> GraphColumn.Place? {
    guard places.count > 1 else { return places.first?.place }
    switch spot {
    case .focus: return nil
    case .row(.incoming, _): return .left
    case .row(.outgoing, _): return .right
    }
  }

  /// The rows set in a column.
  public func column(
    _ place: GraphColumn.Place, of focus: GraphState.Focus, glyphs: GlyphSet
  ) -> GraphColumn {
    let rectangle = rectangle(of: place)
    return GraphColumn(
      focus, place: place, columns: rectangle.columns - (place == .plain ? 0 : 1), glyphs: glyphs)
  }

  /// Where a column stands.
  public func rectangle(of place: GraphColumn.Place) -> Rectangle {
    places.first { $0.place == place }?.rectangle ?? Rectangle(row: 0, column: 0, rows: 0, columns: 0)
  }

  /// What a column shows.
  public func window(_ column: GraphColumn, of focus: GraphState.Focus) -> GraphWindow {
    GraphWindow(
      column, top: focus.shown.tops[column.place] ?? 0, rows: rectangle(of: column.place).rows,
      keeping: focus.shown.selected)
  }
}
