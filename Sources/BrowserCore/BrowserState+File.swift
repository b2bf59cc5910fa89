import MonographModel
import TextLayout

/// A page opened from its file: what is wrong in it, and reading it again when the file changes.
extension BrowserState {
  /// Whether the page being read is the one opened from its file.
  public var isShowingFile: Bool { diagnostics != nil && diagnostics?.entity == page?.page.entity }

  /// Whether the side panel, the drawer or the strip shows what is wrong in the file, in the place of relations.
  public var showsDiagnostics: Bool { panels.side == .diagnostics && isShowingFile }

  /// Takes in what was read from the file: the first time opens it, later puts it in the old one's place.
  mutating func takeFile(_ read: Page, file: String, _ found: [Diagnostic]) {
    guard var diagnostics, diagnostics.entity == read.entity else {
      diagnostics = DiagnosticList(file: file, entity: read.entity, diagnostics: found)
      if !found.isEmpty { panels.side = .diagnostics }
      arrive(at: read, .top)
      return
    }
    diagnostics.diagnostics = found
    diagnostics.problem = nil
    let count = diagnostics.shown.count
    diagnostics.list.list.select(diagnostics.list.list.selection, count: count)
    self.diagnostics = diagnostics
    recent.removeAll { $0.page.entity == read.entity }
    if page?.page.entity == read.entity { replacePage(with: read) }
    say("\(file) read again: \(diagnostics.summary)")
  }

  /// Says that the file cannot be read; the page stays as it was.
  mutating func loseFile(_ sentence: String) {
    diagnostics?.problem = sentence
    message = nil
  }

  /// Puts a page in the place of an earlier reading of it, at the same block.
  private mutating func replacePage(with read: Page) {
    guard let old = page else { return }
    var new = PageState(page: read, options: old.view.layout.options, rows: old.view.rows)
    let matching = ItemMatching(from: old.view.layout, to: new.view.layout)
    new.view.scroll(to: matching.passage(old.view.topPassage))
    new.view.focus = matching.focus(old.view.focus)
    if let search = old.search {
      new.search = PageSearch(pattern: search.pattern, direction: search.direction, in: new.view.layout)
    }
    new.contentsOrder = old.contentsOrder
    new.contents = old.contents
    new.folded = matching.sections(old.folded)
    page = new
    // Their entries count links and blocks of the page that is gone.
    overlays.removeAll {
      if case .list(let overlay) = $0 {
        overlay.purpose == .links || overlay.purpose == .citations
      } else {
        false
      }
    }
  }

  // MARK: The panel

  mutating func toggleDiagnostics() {
    guard isShowingFile else {
      say("diagnostics are shown for a page opened from its file: monograph FILE.md")
      return
    }
    if panels.focus == .relations, panels.side == .diagnostics {
      closeSide()
    } else {
      openSide(.diagnostics)
    }
  }

  /// Gives the side panel, or the drawer, to relations or diagnostics, and goes there.
  mutating func openSide(_ side: SidePanel) {
    panels.side = side
    panels.showsRelations = true
    panels.focus = .relations
  }

  mutating func closeSide() {
    panels.focus = .page
    if !arrangement.isSinglePanel { panels.showsRelations = size.columns < 120 ? nil : false }
  }

  mutating func performInDiagnostics(_ command: Command, count: Int?) {
    guard var diagnostics else { return }
    switch command {
    case .follow:
      guard let selected = diagnostics.selected else { return }
      go(to: selected)
      return
    case .findForward: diagnostics.list.beginFilter()
    default:
      diagnostics.list.list.move(
        command, repeating: count ?? 1, rows: arrangement.relations?.rows ?? 1, count: diagnostics.shown.count
      )
    }
    self.diagnostics = diagnostics
  }

  /// Goes to the block that was read from a diagnostic's line.
  private mutating func go(to diagnostic: Diagnostic) {
    guard let view = page?.view else { return }
    history.leave(place)
    panels.focus = .page
    guard let item = view.layout.item(onLine: diagnostic.line) else {
      page?.view.scrollToStart()
      let place =
        diagnostic.line == 0 ? "the whole file is meant" : "line \(diagnostic.line) is in the front matter"
      say("\(place): \(diagnostic.message)")
      return
    }
    go(toItem: item)
    say("\(diagnostic.label): \(diagnostic.message)")
  }

  /// Brings the list in line with the height of its panel.
  mutating func settleDiagnostics(in panel: Rectangle) {
    guard var diagnostics else { return }
    let shown = diagnostics.shown
    let columns = panel.columns - DiagnosticList.indent
    let selection = panels.focus == .relations ? diagnostics.list.list.selection : nil
    diagnostics.list.list.reveal(rows: max(1, panel.rows - 2), count: shown.count) {
      1 + shown[$0].lines(columns: columns, isFocused: $0 == selection).count
    }
    self.diagnostics = diagnostics
  }
}

extension DiagnosticList {
  /// The columns before a message in the panel, and the blank after it.
  public static let indent = 5
}

extension DocumentLayout {
  /// The block or heading that was read from a line of the source: the one with the fewest lines of those that
  /// hold it, else the last one that begins before it; nil for a line before all of them.
  func item(onLine line: Int) -> Int? {
    let known = items.indices.compactMap { index in items[index].lines.map { (index: index, lines: $0) } }
    let holding = known.filter { $0.lines.first <= line && line <= $0.lines.last }
    if let best = holding.min(by: { $0.lines.last - $0.lines.first < $1.lines.last - $1.lines.first }) {
      return best.index
    }
    return known.last { $0.lines.first <= line }?.index
  }
}
