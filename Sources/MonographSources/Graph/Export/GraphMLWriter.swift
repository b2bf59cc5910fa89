import MonographModel

/// The parts of a GraphML file (http://graphml.graphdrawing.org/specification.html): a directed graph in which parallel
/// edges are edges of their own, each with an id.
public enum GraphMLWriter {
  /// What stands before the first node.
  public static let head: String = {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">

      """
    for (name, type) in nodeKeys { text += key(name, type, of: "node") }
    for (name, type) in edgeKeys { text += key(name, type, of: "edge") }
    return text + "<graph id=\"library\" edgedefault=\"directed\">\n"
  }()

  /// What stands after the last edge.
  public static let tail = "</graph>\n</graphml>\n"

  private static let nodeKeys = [
    ("name", "string"), ("kind", "string"), ("description", "string"), ("synonyms", "string"),
    ("same_as", "string"), ("source", "string"),
  ]
  private static let edgeKeys = [
    ("predicate", "string"), ("negated", "boolean"), ("source", "string"), ("evidence", "string"),
    ("note", "string"), ("publications", "string"),
  ]

  private static func key(_ name: String, _ type: String, of element: String) -> String {
    "<key id=\"\(element)_\(name)\" for=\"\(element)\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n"
  }

  /// A node, with its line end. Lists are divided by `|`.
  public static func element(_ node: GraphNode) -> String {
    "<node id=\"\(escaped(node.identifier.curie))\">"
      + data(
        "node",
        [
          ("name", node.name), ("kind", node.kind), ("description", node.summary),
          ("synonyms", list(node.aliases)), ("same_as", list(node.sameAs.map(\.curie))),
          ("source", node.source),
        ]) + "</node>\n"
  }

  /// An edge, with its line end.
  ///
  /// - Parameter number: Which edge it is; makes its id.
  public static func element(_ edge: GraphEdge, number: Int) -> String {
    "<edge id=\"e\(number)\" source=\"\(escaped(edge.subject.curie))\" target=\"\(escaped(edge.object.curie))\">"
      + data(
        "edge",
        [
          ("predicate", edge.predicate), ("negated", edge.isNegated ? "true" : "false"),
          ("source", edge.source), ("evidence", edge.evidence), ("note", edge.note),
          ("publications", list(edge.publications)),
        ]) + "</edge>\n"
  }

  private static func list(_ values: [String]) -> String? {
    values.isEmpty ? nil : ExportedGraph.list(values)
  }

  private static func data(_ element: String, _ values: [(String, String?)]) -> String {
    values.map { name, value in
      value.map { "<data key=\"\(element)_\(name)\">\(escaped($0))</data>" } ?? ""
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    // A mark that combines with one of these makes a character of its own of it, which XML reads as the two.
    for scalar in ExportedGraph.field(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
