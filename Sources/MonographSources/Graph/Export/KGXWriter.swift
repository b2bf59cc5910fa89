import MonographModel

/// The rows of KGX tables in TSV (https://github.com/biolink/kgx/blob/master/specification/kgx-format.md), as
/// ``KGXReader`` reads them.
///
/// A kind that no category of the Biolink Model stands for, and every predicate, have names with the prefix
/// ``ExportedGraph/prefix``: they are the sources' words, not the model's. `original_predicate` has the words as they
/// are; `evidence_level` and `note` are columns of our own. Values of a list are divided by `|`, which within a value
/// becomes `/`.
public enum KGXWriter {
  /// The header of the table of nodes, with its line end.
  public static let nodeHeader = row([
    "id", "category", "name", "description", "synonym", "same_as", "provided_by",
  ])

  /// The header of the table of edges, with its line end.
  public static let edgeHeader = row([
    "id", "subject", "predicate", "object", "negated", "primary_knowledge_source", "publications",
    "original_predicate", "evidence_level", "note",
  ])

  /// The row of a node, with its line end.
  public static func row(_ node: GraphNode) -> String {
    row([
      node.identifier.curie, BiolinkCategory.category(ofKind: node.kind), node.name ?? "", node.summary ?? "",
      ExportedGraph.list(node.aliases), ExportedGraph.list(node.sameAs.map(\.curie)), node.source ?? "",
    ])
  }

  /// The row of an edge, with its line end.
  ///
  /// - Parameter number: Which edge it is; makes its id.
  public static func row(_ edge: GraphEdge, number: Int) -> String {
    row([
      "\(ExportedGraph.prefix):relation/\(number)", edge.subject.curie, predicate(edge.predicate),
      edge.object.curie, edge.isNegated ? "true" : "false", edge.source ?? "",
      ExportedGraph.list(edge.publications),
      edge.predicate, edge.evidence ?? "", edge.note ?? "",
    ])
  }

  /// `MONOGRAPH:interacts_with`.
  private static func predicate(_ words: String) -> String {
    let name = String(words.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    return "\(ExportedGraph.prefix):\(name)"
  }

  private static func row(_ fields: [String]) -> String {
    fields.map(ExportedGraph.field).joined(separator: "\t") + "\n"
  }
}
