/// What a library records between two entities: sentences of one's sources that name the other, and relations.
public struct PairRecords: Hashable, Sendable {
  /// A sentence in a section on interactions, contraindications or warnings of one that names the other.
  public struct Mention: Hashable, Sendable {
    /// By what a sentence names an entity.
    public enum Name: Hashable, Sendable {
      /// A name of its own, as it was looked for.
      case own(String)
      /// The name of a class that the library says it belongs to.
      case ofClass(String)
      /// The head noun of such a class, which names a wider one: `muscle relaxant` of `direct-acting muscle relaxant`.
      case ofWiderClass(String, than: String)
    }

    /// Whose source it stands in.
    public var speaker: EntityID
    /// Whom it names.
    public var named: EntityID
    /// By what.
    public var name: Name
    /// The sentence.
    public var sentence: String
    /// The document it stands in.
    public var document: DocumentEntry
    /// Whether that is the document which the page of the entity shows first.
    public var isInFirstDocument: Bool
    /// The section it stands in.
    public var anchor: String
    /// The headings down to it.
    public var sectionPath: [String]
    /// In how many other documents about the same entity the same sentence stands.
    public var otherDocuments = 0

    /// Makes a mention.
    public init(
      speaker: EntityID, named: EntityID, name: Name, sentence: String, document: DocumentEntry,
      isInFirstDocument: Bool = true, anchor: String, sectionPath: [String]
    ) {
      self.speaker = speaker
      self.named = named
      self.name = name
      self.sentence = sentence
      self.document = document
      self.isInFirstDocument = isInFirstDocument
      self.anchor = anchor
      self.sectionPath = sectionPath
    }
  }

  /// The one entity.
  public var first: EntityID
  /// The other.
  public var second: EntityID
  /// The sentences: those of the first's sources, then those of the second's; names before classes.
  public var mentions: [Mention]
  /// The relations between the two, either way, as they are stated.
  public var relations: [Relation]
  /// Names and classes that both have, looked for only behind `other`, `another`, `concomitant` and the like, since
  /// else a source means its own drug by them.
  public var sharedNames: [String] = []
  /// How many sentences there are beyond those in ``mentions``, which are bounded.
  public var unlisted = 0

  /// Makes records.
  public init(first: EntityID, second: EntityID, mentions: [Mention] = [], relations: [Relation] = []) {
    self.first = first
    self.second = second
    self.mentions = mentions
    self.relations = relations
  }

  /// How many there are.
  public var count: Int { mentions.count + unlisted + relations.count }
}

/// What a library records between each two of some entities, and what was looked through for it.
public struct InteractionRecords: Hashable, Sendable {
  /// One of the entities, and how it was looked for.
  public struct Subject: Hashable, Sendable {
    /// The entity.
    public var entity: EntityID
    /// Its name.
    public var name: String
    /// Whether it has a page.
    public var hasPage: Bool
    /// The names by which the others' sources were searched for it.
    public var names: [String]
    /// The classes, likewise.
    public var classes: [String]
    /// The entities of the same substance that the library states the classes of, where it states none of this one.
    public var classesStatedOf: [String] = []
    /// How many documents about it were read.
    public var documents: Int
    /// How many of their sections on interactions, contraindications and warnings were searched for the others.
    public var sections: Int

    /// Makes a subject.
    public init(
      entity: EntityID, name: String, hasPage: Bool = true, names: [String] = [], classes: [String] = [],
      documents: Int = 0, sections: Int = 0
    ) {
      self.entity = entity
      self.name = name
      self.hasPage = hasPage
      self.names = names
      self.classes = classes
      self.documents = documents
      self.sections = sections
    }
  }

  /// The entities, as they were asked for.
  public var subjects: [Subject]
  /// The records of each pair: the first with all after it, then the second, and so on.
  public var pairs: [PairRecords]

  /// Makes records.
  public init(subjects: [Subject], pairs: [PairRecords]) {
    self.subjects = subjects
    self.pairs = pairs
  }
}
