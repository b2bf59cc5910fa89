/// An entity as a table of a graph describes it.
public struct GraphNode: Hashable, Sendable {
  /// Its identifier in the graph, by which edges name it.
  public var identifier: Identifier
  /// Identifiers of the same thing elsewhere.
  public var sameAs: [Identifier]
  /// Its name as the source writes it; nil where the source gives none.
  public var name: String?
  /// What sort of thing it is, in the singular, as for pages: `drug`, `disease`, `gene`, `pathway`.
  public var kind: String
  /// Other names.
  public var aliases: [String]
  /// A sentence that says what it is, where the source has one.
  public var summary: String?
  /// The data set that describes it.
  public var source: String?

  /// Makes a node.
  public init(
    identifier: Identifier, sameAs: [Identifier] = [], name: String? = nil, kind: String,
    aliases: [String] = [], summary: String? = nil, source: String? = nil
  ) {
    self.identifier = identifier
    self.sameAs = sameAs
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.summary = summary
    self.source = source
  }
}
