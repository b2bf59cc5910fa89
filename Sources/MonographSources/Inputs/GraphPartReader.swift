/// Reads the tables of graphs among the parts of inputs, each with the reader of its form.
public struct GraphPartReader {
  private let limits: ReaderLimits
  private var hetionet: HetionetReader

  /// Makes a reader for the parts of one input.
  public init(limits: ReaderLimits = .default) {
    self.limits = limits
    hetionet = HetionetReader(limits: limits)
  }

  /// Reads a part; false where it is no table of a graph, and nothing was read of it.
  public mutating func read(_ part: SourcePart, into sink: SourceSink) throws -> Bool {
    switch part.form {
    case .kgxNodes(let form): try read(part.stream, of: .nodes, form: form, into: sink)
    case .kgxEdges(let form): try read(part.stream, of: .edges, form: form, into: sink)
    case .kgxGraph: try KGXReader(limits: limits).readGraph(part.stream, into: sink)
    case .hetionetEdgeKinds: try hetionet.readEdgeKinds(part.stream, into: sink)
    case .hetionetNodes: try hetionet.readNodes(part.stream, into: sink)
    case .hetionetEdges: try hetionet.readEdges(part.stream, into: sink)
    case .drugMechDB: try DrugMechDBReader(limits: limits).read(part.stream, into: sink)
    case .markdownPage, .markdownFolder, .spl, .openFDA, .hetionet, .hetionetNodeKinds, .wikiDump:
      return false
    }
    return true
  }

  /// Reads a part only for what the reading of others depends on, which is nothing in most.
  public mutating func readSpelling(_ part: SourcePart) throws {
    guard part.form == .hetionetEdgeKinds else { return }
    try hetionet.readEdgeKinds(part.stream) { _ in }
  }

  private func read(
    _ stream: ByteStream, of contents: KGXReader.Contents, form: SourceForm.TableForm, into sink: SourceSink
  ) throws {
    switch form {
    case .table: try KGXReader(limits: limits).readTable(stream, of: contents, into: sink)
    case .commas:
      try KGXReader(limits: limits).readTable(stream, of: contents, dividedBy: .comma, into: sink)
    case .objects: try KGXReader(limits: limits).readObjects(stream, of: contents, into: sink)
    }
  }
}
