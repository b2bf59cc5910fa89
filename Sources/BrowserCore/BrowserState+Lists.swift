import MonographModel
import TextLayout

/// Lists over the panels: search, names, index, links.
extension BrowserState {
  // MARK: Asking

  /// Opens a list that is asked for by typing.
  mutating func ask(_ purpose: ListOverlay.Purpose, title: String) {
    overlays.removeAll {
      if case .list(let overlay) = $0 { overlay.field != nil } else { false }
    }
    overlays.append(.list(ListOverlay(purpose: purpose, title: title, field: TextField())))
  }

  mutating func type(_ key: Key, in overlay: ListOverlay) -> [Effect] {
    var overlay = overlay
    defer { if !overlays.isEmpty, case .list = overlays.last { replaceTop(with: overlay) } }
    if overlay.list.isTyping {
      if overlay.list.type(key) { return [] }
    } else if var field = overlay.field {
      let isChanging = field.handle(key)
      if isChanging {
        let isChanged = field.text != overlay.field?.text
        overlay.field = field
        guard isChanged else { return [] }
        generation += 1
        overlay.generation = generation
        overlay.choosesFirst = false
        return ask(&overlay)
      }
    }
    switch key {
    case .escape, .control("c"):
      overlays.removeLast()
      // What is left on top must not be replaced by the list just closed.
      if case .list(let next) = overlays.last { overlay = next }
      return []
    case .enter where !overlay.isAnswered:
      overlay.choosesFirst = true
      say("looking for “\(overlay.field?.text ?? "")”")
      return []
    case .enter:
      guard let selected = overlay.selected else {
        if let field = overlay.field, !field.isEmpty { complain("nothing found for “\(field.text)”") }
        return []
      }
      return choose(selected)
    case .down, .control("n"), .tab: moveSelection(&overlay, .lineDown)
    case .up, .control("p"), .backTab: moveSelection(&overlay, .lineUp)
    case .pageDown, .control("f"): moveSelection(&overlay, .pageDown)
    case .pageUp, .control("b"): moveSelection(&overlay, .pageUp)
    case .function(1):
      overlays.append(.list(overlay))
      showHelp()
      let help = overlays.removeLast()
      overlays.removeLast()
      replaceTop(with: overlay)
      overlays.append(help)
      return []
    default: break
    }
    return []
  }

  private mutating func ask(_ overlay: inout ListOverlay) -> [Effect] {
    let text = overlay.field?.text ?? ""
    guard text.contains(where: { !$0.isWhitespace }) else {
      overlay.entries = []
      overlay.note = ""
      overlay.list = FilteredList()
      overlay.answered = overlay.generation
      return []
    }
    return overlay.purpose == .names
      ? [.names(text, generation: overlay.generation)] : [.search(text, generation: overlay.generation)]
  }

  private mutating func replaceTop(with overlay: ListOverlay) {
    guard !overlays.isEmpty else { return }
    overlays[overlays.count - 1] = .list(overlay)
  }

  private func moveSelection(_ overlay: inout ListOverlay, _ command: Command, repeating times: Int = 1) {
    guard overlay.isAnswered else { return }
    let shown = overlay.shownEntries
    overlay.list.list.move(
      command, repeating: times, rows: OverlayArrangement(size: size).listRows, count: shown.count
    ) { shown[$0].isSelectable }
  }

  // MARK: Answers

  mutating func show(_ result: SearchResult, names: [NameMatch], generation: Int) -> [Effect] {
    update(generation) { overlay in
      let pages = names.filter { $0.quality < .fuzzy && $0.hasPage }.prefix(3).map(Self.entry)
      let hits = result.hits.map { hit in
        ListEntry(
          target: .section(
            hit.entity, document: hit.document, anchor: hit.anchor, line: hit.passage,
            words: hit.snippet.runs.filter(\.isMatch).map(\.text)),
          title: hit.title, detail: hit.sectionPath.joined(separator: " > "), snippet: hit.snippet)
      }
      overlay.entries = pages + hits
      overlay.note =
        result.total == 0 && pages.isEmpty
        ? "nothing found" : "\(result.hits.count) of \(result.total) places"
    }
  }

  mutating func show(_ names: [NameMatch], generation: Int) -> [Effect] {
    update(generation) { overlay in
      let sure = names.filter { $0.quality < .fuzzy }.map(Self.entry)
      let unsure = names.filter { $0.quality == .fuzzy }.map(Self.entry)
      overlay.entries = sure
      if !unsure.isEmpty {
        overlay.entries.append(ListEntry(target: .heading, title: "Did you mean"))
        overlay.entries += unsure
      }
      overlay.note = names.isEmpty ? "no such name" : names.count == 1 ? "1 name" : "\(names.count) names"
    }
  }

