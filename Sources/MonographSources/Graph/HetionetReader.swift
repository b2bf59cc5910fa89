import MonographModel

/// Reads Hetionet's tables: nodes, kinds of edge, and edges as SIF
/// (https://github.com/hetio/hetionet, hetnet/tsv).
///
/// The table of kinds of edge is read first, since it spells the codes of the edges; without it they are
/// spelled as in Hetionet v1.0.
public struct HetionetReader {
  private static let source = "Hetionet v1.0"
  private let limits: ReaderLimits
  private var schema = HetionetSchema()
  private var unknownCodes: Set<String> = []

  /// Makes a reader.
  public init(limits: ReaderLimits = .default) { self.limits = limits }

  /// Reads `metaedges.tsv`: columns `metaedge` and `abbreviation`.
  public mutating func readEdgeKinds(_ stream: ByteStream, into sink: SourceSink) throws {
    var schema = self.schema
    try read(stream, columns: ["metaedge", "abbreviation"], into: sink) { values, line, log in
      guard !schema.define(values[0], code: values[1]) else { return }
      log.report(
        .graphRow, line: line,
        "“\(values[0].prefix(80))” is no kind of edge such as “Compound - treats - Disease”.")
    }
    self.schema = schema
  }

  /// Reads `nodes.tsv`: columns `id` (`Compound::DB00181`), `name` and `kind`.
  public func readNodes(_ stream: ByteStream, into sink: SourceSink) throws {
    try read(stream, columns: ["id", "name"], into: sink) { values, line, log in
      guard let (identifier, kind) = node(values[0], line: line, log: log) else { return }
      try sink(
        .node(
          GraphNode(
            identifier: identifier, name: values[1].isEmpty ? nil : values[1], kind: kind,
            source: Self.source)))
    }
  }

  /// Reads edges as SIF: columns `source`, `metaedge` and `target`.
  public mutating func readEdges(_ stream: ByteStream, into sink: SourceSink) throws {
    var unknownCodes = self.unknownCodes
    try read(stream, columns: ["source", "metaedge", "target"], into: sink) { values, line, log in
      guard let (subject, _) = node(values[0], line: line, log: log),
        let (object, _) = node(values[2], line: line, log: log)
      else { return }
      guard !values[1].isEmpty else {
        return log.report(.graphRow, line: line, "The row has no kind of edge; it is left out.")
      }
      let predicate = schema.predicates[values[1]] ?? .init(words: values[1], isReversed: false)
      if schema.predicates[values[1]] == nil, unknownCodes.count < 1_000,
        unknownCodes.insert(values[1]).inserted
      {
        log.report(
          .graphTerm, line: line,
          "No table spells the kind of edge “\(values[1].prefix(40))”; it is given as it stands.",
          fix: "put metaedges.tsv beside the edges")
      }
      try sink(
        .edge(
          GraphEdge(
            subject: predicate.isReversed ? object : subject, predicate: predicate.words,
            object: predicate.isReversed ? subject : object, source: Self.source)))
    }
    self.unknownCodes = unknownCodes
  }

  private func node(
    _ text: String, line: Int, log: DiagnosticLog
  ) -> (identifier: Identifier, kind: String)? {
    let node = HetionetSchema.node(text) { kind in
      log.report(.graphTerm, line: line, "The kind of node “\(kind.prefix(40))” is not one of Hetionet's.")
    }
    if node == nil {
      log.report(
        .graphRow, line: line,
        "“\(text.prefix(80))” is no node such as Compound::DB00181; the row is left out.")
    }
    return node
  }

  /// Gives some columns of each row of a table, found by their names in its header.
  private func read(
    _ stream: ByteStream, columns: [String], into sink: SourceSink,
    _ body: ([String], Int, DiagnosticLog) throws -> Void
  ) throws {
    let log = DiagnosticLog(file: stream.name, limitPerRule: limits.diagnosticsPerRule)
    var places: [Int] = []
    var width = 0
    var line = TabbedLine()
    let result = Result {
      try LineScanner(lengthLimit: limits.lineLength).scan(stream) { number, bytes in
        guard let bytes else {
          return log.report(
            .tooLarge, line: number, "The line is longer than \(limits.lineLength) bytes; it is left out.")
        }
        guard !bytes.isEmpty else { return }
        line.divide(bytes)
        func value(_ column: Int) -> String {
          let fault = {
            log.report(.encoding, line: number, "A value is not UTF-8; such bytes are shown as \u{FFFD}.")
          }
          return GraphText.text(line[column], fault: fault) ?? ""
        }
        guard !places.isEmpty else {
          let header = (0..<line.count).map(value)
          width = header.count
          places = columns.compactMap { header.firstIndex(of: $0) }
          guard places.count == columns.count else {
            throw SourceError.damaged(
              name: stream.name, line: number,
              reason: "its header lacks one of the columns “\(columns.joined(separator: "”, “"))”")
          }
          return
        }
        guard line.count == width else {
          return log.report(
            .graphRow, line: number,
            "The row has \(line.count) columns, the header \(width); it is left out.")
        }
        try body(places.map(value), number, log)
      }
    }
    for diagnostic in log.finish() { try sink(.diagnostic(diagnostic)) }
    try result.get()
  }
}
