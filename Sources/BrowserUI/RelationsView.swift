import BrowserCore
import MonographModel
import TextLayout

/// The relations panel: links, relations grouped by predicate, diagrams, backlinks.
enum RelationsView {
  static func draw(
    _ page: PageState, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let isFocused = state.panels.focus == .relations
    let panel = page.relations
    PanelTitle.draw(panel.title, panel.list, isFocused: isFocused, in: rectangle, &painter)
    let isTyping = panel.list.isTyping
    if isFocused, !isTyping {
      painter.cursor = Frame.Position(row: rectangle.row, column: rectangle.column)
    }
    var list = Rectangle(
      row: rectangle.row + 1, column: rectangle.column, rows: rectangle.rows - 1, columns: rectangle.columns)
    // The columns that the lines of the list have, by which the panel has left room.
    for line in panel.stickyLines(rows: list.rows, columns: list.columns, glyphs: painter.glyphs) {
      painter.draw(
        line, row: list.row, column: list.column + NeighbourRow.headingIndent,
        columns: list.columns - NeighbourRow.headingIndent)
      list.row += 1
      list.rows -= 1
    }
    var row = list.row
    for index in panel.rows.indices.dropFirst(panel.list.list.top) where row < list.endRow {
      let lines = panel.lines(
        at: index, columns: list.columns, rows: list.rows, isFocused: isFocused, glyphs: painter.glyphs)
      let isSelected =
        isFocused && index == panel.list.list.selection && panel.rows[index].isSelectable
      if isSelected, !isTyping { painter.cursor = Frame.Position(row: row, column: list.column) }
      draw(panel.rows[index], lines, panel.entryIndent, isSelected: isSelected, row: row, in: list, &painter)
      row += lines.count
    }
    if panel.rows.isEmpty {
      PanelTitle.drawEmpty(panel.list, none: "none recorded in this library", in: rectangle, &painter)
    }
  }

  /// Draws a row: its sign, its number, and what it shows.
  private static func draw(
    _ shown: NeighbourRow, _ lines: [TextLine], _ indent: Int, isSelected: Bool, row: Int, in list: Rectangle,
    _ painter: inout Painter
  ) {
    if isSelected {
      let marked = lines.prefix { $0.spans.contains { $0.style.role == .selection } }.count
      painter.fill(
        Rectangle(
          row: row, column: list.column, rows: min(marked, list.endRow - row), columns: list.columns),
        style: Style(.selection))
      painter.draw(">", row: row, column: list.column, columns: 1, style: Style(.selection))
    } else if case .heading(let heading) = shown, heading.isClosed {
      painter.draw("+", row: row, column: list.column, columns: 1, style: Style(.label))
    }
    if case .entry(let entry) = shown, let number = entry.number.map(String.init) {
      painter.draw(
        number, row: row, column: list.column + indent - 1 - number.count, columns: number.count,
        style: Style(isSelected ? .selection : .linkNumber))
    }
    let before = shown.indent(entries: indent)
    for (index, line) in lines.enumerated() where row + index < list.endRow {
      painter.draw(line, row: row + index, column: list.column + before, columns: list.columns - before)
    }
  }
}

/// The line that names the nearest neighbours, with the numbers that open them.
enum StripView {
  static func draw(
    _ page: PageState, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    painter.fill(rectangle, style: Style(.panelText))
    let opens = "r opens"
    var column = rectangle.column
    let end = rectangle.endColumn - opens.count - 2
    column += painter.draw(
      "Related ", row: rectangle.row, column: column, columns: end - column, style: Style(.panelTitle))
    var hidden = 0
    for entry in page.neighbours.nearest {
      let name = entry.hasPage ? entry.name : entry.name + "?"
      let number = " \(entry.number) "
      guard column + DisplayText.width(of: name) + number.count < end - 5 else {
        hidden += 1
        continue
      }
      column += painter.draw(
        number, row: rectangle.row, column: column, columns: end - column, style: Style(.linkNumber))
      column += painter.draw(
        name, row: rectangle.row, column: column, columns: end - column,
        style: Style(entry.hasPage ? .link : .missingLink))
      column += painter.draw(" ", row: rectangle.row, column: column, columns: 1, style: Style(.panelText))
    }
    if hidden > 0 {
      let all = page.page.neighbours
      let more = all.edgeCount > all.edges.count ? " of \(Neighbours.grouped(all.edgeCount)) relations" : ""
      painter.draw(
        " +\(hidden)\(more)", row: rectangle.row, column: column, columns: end - column,
        style: Style(.secondary))
    }
    if page.neighbours.nearest.isEmpty {
      painter.draw(
        "none recorded in this library", row: rectangle.row, column: column, columns: end - column,
        style: Style(.secondary))
    }
    painter.draw(
      opens, row: rectangle.row, column: rectangle.endColumn - opens.count - 1, columns: opens.count,
      style: Style(.hint))
  }
}
