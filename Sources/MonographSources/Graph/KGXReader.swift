internal import FoundationEssentials
import MonographModel

/// Reads the node and edge tables of a knowledge graph in KGX form, as TSV, CSV, JSON lines or one JSON object
/// (https://github.com/biolink/kgx, specification/kgx-format.md).
///
/// Columns may stand in any order and be missing. A row that makes no node or edge is reported and left out;
/// the rest is read. Memory does not grow with the table.
public struct KGXReader: Sendable {
  /// Which of the two tables it is.
  public enum Contents: Hashable, Sendable { case nodes, edges }

  let limits: ReaderLimits

  /// Makes a reader.
  public init(limits: ReaderLimits = .default) { self.limits = limits }

  /// What divides the columns of a table.
  public enum Divider: Sendable { case tab, comma }

  /// Reads a table with a header and columns divided by tabs, or by commas; a value with commas in it is quoted, and
  /// none goes on in the next line.
  ///
  /// Nodes that leave out their last columns are read as if these were empty, as other tools do; edges are not,
  /// since a column lost in the middle would change what they say.
  public func readTable(
    _ stream: ByteStream, of contents: Contents, dividedBy divider: Divider = .tab, into sink: SourceSink
  ) throws {
    let log = DiagnosticLog(file: stream.name, limitPerRule: limits.diagnosticsPerRule)
    var builder = KGXBuilder(dataSet: Self.dataSet(of: stream.name), log: log)
    var table: KGXTable?
    var line = TabbedLine()
    var shortRows = (count: 0, first: 0)
    try readLines(of: stream, log: log, into: sink) { number, bytes in
      switch divider {
      case .tab: line.divide(bytes)
      case .comma:
        guard line.divideAtCommas(bytes) else {
          return log.report(
            .graphRow, line: number, "A quotation does not end in the line; it is left out.",
            fix: "write each row in one line")
        }
      }
      guard let table else {
        let header = KGXTable(header: line)
        let required: [KGXColumn] = contents == .nodes ? [.id] : [.subject, .predicate, .object]
        let missing = required.filter { !header.has($0) }.flatMap { $0.names.prefix(1) }
        guard missing.isEmpty else {
          throw SourceError.damaged(
            name: stream.name, line: number,
            reason: "its header has no column “\(missing.joined(separator: "”, “"))”")
        }
        table = header
        return
      }
      guard isComplete(line, of: table, contents: contents, dividedBy: divider, number: number, log: log)
      else { return }
      if line.count < table.width {
        shortRows = (shortRows.count + 1, shortRows.count == 0 ? number : shortRows.first)
      }
      let row = KGXTableRow(table: table, line: line) {
        log.report(.encoding, line: number, "A value is not UTF-8; such bytes are shown as \u{FFFD}.")
      }
      try Self.give(row, of: contents, line: number, builder: &builder, sink: sink)
    }
    if shortRows.count > 0 {
      try sink(
        .diagnostic(
          Diagnostic(
            file: stream.name, line: shortRows.first, rule: Rule.graphRow.name, severity: .note,
            message: shortRows.count == 1
              ? "The row leaves out its last columns, which are read as empty."
              : "\(shortRows.count) rows leave out their last columns, which are read as empty.")))
    }
  }

  /// Reads a table of JSON objects, one on a line.
  public func readObjects(_ stream: ByteStream, of contents: Contents, into sink: SourceSink) throws {
    let log = DiagnosticLog(file: stream.name, limitPerRule: limits.diagnosticsPerRule)
    var builder = KGXBuilder(dataSet: Self.dataSet(of: stream.name), log: log)
    let decoder = JSONDecoder()
    try readLines(of: stream, log: log, into: sink) { number, bytes in
      guard let object = try? decoder.decode(KGXObject.self, from: Data(bytes)) else {
        log.report(
          .graphRow, line: number, "The line is no JSON object; it is left out.",
          fix: "write one object a line")
        return
      }
      try Self.give(object, of: contents, line: number, builder: &builder, sink: sink)
    }
  }

