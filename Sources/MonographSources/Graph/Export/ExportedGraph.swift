import MonographModel

/// How a library's graph is named where it leaves the library.
///
/// Tools for graphs want an identifier of every node, as a CURIE. An entity's own is its path behind a prefix of ours,
/// since an entity may have no identifier of another registry, or several.
public enum ExportedGraph {
  /// The prefix of what only this program names: entities, kinds, predicates.
  public static let prefix = Identifier.ownPrefix

  /// The identifier of an entity: `MONOGRAPH:drugs/baclofen`.
  public static func identifier(of entity: EntityID) -> Identifier {
    Identifier(prefix: prefix, local: "\(entity.folder)/\(entity.slug)")
  }

  /// A text as one field of a table or a value of XML: line ends, tabs and what is no character of XML 1.0 become
  /// spaces.
  static func field(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isPlain($0) }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isPlain($0) ? $0 : " " }))
  }

  /// Values divided by `|`, which within a value becomes `/`, whatever combines with it.
  static func list(_ values: [String]) -> String {
    values.map { value in
      String(String.UnicodeScalarView(value.unicodeScalars.map { $0 == "|" ? "/" : $0 }))
    }.joined(separator: "|")
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && !(0xFFFE...0xFFFF).contains(scalar.value)
  }
}