  /// Changes the list that asked, if it still waits for that answer, and chooses its first entry where that
  /// was asked for meanwhile.
  private mutating func update(_ generation: Int, _ change: (inout ListOverlay) -> Void) -> [Effect] {
    for index in overlays.indices {
      guard case .list(var overlay) = overlays[index], overlay.generation == generation, overlay.field != nil
      else { continue }
      change(&overlay)
      overlay.list = FilteredList()
      let entries = overlay.entries
      overlay.list.list.select(0, count: entries.count) { entries[$0].isSelectable }
      overlay.answered = generation
      let isChoosing = overlay.choosesFirst && index == overlays.count - 1
      overlay.choosesFirst = false
      overlays[index] = .list(overlay)
      guard isChoosing else { continue }
      message = nil
      if let selected = overlay.selected { return choose(selected) }
      complain("nothing found for “\(overlay.field?.text ?? "")”")
    }
    return []
  }

  private static func entry(for match: NameMatch) -> ListEntry {
    var detail = match.kind
    if let entityClass = match.entityClass { detail += ", \(entityClass)" }
    if let alias = match.alias { detail += "; also \(alias)" }
    return ListEntry(
      target: .entity(match.entity, document: match.document), title: match.title, detail: detail,
      isMissing: !match.hasPage)
  }

  mutating func showIndex(_ matches: [NameMatch]) {
    var entries: [ListEntry] = []
    var kind: String?
    var number = 0
    for match in matches.sorted(by: { ($0.kind, $0.title.lowercased()) < ($1.kind, $1.title.lowercased()) }) {
      if match.kind != kind {
        kind = match.kind
        entries.append(ListEntry(target: .heading, title: EntityID.plural(ofKind: match.kind)))
      }
      number += 1
      var entry = Self.entry(for: match)
      entry.number = number
      entry.detail = match.entityClass ?? ""
      entries.append(entry)
    }
    overlays.append(
      .list(
        ListOverlay(
          purpose: .index, title: "Index", entries: entries,
          note: "\(matches.count) page\(matches.count == 1 ? "" : "s")")))
  }

  mutating func showLinks() {
    guard let view = page?.view else { return }
    let sections = view.layout.sections
    let entries = view.layout.links.enumerated().map { index, link in
      let section = view.layout.section(ofItem: link.item)
      let title = section.flatMap { sections.indices.contains($0) ? sections[$0].title : nil } ?? ""
      return ListEntry(
        target: .link(index), number: index + 1, title: link.text,
        detail: [title, link.address]
          .filter { !$0.isEmpty }.joined(separator: "  "), isMissing: link.isMissing)
    }
    guard !entries.isEmpty else {
      say("no links on this page")
      return
    }
    var overlay = ListOverlay(
      purpose: .links, title: "Links", entries: entries, note: "\(entries.count) links")
    let visible = view.visibleLinks.first ?? 0
    overlay.list.list.select(visible, count: entries.count)
    if case .link(let link) = view.focus { overlay.list.list.select(link, count: entries.count) }
    overlays.append(.list(overlay))
  }

  /// Lists the places that cite a reference.
  mutating func showCitations(of key: String) {
    guard let view = page?.view else { return }
    let sections = view.layout.sections
    let entries = view.layout.links.filter { $0.target == .reference(key: key) }.map { link in
      let section = view.layout.section(ofItem: link.item)
      let path = section.flatMap { sections.indices.contains($0) ? sections[$0].sectionPath : nil } ?? []
      return ListEntry(
        target: .passage(Passage(item: link.item)), title: path.joined(separator: " > "),
        detail: String(view.layout.text(of: link.item).prefix(60)))
    }
    guard !entries.isEmpty else {
      say("nothing on this page cites it")
      return
    }
    overlays.append(
      .list(
        ListOverlay(purpose: .citations, title: "Cited in", entries: entries, note: "\(entries.count) places")
      ))
  }

  // MARK: Choosing

  mutating func performInList(_ command: Command, count: Int?) -> [Effect] {
    guard case .list(var overlay) = overlays.last else { return [] }
    switch command {
    case .follow:
      guard let selected = overlay.selected else { return [] }
      return choose(selected)
    case .findForward: overlay.list.beginFilter()
    default: moveSelection(&overlay, command, repeating: count ?? 1)
    }
    replaceTop(with: overlay)
    return []
  }

  mutating func choose(_ entry: ListEntry) -> [Effect] {
    switch entry.target {
    case .heading: return []
    case .link(let link):
      overlays.removeLast()
      return follow(link: link)
    case .entity(let entity, let document): return [.open(entity, document: document, .top)]
    case .section(let entity, let document, let anchor, let line, let words):
      return [.open(entity, document: document, .line(anchor: anchor, line, words: words))]
    case .document(let document):
      if document == page?.page.document {
        overlays.removeLast()
        return []
      }
      return open(document).map { [$0] } ?? []
    case .passage(let passage):
      history.leave(place)
      overlays = []
      page?.view.scroll(to: passage)
      page?.view.focus = .passage(passage)
      return []
    }
  }
}

extension PageLink {
  /// What the link's target is called, for lists.
  public var address: String {
    switch target {
    case .entity(let entity, let anchor): entity.path + (anchor.map { "#\($0)" } ?? "")
    case .missing(let entity): entity.path + ", no page"
    case .section(let anchor): "#\(anchor)"
    case .external(let address): address
    case .reference(let key): "reference \(key)"
    case .citations: "cited in"
    case .infobox: ""
    }
  }

  /// Whether it leads to an entity without a page.
  public var isMissing: Bool { if case .missing = target { true } else { false } }
}
