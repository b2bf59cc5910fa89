import BrowserCore
import MonographModel
import TextLayout

/// One column of the graph as it was drawn: its lines and what is out of sight are on the screen, its trunk is not yet.
struct GraphColumnView {
  /// Where it stands.
  let rectangle: Rectangle
  /// Which column it is.
  let place: GraphColumn.Place
  /// The rows at which a relation leaves the trunk.
  private(set) var ties: Set<Int> = []
  /// The rows that the trunk runs through beyond its first and last tie, where rows are out of sight.
  private(set) var beyond: Set<Int> = []
  /// The rows that it takes.
  private(set) var rows = 0

  /// Draws a column but for its trunk.
  init(
    drawing place: GraphColumn.Place, of focus: GraphState.Focus, _ arrangement: GraphArrangement,
    _ painter: inout Painter
  ) {
    self.place = place
    rectangle = arrangement.rectangle(of: place)
    let column = arrangement.column(place, of: focus, glyphs: painter.glyphs)
    guard !column.lines.isEmpty else {
      drawAbsence(focus, &painter)
      return
    }
    let window = arrangement.window(column, of: focus)
    let selected = focus.shown.selected
    let isCutAbove = window.lines.lowerBound > 0
    let isCutBelow = window.lines.upperBound < column.lines.count
    if window.isCounted, isCutAbove { drawCount(window.above, "above", &painter) }
    for index in window.caption { drawLine(column.lines[index], isSelected: false, &painter) }
    let first = window.lines.first { column.lines[$0].spot == selected && !column.lines[$0].isCaption }
    for index in window.lines where rows < rectangle.rows {
      let line = column.lines[index]
      if line.isTied { ties.insert(rectangle.row + rows) }
      drawLine(line, isSelected: index == first, &painter)
    }
    if isCutAbove { beyond.insert(rectangle.row + (window.isCounted ? 1 : 0)) }
    if isCutBelow { beyond.insert(rectangle.row + rows - 1) }
    if window.isCounted, isCutBelow, rows < rectangle.rows { drawCount(window.below, "below", &painter) }
  }

  /// The column of the trunk.
  var trunk: Int { place == .left ? rectangle.endColumn - 1 : rectangle.column }
  private var start: Int { rectangle.column + (place == .right || place == .stacked ? 1 : 0) }
  private var columns: Int { max(0, rectangle.columns - (place == .plain ? 0 : 1)) }

  private mutating func drawLine(_ line: GraphColumn.Line, isSelected: Bool, _ painter: inout Painter) {
    let row = rectangle.row + rows
    guard row < rectangle.endRow else { return }
    painter.draw(line.text, row: row, column: start, columns: columns)
    if isSelected {
      // The cursor rests on the sign of the selection.
      var column = start
      for span in line.text.spans {
        if span.style.role == .selection { break }
        column += span.width
      }
      painter.cursor = Frame.Position(row: row, column: min(column, rectangle.endColumn - 1))
    }
    rows += 1
  }

  /// What is out of sight, counted, with the trunk that leads there.
  private mutating func drawCount(_ count: Int, _ word: String, _ painter: inout Painter) {
    let text = "\(Neighbours.grouped(count)) more \(word)"
    let width = DisplayText.width(of: text)
    let row = rectangle.row + rows
    let column = place == .left ? start + max(0, columns - width - 1) : start + (place == .plain ? 0 : 1)
    painter.draw(
      text, row: row, column: column, columns: start + columns - column, style: Style(.secondary))
    if place != .plain {
      painter.draw(
        GraphSigns(painter.glyphs).dotted, row: row, column: trunk, columns: 1, style: Style(.rule))
    }
    rows += 1
  }

  /// What is said where the side has no relation.
  private mutating func drawAbsence(_ focus: GraphState.Focus, _ painter: inout Painter) {
    let isReading = !focus.shown.reading.isRead
    let sentence: String
    if isReading {
      sentence = "reading"
    } else if let absence = GraphWords.absence(of: focus) {
      sentence = place == .right ? absence : ""
    } else if focus.filter?.isEmpty == false {
      sentence = "none to such a name"
    } else {
      sentence = "none recorded in this library"
    }
    let visible = DisplayText.visible(sentence, glyphs: painter.glyphs)
    for line in DisplayText.wrap(visible, width: max(1, columns - 1)) where rows < rectangle.rows {
      let width = DisplayText.width(of: line)
      let column = place == .left ? start + max(0, columns - width - 1) : start + 1
      painter.draw(
        line, row: rectangle.row + rows, column: column, columns: start + columns - column,
        style: Style(.secondary))
      rows += 1
    }
  }

