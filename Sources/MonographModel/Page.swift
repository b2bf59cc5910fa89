/// An entity as a library knows it: its monograph where it has one, and what surrounds it.
public struct Page: Hashable, Sendable {
  /// The entity.
  public var entity: EntityID
  /// The name to show: the title of its page, else the name it is most often linked by.
  public var title: String
  /// What sort of thing it is.
  public var kind: String
  /// The document; nil for a missing entity.
  public var monograph: Monograph?
  /// The other documents about the same entity, by their source ids, the one shown first.
  public var documents: [String]
  /// The links, backlinks and relations of the entity.
  public var neighbours: Neighbours
  /// The entities that the document links to and that have no page, so that links can be shown as such.
  public var missing: Set<EntityID>

  /// Makes a page.
  public init(
    entity: EntityID, title: String, kind: String, monograph: Monograph?, documents: [String] = [],
    neighbours: Neighbours = Neighbours(), missing: Set<EntityID> = []
  ) {
    self.entity = entity
    self.title = title
    self.kind = kind
    self.monograph = monograph
    self.documents = documents
    self.neighbours = neighbours
    self.missing = missing
  }
}

/// What surrounds an entity in the library.
public struct Neighbours: Hashable, Sendable {
  /// A link from one page to another, with the sentence it stands in.
  public struct Mention: Hashable, Sendable {
    /// The entity at the other end.
    public var entity: EntityID
    /// Its name.
    public var name: String
    /// Whether it has a page.
    public var hasPage: Bool
    /// The anchor of the section in which the link stands.
    public var anchor: String
    /// The sentence the link stands in.
    public var sentence: String

    /// Makes a mention.
    public init(entity: EntityID, name: String, hasPage: Bool, anchor: String, sentence: String) {
      self.entity = entity
      self.name = name
      self.hasPage = hasPage
      self.anchor = anchor
      self.sentence = sentence
    }
  }

  /// A relation seen from this entity.
  public struct Edge: Hashable, Sendable {
    /// The relation as it was stated.
    public var relation: Relation
    /// Whether this entity is its subject (else it is the object).
    public var isOutgoing: Bool
    /// Whether the entity at the other end has a page.
    public var hasPage: Bool

    /// Makes an edge.
    public init(relation: Relation, isOutgoing: Bool, hasPage: Bool) {
      self.relation = relation
      self.isOutgoing = isOutgoing
      self.hasPage = hasPage
    }

    /// The entity at the other end.
    public var other: EntityID { isOutgoing ? relation.object : relation.subject }
    /// Its name.
    public var otherName: String { isOutgoing ? relation.objectName : relation.subjectName }
  }

  /// Links out, one for each target, in the order they first stand on the page.
  public var links: [Mention]
  /// Links in, one for each page and section, by name.
  public var backlinks: [Mention]
  /// Relations of which this entity is an end; outgoing ones first, then by predicate and name.
  public var edges: [Edge]

  /// Makes a set of neighbours.
  public init(links: [Mention] = [], backlinks: [Mention] = [], edges: [Edge] = []) {
    self.links = links
    self.backlinks = backlinks
    self.edges = edges
  }
}
