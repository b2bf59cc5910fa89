import MonographModel

/// What a document, or a node of a graph, says about the entity it describes: all that a library needs to
/// decide which of them are about one thing.
struct EntityClaim {
  /// Who says it.
  enum Origin: Hashable {
    /// A document, with the layer it lies in.
    case document(String, layer: Int)
    /// A node of a graph table.
    case node(Identifier)
  }

  /// Who says it.
  var origin: Origin
  /// The id it gives or proposes.
  var id: EntityID
  /// Whether the id may be changed.
  var identity: EntityIdentity
  /// Its name; empty where it has none.
  var title: String
  /// What sort of thing it is.
  var kind: String
  /// Shown beside the name.
  var entityClass: String?
  /// Other names; left out for nodes, whose synonyms are often broader or narrower terms.
  var aliases: [String] = []
  /// Its identifiers, as numbers of an ``IdentifierTable``.
  var identifiers: [Int] = []

  /// What a document is offered by; nil for a node.
  var entry: DocumentEntry?

  /// Whether it is a document.
  var isDocument: Bool { if case .document = origin { true } else { false } }
}
