import MonographModel

/// A source file that a library was compiled from.
public struct StoredFile: Hashable, Sendable {
  /// Its name, as it was given.
  public var name: String
  /// What tells whether it has changed, as it was given.
  public var hash: String
  /// Bytes of the caller's own: what was found wrong in the file as a whole, say.
  public var attachment: [UInt8]
  /// How many documents came from it.
  public var documentCount: Int

  /// Makes a file.
  public init(name: String, hash: String, attachment: [UInt8] = [], documentCount: Int = 0) {
    self.name = name
    self.hash = hash
    self.attachment = attachment
    self.documentCount = documentCount
  }
}

/// What a library keeps of a source file, one thing after another, as it was added.
public enum StoredRecord: Hashable, Sendable {
  /// A document.
  case document(StoredDocument)
  /// What a graph says of an entity.
  case node(GraphNode)
  /// A relation of a graph.
  case edge(GraphEdge)
}

/// A document as it was added to a library, whatever entity it was joined to: all that is needed to add it to
/// another one without reading its source again.
public struct StoredDocument: Hashable, Sendable {
  /// The document as its reader gave it.
  public var monograph: Monograph
  /// The bytes it was read from.
  public var source: [UInt8]
  /// The layer it lay in.
  public var layer: Int
  /// What its entity id is worth.
  public var identity: EntityIdentity
  /// Bytes of the caller's own: what was found wrong in the document, say.
  public var attachment: [UInt8]

  /// Makes a document.
  public init(
    monograph: Monograph, source: [UInt8], layer: Int = 0, identity: EntityIdentity = .given,
    attachment: [UInt8] = []
  ) {
    self.monograph = monograph
    self.source = source
    self.layer = layer
    self.identity = identity
    self.attachment = attachment
  }
}
