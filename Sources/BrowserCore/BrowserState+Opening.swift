import MonographModel
import TextLayout

/// Following links, arriving at pages, going back.
extension BrowserState {
  // MARK: Following

  mutating func followFocus() -> [Effect] {
    guard case .link(let link) = page?.view.focus else {
      say("no link in focus; Tab goes to the next one")
      return []
    }
    return follow(link: link)
  }

  mutating func follow(number: Int) -> [Effect] {
    if case .document(let overlay) = overlays.last {
      guard overlay.view.layout.links.indices.contains(number - 1) else {
        complain("no link \(number) here")
        return []
      }
      return follow(overlay.view.layout.links[number - 1])
    }
    if case .graph = overlays.last {
      complain("the rows of the graph have no numbers; \(number)j goes down \(number) rows")
      return []
    }
    if case .list(let overlay) = overlays.last {
      guard let entry = overlay.shownEntries.first(where: { $0.number == number }) else {
        complain("no entry \(number) in this list")
        return []
      }
      return choose(entry)
    }
    guard let page else { return [] }
    if page.view.layout.links.indices.contains(number - 1) { return follow(link: number - 1) }
    guard let entry = page.neighbours.neighbour(number: number) else {
      complain("no link \(number) on this page")
      return []
    }
    return [.open(entry.entity, document: nil, .top)]
  }

  mutating func follow(link: Int) -> [Effect] {
    guard let page, page.view.layout.links.indices.contains(link) else { return [] }
    // The link followed has the focus when the person comes back, if they saw it.
    if page.view.isVisible(link: link) { self.page?.view.focus = .link(link) }
    return follow(page.view.layout.links[link])
  }

  mutating func follow(_ link: PageLink) -> [Effect] {
    switch link.target {
    case .entity(let entity, let anchor):
      if entity == page?.page.entity, let anchor {
        goOnPage(toAnchor: anchor)
        return []
      }
      return [.open(entity, document: nil, anchor.map { .anchor($0) } ?? .top)]
    case .missing(let entity): return [.open(entity, document: nil, .top)]
    case .section(let anchor): goOnPage(toAnchor: anchor)
    case .external(let address): showAddress(address, text: link.text)
    case .reference(let key): showReference(key)
    case .citations(let key): showCitations(of: key)
    case .infobox: showInfobox()
    }
    return []
  }

  /// Goes to a section of the same page, as a new place in the history.
  private mutating func goOnPage(toAnchor anchor: String) {
    guard let sections = page?.view.layout.sections,
      let section = sections.firstIndex(where: { $0.anchor == anchor })
    else {
      complain("this page has no section \(anchor)")
      return
    }
    history.leave(place)
    overlays = []
    panels.focus = .page
    goToSection(section)
  }

  // MARK: Arriving

  mutating func arrive(at read: Page, _ arrival: Arrival) {
    if arrival.isNewPlace { history.leave(place) }
    remember()
    let state = PageState(page: read, options: pageOptions, rows: pageRows)
    open(state, arrival)
  }

  private mutating func open(_ state: PageState, _ arrival: Arrival) {
    page = state
    page?.contentsOrder = contentsOrder
    overlays = []
    prompt = nil
    pending = Pending()
    if panels.focus != .page, arrangement.rectangle(of: .page) == nil || arrangement.isSinglePanel {
      panels.isZoomed = false
    }
    panels.focus = .page
    fitPage()
    switch arrival {
    case .top: page?.view.scrollToStart()
    case .anchor(let anchor): arrive(atAnchor: anchor)
    case .counterpart(let mark): arrive(atCounterpartOf: mark)
    case .line(let anchor, let line, let words): arrive(atAnchor: anchor, line: line, words: words)
    case .hit(let trail, let isStep): arrive(along: trail, isStep: isStep)
    case .place(let place): restore(place)
    }
  }

  private mutating func arrive(atAnchor anchor: String) {
    guard let sections = page?.view.layout.sections, !anchor.isEmpty else { return }
    if let section = sections.firstIndex(where: { $0.anchor == anchor }) {
      goToSection(section)
    } else {
      complain("the page has no section \(anchor); this is its top")
    }
  }

