/// A statement that one entity stands in some relation to another, with where it was said.
public struct Relation: Hashable, Sendable {
  /// What the statement is about.
  public var subject: EntityID
  /// The subject's name as the source writes it, for when it has no page.
  public var subjectName: String
  /// The relation, in the source's words: `treats`, `participates in`.
  public var predicate: String
  /// What it is related to.
  public var object: EntityID
  /// The object's name as the source writes it, for when it has no page.
  public var objectName: String
  /// Whether the source says the relation does not hold.
  public var isNegated: Bool
  /// Where it was said: a page, a data set; nil where the source does not say.
  public var source: String?
  /// The evidence level, where stated, in the source's words.
  public var evidence: String?
  /// What the source remarks on it: a comment of its curator.
  public var note: String?
  /// Publications that support it: CURIEs, addresses or bibliography keys.
  public var publications: [String]
  /// Where in the library it was read.
  public var origin: Origin

  /// Where in the library a relation was read.
  public enum Origin: Hashable, Sendable {
    /// In a page's front matter.
    case frontMatter
    /// In a diagram of the section with this anchor.
    case diagram(anchor: String)
    /// In a graph table.
    case graph
  }

  /// Makes a relation; names not given are made from the ids.
  public init(
    subject: EntityID, subjectName: String? = nil, predicate: String, object: EntityID,
    objectName: String? = nil, isNegated: Bool = false, source: String? = nil, evidence: String? = nil,
    note: String? = nil, publications: [String] = [], origin: Origin = .frontMatter
  ) {
    self.subject = subject
    self.subjectName = subjectName ?? subject.nameFromSlug
    self.predicate = predicate
    self.object = object
    self.objectName = objectName ?? object.nameFromSlug
    self.isNegated = isNegated
    self.source = source
    self.evidence = evidence
    self.note = note
    self.publications = publications
    self.origin = origin
  }
}
