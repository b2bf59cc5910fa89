import MonographModel
import MonographSources

extension SourceWalk {
  /// How many bytes of its file a row of a graph is taken to be, for telling how far the build is.
  private static let usualRowSize = 20

  /// Gives the nodes and edges of an input, and labels that stand among them. Which entity a node is depends on all
  /// the others and is decided when all are there.
  func walkGraph(
    _ input: SourceInput, layer: Int, facts: inout BuildProgress.Facts, _ emit: (BuildItem) throws -> Void
  ) throws {
    var graph = GraphPartReader()
    var read: Set<String> = []
    try walkFiles(of: input, layer: layer, facts: &facts, emit) { file, before in
      // What spells this file is lost where it was taken from the previous library.
      for spelling in input.spellings[file.files[0]] ?? [] where read.insert(spelling).inserted {
        var part = input
        part.files = [spelling]
        try part.read(report: { _ in }) { try graph.readSpelling($0) }
      }
      read.formUnion(file.files)
      try self.read(graph: file, with: &graph, layer: layer, before: before, emit)
    }
  }

  private func read(
    graph file: SourceInput, with graph: inout GraphPartReader, layer: Int, before: BuildProgress.Facts,
    _ emit: (BuildItem) throws -> Void
  ) throws {
    var batch = GraphBatch()
    try file.read(report: { try emit(.diagnostic($0)) }) { part in
      let name = part.stream.name
      let isGraph = try graph.read(part) { record in
        if case .diagnostic(let diagnostic) = record { return try emit(.diagnostic(diagnostic)) }
        guard try batch.add(record, emit) else { return }
        var now = before
        now.bytes += min(file.size, batch.given * Self.usualRowSize)
        try emit(.progress(now, name: name))
      }
      try batch.flush(emit)
      if !isGraph { _ = try read(labels: part, layer: layer, emit) { _, _ in } }
    }
  }
}

/// Nodes and edges that go on together.
struct GraphBatch {
  private static let size = 2_000

  /// How many went on.
  private(set) var given = 0
  private var records: [SourceRecord] = []

  /// Adds a node or an edge; true where it went on with those before it.
  @discardableResult
  mutating func add(_ record: SourceRecord, _ emit: (BuildItem) throws -> Void) throws -> Bool {
    records.append(record)
    guard records.count >= Self.size else { return false }
    try flush(emit)
    return true
  }

  /// Lets those go on that are left.
  mutating func flush(_ emit: (BuildItem) throws -> Void) throws {
    guard !records.isEmpty else { return }
    given += records.count
    try emit(.graph(records))
    records = []
  }
}
