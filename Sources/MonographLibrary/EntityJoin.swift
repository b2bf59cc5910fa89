import MonographModel

/// Documents and nodes of several sources that a library holds to be about one entity.
public struct EntityJoin: Hashable, Sendable {
  /// What was joined.
  public enum Member: Hashable, Sendable {
    /// A document, by its source's id.
    case document(String)
    /// A node of a graph table, by its identifier there.
    case node(Identifier)
  }

  /// Why.
  public enum Ground: Hashable, Sendable {
    /// They have the id that an author gave them.
    case givenID(EntityID)
    /// They have an outside identifier in common.
    case identifier(Identifier)
    /// They have a name in common, but for case, accents and punctuation, are of one kind, and no identifiers
    /// speak against it.
    case name(String)
  }

  /// The entity they became.
  public var entity: EntityID
  /// Its name.
  public var title: String
  /// The documents and nodes, in the order they were added.
  public var members: [Member]
  /// What they were joined by: given ids, then identifiers, then names, each once.
  public var grounds: [Ground]

  /// Makes a join.
  public init(entity: EntityID, title: String, members: [Member], grounds: [Ground]) {
    self.entity = entity
    self.title = title
    self.members = members
    self.grounds = grounds
  }
}

/// Things that share a name or an identifier and stay apart all the same.
public struct RefusedJoin: Hashable, Sendable {
  /// What speaks against joining them.
  public enum Reason: Hashable, Sendable {
    /// They have different identifiers of one registry.
    case differentIdentifiers
    /// Authors gave them ids of their own.
    case differentGivenIDs
    /// Labels among them have different names, though they state one identifier: one substance made by different
    /// makers in ways that are told apart by name.
    case differentLabelNames
    /// One name could mean more than one of them.
    case ambiguous
  }

  /// What they share.
  public var shared: EntityJoin.Ground
  /// The entities, in the order of their ids.
  public var entities: [EntityID]
  /// Why they stay apart.
  public var reason: Reason

  /// Makes a refused join.
  public init(shared: EntityJoin.Ground, entities: [EntityID], reason: Reason) {
    self.shared = shared
    self.entities = entities
    self.reason = reason
  }
}
