import MonographModel
import TextLayout

/// Commands in the page, the contents and the relations panel.
extension BrowserState {
  mutating func performInPanels(_ command: Command, count: Int?) -> [Effect] {
    guard page != nil else { return [] }
    switch command {
    case .contents: toggleContents()
    case .relations:
      if page?.page.report == nil { toggleRelations() } else { say("a report has no relations of its own") }
    case .zoom:
      panels.isZoomed.toggle()
      say(panels.isZoomed ? "zoomed; z shows all panels again" : "all panels")
    case .nextPanel: focusNextPanel()
    case .nextSection: goToSection(.forward, count: count ?? 1)
    case .previousSection: goToSection(.backward, count: count ?? 1)
    case .landmark(.hit, let direction):
      if let trail = page?.trail { return step(direction, along: trail) }
      say("no search led to this page; s searches the library")
    case .landmark(let landmark, let direction): go(to: landmark, direction)
    case .clinical(let topic): go(to: topic)
    case .listLinks: showLinks()
    case .otherSource: return openOtherSource()
    case .listSources: showSources()
    case .contentsOrder: changeContentsOrder()
    case .diagnostics: toggleDiagnostics()
    case .graph: return showGraph()
    case .path: askForPath()
    case .compare: askForComparison()
    case .markDrug: toggleMark()
    case .interactions: return showInteractions()
    default:
      switch panels.focus {
      case .page: return performInPage(command, count: count)
      case .contents: performInContents(command, count: count)
      case .relations: return performInRelations(command, count: count)
      }
    }
    return []
  }

  // MARK: Opening, closing, moving between panels

  private mutating func toggleContents() {
    let shown =
      page?.page.form == .comparison ? \PanelState.showsContentsOfComparison : \PanelState.showsContents
    if panels.focus == .contents {
      panels.focus = .page
      if !arrangement.isSinglePanel { panels[keyPath: shown] = false }
    } else {
      panels[keyPath: shown] = true
      panels.focus = .contents
      page?.contents.filter = nil
      let current = page?.currentContentsEntry ?? 0
      page?.contents.list.selection = current
    }
  }

  private mutating func changeContentsOrder() {
    contentsOrder = contentsOrder == .source ? .clinical : .source
    page?.contentsOrder = contentsOrder
    if let current = page?.currentContentsEntry { page?.contents.list.selection = current }
    say(
      contentsOrder == .clinical
        ? "contents in clinical order; the page keeps the source's" : "contents in the source's order")
  }

  private mutating func focusNextPanel() {
    let shown = Panel.allCases.filter {
      arrangement.isSinglePanel && ($0 != .relations || page?.page.report == nil)
        || arrangement.rectangle(of: $0) != nil
    }
    guard let index = shown.firstIndex(of: panels.focus) else { return }
    panels.focus = shown[(index + 1) % shown.count]
  }

  // MARK: Page

  private mutating func performInPage(_ command: Command, count: Int?) -> [Effect] {
    guard let view = page?.view else { return [] }
    switch command {
    case .follow: return followFocus()
    case .nextLink, .previousLink:
      let direction: Direction = command == .nextLink ? .forward : .backward
      if page?.view.focusNextLink(direction) == false { saySoAboutLinks(direction) }
    case .hints:
      if view.layout.links.isEmpty {
        say("no links on this page")
      } else {
        prompt = .hints(TextField(), origin: findOrigin(view))
      }
    case .findForward, .findBackward:
      prompt = .find(
        command == .findForward ? .forward : .backward, TextField(), origin: findOrigin(view))
    case .findNext: return findNext(.forward, count: count ?? 1)
    case .findPrevious: return findNext(.backward, count: count ?? 1)
    case .sourceText:
      guard let page, let document = page.page.document else {
        say(
          page?.page.report == nil
            ? "no source text: this library has no page about \(page?.page.title ?? "it")"
            : "no source text: the program made this page; follow a link to a page and ask there")
        return []
      }
      return [.sourceText(page.page.entity, document: document, linesInFocus)]
    default:
      if page?.view.perform(command, count: count) == false { sayAtEdge(command) }
    }
    return []
  }

  private func findOrigin(_ view: DocumentView) -> Prompt.FindOrigin {
    Prompt.FindOrigin(top: view.topPassage, focus: view.focus, search: page?.search)
  }

