/// A statement of a graph's table, its ends named by the identifiers of their nodes.
///
/// A library makes it a ``Relation`` once it knows which entities the identifiers stand for.
public struct GraphEdge: Hashable, Sendable {
  /// What the statement is about.
  public var subject: Identifier
  /// The relation, in words: `interacts with`.
  public var predicate: String
  /// What it is related to.
  public var object: Identifier
  /// Whether the source says that the relation does not hold.
  public var isNegated: Bool
  /// Where it was said: the primary source where one is named, else the data set.
  public var source: String?
  /// The evidence level, where stated, in the source's words.
  public var evidence: String?
  /// What the source remarks on it: a comment of its curator.
  public var note: String?
  /// Publications that support it: CURIEs or addresses.
  public var publications: [String]

  /// Makes an edge.
  public init(
    subject: Identifier, predicate: String, object: Identifier, isNegated: Bool = false,
    source: String? = nil, evidence: String? = nil, note: String? = nil, publications: [String] = []
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.isNegated = isNegated
    self.source = source
    self.evidence = evidence
    self.note = note
    self.publications = publications
  }
}
