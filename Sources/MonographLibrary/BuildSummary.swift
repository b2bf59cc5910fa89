/// What a compile wrote.
public struct BuildSummary: Hashable, Sendable {
  /// How many pages: what some document is about.
  public var pages: Int
  /// How many documents; several about one entity are one page.
  public var documents: Int
  /// How many sections.
  public var sections: Int
  /// How many links to entities, each place counted.
  public var links: Int
  /// How many entities are linked to and have no page.
  public var missingTargets: Int
  /// How many relations, those read out of diagrams included.
  public var relations: Int
  /// The size of the file.
  public var bytes: Int
  /// How many entities there are, with a page or without.
  public var entities: Int
  /// The entities that several documents or nodes were joined to, in the order they were first added.
  public var joins: [EntityJoin]
  /// What shares a name or an identifier and stays apart.
  public var refusedJoins: [RefusedJoin]

  /// Makes a summary.
  public init(
    pages: Int = 0, documents: Int = 0, sections: Int = 0, links: Int = 0, missingTargets: Int = 0,
    relations: Int = 0,
    bytes: Int = 0, entities: Int = 0, joins: [EntityJoin] = [], refusedJoins: [RefusedJoin] = []
  ) {
    self.pages = pages
    self.documents = documents
    self.sections = sections
    self.links = links
    self.missingTargets = missingTargets
    self.relations = relations
    self.bytes = bytes
    self.entities = entities
    self.joins = joins
    self.refusedJoins = refusedJoins
  }
}