  /// Reads one JSON object, `{"nodes": […], "edges": […]}`, in the memory of one node or edge.
  public func readGraph(_ stream: ByteStream, into sink: SourceSink) throws {
    let log = DiagnosticLog(file: stream.name, limitPerRule: limits.diagnosticsPerRule)
    var builder = KGXBuilder(dataSet: Self.dataSet(of: stream.name), log: log)
    let decoder = JSONDecoder()
    var slicer = RecordSlicer(name: stream.name, lists: ["nodes", "edges"], recordLimit: limits.lineLength)
    let result = Result {
      while let piece = try stream.next() {
        try slicer.feed(piece, leftOut: { Self.report($0, limit: limits.lineLength, to: log) }) { record in
          guard let object = try? decoder.decode(KGXObject.self, from: Data(record.bytes)) else {
            return log.report(.graphRow, line: record.line, "The object is not JSON; it is left out.")
          }
          try Self.give(
            object, of: record.list == "nodes" ? .nodes : .edges, line: record.line, builder: &builder,
            sink: sink)
        }
      }
      try slicer.finish()
    }
    for diagnostic in log.finish() { try sink(.diagnostic(diagnostic)) }
    try result.get()
  }

  private static func report(_ leftOut: RecordSlicer.LeftOut, limit: Int, to log: DiagnosticLog) {
    switch leftOut.reason {
    case .oversized:
      log.report(
        .tooLarge, line: leftOut.line, "The object is longer than \(limit) bytes; it is left out.")
    case .notAnObject(let sort):
      log.report(
        .graphRow, line: leftOut.line,
        "An element of “\(leftOut.list)” is \(sort) and no object; it is left out.")
    case .oneOfMany:
      log.report(
        .graphRow, line: leftOut.line,
        "More elements of “\(leftOut.list)” are no objects; they are left out and not listed.")
    }
  }

  private static func give(
    _ row: some KGXRow, of contents: Contents, line: Int, builder: inout KGXBuilder, sink: SourceSink
  ) throws {
    switch contents {
    case .nodes:
      if let node = builder.node(row, line: line) { try sink(.node(node)) }
    case .edges:
      if let edge = builder.edge(row, line: line) { try sink(.edge(edge)) }
    }
  }

  /// Whether a row has as many columns as the header, and reports it where it has not.
  private func isComplete(
    _ line: TabbedLine, of table: KGXTable, contents: Contents, dividedBy divider: Divider, number: Int,
    log: DiagnosticLog
  ) -> Bool {
    if line.count == table.width || (line.count < table.width && contents == .nodes) { return true }
    if line.count > table.width, (table.width..<line.count).allSatisfy({ line[$0].isEmpty }) { return true }
    log.report(
      .graphRow, line: number,
      "The row has \(line.count) columns, the header \(table.width); it is left out.",
      fix: "write as many \(divider == .tab ? "tabs" : "commas") as the header has")
    return false
  }

  /// Gives each line that is not blank, and in the end what was found wrong, even where the stream is damaged.
  private func readLines(
    of stream: ByteStream, log: DiagnosticLog, into sink: SourceSink,
    _ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let result = Result {
      try LineScanner(lengthLimit: limits.lineLength).scan(stream) { number, bytes in
        guard let bytes else {
          return log.report(
            .tooLarge, line: number,
            "The line is longer than \(limits.lineLength) bytes; it is left out.")
        }
        guard bytes.contains(where: { !$0.isASCIIWhitespace }) else { return }
        try body(number, bytes)
      }
    }
    for diagnostic in log.finish() { try sink(.diagnostic(diagnostic)) }
    try result.get()
  }

  /// `monarch-tiny` for `corpora/kgx/monarch-tiny_edges.tsv`.
  private static func dataSet(of name: String) -> String {
    let file = name.split { $0 == "/" || $0 == "!" }.last.map(String.init) ?? name
    let stem = file.split(separator: ".", maxSplits: 1).first.map(String.init) ?? file
    for ending in ["nodes", "edges"] where stem.lowercased().hasSuffix(ending) {
      let start = stem.dropLast(ending.count)
      let trimmed = start.hasSuffix("_") || start.hasSuffix("-") ? start.dropLast() : start
      return trimmed.isEmpty ? stem : String(trimmed)
    }
    return stem
  }
}
