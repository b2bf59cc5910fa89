/// An entity on a path, as a library knows it.
public struct PathNode: Hashable, Sendable {
  /// The entity.
  public var entity: EntityID
  /// Its name.
  public var name: String
  /// What sort of thing it is.
  public var kind: String
  /// Whether it has a page.
  public var hasPage: Bool
  /// How many different entities it is related to.
  public var degree: Int

  /// Makes a node.
  public init(entity: EntityID, name: String, kind: String? = nil, hasPage: Bool, degree: Int = 0) {
    self.entity = entity
    self.name = name
    self.kind = kind ?? entity.kind
    self.hasPage = hasPage
    self.degree = degree
  }
}

/// A way through the graph from one entity to another.
public struct EntityPath: Hashable, Sendable {
  /// The entities, from the first to the last.
  public var nodes: [PathNode]
  /// The relations between each and the next, seen from the first of the two: at least one. `hops[i]` joins
  /// `nodes[i]` and `nodes[i + 1]`.
  public var hops: [[Neighbours.Edge]]
  /// How many relations each hop has; more than stand in ``hops`` where not all of them were read.
  public var hopCounts: [Int]

  /// The most relations of a hop that are read.
  public static let hopLimit = 50

  /// Makes a path; one more node than hops. Counts that are not given are those of the relations that are there.
  public init(nodes: [PathNode], hops: [[Neighbours.Edge]], hopCounts: [Int]? = nil) {
    self.nodes = nodes
    self.hops = hops
    self.hopCounts = hopCounts ?? hops.map(\.count)
  }
}

/// A mechanism that a source states whole: the directed graph from a drug to a disease.
public struct MechanismGraph: Hashable, Sendable {
  /// What the source of every relation of a whole mechanism begins with; the mechanism's own id follows.
  public static let sourcePrefix = "DrugMechDB path "

  /// Who states it: `DrugMechDB path DB00515_MESH_D010051_1`.
  public var source: String
  /// Its entities, each before those that it leads to where there is no cycle.
  public var nodes: [PathNode]
  /// Its relations as they are stated, in the order of their subjects.
  public var relations: [Relation]
  /// The publications that support it.
  public var publications: [String]

  /// Makes a mechanism.
  public init(source: String, nodes: [PathNode], relations: [Relation], publications: [String]) {
    self.source = source
    self.nodes = nodes
    self.relations = relations
    self.publications = publications
  }
}

/// How two entities are connected.
public struct PathAnswer: Hashable, Sendable {
  /// The longest path that is looked for, in hops.
  public static let longest = 4

  /// Where the paths begin.
  public var from: PathNode
  /// Where they end.
  public var to: PathNode
  /// The shortest paths, those through the least connected entities first; all of one length. Empty where there is
  /// none of at most ``reach`` hops.
  public var paths: [EntityPath]
  /// How many shortest paths there are; more than ``paths`` where not all of them were read.
  public var count: Int
  /// How many hops were looked through.
  public var reach: Int
  /// How many entities were met on the way.
  public var seen: Int
  /// The mechanisms from the one to the other that a source states whole.
  public var mechanisms: [MechanismGraph]
  /// The sources of mechanisms that hold both entities and were not read, since they have too many relations. Whether
  /// they lead from the one to the other is not known.
  public var unreadMechanisms: [String]

  /// Makes an answer.
  public init(
    from: PathNode, to: PathNode, paths: [EntityPath], count: Int? = nil, reach: Int = PathAnswer.longest,
    seen: Int = 0, mechanisms: [MechanismGraph] = [], unreadMechanisms: [String] = []
  ) {
    self.from = from
    self.to = to
    self.paths = paths
    self.count = count ?? paths.count
    self.reach = reach
    self.seen = seen
    self.mechanisms = mechanisms
    self.unreadMechanisms = unreadMechanisms
  }
}