  /// The source lines of the block in focus, else of the first block of text in the window.
  private var linesInFocus: LineRange? {
    guard let view = page?.view else { return nil }
    var item: Int?
    switch view.focus {
    case .link(let link) where view.layout.links.indices.contains(link): item = view.layout.links[link].item
    case .passage(let passage): item = passage.item
    default: break
    }
    let shown = view.visibleLines.filter { !$0.line.spans.isEmpty }.map(\.position.item)
    item = item ?? shown.first { view.layout.items[$0].lines != nil }
    guard let item, view.layout.items.indices.contains(item) else { return nil }
    guard case .heading = view.layout.items[item].kind else { return view.layout.items[item].lines }
    // Of a heading, with what stands directly under it.
    let lines = view.layout.items.filter { $0.section == view.layout.items[item].section }.compactMap(\.lines)
    guard let first = lines.map(\.first).min(), let last = lines.map(\.last).max() else { return nil }
    return LineRange(first: first, last: last)
  }

  private mutating func saySoAboutLinks(_ direction: Direction) {
    guard let links = page?.view.layout.links else { return }
    if links.isEmpty {
      say("no links on this page")
    } else {
      say(direction == .forward ? "that was the last link" : "that was the first link")
    }
  }

  private mutating func sayAtEdge(_ command: Command) {
    switch command {
    case .lineDown, .pageDown, .halfPageDown: say("end of the page")
    case .lineUp, .pageUp, .halfPageUp: say("top of the page")
    default: break
    }
  }

  // MARK: Contents

  private mutating func performInContents(_ command: Command, count: Int?) {
    guard var page else { return }
    let shown = page.shownSections
    let selected =
      shown.indices.contains(page.contents.list.selection)
      ? shown[page.contents.list.selection] : nil
    switch command {
    case .follow:
      guard let selected else { break }
      self.page = page
      panels.focus = .page
      goToSection(selected)
      return
    case .findForward: page.contents.beginFilter()
    case .fold:
      guard let selected else { break }
      let sections = page.view.layout.sections
      let hasChildren = sections.contains { $0.parent == selected }
      if hasChildren, !page.folded.contains(selected) {
        page.folded.insert(selected)
      } else if let parent = sections[selected].parent, let entry = shown.firstIndex(of: parent) {
        page.contents.list.selection = entry
      }
    case .unfold:
      if let selected { page.folded.remove(selected) }
    default:
      page.contents.list.move(
        command, repeating: count ?? 1, rows: arrangement.contents?.rows ?? 1, count: shown.count)
    }
    self.page = page
  }

  // MARK: Sections and landmarks

  /// Goes to a section of the page: its heading to the top, and the cursor on it.
  mutating func goToSection(_ section: Int) {
    guard let sections = page?.view.layout.sections, sections.indices.contains(section) else { return }
    go(toItem: sections[section].firstItem)
  }

  mutating func go(toItem item: Int) {
    page?.view.scroll(to: Passage(item: item))
    page?.view.focus = .passage(Passage(item: item))
  }

  /// The item that jumps count from: that of the focused place, else the one at the top.
  private var currentItem: Int {
    guard let view = page?.view else { return 0 }
    if case .passage(let passage) = view.focus { return passage.item }
    if case .link(let link) = view.focus, view.layout.links.indices.contains(link) {
      return view.layout.links[link].item
    }
    return view.top.item
  }

  private mutating func goToSection(_ direction: Direction, count: Int) {
    guard let view = page?.view else { return }
    let starts = view.layout.sections.map(\.firstItem)
    let isAtTop = view.focus == .none && view.isAtStart
    let current = isAtTop && direction == .forward ? starts.first.map { _ in -1 } ?? 0 : currentItem
    let candidates =
      direction == .forward
      ? starts.filter { $0 > current } : starts.filter { $0 < currentItem }.reversed()
    guard !candidates.isEmpty else {
      say(direction == .forward ? "that was the last section" : "that was the first section")
      return
    }
    go(toItem: candidates[min(max(1, count), candidates.count) - 1])
    panels.focus = panels.focus == .contents && arrangement.isSinglePanel ? .page : panels.focus
  }

  private mutating func go(to landmark: Command.Landmark, _ direction: Direction) {
    guard let view = page?.view else { return }
    if landmark == .reference {
      goToCitation(direction)
      return
    }
    let items = view.layout.items.indices.filter { view.layout.items[$0].kind.isLandmark(landmark) }
    let wanted =
      direction == .forward
      ? items.first { $0 > currentItem } : items.last { $0 < currentItem }
    guard let wanted else {
      say(
        items.isEmpty
          ? "no \(landmark.name) on this page"
          : "no \(landmark.name) \(direction == .forward ? "below" : "above")")
      return
    }
    go(toItem: wanted)
    panels.focus = .page
  }

