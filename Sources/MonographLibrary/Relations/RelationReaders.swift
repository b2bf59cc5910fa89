import GRDB
import MonographModel

/// Readers of the relations of several entities, made when they are first needed.
struct RelationReaders {
  private struct Pair: Hashable {
    var entity: Int
    var other: Int
  }

  private let database: Database
  private var readers: [Int: RelationReader] = [:]
  private var hops: [Pair: [Neighbours.Edge]] = [:]

  init(in database: Database) { self.database = database }

  /// An entity as a node of a path.
  mutating func node(of entity: Int) throws -> PathNode { try reader(of: entity).node }

  /// A relation by its row.
  mutating func relation(atRow row: Int, of entity: Int) throws -> Relation {
    var reader = try reader(of: entity)
    let edges = try reader.edges(inRows: row..<row + 1)
    readers[entity] = reader
    return edges[0].relation
  }

  /// The relations between two neighbours, seen from the first, in the order in which they are shown. Throws damage
  /// where there is none that is not negated.
  mutating func hop(from entity: Int, to other: Int) throws -> [Neighbours.Edge] {
    let pair = Pair(entity: entity, other: other)
    if let hop = hops[pair] { return hop }
    var reader = try reader(of: entity)
    let edges = try reader.edges(with: other)
    readers[entity] = reader
    guard edges.contains(where: { !$0.relation.isNegated }) else { throw Neighbourhood.damage }
    let order = edges.enumerated().sorted { left, right in
      let (first, second) = (left.element.relation, right.element.relation)
      let (level, other) = (EvidenceLevel(first.evidence), EvidenceLevel(second.evidence))
      if level != other { return level < other }
      return (-first.publications.count, left.offset) < (-second.publications.count, right.offset)
    }
    let hop = RelationGroup.groups(of: order.map(\.element)).flatMap(\.edges)
    hops[pair] = hop
    return hop
  }

  private mutating func reader(of entity: Int) throws -> RelationReader {
    if let reader = readers[entity] { return reader }
    let reader = try RelationReader(of: entity, in: database)
    readers[entity] = reader
    return reader
  }
}
