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
  /// The documents about the entity: the one shown, then the others in the order in which they are offered,
  /// going round.
  public var documents: [DocumentEntry]
  /// The links, backlinks and relations of the entity.
  public var neighbours: Neighbours
  /// The entities that the document links to and that have no page, so that links can be shown as such.
  public var missing: Set<EntityID>
  /// What a graph says the entity is, where one does.
  public var summary: Summary?
  /// Entities of the same kind that may be meant too, by name alone; shown as links, never joined with this one.
  /// Of an entity without a document: pages whose names begin with its name (`Metformin` gives `Metformin
  /// hydrochloride`), at most ten, A to Z. Of a page: entities without a document that have relations, and whose
  /// names are the first words of its title, the longest first. ``NameMatch/relationCount`` is set.
  public var related: [NameMatch]
  /// What the page was made for, where it is no entity's page but one made from what the library records.
  public var report: ReportRequest?

  /// A sentence that says what an entity is.
  public struct Summary: Hashable, Sendable {
    /// The sentence.
    public var text: String
    /// The data set it stands in, where stated.
    public var source: String?

    /// Makes a summary.
    public init(text: String, source: String? = nil) {
      self.text = text
      self.source = source
    }
  }

  /// Makes a page.
  public init(
    entity: EntityID, title: String, kind: String, monograph: Monograph?, documents: [DocumentEntry] = [],
    neighbours: Neighbours = Neighbours(), missing: Set<EntityID> = [], summary: Summary? = nil,
    related: [NameMatch] = [], report: ReportRequest? = nil
  ) {
    self.entity = entity
    self.title = title
    self.kind = kind
    self.monograph = monograph
    self.documents = documents
    self.neighbours = neighbours
    self.missing = missing
    self.summary = summary
    self.related = related
    self.report = report
  }
}

extension Page {
  /// The id of the document that is shown; nil for a missing entity.
  public var document: String? { documents.first?.document }
}

/// One of the documents that a library holds about an entity.
public struct DocumentEntry: Hashable, Sendable {
  /// The source document's own id, by which it is asked for.
  public var document: String
  /// Its title.
  public var title: String
  /// Who publishes it, where stated.
  public var publisher: String?
  /// Who answers for what it says, where stated.
  public var labeler: String?
  /// Its version, where stated.
  public var version: String?
  /// The date it took effect, where stated.
  public var effective: String?
  /// The layer it lies in; a higher one is offered before a lower one.
  public var layer: Int

  /// Makes an entry.
  public init(
    document: String, title: String, publisher: String? = nil, labeler: String? = nil,
    version: String? = nil, effective: String? = nil, layer: Int = 0
  ) {
    self.document = document
    self.title = title
    self.publisher = publisher
    self.labeler = labeler
    self.version = version
    self.effective = effective
    self.layer = layer
  }

  /// The entry of a document.
  public init(of monograph: Monograph, layer: Int = 0) {
    let source = monograph.source
    self.init(
      document: source.document, title: monograph.title, publisher: source.publisher,
      labeler: source.labeler, version: source.version, effective: source.effective, layer: layer)
  }
}
