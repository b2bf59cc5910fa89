import BrowserCore
import MonographModel
import TextLayout

/// The panel of what is wrong in the page's file: severity and place, then the sentence; with the focus the fix.
enum DiagnosticsView {
  static func draw(
    _ list: DiagnosticList, _ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let isFocused = state.panels.focus == .relations
    PanelTitle.draw("Diagnostics", list.list, isFocused: isFocused, in: rectangle, &painter)
    if isFocused, !list.list.isTyping {
      painter.cursor = Frame.Position(row: rectangle.row, column: rectangle.column)
    }
    let shown = list.shown
    var row = rectangle.row + 1
    for index in shown.indices.dropFirst(list.list.list.top) where row < rectangle.endRow {
      let isSelected = isFocused && index == list.list.list.selection
      if isSelected, !list.list.isTyping {
        painter.cursor = Frame.Position(row: row, column: rectangle.column)
      }
      row += draw(shown[index], isSelected: isSelected, row: row, in: rectangle, &painter)
    }
    guard shown.isEmpty else { return }
    if list.diagnostics.isEmpty {
      painter.draw(
        "nothing found wrong", row: rectangle.row + 1, column: rectangle.column + 2,
        columns: rectangle.columns - 2, style: Style(.secondary))
    } else {
      PanelTitle.drawEmpty(list.list, in: rectangle, &painter)
    }
  }

  /// Draws one; gives the rows it took.
  private static func draw(
    _ diagnostic: Diagnostic, isSelected: Bool, row: Int, in rectangle: Rectangle, _ painter: inout Painter
  ) -> Int {
    if isSelected {
      painter.fill(
        Rectangle(row: row, column: rectangle.column, rows: 1, columns: rectangle.columns),
        style: Style(.selection))
    }
    painter.draw(
      (isSelected ? "> " : "  ") + diagnostic.label, row: row, column: rectangle.column,
      columns: rectangle.columns, style: Style(isSelected ? .selection : diagnostic.severity.role))
    let lines = diagnostic.lines(columns: rectangle.columns - DiagnosticList.indent, isFocused: isSelected)
    for (index, line) in lines.enumerated() where row + 1 + index < rectangle.endRow {
      painter.draw(
        line, row: row + 1 + index, column: rectangle.column + DiagnosticList.indent - 1,
        columns: rectangle.columns - DiagnosticList.indent, style: Style(.panelText))
    }
    return 1 + lines.count
  }
}

/// The line that tells how much is wrong, and what first.
enum DiagnosticsStripView {
  static func draw(_ list: DiagnosticList, in rectangle: Rectangle, _ painter: inout Painter) {
    painter.fill(rectangle, style: Style(.panelText))
    let opens = "D opens"
    let end = rectangle.endColumn - opens.count - 2
    var column = rectangle.column
    let role = list.diagnostics.map(\.severity.role).first ?? .panelTitle
    column += painter.draw(
      list.summary, row: rectangle.row, column: column, columns: end - column, style: Style(role))
    if let first = list.diagnostics.first {
      painter.draw(
        ": \(first.label) \(first.message)", row: rectangle.row, column: column, columns: end - column,
        style: Style(.panelText))
    }
    painter.draw(
      opens, row: rectangle.row, column: rectangle.endColumn - opens.count - 1, columns: opens.count,
      style: Style(.hint))
  }
}

extension Diagnostic.Severity {
  /// The role its word is drawn in.
  fileprivate var role: Role {
    switch self {
    case .error: .error
    case .warning: .warningTitle
    case .note: .panelTitle
    }
  }
}
