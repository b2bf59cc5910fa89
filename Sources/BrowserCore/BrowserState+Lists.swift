import MonographModel
import TextLayout

/// Lists over the panels: the index, links, citations; choosing from any list.
extension BrowserState {
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
      var entry = ListEntry(for: match)
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
    default:
      let effects = moveSelection(&overlay, command, repeating: count ?? 1)
      replaceTop(with: overlay)
      return effects
    }
    replaceTop(with: overlay)
    return []
  }

  mutating func choose(_ entry: ListEntry) -> [Effect] {
    switch entry.target {
    case .heading:
      if case .remark = entry.row {
        say("Down goes to what is about others; Enter opens it there")
      } else if entry.isSelectable {
        say("Down goes to what may be meant; Enter opens it there")
      }
      return []
    case .link(let link):
      overlays.removeLast()
      return follow(link: link)
    case .entity(let entity, let document): return choose(entity, document: document)
    case .hit(let hit): return choose(hit)
    case .question(let query): return ask(query)
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
