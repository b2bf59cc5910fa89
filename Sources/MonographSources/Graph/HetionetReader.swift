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

  /// Makes a reader.
  public init(limits: ReaderLimits = .default) { self.limits = limits }

  /// Reads `metaedges.tsv`: columns `metaedge` and `abbreviation`.
  public mutating func readEdgeKinds(_ stream: ByteStream, into sink: SourceSink) throws {
    var schema = self.schema
    try read(stream, columns: ["metaedge", "abbreviation"], into: sink) { row in
      let metaedge = row.text(0)
      guard !schema.define(metaedge, code: row.text(1)) else { return }
      row.log.report(
        .graphRow, line: row.number,
        "“\(metaedge.prefix(80))” is no kind of edge such as “Compound - treats - Disease”.")
    }
    self.schema = schema
  }

  /// Reads `nodes.tsv`: columns `id` (`Compound::DB00181`), `name` and `kind`.
  public func readNodes(_ stream: ByteStream, into sink: SourceSink) throws {
    var identifiers = GraphIdentifiers()
    try read(stream, columns: ["id", "name"], into: sink) { row in
      guard let (identifier, kind) = node(row, 0, &identifiers) else { return }
      let name = row.text(1)
      try sink(
        .node(
          GraphNode(
            identifier: identifier, name: name.isEmpty ? nil : name, kind: kind, source: Self.source)))
    }
  }

  /// Reads edges as SIF: columns `source`, `metaedge` and `target`.
  public func readEdges(_ stream: ByteStream, into sink: SourceSink) throws {
    var unknownCodes: Set<String> = []
    var identifiers = GraphIdentifiers()
    try read(stream, columns: ["source", "metaedge", "target"], into: sink) { row in
      guard let (subject, _) = node(row, 0, &identifiers), let (object, _) = node(row, 2, &identifiers)
      else { return }
      let code = row.text(1)
      guard !code.isEmpty else {
        return row.log.report(
          .graphRow, line: row.number, "The row has no kind of edge; it is left out.")
      }
      let known = schema.predicates[code]
      if known == nil, unknownCodes.count < 1_000, unknownCodes.insert(code).inserted {
        row.log.report(
          .graphTerm, line: row.number,
          "No table spells the kind of edge “\(code.prefix(40))”; it is given as it stands.",
          fix: "put metaedges.tsv beside the edges")
      }
      let predicate = known ?? .init(words: code, isReversed: false)
      try sink(
        .edge(
          GraphEdge(
            subject: predicate.isReversed ? object : subject, predicate: predicate.words,
            object: predicate.isReversed ? subject : object, source: Self.source)))
    }
  }

  private func node(
    _ row: Row, _ column: Int, _ identifiers: inout GraphIdentifiers
  ) -> (identifier: Identifier, kind: String)? {
    let node = HetionetSchema.node(row.bytes(column), identifiers: &identifiers) { kind in
      row.log.report(
        .graphTerm, line: row.number, "The kind of node “\(kind.prefix(40))” is not one of Hetionet's.")
    }
    if node == nil {
      row.log.report(
        .graphRow, line: row.number,
        "“\(row.text(column).prefix(80))” is no node such as Compound::DB00181; the row is left out.")
    }
    return node
  }

  /// The columns of a row that were asked for, in the order they were asked for.
  private struct Row {
    let line: TabbedLine
    let places: [Int]
    let number: Int
    let log: DiagnosticLog

    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> { line[places[column]] }

    func text(_ column: Int) -> String {
      let text = GraphText.text(bytes(column)) {
        log.report(.encoding, line: number, "A value is not UTF-8; such bytes are shown as \u{FFFD}.")
      }
      return text ?? ""
    }
  }

  /// Gives each row of a table, its columns found by their names in its header.
  private func read(
    _ stream: ByteStream, columns: [String], into sink: SourceSink, _ body: (Row) throws -> Void
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
        if places.isEmpty {
          let header = (0..<line.count).map { line[$0].text }
          width = header.count
          places = columns.compactMap { header.firstIndex(of: $0) }
          guard places.count == columns.count else {
            throw SourceError.damaged(
              name: stream.name, line: number,
              reason: "its header lacks one of the columns “\(columns.joined(separator: "”, “"))”")
          }
        } else if line.count == width {
          try body(Row(line: line, places: places, number: number, log: log))
        } else {
          log.report(
            .graphRow, line: number,
            "The row has \(line.count) columns, the header \(width); it is left out.")
        }
      }
    }
    for diagnostic in log.finish() { try sink(.diagnostic(diagnostic)) }
    try result.get()
  }
}
