/// The forms of source that are known.
public enum SourceForm: Hashable, Sendable {
  /// How a graph's table is written.
  public enum TableForm: Hashable, Sendable {
    /// Columns divided by tabs.
    case table
    /// Columns divided by commas.
    case commas
    /// A JSON object a line.
    case objects
  }

  /// A page in Markdown.
  case markdownPage
  /// A folder with pages in Markdown somewhere in it.
  case markdownFolder
  /// A drug label in SPL.
  case spl
  /// Drug labels in openFDA's bulk form.
  case openFDA
  /// The nodes of a graph in KGX form.
  case kgxNodes(TableForm)
  /// The edges of a graph in KGX form.
  case kgxEdges(TableForm)
  /// The nodes and edges of a graph in KGX form, as one JSON object.
  case kgxGraph
  /// Hetionet: its tables together.
  case hetionet
  /// Hetionet's kinds of edge, which spell the codes of its edges.
  case hetionetEdgeKinds
  /// Hetionet's kinds of node, of which nothing is read.
  case hetionetNodeKinds
  /// Hetionet's nodes.
  case hetionetNodes
  /// Hetionet's edges.
  case hetionetEdges
  /// Paths of DrugMechDB.
  case drugMechDB
  /// The flattened text of a wiki page, which is imported before it is built.
  case wikiDump

  /// What it is, in a few words.
  public var description: String {
    switch self {
    case .markdownPage: "Markdown page"
    case .markdownFolder: "Markdown pages"
    case .spl: "SPL label"
    case .openFDA: "openFDA labels"
    case .kgxNodes: "KGX nodes"
    case .kgxEdges: "KGX edges"
    case .kgxGraph: "KGX graph"
    case .hetionet: "Hetionet"
    case .hetionetEdgeKinds: "Hetionet's kinds of edge"
    case .hetionetNodeKinds: "Hetionet's kinds of node"
    case .hetionetNodes: "Hetionet's nodes"
    case .hetionetEdges: "Hetionet's edges"
    case .drugMechDB: "DrugMechDB paths"
    case .wikiDump: "wiki page dump"
    }
  }

  /// Whether it is one of the tables that make up Hetionet.
  var isOfHetionet: Bool {
    switch self {
    case .hetionet, .hetionetEdgeKinds, .hetionetNodeKinds, .hetionetNodes, .hetionetEdges: true
    case .markdownPage, .markdownFolder, .spl, .openFDA, .kgxNodes, .kgxEdges, .kgxGraph, .drugMechDB,
      .wikiDump:
      false
    }
  }

  /// Where it comes among the tables of one graph: what edges are spelled by, nodes, edges.
  var order: Int {
    switch self {
    case .hetionetEdgeKinds, .hetionetNodeKinds: 0
    case .kgxEdges, .hetionetEdges: 2
    case .markdownPage, .markdownFolder, .spl, .openFDA, .kgxNodes, .kgxGraph, .hetionet, .hetionetNodes,
      .drugMechDB, .wikiDump:
      1
    }
  }
}
