import BrowserCore
import BrowserUI
import MonographModel
import TextLayout

/// A browser driven by strings of keys over pages held in memory: effects are answered at once, as the
/// program's effect runner would, and the screen is read as text.
public struct ScriptedBrowser {
  /// The browser.
  public private(set) var state: BrowserState
  /// Whether it asked to end.
  public private(set) var hasQuit = false
  /// The effects asked for, in order.
  public private(set) var effects: [Effect] = []

  /// Whether answers wait until ``answerAll()``, as those of a slow search do.
  public var holdsAnswers = false

  private let library: MemoryLibrary
  private var held: [BrowserEvent] = []

  /// A browser on its start page.
  public init(
    _ library: MemoryLibrary, columns: Int = 80, rows: Int = 24, glyphs: GlyphSet = .unicode,
    caution: @escaping @Sendable (String) -> NameCaution? = { _ in nil }
  ) {
    self.library = library
    state = BrowserState(
      size: Size(columns: columns, rows: rows), glyphs: glyphs, library: library.summary, caution: caution)
  }

  /// A browser that has opened a page.
  public init(
    _ library: MemoryLibrary, opening path: String, columns: Int = 80, rows: Int = 24,
    glyphs: GlyphSet = .unicode
  ) {
    self.init(library, columns: columns, rows: rows, glyphs: glyphs)
    if let entity = EntityID(path: path), let page = library.page(entity) { send(.opened(page, .top)) }
  }

  /// Presses keys, written as ``Key/sequence(_:)`` reads them.
  public mutating func press(_ keys: String) {
    for key in Key.sequence(keys) ?? [] { send(.key(key)) }
  }

  /// Changes the size of the window.
  public mutating func resize(columns: Int, rows: Int) {
    send(.resize(Size(columns: columns, rows: rows)))
  }

  /// Lets an event happen and everything that follows from it.
  public mutating func send(_ event: BrowserEvent) {
    var waiting = [event]
    while !waiting.isEmpty {
      let next = waiting.removeFirst()
      for effect in state.update(next) {
        effects.append(effect)
        if holdsAnswers {
          held += answer(effect)
        } else {
          waiting += answer(effect)
        }
      }
    }
  }

  /// Lets the answers come that were held back.
  public mutating func answerAll() {
    holdsAnswers = false
    let events = held
    held = []
    for event in events { send(event) }
  }

  private mutating func answer(_ effect: Effect) -> [BrowserEvent] {
    switch effect {
    case .open(let entity, let document, let arrival):
      library.page(entity, document: document).map { [.opened($0, arrival)] } ?? [
        .failed("nothing is known about \(entity.path)")
      ]
    case .search(let query, let limit, let generation):
      [.found(library.search(query, limit: limit), names: library.names(query), generation: generation)]
    case .names(let query, let generation): [.named(library.names(query), generation: generation)]
    case .index: [.indexed(library.index)]
    case .preview(let entity): library.page(entity).map { [.previewed($0)] } ?? []
    case .sourceText(_, _, let lines): [.sourceText(library.sourceText, lines)]
    case .relations(let entity, let query, let generation):
      library.relations(of: entity, query).map { [.related(entity, query, $0, generation: generation)] } ?? []
    case .facets(let entity, let generation):
      [.faceted(entity, library.facets(of: entity), generation: generation)]
    case .report(let request, let arrival, let generation):
      library.report(request).map { [.reported($0, arrival, generation: generation)] }
        ?? [.failed("this report is not made here")]
    case .stopWork: []
    case .quit: quit()
    case .suspend, .redraw: []
    }
  }

  private mutating func quit() -> [BrowserEvent] {
    hasQuit = true
    return []
  }

  /// The screen as the view draws it, without colours.
  public var frame: Frame { BrowserView.frame(state, theme: ResolvedTheme(.standard, depth: .monochrome)) }

  /// The rows of the screen, trailing spaces removed.
  public var screen: [String] { (0..<state.size.rows).map(frame.text(row:)) }

  /// The row that the cursor rests on.
  public var cursorRow: String { frame.text(row: frame.cursor.row) }
}

/// Pages held in memory, with the simplest search that tests need.
public struct MemoryLibrary: Sendable {
  /// The pages.
  public var pages: [EntityID: Page]
  /// The documents of the entities that have several, in the order given.
  private var monographs: [EntityID: [Monograph]] = [:]
  /// The relations of each entity, all of them; its page holds the first of each group.
  var edges: [EntityID: [Neighbours.Edge]] = [:]
  /// The source text of every page.
  public var sourceText = ""
  /// What searches answer that are not left to the simple search.
  public var answers: [String: SearchResult] = [:]

