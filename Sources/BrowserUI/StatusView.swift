import BrowserCore
import MonographModel
import TextLayout

/// The status line: a prompt, a message, keys that are pending, else where the page comes from.
enum StatusView {
  static func draw(_ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter) {
    painter.fill(rectangle, style: Style(.status))
    if state.prompt != nil {
      drawPrompt(state, in: rectangle, &painter)
      return
    }
    if let text = pendingText(state) {
      draw(text, Style(.message), in: rectangle, &painter)
      return
    }
    if let work = state.work {
      draw("\(work.sentence) …; Esc stops", Style(.message), in: rectangle, &painter)
      return
    }
    if let message = state.message {
      draw(message.text, Style(message.isError ? .error : .message), in: rectangle, &painter)
      return
    }
    if state.isShowingFile, let problem = state.diagnostics?.problem {
      draw(problem, Style(.error), in: rectangle, &painter)
      return
    }
    if case .graph(let graph) = state.overlays.last {
      let lines = GraphArrangement(graph, size: state.size, glyphs: state.glyphs).statement
      draw(lines, Style(.status), in: rectangle, &painter)
      return
    }
    let sources = self.sources(state)
    // How much is wrong in a file stays beside the source, which has shorter forms.
    let reserved = diagnostics(state).map { DisplayText.width(of: $0) + 2 } ?? 0
    let available = rectangle.columns - reserved
    let left = sources.first { DisplayText.width(of: $0) <= available } ?? sources[sources.count - 1]
    let used = painter.draw(
      left, row: rectangle.row, column: rectangle.column, columns: rectangle.columns, style: Style(.status))
    guard let right = focused(state) else { return }
    let width = DisplayText.width(of: right)
    let room = rectangle.columns - used - 2
    guard width <= room else { return }
    painter.draw(
      right, row: rectangle.row, column: rectangle.endColumn - width, columns: width, style: Style(.status))
  }

  /// Draws a message: on more lines than one, upwards, where it is long, so that what to do is not cut off.
  private static func draw(
    _ text: String, _ style: Style, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let visible = DisplayText.visible(text, glyphs: painter.glyphs)
    draw(DisplayText.wrap(visible, width: rectangle.columns), style, in: rectangle, &painter)
  }

  /// Draws lines that end on the status line.
  private static func draw(
    _ lines: [String], _ style: Style, in rectangle: Rectangle, _ painter: inout Painter
  ) {
    let lines = lines.suffix(rectangle.row + 1)
    let first = rectangle.endRow - lines.count
    painter.fill(
      Rectangle(row: first, column: rectangle.column, rows: lines.count, columns: rectangle.columns),
      style: Style(.status))
    for (index, line) in lines.enumerated() {
      painter.draw(
        line, row: first + index, column: rectangle.column, columns: rectangle.columns, style: style)
    }
  }

  /// Where the page comes from and how old it is, at full length and then ever shorter.
  private static func sources(_ state: BrowserState) -> [String] {
    // A window without a first line has the name of the drug here, before all else.
    guard state.arrangement.header == nil, let name = name(state) else { return pageSources(state) }
    return pageSources(state).map { "\(name)  \($0)" } + [name]
  }

  /// What is read, or chosen in a list of hits.
  private static func name(_ state: BrowserState) -> String? {
    if case .list(let list) = state.overlays.last {
      guard case .hit(let hit) = list.selected?.target else { return nil }
      return hit.title
    }
    guard let page = state.page else { return nil }
    let title = page.page.monograph?.title ?? page.page.title
    return page.view.layout.sections.contains(where: \.hasBoxedWarning) ? "! \(title)" : title
  }

  private static func pageSources(_ state: BrowserState) -> [String] {
    guard let page = state.page else { return ["reference text, not advice"] }
    if page.page.monograph == nil { return ["no page in this library"] }
    let summaries = page.monograph.source.summaries
    guard let position = page.sourcePosition else { return summaries }
    let place = "\(position.number) of \(position.count)"
    return summaries.flatMap { ["source \(place): \($0)", "\(place): \($0)"] } + [place]
  }

  /// What the focused thing is or leads to.
  private static func focused(_ state: BrowserState) -> String? {
    guard state.overlays.isEmpty, let page = state.page else { return nil }
    switch state.panels.focus {
    case .relations where state.showsDiagnostics: return nil
    case .relations:
      return page.relations.selected.map { $0.detail.isEmpty ? $0.name : "\($0.name): \($0.detail)" }
    case .contents: return nil
    case .page:
      guard case .link(let link) = page.view.focus, page.view.layout.links.indices.contains(link) else {
        return diagnostics(state)
      }
      return "\(link + 1) \(page.view.layout.links[link].address)"
    }
  }

  /// How much is wrong in the page's file, where nothing else on the screen says so.
  private static func diagnostics(_ state: BrowserState) -> String? {
    guard let list = state.diagnostics, state.isShowingFile else { return nil }
    let arrangement = state.arrangement
    if state.showsDiagnostics, arrangement.relations != nil || arrangement.strip != nil { return nil }
    return "D \(list.summary)"
  }

  private static func pendingText(_ state: BrowserState) -> String? {
    guard !state.pending.isEmpty else { return nil }
    let keys = state.pending.digits + state.pending.prefix.map(\.description).joined()
    guard state.pending.prefix.isEmpty, let number = state.pending.count, state.overlays.isEmpty,
      let page = state.page
    else { return keys }
    let links = page.view.layout.links
    let name =
      links.indices.contains(number - 1)
      ? links[number - 1].text : page.neighbours.neighbour(number: number)?.name
    return name.map { "\(keys)  Enter follows \($0)" } ?? "\(keys)  no link has this number"
  }

  private static func drawPrompt(_ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter) {
    guard let prompt = state.prompt else { return }
    let sign: String
    var note = ""
    switch prompt {
    case .find(let direction, let field, _):
      sign = direction == .forward ? "/" : "?"
      if let search = state.page?.search, !field.isEmpty {
        note = search.current.map { "\($0 + 1) of \(search.matches.count)" } ?? "not on this page"
      }
    case .command:
      sign = ":"
      let words = state.offeredCommands.compactMap(\.word)
      note = words.isEmpty ? "no such command here" : words.joined(separator: " ")
    case .hints:
      sign = "link: "
      let count = state.hintedLinks.count
      note = count == 1 ? "1 link; Enter follows" : "\(count) links; Tab, Enter"
    }
    FieldView.draw(sign, prompt.field, note: note, in: rectangle, &painter)
  }
}
