import MonographModel
import TextLayout

/// Typing: search in the page, hints, search in the library, filters.
extension BrowserState {
  // MARK: Typing

  mutating func type(_ key: Key) -> [Effect] {
    if key == .control("q") { return [.quit] }
    if prompt != nil { return typeInPrompt(key) }
    if case .list(let overlay) = overlays.last { return type(key, in: overlay) }
    if case .graph(let graph) = overlays.last { return type(key, in: graph) }
    switch panels.focus {
    case .contents:
      if page?.contents.type(key) == true { return [] }
    case .relations where showsDiagnostics:
      if diagnostics?.list.type(key) == true { return [] }
    case .relations:
      if let effects = typeInRelations(key) { return effects }
    case .page: break
    }
    guard case .command(let command) = keymap.meaning(of: [key], in: context) else { return [] }
    return performInPanels(command, count: nil)
  }

  private mutating func typeInPrompt(_ key: Key) -> [Effect] {
    switch prompt {
    case .find(let direction, var field, let origin):
      switch key {
      case .escape, .control("c"):
        cancelFind(origin)
      case .backspace where field.isEmpty: cancelFind(origin)
      case .enter:
        prompt = nil
        return finishFind(direction, field.text, origin)
      default:
        let before = field.characters
        guard field.handle(key) else { return [] }
        prompt = .find(direction, field, origin: origin)
        if field.characters != before { find(field.text, direction, from: origin) }
      }
    case .hints(var field, let origin):
      switch key {
      case .escape, .control("c"): cancelFind(origin)
      case .backspace where field.isEmpty: cancelFind(origin)
      case .enter: return followHint(origin)
      case .tab, .down: focusNextHint(.forward)
      case .backTab, .up: focusNextHint(.backward)
      default:
        let before = field.characters
        guard field.handle(key) else { return [] }
        prompt = .hints(field, origin: origin)
        if field.characters != before, let first = hintedLinks.first { focusHint(first) }
      }
    case .command(let field): return type(key, inCommandLine: field)
    case nil: break
    }
    return []
  }

  // MARK: Find in the page

  private mutating func cancelFind(_ origin: Prompt.FindOrigin) {
    prompt = nil
    page?.search = origin.search
    page?.view.scroll(to: origin.top)
    page?.view.focus = origin.focus
  }

  /// Shows the first match from where the search began.
  private mutating func find(_ pattern: String, _ direction: Direction, from origin: Prompt.FindOrigin) {
    guard let view = page?.view else { return }
    // What was found before the prompt is not what was typed.
    let typedSearch = page?.search.flatMap { $0 == origin.search ? nil : $0 }
    var search = PageSearch(pattern: pattern, direction: direction, in: view.layout, narrowing: typedSearch)
    var start = origin.top
    if case .passage(let passage) = origin.focus { start = passage }
    search.current = search.match(from: start, direction)
    page?.search = search
    if pattern.isEmpty || search.current == nil {
      page?.view.scroll(to: origin.top)
      page?.view.focus = origin.focus
    }
    showMatch()
  }

  private mutating func finishFind(
    _ direction: Direction, _ pattern: String, _ origin: Prompt.FindOrigin
  ) -> [Effect] {
    if pattern.isEmpty {
      // As in less: no words means the last ones again.
      page?.search = origin.search
      page?.search?.direction = direction
      return origin.search == nil ? [] : findNext(.forward, count: 1)
    }
    guard let search = page?.search, !search.matches.isEmpty else {
      complain("“\(pattern)” is not on this page; s searches the library")
      return []
    }
    sayMatch()
    return []
  }

  /// Goes to the next match, round the ends of the page; where a hit of the library search is being read, past the last
  /// match on to the next hit.
  mutating func findNext(_ direction: Direction, count: Int) -> [Effect] {
    guard var search = page?.search, let view = page?.view else {
      say("nothing to look for yet; / finds on the page")
      return []
    }
    let goesForward = (search.direction == .forward) == (direction == .forward)
    let way: Direction = goesForward ? .forward : .backward
    let trail = search.isOfHit ? page?.trail : nil
    guard !search.matches.isEmpty else {
      if let trail { return step(way, along: trail) }
      complain("“\(search.pattern)” is not on this page")
      return []
    }
    let total = search.matches.count
    let isShown = search.current.map { view.isVisible(item: search.matches[$0].item) } ?? false
    let before = search.current
    var isRound = false
    if let current = search.current, isShown {
      let wanted = current + (goesForward ? count : -count)
      isRound = !(0..<total).contains(wanted)
      search.current = (wanted % total + total) % total
    } else {
      let found = search.match(from: view.topPassage, way)
      search.current = found
      isRound =
        found.map { match in
          let passage = (search.matches[match].item, search.matches[match].range.lowerBound)
          let top = (view.topPassage.item, view.topPassage.offset)
          return goesForward ? passage < top : passage >= top
        } ?? false
    }
    if isRound, let trail { return step(way, along: trail) }
    page?.search = search
    showMatch()
    sayMatch()
    if before != nil, isShown, isRound, total > 1 {
      say("\(message?.text ?? ""), went round the \(goesForward ? "end" : "top")")
    }
    return []
  }

  private mutating func showMatch() {
    guard let search = page?.search, let current = search.current else { return }
    let match = search.matches[current]
    let passage = Passage(item: match.item, offset: match.range.lowerBound)
    page?.view.reveal(passage)
    page?.view.focus = .passage(passage)
  }

  private mutating func sayMatch() {
    guard let search = page?.search, let current = search.current else { return }
    if search.isOfHit, let trail = page?.trail {
      // The words of a hit are no phrase that was typed; what is next to know is how to go on.
      let next = trail.stepped(.forward).map { "]h: hit \($0.index + 1) of \($0.total)" } ?? "the last hit"
      say("match \(current + 1) of \(search.matches.count); \(next)")
      return
    }
    say("“\(search.pattern)” \(current + 1) of \(search.matches.count)")
  }

  // MARK: Hints

  /// The links that the hint typed so far could mean: those in the window first.
  public var hintedLinks: [Int] {
    guard case .hints(let field, _) = prompt, let view = page?.view else { return [] }
    let shown = view.visibleLinks
    let order = shown + view.layout.links.indices.filter { !shown.contains($0) }
    guard !field.isEmpty else { return shown }
    if let number = Int(field.text) {
      let exact = order.filter { $0 + 1 == number }
      return exact + order.filter { $0 + 1 != number && String($0 + 1).hasPrefix(field.text) }
    }
    let needle = FoldedText(field.text)
    return order.filter { !FoldedText(view.layout.links[$0].text).ranges(of: needle).isEmpty }
  }

  private mutating func focusHint(_ link: Int) {
    page?.view.focus(link: link)
  }

  private mutating func focusNextHint(_ direction: Direction) {
    let links = hintedLinks
    guard !links.isEmpty else { return }
    var index = direction == .forward ? 0 : links.count - 1
    if case .link(let link) = page?.view.focus, let now = links.firstIndex(of: link) {
      index = (now + (direction == .forward ? 1 : links.count - 1)) % links.count
    }
    focusHint(links[index])
  }

  /// Follows the link chosen, from where the choice began: typing may have scrolled to links out of sight.
  private mutating func followHint(_ origin: Prompt.FindOrigin) -> [Effect] {
    let links = hintedLinks
    let focused: Int? = if case .link(let link) = page?.view.focus, links.contains(link) { link } else { nil }
    let chosen = focused ?? links.first
    cancelFind(origin)
    fitPage()
    guard let chosen else {
      complain("no link like that on this page")
      return []
    }
    return follow(link: chosen)
  }
}
