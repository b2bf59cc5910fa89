import BrowserCore
import MonographModel
import TextLayout

/// The relations panel: links, relations grouped by predicate, backlinks.
enum RelationsView {
  static func draw(
    _ page: PageState, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let isFocused = state.panels.focus == .relations
    let all = page.page.neighbours
    let title =
      all.edgeCount > all.edges.count
      ? "Relations, \(Neighbours.counted(all.edges.count, of: all.edgeCount))" : "Relations"
    PanelTitle.draw(title, page.relations, isFocused: isFocused, in: rectangle, &painter)
    let shown = page.shownRelations
    var row = rectangle.row + 1
    if isFocused, !page.relations.isTyping {
      painter.cursor = Frame.Position(row: rectangle.row, column: rectangle.column)
    }
    for index in shown.indices.dropFirst(page.relations.list.top) where row < rectangle.endRow {
      switch shown[index] {
      case .heading(let title, let count):
        painter.draw(
          "\(title) (\(count))", row: row, column: rectangle.column + 1, columns: rectangle.columns - 1,
          style: Style(.label))
        row += 1
      case .note(let text):
        for line in DisplayText.wrap(text, width: max(1, rectangle.columns - 6)) where row < rectangle.endRow
        {
          painter.draw(
            line, row: row, column: rectangle.column + 4, columns: rectangle.columns - 5,
            style: Style(.secondary))
          row += 1
        }
      case .entry(let entry):
        let isSelected = isFocused && index == page.relations.list.selection
        if isSelected, !page.relations.isTyping {
          painter.cursor = Frame.Position(row: row, column: rectangle.column)
        }
        row += draw(entry, isSelected: isSelected, row: row, in: rectangle, &painter)
      }
    }
    if shown.isEmpty { PanelTitle.drawEmpty(page.relations, in: rectangle, &painter) }
  }

  /// Draws a neighbour: its number and name; with the focus the whole name, and the sentence of a link. Gives
  /// the rows it took.
  private static func draw(
    _ entry: NeighbourList.Entry, isSelected: Bool, row: Int, in rectangle: Rectangle,
    _ painter: inout Painter
  ) -> Int {
    let columns = max(8, rectangle.columns - 2)
    let names = entry.nameLines(columns: columns, isFocused: isSelected)
    let sentence = entry.sentenceLines(columns: columns, isFocused: isSelected)
    let column = rectangle.column + NeighbourList.Entry.indent
    let room = rectangle.endColumn - column - 1
    if isSelected {
      let shown = min(names.count, rectangle.endRow - row)
      painter.fill(
        Rectangle(row: row, column: rectangle.column, rows: shown, columns: rectangle.columns),
        style: Style(.selection))
      painter.draw(">", row: row, column: rectangle.column, columns: 1, style: Style(.selection))
    }
    let number = String(entry.number)
    painter.draw(
      number, row: row, column: column - 1 - min(4, number.count), columns: 4,
      style: Style(isSelected ? .selection : .linkNumber))
    let role: Role =
      isSelected ? .selection : entry.isNegated ? .warningTitle : entry.hasPage ? .link : .missingLink
    for (index, line) in names.enumerated() where row + index < rectangle.endRow {
      painter.draw(line, row: row + index, column: column, columns: room, style: Style(role))
    }
    for (index, line) in sentence.enumerated() where row + names.count + index < rectangle.endRow {
      painter.draw(
        line, row: row + names.count + index, column: column, columns: room, style: Style(.secondary))
    }
    return names.count + sentence.count
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