  private mutating func goToCitation(_ direction: Direction) {
    guard let view = page?.view else { return }
    let citations = view.layout.links.indices.filter {
      if case .reference = view.layout.links[$0].target { true } else { false }
    }
    let wanted: Int?
    if case .link(let link) = view.focus {
      wanted = direction == .forward ? citations.first { $0 > link } : citations.last { $0 < link }
    } else {
      wanted =
        direction == .forward
        ? citations.first { view.layout.links[$0].item >= currentItem }
        : citations.last { view.layout.links[$0].item <= currentItem }
    }
    guard let wanted else {
      say(citations.isEmpty ? "no citation on this page" : "no citation that way")
      return
    }
    page?.view.focus(link: wanted)
    panels.focus = .page
  }

  /// Goes to the section that answers a clinical question; again goes to the next that does.
  private mutating func go(to topic: ClinicalTopic) {
    guard let view = page?.view else { return }
    let sections = view.layout.sections
    var items = topic.sections(in: sections).map { sections[$0].firstItem }
    if topic == .boxedWarning {
      items += view.layout.items.indices.filter { view.layout.items[$0].kind == .callout(.boxedWarning) }
    }
    guard page?.page.monograph != nil else {
      say("\(topic.name): this library has no page about \(page?.page.title ?? "it")")
      return
    }
    guard !items.isEmpty else {
      let absence = SectionAbsence(of: topic, in: view.layout)
      say("\(topic.name): \(absence.sentence)\(absence.count > 0 ? "; / finds it" : "")")
      return
    }
    var index = 0
    if case .passage(let passage) = view.focus, let now = items.firstIndex(of: passage.item) {
      index = (now + 1) % items.count
    }
    go(toItem: items[index])
    panels.focus = .page
    if items.count > 1 { say("\(topic.name): \(index + 1) of \(items.count); again for the next") }
  }
}

extension Item.Kind {
  /// Whether `]` and `[` with a landmark's letter stop here.
  func isLandmark(_ landmark: Command.Landmark) -> Bool {
    switch (landmark, self) {
    case (.table, .table), (.list, .list), (.list, .definitionList), (.table, .infobox): true
    case (.warning, .callout(let severity)): severity.isWarning
    case (.table, .columns(let held)): held.contains(.table)
    case (.list, .columns(let held)): held.contains(.list)
    case (.warning, .columns(let held)): held.contains(.warning)
    default: false
    }
  }
}

extension DocumentView {
  /// Scrolls as a command says. False where nothing moved, or the command does not scroll.
  mutating func perform(_ command: Command, count: Int?) -> Bool {
    let times = max(1, count ?? 1)
    switch command {
    case .lineDown: return scroll(lines: times)
    case .lineUp: return scroll(lines: -times)
    case .pageDown: return scroll(lines: times * pageStep)
    case .pageUp: return scroll(lines: -times * pageStep)
    case .halfPageDown: return scroll(lines: times * max(1, rows / 2))
    case .halfPageUp: return scroll(lines: -times * max(1, rows / 2))
    case .top: scrollToStart()
    case .bottom: scrollToEnd()
    case .percent: scroll(toPercent: count ?? 0)
    default: return false
    }
    return true
  }
}

extension ListState {
  /// Moves the selection as a command says.
  mutating func move(
    _ command: Command, repeating times: Int, rows: Int, count: Int,
    isSelectable: (Int) -> Bool = { _ in true }
  ) {
    let step: Int
    switch command {
    case .lineDown, .nextLink: step = 1
    case .lineUp, .previousLink: step = -1
    case .pageDown: step = max(1, rows - 1)
    case .pageUp: step = -max(1, rows - 1)
    case .halfPageDown: step = max(1, rows / 2)
    case .halfPageUp: step = -max(1, rows / 2)
    case .top:
      selection = count
      select(0, count: count, isSelectable: isSelectable)
      return
    case .bottom:
      select(count - 1, count: count, isSelectable: isSelectable)
      return
    default: return
    }
    let distance = step * min(max(1, times), 1_000_000)
    select(selection + distance, count: count, isSelectable: isSelectable)
  }

  /// Moves the selection by so many rows of entries that take the rows that `height` says.
  mutating func turn(
    _ direction: Direction, rows: Int, count: Int, height: (Int) -> Int, isSelectable: (Int) -> Bool
  ) {
    var index = selection
    var used = 0
    while used < rows - 1 {
      let next = direction == .forward ? index + 1 : index - 1
      guard (0..<count).contains(next) else { break }
      index = next
      used += height(index)
    }
    select(index, count: count, isSelectable: isSelectable)
  }
}
