import BrowserCore
import MonographModel
import TextLayout

/// What stands over the panels: a list to choose from, or text to read.
enum OverlayView {
  static func draw(
    _ overlay: Overlay, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    switch overlay {
    case .list(let list):
      // An empty search on the start page leaves the start page in sight below the field.
      let isEmptyStart = state.page == nil && list.purpose == .search && list.field?.isEmpty == true
      if !isEmptyStart { painter.fill(rectangle, style: Style(.body)) }
      draw(list, state, in: rectangle, &painter)
    case .document(let document):
      painter.fill(rectangle, style: Style(.body))
      draw(document, in: rectangle, &painter)
    case .graph(let graph):
      painter.fill(rectangle, style: Style(.body))
      GraphView.draw(graph, state, &painter)
    }
  }

  private static func draw(_ document: DocumentOverlay, in rectangle: Rectangle, _ painter: inout Painter) {
    let title = Rectangle(row: rectangle.row, column: rectangle.column, rows: 1, columns: rectangle.columns)
    painter.fill(title, style: Style(.panelTitle))
    let percent = "\(document.view.percent)%"
    painter.draw(
      document.title, row: title.row, column: title.column, columns: title.columns - percent.count - 1,
      style: Style(.panelTitle, .strong))
    painter.draw(
      percent, row: title.row, column: title.endColumn - percent.count, columns: percent.count,
      style: Style(.panelTitle))
    let margin = rectangle.columns >= 60 ? 2 : 0
    painter.cursor = painter.draw(
      document.view, row: rectangle.row + 1, column: rectangle.column + margin,
      columns: rectangle.columns - margin, rows: rectangle.rows - 1)
  }

  private static func draw(
    _ list: ListOverlay, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let title = Rectangle(row: rectangle.row, column: rectangle.column, rows: 1, columns: rectangle.columns)
    let shown = list.shownEntries
    var showsNote = true
    if let field = list.field {
      showsNote = FieldView.draw(
        "\(list.title): ", field, note: list.note, isEdited: !list.isChoosing, in: title, &painter)
    } else if let filter = list.list.filter {
      FieldView.draw(
        "\(list.title) /", filter, note: "\(shown.count) of \(list.entries.count)", in: title, &painter)
    } else {
      painter.fill(title, style: Style(.panelTitle))
      painter.draw(
        "\(list.title)  \(list.note)", row: title.row, column: title.column, columns: title.columns,
        style: Style(.panelTitle, .strong))
    }
    let keepsCursor = list.field != nil && !list.isChoosing || list.list.isTyping
    var row = rectangle.row + 1
    if let heading = list.stickyHeading {
      let lines = heading.lines(columns: rectangle.columns, glyphs: painter.glyphs, isSelected: false)
      // On a very small screen the place is more than the heading.
      let room = max(0, rectangle.endRow - row - 1)
      row += draw(Array(lines.prefix(room)), row: row, in: rectangle, &painter)
    }
    for index in shown.indices.dropFirst(list.list.list.top) where row < rectangle.endRow {
      let isSelected = index == list.list.list.selection && shown[index].isSelectable
      if isSelected, !keepsCursor { painter.cursor = Frame.Position(row: row, column: rectangle.column) }
      if let hit = shown[index].row {
        let lines = hit.lines(columns: rectangle.columns, glyphs: painter.glyphs, isSelected: isSelected)
        row += draw(lines, row: row, in: rectangle, &painter)
      } else {
        draw(shown[index], isSelected: isSelected, row: row, in: rectangle, &painter)
        row += shown[index].rows(columns: rectangle.columns, glyphs: painter.glyphs, isSelected: isSelected)
      }
    }
    if shown.isEmpty, !showsNote, list.isAnswered {
      painter.draw(
        list.note, row: rectangle.row + 1, column: rectangle.column + 2, columns: rectangle.columns - 2,
        style: Style(.secondary))
    }
    if shown.isEmpty, list.list.filter != nil {
      painter.draw(
        "nothing like that; Esc shows all", row: rectangle.row + 1, column: rectangle.column + 2,
        columns: rectangle.columns - 2, style: Style(.secondary))
    }
  }

  private static func draw(
    _ entry: ListEntry, isSelected: Bool, row: Int, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    guard entry.isSelectable else {
      painter.draw(
        entry.title, row: row, column: rectangle.column + 1, columns: rectangle.columns - 1,
        style: Style(.label))
      return
    }
    let base: Role = isSelected ? .selection : .panelText
    if isSelected {
      painter.fill(
        Rectangle(row: row, column: rectangle.column, rows: 1, columns: rectangle.columns), style: Style(base)
      )
    }
    var column = rectangle.column
    column += painter.draw(isSelected ? "> " : "  ", row: row, column: column, columns: 2, style: Style(base))
    if let number = entry.number {
      let text = String(number)
      let padding = String(repeating: " ", count: max(0, 3 - text.count))
      column += painter.draw(
        "\(padding)\(text) ", row: row, column: column, columns: 8,
        style: Style(isSelected ? .selection : .linkNumber))
    }
    let title = entry.isMissing ? entry.title + "?" : entry.title
    let titleRole: Role = isSelected ? .selection : entry.isMissing ? .missingLink : .link
    column += painter.draw(
      title, row: row, column: column, columns: rectangle.endColumn - column - 1, style: Style(titleRole))
    painter.draw(
      entry.detail, row: row, column: column + 2, columns: rectangle.endColumn - column - 3,
      style: Style(isSelected ? .selection : .secondary))
    guard !entry.note.isEmpty, row + 1 < rectangle.endRow else { return }
    painter.draw(
      entry.note, row: row + 1, column: rectangle.column + 4, columns: rectangle.columns - 5,
      style: Style(.body))
  }

  /// Draws the lines of a row of a list of hits, as many as there is room for; those in the colour of the selection over
  /// the whole width. Gives the rows that they take.
  private static func draw(
    _ lines: [TextLine], row: Int, in rectangle: Rectangle, _ painter: inout Painter
  ) -> Int {
    for (index, line) in lines.enumerated() where row + index < rectangle.endRow {
      if line.spans.first?.style.role == .selection {
        painter.fill(
          Rectangle(row: row + index, column: rectangle.column, rows: 1, columns: rectangle.columns),
          style: Style(.selection))
      }
      painter.draw(line, row: row + index, column: rectangle.column, columns: rectangle.columns)
    }
    return lines.count
  }
}
