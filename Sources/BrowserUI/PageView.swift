import BrowserCore
import TextLayout

/// The page panel: the text, and what a warning that is cut has more.
enum PageView {
  static func draw(
    _ page: PageState, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let margin = state.arrangement.pageMargin(for: state.size)
    let columns = rectangle.columns - margin
    let cursor = painter.draw(
      page.view, search: page.search, row: rectangle.row,
      column: rectangle.column + margin, columns: columns, rows: rectangle.rows)
    if state.panels.focus == .page { painter.cursor = cursor }
    drawWarningNotice(page, in: rectangle, &painter)
  }

  /// Says how many lines of a warning stand below the window, at the end of its last line where there is
  /// room, else over it.
  private static func drawWarningNotice(
    _ page: PageState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let below = page.view.warningLinesBelow
    guard below > 0, rectangle.rows > 2, let last = page.view.visibleLines.last else { return }
    let row = rectangle.endRow - 1
    let short = "\(below) more line\(below == 1 ? "" : "s") below"
    let room = rectangle.columns - last.line.width - 4
    if DisplayText.width(of: short) <= room {
      painter.draw(
        short, row: row, column: rectangle.endColumn - DisplayText.width(of: short) - 1, columns: room,
        style: Style(.warningTitle))
    } else {
      let hidden = below + 1
      let strip = Rectangle(row: row, column: rectangle.column, rows: 1, columns: rectangle.columns)
      painter.fill(strip, style: Style(.warningTitle))
      painter.draw(
        "! \(hidden) more line\(hidden == 1 ? "" : "s") of this warning below", row: row,
        column: rectangle.column + 1, columns: rectangle.columns - 1, style: Style(.warningTitle))
    }
  }
}

/// The page that the focused link leads to, beside the page being read.
enum PreviewView {
  static func draw(_ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter) {
    let rule = rectangle.row - 1
    guard let preview = state.preview else {
      painter.draw(
        " Preview: focus a link ", row: rule, column: rectangle.column + 1, columns: rectangle.columns - 2,
        style: Style(.panelTitle))
      return
    }
    painter.draw(
      " Preview: \(preview.page.title) ", row: rule, column: rectangle.column + 1,
      columns: rectangle.columns - 2, style: Style(.panelTitle))
    _ = painter.draw(
      preview.view, row: rectangle.row, column: rectangle.column, columns: rectangle.columns - 1,
      rows: rectangle.rows)
  }
}
