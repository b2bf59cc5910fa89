/// What the entity id of a document is worth to a library that takes in many sources.
public enum EntityIdentity: Int, Hashable, Sendable {
  /// An author gave it: the document is about that entity and no other.
  case given = 0
  /// A reader made it from a name: the library decides by identifiers and names which entity it is.
  case proposed = 1
}
