import BrowserCore
import TextLayout

/// The last line: the keys that matter where the person is, as many as fit.
enum HintsView {
  static func draw(_ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter) {
    painter.fill(rectangle, style: Style(.hint))
    var column = rectangle.column
    for (key, word) in hints(for: state) {
      let width = DisplayText.width(of: key) + 1 + DisplayText.width(of: word)
      guard column + width <= rectangle.endColumn else { break }
      column += painter.draw(
        key, row: rectangle.row, column: column, columns: rectangle.endColumn - column, style: Style(.hintKey)
      )
      column += painter.draw(
        " \(word)", row: rectangle.row, column: column, columns: rectangle.endColumn - column,
        style: Style(.hint))
      column += 2
    }
  }

  private static func hints(for state: BrowserState) -> [(String, String)] {
    if state.isTyping { return typingHints(for: state) }
    if state.context == .relations, state.showsDiagnostics { return diagnosticsHints }
    var hints = hints[state.context] ?? []
    if state.page?.page.report != nil { hints.removeAll { $0.1 == "relations" } }
    if state.context == .page, state.page?.search?.isOfHit == true {
      hints = nextMatch + hints.map { $0.1 == "back" ? ($0.0, "hits") : $0 }
    }
    guard state.context == .page, (state.page?.page.documents.count ?? 0) > 1 else { return hints }
    // First of all where there is something to go to: a reader who never knows of it reads one label as the drug.
    return otherSource + hints
  }

  /// The hints of each context, worked out once.
  private static let hints: [Context: [(String, String)]] = [
    .start: named([
      (.searchLibrary, "search"), (.openByName, "open"), (.index, "index"), (.help, "help"), (.close, "quit"),
    ]),
    .page: named([
      (.searchLibrary, "search"), (.openByName, "open"), (.help, "help"), (.findForward, "find"),
      (.nextLink, "link"), (.follow, "follow"), (.back, "back"), (.contents, "contents"),
      (.relations, "relations"), (.index, "index"), (.whereAmI, "source"), (.close, "quit"),
    ]),
    .contents: named([
      (.follow, "go"), (.contents, "close"), (.unfold, "unfold"), (.fold, "fold"), (.findForward, "filter"),
      (.cancel, "page"), (.help, "help"),
    ]),
    .relations: named([
      (.follow, "open"), (.relations, "close"), (.findForward, "filter"), (.relationOrder, "sort"),
      (.cancel, "page"), (.fold, "fold"), (.unfold, "unfold"), (.zoom, "zoom"), (.help, "help"),
    ]),
    .list: named([(.follow, "choose"), (.findForward, "filter"), (.cancel, "close"), (.help, "help")]),
    .graph: named(
      [
        (.follow, "centre"), (.back, "back"), (.openSelected, "page"), (.secondRing, "its relations"),
        (.findForward, "filter"), (.whereAmI, "in full"), (.close, "close"), (.help, "help"),
      ], in: .graph),
    .document: named([(.close, "close"), (.nextLink, "link"), (.pageDown, "page down")]),
  ]

  private static let diagnosticsHints = named([
    (.follow, "go to the line"), (.diagnostics, "close"), (.findForward, "filter"), (.cancel, "page"),
    (.zoom, "zoom"), (.help, "help"),
  ])

  private static let nextMatch = named([(.findNext, "next")])

  private static let otherSource = named([(.otherSource, "other source")])

  private static func typingHints(for state: BrowserState) -> [(String, String)] {
    switch state.prompt {
    case .find: return [("Enter", "keep"), ("Esc", "back to where you were")]
    case .command: return [("Enter", "do it"), ("Tab", "complete"), ("Esc", "cancel")]
    case .hints: return [("Enter", "follow"), ("Tab", "next"), ("Esc", "cancel")]
    case nil: break
    }
    if case .list(let overlay) = state.overlays.last, !overlay.list.isTyping {
      var hints = [("Enter", "open"), ("Down Up", "choose"), ("Esc", state.page == nil ? "keys" : "close")]
      if state.page == nil { hints.append(("F1", "help")) }
      hints.append(("Ctrl-Q", "quit"))
      return hints
    }
    if state.context == .relations, !state.showsDiagnostics {
      return [("Enter", "keep the filter"), ("Tab", "complete kind: source:"), ("Esc", "show all")]
    }
    return [("Enter", "keep the filter"), ("Esc", "show all")]
  }

  /// Commands with the first of their keys, from the command table.
  private static func named(
    _ commands: [(Command, String)], in context: Context? = nil
  ) -> [(String, String)] {
    commands.compactMap { command, word in
      guard
        let entry = CommandTable.entries.first(where: {
          $0.command == command && (context.map($0.contexts.contains) ?? true)
        }),
        let key = entry.keys.first
      else { return nil }
      return (KeyName.name(of: key), word)
    }
  }
}

/// The ways that a prefix key can go on, shown over the foot of the page when the second key is slow to
/// come.
enum ContinuationsView {
  static func draw(_ state: BrowserState, _ painter: inout Painter) {
    guard state.pending.showsContinuations, let first = state.pending.prefix.first else { return }
    let choices = CommandTable.entries.compactMap { entry -> String? in
      guard entry.contexts.contains(state.context),
        let keys = entry.keys.lazy.compactMap(Key.sequence).first(where: { $0.first == first && $0.count > 1 }
        )
      else { return nil }
      return "\(keys.dropFirst().map(\.description).joined()) \(entry.summary)"
    }
    let size = state.size
    let widest = (choices.map { DisplayText.width(of: $0) }.max() ?? 1) + 2
    let columns = max(1, (size.columns - 2) / widest)
    let rows = (choices.count + columns - 1) / columns
    let bottom = OverlayArrangement(size: size).frame.endRow
    let top = max(0, bottom - rows)
    painter.fill(
      Rectangle(row: top, column: 0, rows: bottom - top, columns: size.columns), style: Style(.panelText))
    for (index, choice) in choices.enumerated() {
      let row = top + index % max(1, rows)
      guard row < bottom else { continue }
      painter.draw(
        choice, row: row, column: 1 + index / max(1, rows) * widest, columns: widest - 1,
        style: Style(.panelText))
    }
  }
}
