import BrowserCore
import TextLayout

/// Draws the browser: a pure function of its state and a theme.
public enum BrowserView {
  /// The screen for a state. Costs the cells of the screen.
  public static func frame(_ state: BrowserState, theme: ResolvedTheme) -> Frame {
    var painter = Painter(size: state.size, theme: theme, glyphs: state.glyphs)
    let arrangement = state.arrangement
    drawRules(arrangement, state, &painter)
    if let header = arrangement.header { HeaderView.draw(state, in: header, &painter) }
    if let page = state.page {
      if let rectangle = arrangement.contents { ContentsView.draw(page, state, in: rectangle, &painter) }
      if let rectangle = arrangement.page { PageView.draw(page, state, in: rectangle, &painter) }
      if let list = state.diagnostics, state.showsDiagnostics {
        if let rectangle = arrangement.relations {
          DiagnosticsView.draw(list, state, in: rectangle, &painter)
        }
        if let rectangle = arrangement.strip { DiagnosticsStripView.draw(list, in: rectangle, &painter) }
      } else {
        if let rectangle = arrangement.relations { RelationsView.draw(page, state, in: rectangle, &painter) }
        if let rectangle = arrangement.strip { StripView.draw(page, state, in: rectangle, &painter) }
      }
      if let rectangle = arrangement.preview { PreviewView.draw(state, in: rectangle, &painter) }
    } else {
      StartView.draw(state, in: OverlayArrangement(size: state.size).frame, &painter)
    }
    if let overlay = state.overlays.last {
      OverlayView.draw(overlay, state, in: OverlayArrangement(size: state.size).frame, &painter)
    }
    ContinuationsView.draw(state, &painter)
    if let rectangle = arrangement.status { StatusView.draw(state, in: rectangle, &painter) }
    if let rectangle = arrangement.hints { HintsView.draw(state, in: rectangle, &painter) }
    return painter.frame
  }

  /// The lines between panels; only where panels are shown.
  private static func drawRules(
    _ arrangement: PanelArrangement, _ state: BrowserState, _ painter: inout Painter
  ) {
    guard state.page != nil else { return }
    let isUnicode = state.glyphs == .unicode
    for rule in arrangement.verticalRules {
      for row in rule.row..<rule.endRow {
        painter.draw(
          isUnicode ? "│" : "|", row: row, column: rule.column, columns: 1, style: Style(.panelRule))
      }
    }
    for rule in arrangement.horizontalRules {
      painter.draw(
        String(repeating: isUnicode ? "─" : "-", count: rule.columns), row: rule.row, column: rule.column,
        columns: rule.columns, style: Style(.panelRule))
    }
  }
}
