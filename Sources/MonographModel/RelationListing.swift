/// Relations of one entity that read alike from it: `treats`, `activated by`.
///
/// A group may be longer than what was read of it; ``RelationQuery/offset`` asks for the rest.
public struct RelationGroup: Hashable, Sendable {
  /// How its relations read from the entity.
  public var reading: String
  /// How many there are.
  public var count: Int
  /// Of how many of them the entity is the subject; it is the object of the others.
  public var outgoingCount: Int
  /// Those that were read, in the order that was asked for. Parallel relations are edges of their own.
  public var edges: [Neighbours.Edge]

  /// Makes a group; counts that are not given are those of the edges.
  public init(
    reading: String, count: Int? = nil, outgoingCount: Int? = nil, edges: [Neighbours.Edge]
  ) {
    self.reading = reading
    self.count = count ?? edges.count
    self.outgoingCount = outgoingCount ?? edges.count(where: \.isOutgoing)
    self.edges = edges
  }

  /// Groups edges by how they read, the groups in the order of ``Predicate/order(of:)`` and then by name; within a
  /// group the order stays.
  public static func groups(of edges: [Neighbours.Edge]) -> [RelationGroup] {
    Dictionary(grouping: edges, by: \.reading)
      .map { (order: Predicate.order(of: $0.key), group: RelationGroup(reading: $0.key, edges: $0.value)) }
      .sorted { ($0.order, $0.group.reading) < ($1.order, $1.group.reading) }
      .map(\.group)
  }
}

/// Which relations of an entity are asked for, in what order, and how many of each group.
public struct RelationQuery: Hashable, Sendable {
  /// What relations of a group are sorted by. What is equal is sorted by name.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// The best evidence first, then what most publications support.
    case evidence
    /// A to Z.
    case name
    /// What is related to most first.
    case degree
  }

  /// Words that the other end's name holds, all of them; empty: any name.
  public var words: String
  /// The kinds of the other ends; empty: all.
  public var kinds: Set<String>
  /// Who states the relation; empty: anyone. A relation without a source is not of any.
  public var sources: Set<String>
  /// How a relation reads from the entity, or the predicate as it is stated; empty: all.
  public var predicates: Set<String>
  /// Only the group that reads so; nil: every group. It asks for more of one group, and narrows none: beside the rest of
  /// the question it gives that group as the question without it does.
  public var reading: String?
  /// The order within each group.
  public var order: Order
  /// How many relations of each group are passed over.
  public var offset: Int
  /// The most relations of each group that are read.
  public var limit: Int

  /// How many of a group are read at a time where nobody says.
  public static let usualLimit = 50

  /// Makes a query; of all relations where nothing is said.
  public init(
    words: String = "", kinds: Set<String> = [], sources: Set<String> = [], predicates: Set<String> = [],
    reading: String? = nil, order: Order = .evidence, offset: Int = 0, limit: Int = RelationQuery.usualLimit
  ) {
    self.words = words
    self.kinds = kinds
    self.sources = sources
    self.predicates = predicates
    self.reading = reading
    self.order = order
    self.offset = offset
    self.limit = limit
  }

  /// Whether it leaves out no relation of the groups that it asks for.
  public var isOfAll: Bool { words.isEmpty && kinds.isEmpty && sources.isEmpty && predicates.isEmpty }
}

/// What the relations of an entity can be narrowed to, with how many relations each has.
public struct RelationFacets: Hashable, Sendable {
  /// A value and the number of relations that have it.
  public struct Facet: Hashable, Sendable {
    /// A kind, a source, or a predicate.
    public var value: String
    /// How many relations.
    public var count: Int

    /// Makes a facet.
    public init(value: String, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// The kinds of the other ends, the most frequent first.
  public var kinds: [Facet]
  /// Who states them, the most frequent first; relations without a source are not counted.
  public var sources: [Facet]

  /// How they read from the entity, and the predicates as they are stated, the most frequent first. A relation
  /// counts for both where they differ.
  public var predicates: [Facet]

  /// Makes facets.
  public init(kinds: [Facet] = [], sources: [Facet] = [], predicates: [Facet] = []) {
    self.kinds = kinds
    self.sources = sources
    self.predicates = predicates
  }

  /// The values that what was typed can mean, upper and lower case alike: those that begin with it, else those of which
  /// a word does.
  public static func matching(_ typed: String, in facets: [Facet]) -> [Facet] {
    let typed = typed.lowercased()
    let whole = facets.filter { $0.value.lowercased().hasPrefix(typed) }
    guard whole.isEmpty else { return whole }
    return facets.filter { facet in
      facet.value.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" }
        .contains { $0.hasPrefix(typed) }
    }
  }
}
