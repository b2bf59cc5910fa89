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
  private var hops: [Pair: (edges: [Neighbours.Edge], count: Int)] = [:]

  init(in database: Database) { self.database = database }

  /// An entity as a node of a path.
  mutating func node(of entity: Int) throws -> PathNode { try reader(of: entity).node }

  /// A relation by its row.
  mutating func relation(atRow row: Int, of entity: Int) throws -> Relation {
    var reader = try reader(of: entity)
    let edges = try reader.edges(inRows: [row])
    readers[entity] = reader
    return edges[0].relation
  }

  /// The relations between two neighbours, seen from the first, in the order in which they are shown: those of the best
  /// evidence, at most ``MonographModel/EntityPath/hopLimit``, and how many there are. Of negated ones, and of others, at
  /// least one is among them where there is any. Throws damage where all are negated.
  mutating func hop(from entity: Int, to other: Int) throws -> (edges: [Neighbours.Edge], count: Int) {
    let pair = Pair(entity: entity, other: other)
    if let hop = hops[pair] { return hop }
    var reader = try reader(of: entity)
    var best = BestRelations(limit: EntityPath.hopLimit)
    try reader.forEachEdge(with: other) { best.add($0) }
    readers[entity] = reader
    guard best.holdsStated else { throw Neighbourhood.damage }
    let hop = (edges: RelationGroup.groups(of: best.edges).flatMap(\.edges), count: best.count)
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