  /// Makes a library of monographs: links and relations become neighbours, targets without a page are
  /// missing.
  public init(_ monographs: [Monograph]) {
    let known = Set(monographs.map(\.entity))
    var pages: [EntityID: Page] = [:]
    for monograph in monographs where pages[monograph.entity] == nil {
      let links = Self.links(of: monograph)
      pages[monograph.entity] = Page(
        entity: monograph.entity, title: monograph.title, kind: monograph.kind, monograph: monograph,
        documents: [DocumentEntry(of: monograph)],
        neighbours: Neighbours(
          links: links.map { link in
            Neighbours.Mention(
              entity: link.entity, name: link.name, hasPage: known.contains(link.entity), anchor: link.anchor,
              sentence: "")
          }), missing: Set(links.map(\.entity)).subtracting(known))
    }
    for monograph in monographs {
      for link in Self.links(of: monograph) {
        let mention = Neighbours.Mention(
          entity: monograph.entity, name: monograph.title, hasPage: true, anchor: link.anchor, sentence: "")
        pages[
          link.entity,
          default: Page(
            entity: link.entity, title: link.name, kind: link.entity.kind, monograph: nil)
        ].neighbours.backlinks.append(mention)
      }
    }
    self.pages = pages
    for monograph in monographs where edges[monograph.entity] == nil {
      relate(
        monograph.entity, title: monograph.title,
        monograph.relations.map {
          Neighbours.Edge(relation: $0, isOutgoing: true, hasPage: known.contains($0.object))
        })
    }
    self.monographs = Dictionary(grouping: monographs, by: \.entity).filter { $0.value.count > 1 }
  }

  /// An entity, with the document of that id or its first one, as a library gives it.
  public func page(_ entity: EntityID, document: String? = nil) -> Page? {
    guard var page = pages[entity], let all = monographs[entity] else { return pages[entity] }
    let shown = document.map { id in all.firstIndex { $0.source.document == id } } ?? 0
    guard let shown else { return nil }
    page.monograph = all[shown]
    page.documents = (all[shown...] + all[..<shown]).map { DocumentEntry(of: $0) }
    return page
  }

  var index: [NameMatch] {
    pages.values.filter { $0.monograph != nil }.map {
      NameMatch(entity: $0.entity, title: $0.title, kind: $0.kind, quality: .exact)
    }
  }

  func names(_ query: String) -> [NameMatch] {
    index.filter { $0.title.lowercased().hasPrefix(query.lowercased()) }
      .sorted { $0.title < $1.title }
      .map { NameMatch(entity: $0.entity, title: $0.title, kind: $0.kind, quality: .prefix) }
  }

  func search(_ query: String, limit: Int) -> SearchResult {
    if var result = answers[query] {
      result.query = query
      result.hits = Array(result.hits.prefix(limit))
      return result
    }
    var hits: [SearchHit] = []
    for page in pages.values.sorted(by: { $0.entity < $1.entity }) {
      for section in page.monograph?.allSections ?? [] {
        let text = section.blocks.plainText(separator: " ")
        guard let range = text.lowercased().range(of: query.lowercased()) else { continue }
        let match = String(text[range])
        hits.append(
          SearchHit(
            entity: page.entity, title: page.title, kind: page.kind, sectionPath: [section.title],
            anchor: section.anchor, document: page.document ?? "", sectionKey: section.sourceKey,
            snippet: Snippet(runs: [Snippet.Run(text: match, isMatch: true)]), score: 1))
      }
    }
    return SearchResult(query: query, hits: Array(hits.prefix(limit)), total: hits.count)
  }

  var summary: LibrarySummary {
    LibrarySummary(
      title: "Test library", path: "test.library", compiled: "2026-01-02", pages: index.count,
      documents: index.reduce(0) { $0 + (monographs[$1.entity]?.count ?? 1) },
      kinds: [LibrarySummary.KindCount(kind: "drug", count: index.count)],
      notReviewed: index.reduce(0) { $0 + (monographs[$1.entity]?.count ?? 1) })
  }

  private static func links(of monograph: Monograph) -> [(entity: EntityID, name: String, anchor: String)] {
    var seen: Set<EntityID> = []
    let layout = DocumentLayout(
      monograph, missing: [],
      options: DocumentLayout.Options(width: 80, glyphs: .unicode, showsLinkNumbers: false))
    return layout.links.compactMap { link in
      guard let entity = link.entity, seen.insert(entity).inserted else { return nil }
      let section = layout.section(ofItem: link.item)
      let anchor = section.map { layout.sections[$0].anchor } ?? ""
      return (entity, link.text, anchor)
    }
  }
}
