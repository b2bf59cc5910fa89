import MonographModel
import TextLayout

/// The neighbours of a page with the numbers that open them.
///
/// Neighbours that a link of the page leads to have the number of the first such link; the others are numbered on from
/// the last link. Those whose relations are read later are numbered on from there; what is let go gives its number to
/// what is read next.
public struct NeighbourList: Hashable, Sendable {
  /// A neighbour.
  public struct Neighbour: Hashable, Sendable {
    /// The entity.
    public var entity: EntityID
    /// Its name.
    public var name: String
    /// Whether it has a page.
    public var hasPage: Bool
    /// The number that, typed and followed by Enter, opens it.
    public var number: Int
  }

  /// Every neighbour once, the nearest first: See Also, links in the text, relations, backlinks.
  public private(set) var nearest: [Neighbour] = []

  private var numbers: [EntityID: Int] = [:]
  private var later: [EntityID: Neighbour] = [:]
  private var free: [Int] = []
  private var next: Int

  /// Numbers the neighbours of a page.
  public init(page: Page, links: [PageLink]) {
    next = links.count + 1
    for (index, link) in links.enumerated() {
      guard let entity = link.entity, numbers[entity] == nil else { continue }
      numbers[entity] = index + 1
    }
    var seen: Set<EntityID> = [page.entity]
    func neighbour(_ entity: EntityID, _ name: String, _ hasPage: Bool) -> Neighbour? {
      guard seen.insert(entity).inserted else { return nil }
      return Neighbour(entity: entity, name: name, hasPage: hasPage, number: 0)
    }
    let mentions = page.neighbours.links
    let isSeeAlso: (Neighbours.Mention) -> Bool = { $0.anchor.hasPrefix("see-also") }
    nearest = (mentions.filter(isSeeAlso) + mentions.filter { !isSeeAlso($0) }).compactMap {
      neighbour($0.entity, $0.name, $0.hasPage)
    }
    if page.monograph != nil {
      nearest += page.related.compactMap { neighbour($0.entity, $0.title, $0.hasPage) }
    }
    nearest += page.neighbours.edges.compactMap { neighbour($0.other, $0.otherName, $0.hasPage) }
    nearest += page.neighbours.backlinks.compactMap { neighbour($0.entity, $0.name, $0.hasPage) }
    for index in nearest.indices {
      let entity = nearest[index].entity
      if numbers[entity] == nil {
        numbers[entity] = next
        next += 1
      }
      nearest[index].number = numbers[entity] ?? 0
    }
  }

  /// The number of a neighbour; nil for an entity that is none.
  public func number(of entity: EntityID) -> Int? { numbers[entity] ?? later[entity]?.number }

  /// The neighbour with a number, where it is not the number of a link on the page.
  public func neighbour(number: Int) -> Neighbour? {
    nearest.first { $0.number == number } ?? later.values.first { $0.number == number }
  }

  /// The highest number.
  var highest: Int { next - 1 }

  /// Numbers the other ends of relations that are held, and lets go of those that are held no longer.
  mutating func number(_ edges: some Sequence<Neighbours.Edge>) {
    var held: Set<EntityID> = []
    var new: [Neighbours.Edge] = []
    for edge in edges where numbers[edge.other] == nil && held.insert(edge.other).inserted {
      if later[edge.other] == nil { new.append(edge) }
    }
    for (entity, neighbour) in later where !held.contains(entity) {
      later[entity] = nil
      free.append(neighbour.number)
    }
    free.sort(by: >)
    for edge in new {
      let number = free.popLast() ?? next
      if number == next { next += 1 }
      later[edge.other] = Neighbour(
        entity: edge.other, name: edge.otherName, hasPage: edge.hasPage, number: number)
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
