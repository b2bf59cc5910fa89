import BrowserCore
import TextLayout

/// The contents panel: the sections of the page, with marks for warnings (`!`) and tables (`#`).
enum ContentsView {
  static func draw(
    _ page: PageState, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let isFocused = state.panels.focus == .contents
    let title = page.contentsOrder == .clinical ? "Contents, clinical" : "Contents"
    PanelTitle.draw(title, page.contents, isFocused: isFocused, in: rectangle, &painter)
    let sections = page.view.layout.sections
    let shown = page.shownSections
    let current = page.currentContentsEntry
    var row = rectangle.row + 1
    for entry in shown.indices.dropFirst(page.contents.list.top) where row < rectangle.endRow {
      let section = sections[shown[entry]]
      let isSelected = isFocused && entry == page.contents.list.selection
      let indent = min(section.depth, 4) * 2
      let marks = (section.hasWarning ? "!" : "") + (section.hasTable ? "#" : "")
      let columns = max(1, rectangle.columns - 2 - indent - (marks.isEmpty ? 0 : marks.count + 1))
      let style = Style(isSelected ? .selection : .panelText, entry == current && !isSelected ? .strong : [])
      let folded = page.folded.contains(shown[entry]) ? "+" : " "
      let sign = isSelected ? ">" : entry == current ? (isFocused ? "-" : ">") : folded
      // A heading that is cut is shown whole where it has the focus.
      let lines =
        isSelected ? Array(DisplayText.wrap(section.title, width: columns).prefix(3)) : [section.title]
      if isSelected {
        painter.fill(
          Rectangle(
            row: row, column: rectangle.column, rows: min(lines.count, rectangle.endRow - row),
            columns: rectangle.columns), style: style)
        painter.cursor = Frame.Position(row: row, column: rectangle.column)
      }
      painter.draw(sign, row: row, column: rectangle.column, columns: 1, style: style)
      if !marks.isEmpty {
        painter.draw(
          marks, row: row, column: rectangle.endColumn - marks.count, columns: marks.count,
          style: section.hasWarning && !isSelected ? Style(.warningMark) : style)
      }
      for line in lines where row < rectangle.endRow {
        painter.draw(line, row: row, column: rectangle.column + 2 + indent, columns: columns, style: style)
        row += 1
      }
    }
    if shown.isEmpty { PanelTitle.drawEmpty(page.contents, in: rectangle, &painter) }
  }
}

/// The first line of a side panel: its name, or the filter being typed.
enum PanelTitle {
  static func draw(
    _ title: String, _ list: FilteredList, isFocused: Bool, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let style = Style(.panelTitle, isFocused ? [.strong] : [])
    guard let filter = list.filter else {
      painter.draw(
        title, row: rectangle.row, column: rectangle.column, columns: rectangle.columns, style: style)
      return
    }
    let text = DisplayText.visible(filter.text, glyphs: painter.glyphs)
    // What is typed is more than the title, and of it the end.
    let isRoomy = DisplayText.width(of: title) + 3 + DisplayText.width(of: text) <= rectangle.columns
    let used = painter.draw(
      isRoomy ? "\(title) /" : "/", row: rectangle.row, column: rectangle.column,
      columns: rectangle.columns, style: style)
    let isEdited = list.isTyping && isFocused
    let shown = FieldView.Window(
      filter, room: max(1, rectangle.columns - used - 1), isEdited: isEdited, glyphs: painter.glyphs)
    painter.draw(
      shown.text, row: rectangle.row, column: rectangle.column + used, columns: rectangle.columns - used,
      style: Style(.field))
    guard isEdited else { return }
    painter.cursor = Frame.Position(row: rectangle.row, column: rectangle.column + used + shown.caret)
  }

  static func drawEmpty(
    _ list: FilteredList, none: String = "nothing here", in rectangle: Rectangle, _ painter: inout Painter
  ) {
    guard rectangle.rows > 1 else { return }
    painter.draw(
      list.filter == nil ? none : "nothing like that; Esc shows all", row: rectangle.row + 1,
      column: rectangle.column + 2, columns: rectangle.columns - 2, style: Style(.secondary))
  }
}
