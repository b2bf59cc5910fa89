import BrowserCore
import TextLayout

/// The relations panel: links, relations grouped by predicate, backlinks.
enum RelationsView {
  static func draw(
    _ page: PageState, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let isFocused = state.panels.focus == .relations
    PanelTitle.draw("Relations", page.relations, isFocused: isFocused, in: rectangle, &painter)
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
        draw(entry, isSelected: isSelected, row: row, in: rectangle, &painter)
        if isSelected, !page.relations.isTyping {
          painter.cursor = Frame.Position(row: row, column: rectangle.column)
        }
        row += 1
      }
    }
    if shown.isEmpty { PanelTitle.drawEmpty(page.relations, in: rectangle, &painter) }
  }

  private static func draw(
    _ entry: NeighbourList.Entry, isSelected: Bool, row: Int, in rectangle: Rectangle,
    _ painter: inout Painter
  ) {
    let role: Role = isSelected ? .selection : entry.hasPage ? .link : .missingLink
    if isSelected {
      painter.fill(
        Rectangle(row: row, column: rectangle.column, rows: 1, columns: rectangle.columns),
        style: Style(.selection))
    }
    painter.draw(
      isSelected ? ">" : " ", row: row, column: rectangle.column, columns: 1,
      style: Style(isSelected ? .selection : .panelText))
    let number = String(entry.number)
    let numberColumn = rectangle.column + max(1, 4 - number.count)
    painter.draw(
      number, row: row, column: numberColumn, columns: number.count,
      style: Style(isSelected ? .selection : .linkNumber))
    var column = numberColumn + number.count + 1
    if entry.isNegated {
      column += painter.draw(
        "NOT ", row: row, column: column, columns: rectangle.endColumn - column,
        style: Style(isSelected ? .selection : .warningTitle))
    }
    let name = entry.hasPage ? entry.name : entry.name + "?"
    painter.draw(
      name, row: row, column: column, columns: rectangle.endColumn - column - 1, style: Style(role))
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
      painter.draw(
        " +\(hidden)", row: rectangle.row, column: column, columns: end - column, style: Style(.secondary))
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
