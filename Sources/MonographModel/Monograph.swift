/// One document about an entity: front matter, then sections. An entity has one for each source.
public struct Monograph: Hashable, Sendable {
  /// The entity the document is about.
  public var entity: EntityID
  /// The name of the page, as its source writes it.
  public var title: String
  /// What sort of thing it is, in the singular: `drug`, `disease`, `gene`, `entity`.
  public var kind: String
  /// Other names a person may type: brands, synonyms, abbreviations.
  public var aliases: [String]
  /// The drug class or the like, shown beside the name in search results.
  public var entityClass: String?
  /// Where the page comes from and how old it is.
  public var source: Source
  /// Outside identifiers.
  public var identifiers: [Identifier]
  /// Relations that the front matter states. Those of diagrams stand in the diagrams.
  public var relations: [Relation]
  /// The bibliography, in the order of the source.
  public var references: [Reference]
  /// Earlier ids of the page.
  public var redirects: [EntityID]
  /// The summary tables that the page's source shows together, each naming the section it belongs to.
  public var infobox: [InfoboxPart]
  /// The sections of the first level, in the order of the source. Text that stands before the first
  /// heading is a section of level 0 with an empty heading.
  public var sections: [Section]

  /// Makes a monograph; everything but identity, title and source may be left empty.
  public init(
    entity: EntityID, title: String, kind: String? = nil, aliases: [String] = [], entityClass: String? = nil,
    source: Source, identifiers: [Identifier] = [], relations: [Relation] = [],
    references: [Reference] = [], redirects: [EntityID] = [], infobox: [InfoboxPart] = [],
    sections: [Section] = []
  ) {
    self.entity = entity
    self.title = title
    self.kind = kind ?? entity.kind
    self.aliases = aliases
    self.entityClass = entityClass
    self.source = source
    self.identifiers = identifiers
    self.relations = relations
    self.references = references
    self.redirects = redirects
    self.infobox = infobox
    self.sections = sections
  }

  /// Every section, parents before their children, in the order of the page.
  public var allSections: [Section] { sections.flatMap(\.withDescendants) }

  /// The section with an anchor, wherever it stands.
  public func section(anchor: String) -> Section? { allSections.first { $0.anchor == anchor } }

  /// The reference with a key.
  public func reference(key: String) -> Reference? { references.first { $0.key == key } }
}

/// One of the tables that make up the infobox.
public struct InfoboxPart: Hashable, Sendable {
  /// The section whose table it is.
  public var anchor: String
  /// What stands over it in the infobox: the heading of that section.
  public var title: String
  /// The table itself, the same value as in the section.
  public var table: Table
  /// Why the part was told from its neighbours, where that had to be inferred.
  public var inference: String?

  /// Makes a part.
  public init(anchor: String, title: String, table: Table, inference: String? = nil) {
    self.anchor = anchor
    self.title = title
    self.table = table
    self.inference = inference
  }
}
