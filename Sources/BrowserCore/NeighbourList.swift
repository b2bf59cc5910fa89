import MonographModel
import TextLayout

/// The rows of the relations panel, and the neighbours of a page in the order of the strip.
public struct NeighbourList: Hashable, Sendable {
  /// A row of the panel.
  public enum Row: Hashable, Sendable {
    /// The name of a group with the number of its entries.
    case heading(String, count: Int)
    /// A neighbour.
    case entry(Entry)
    /// Something said of the group above: where its relations come from.
    case note(String)

    /// Whether it can be selected: only neighbours can.
    public var isSelectable: Bool { if case .entry = self { true } else { false } }
  }

  /// A neighbour in a group.
  public struct Entry: Hashable, Sendable {
    /// The entity.
    public var entity: EntityID
    /// Its name.
    public var name: String
    /// Whether it has a page.
    public var hasPage: Bool
    /// The section of its page to open at: where a backlink stands.
    public var anchor: String?
    /// The sentence of a link, or the source of a relation.
    public var detail: String
    /// Whether it is a link from one page to the other, and the detail the sentence it stands in.
    public var isMention: Bool
    /// Whether the relation is said not to hold.
    public var isNegated: Bool
    /// The number that, typed and followed by Enter, opens it.
    public var number: Int
  }

  /// The rows, in order.
  public private(set) var rows: [Row] = []
  /// Every neighbour once, the nearest first: See Also, links in the text, relations, backlinks.
  public private(set) var nearest: [Entry] = []

  private var numbers: [EntityID: Int] = [:]

  /// Groups the neighbours of a page. Neighbours that a link of the page leads to have the number of the
  /// first such link; the others are numbered on from the last link.
  public init(page: Page, links: [PageLink]) {
    for (index, link) in links.enumerated() {
      guard let entity = link.entity, numbers[entity] == nil else { continue }
      numbers[entity] = index + 1
    }
    number(page, from: links.count)
    addRelated(page)
    for notice in [page.neighbours.relationNotice, page.neighbours.backlinkNotice] {
      if let notice { rows.append(.note(notice)) }
    }
    addMentions("Links", page.neighbours.links.map { ($0, nil) })
    addRelations(page.neighbours.groups)
    addMentions("Linked from", page.neighbours.backlinks.map { ($0, $0.anchor) })
    for index in nearest.indices { nearest[index].number = numbers[nearest[index].entity] ?? 0 }
  }

  /// The neighbour with a number, where it is not the number of a link on the page.
  public func entry(number: Int) -> Entry? { nearest.first { $0.number == number } }

  private mutating func number(_ page: Page, from count: Int) {
    var seen: Set<EntityID> = [page.entity]
    func add(_ entity: EntityID, _ name: String, _ hasPage: Bool, _ detail: String) -> Entry? {
      guard seen.insert(entity).inserted else { return nil }
      return Entry(
        entity: entity, name: name, hasPage: hasPage, anchor: nil, detail: detail, isMention: true,
        isNegated: false, number: 0
      )
    }
    let links = page.neighbours.links
    let isSeeAlso: (Neighbours.Mention) -> Bool = { $0.anchor.hasPrefix("see-also") }
    nearest = (links.filter(isSeeAlso) + links.filter { !isSeeAlso($0) }).compactMap {
      add($0.entity, $0.name, $0.hasPage, $0.sentence)
    }
    if page.monograph != nil {
      nearest += page.related.compactMap { add($0.entity, $0.title, $0.hasPage, $0.relationWords ?? "") }
    }
    nearest += page.neighbours.edges.compactMap { add($0.other, $0.otherName, $0.hasPage, "") }
    nearest += page.neighbours.backlinks.compactMap { add($0.entity, $0.name, $0.hasPage, $0.sentence) }
    var next = count
    for entry in nearest where numbers[entry.entity] == nil {
      next += 1
      numbers[entry.entity] = next
    }
  }

  /// Entities without a page whose relations may be meant too. Those of a missing page stand on it.
  private mutating func addRelated(_ page: Page) {
    guard page.monograph != nil, !page.related.isEmpty else { return }
    rows.append(.heading("Recorded under", count: page.related.count))
    for match in page.related {
      rows.append(
        .entry(
          Entry(
            entity: match.entity, name: match.title, hasPage: match.hasPage, anchor: nil,
            detail: match.relationWords ?? match.kind, isMention: false, isNegated: false,
            number: numbers[match.entity] ?? 0)))
      if let words = match.relationWords { rows.append(.note(words)) }
    }
  }

  private mutating func addMentions(_ title: String, _ mentions: [(Neighbours.Mention, String?)]) {
    guard !mentions.isEmpty else { return }
    rows.append(.heading(title, count: mentions.count))
    for (mention, anchor) in mentions {
      rows.append(
        .entry(
          Entry(
            entity: mention.entity, name: mention.name, hasPage: mention.hasPage, anchor: anchor,
            detail: mention.sentence, isMention: true, isNegated: false, number: numbers[mention.entity] ?? 0)
        ))
    }
  }

  private mutating func addRelations(_ groups: [RelationGroup]) {
    for group in groups {
      rows.append(.heading(group.reading, count: group.count))
      let statements = group.edges.map(\.relation.statement)
      let isShared = Set(statements).count == 1
      for (edge, statement) in zip(group.edges, statements) {
        rows.append(
          .entry(
            Entry(
              entity: edge.other, name: edge.otherName, hasPage: edge.hasPage, anchor: nil, detail: statement,
              isMention: false, isNegated: edge.relation.isNegated, number: numbers[edge.other] ?? 0)))
        if !isShared { rows.append(.note(statement)) }
      }
      if isShared, let statement = statements.first { rows.append(.note(statement)) }
    }
  }
}

extension PageLink {
  /// The entity it leads to, where it leads to one.
  public var entity: EntityID? {
    switch target {
    case .entity(let entity, _), .missing(let entity): entity
    default: nil
    }
  }
}