  /// Goes to a section and there to a line, or to the first of the words that matched a search; all of them are marked.
  /// The line is in the window to its end where that is not too far.
  mutating func arrive(atAnchor anchor: String, line: String, words: [String]) {
    arrive(atAnchor: anchor)
    guard let view = page?.view else { return }
    let items = view.layout.sections.first { $0.anchor == anchor }?.items ?? 0..<0
    var search = words.isEmpty ? nil : PageSearch(words: words, in: view.layout)
    let found = LineFinder(line)?.line(in: view.layout, items: items)
    let least = found?.start ?? Passage(item: items.lowerBound)
    let current = search?.matches.firstIndex { match in
      items.contains(match.item) && (match.item, match.range.lowerBound) >= (least.item, least.offset)
    }
    search?.current = current
    var passage = found?.start
    if passage == nil, let search, let current {
      passage = Passage(item: search.matches[current].item, offset: search.matches[current].range.lowerBound)
    }
    if let passage {
      if page?.view.isInUpperPart(passage) == false || view.position(isBelowWindow: found?.end ?? passage) {
        page?.view.scroll(toSee: passage)
      }
      page?.view.focus = .passage(passage)
    }
    page?.search = search
  }

  // MARK: History

  /// Back: from what stands over the page to the page, and from there to the place before.
  mutating func goBack() -> [Effect] {
    if !overlays.isEmpty {
      if !goBackInGraph() { overlays.removeLast() }
      return []
    }
    guard let place = history.goBack(from: self.place) else {
      say("no earlier place")
      return []
    }
    return go(to: place)
  }

  mutating func goForward() -> [Effect] {
    guard let place = history.goForward(from: self.place) else {
      say("no later place")
      return []
    }
    return go(to: place)
  }

  private mutating func go(to place: Place) -> [Effect] {
    guard let entity = place.entity else {
      remember()
      page = nil
      overlays = place.overlay.map { [.list($0)] } ?? []
      return []
    }
    if let page, page.page.entity == entity, page.page.document == place.document {
      overlays = []
      restore(place)
      return []
    }
    guard
      let index = recent.lastIndex(where: {
        $0.page.entity == entity && $0.page.document == place.document
      })
    else {
      if let report = place.report { return ask(for: report, .place(place), "making the page again") }
      return [.open(entity, document: place.document, .place(place))]
    }
    let state = recent.remove(at: index)
    remember()
    open(state, .place(place))
    return []
  }

  private mutating func restore(_ place: Place) {
    panels.focus =
      arrangement.isSinglePanel || arrangement.rectangle(of: place.panel) != nil ? place.panel : .page
    fitPage()
    page?.view.scroll(to: place.top)
    page?.view.focus = place.focus
    if let relation = place.relation { page?.relations.select(relation) }
    if let overlay = place.overlay { overlays = [.list(overlay)] }
    if let graph = place.graph { overlays = [.graph(graph)] }
  }

  /// Keeps the page being left for going back to.
  private mutating func remember() {
    guard let page else { return }
    recent.removeAll { $0.page.entity == page.page.entity && $0.page.document == page.page.document }
    recent.append(page)
    if recent.count > Self.recentLimit { recent.removeFirst() }
  }

  // MARK: Preview

  /// The entity whose page is wanted beside this one and has not been asked for.
  mutating func nextPreview() -> EntityID? {
    guard arrangement.preview != nil, overlays.isEmpty else { return nil }
    let wanted: EntityID?
    switch panels.focus {
    case .page:
      if case .link(let link) = page?.view.focus, let links = page?.view.layout.links,
        links.indices.contains(link)
      {
        wanted = links[link].entity
      } else {
        wanted = nil
      }
    case .relations: wanted = showsDiagnostics ? nil : page?.relations.selected?.entity
    case .contents: wanted = nil
    }
    guard wanted != previewWanted else { return nil }
    previewWanted = wanted
    preview = nil
    return wanted
  }

  mutating func showPreview(_ read: Page) {
    guard read.entity == previewWanted, let rectangle = arrangement.preview else { return }
    preview = PageState(
      page: read,
      options: DocumentLayout.Options(
        width: max(1, rectangle.columns - 1), glyphs: glyphs, showsLinkNumbers: false),
      rows: max(1, rectangle.rows))
  }
}

extension DocumentView {
  /// Whether a passage stands below the window's last line.
  func position(isBelowWindow passage: Passage) -> Bool {
    var copy = self
    let position = copy.position(of: passage)
    return visibleLines.last.map { $0.position < position } ?? false
  }
}