  /// Draws the trunk, with an arm at the row of the focus where that stands beside it.
  func drawTrunk(joining focusRow: Int?, _ painter: inout Painter) {
    guard place != .plain, !ties.isEmpty || !beyond.isEmpty else { return }
    let signs = GraphSigns(painter.glyphs)
    let all = ties.union(beyond).union(focusRow.map { [$0] } ?? [])
    guard let first = all.min(), let last = all.max() else { return }
    for row in first...last {
      let isTied = ties.contains(row)
      let isJoined = row == focusRow
      let junction = signs.junction(
        up: row > first || beyond.contains(row), down: row < last || beyond.contains(row),
        left: place == .left ? isTied : isJoined, right: place == .left ? isJoined : isTied)
      painter.draw(junction, row: row, column: trunk, columns: 1, style: Style(.rule))
    }
  }

  /// The number of the selected row and how many there are, for a window that has no room to count what is out of
  /// sight; nil where there is room.
  static func position(
    _ focus: GraphState.Focus, _ arrangement: GraphArrangement, _ glyphs: GlyphSet
  ) -> String? {
    guard let (place, rectangle) = arrangement.places.first, place == .plain, rectangle.rows < 5 else {
      return nil
    }
    let reading = focus.shown.reading
    let total = reading.count(.incoming) + reading.count(.outgoing) + reading.countOnEitherSide
    let column = arrangement.column(place, of: focus, glyphs: glyphs)
    var number = 0
    for spot in column.spots {
      if let extent = column.extents[spot] { number += column.lines[extent.lowerBound].weight }
      if spot == focus.shown.selected { break }
    }
    return "\(Neighbours.grouped(number))/\(Neighbours.grouped(total))"
  }
}

/// The focus in its box, joined to the columns at its sides.
enum GraphFocusView {
  static func draw(
    _ focus: GraphState.Focus, _ arrangement: GraphArrangement, _ columns: [GraphColumnView],
    _ painter: inout Painter
  ) {
    let middle = arrangement.middle
    let isUnicode = painter.glyphs == .unicode
    let hasBorder = middle.rows >= arrangement.boxLines.count + 2
    let height = min(middle.rows, arrangement.boxLines.count + (hasBorder ? 2 : 0))
    let used = max(height, columns.map(\.rows).max() ?? 0)
    let top = middle.row + min((used - height) / 2, middle.rows - height)
    let box = Rectangle(row: top, column: middle.column + 2, rows: height, columns: middle.columns - 4)
    let first = top + (hasBorder ? 1 : 0)
    let centre = first + (max(1, arrangement.boxLines.count) - 1) / 2
    for column in columns {
      column.drawTrunk(joining: column.ties.isEmpty && column.beyond.isEmpty ? nil : centre, &painter)
    }
    let rule = Style(.rule)
    if hasBorder {
      let line = String(repeating: isUnicode ? "─" : "-", count: max(0, box.columns - 2))
      let corners = isUnicode ? ["┌", "┐", "└", "┘"] : ["+", "+", "+", "+"]
      painter.draw(
        corners[0] + line + corners[1], row: top, column: box.column, columns: box.columns, style: rule)
      painter.draw(
        corners[2] + line + corners[3], row: box.endRow - 1, column: box.column, columns: box.columns,
        style: rule)
    }
    let isSelected = focus.shown.selected == .focus
    let name = Style(isSelected ? .selection : .label, isSelected ? [] : .strong)
    for (index, text) in arrangement.boxLines.enumerated() where first + index < middle.endRow {
      let row = first + index
      let side = isUnicode ? "│" : "|"
      painter.draw(side, row: row, column: box.column, columns: 1, style: rule)
      painter.draw(side, row: row, column: box.endColumn - 1, columns: 1, style: rule)
      let sign = isSelected && index == 0 ? ">" : " "
      painter.draw(
        sign, row: row, column: box.column + 1, columns: 1, style: Style(isSelected ? .selection : .body))
      painter.draw(text, row: row, column: box.column + 2, columns: box.columns - 3, style: name)
    }
    if isSelected { painter.cursor = Frame.Position(row: first, column: box.column + 1) }
    for column in columns where !column.ties.isEmpty || !column.beyond.isEmpty {
      let isLeft = column.place == .left
      let tee = isUnicode ? (isLeft ? "┤" : "├") : "+"
      let line = String(repeating: isUnicode ? "─" : "-", count: 2)
      painter.draw(
        line, row: centre, column: isLeft ? middle.column : box.endColumn, columns: 2, style: rule)
      painter.draw(
        tee, row: centre, column: isLeft ? box.column : box.endColumn - 1, columns: 1, style: rule)
    }
  }
}
