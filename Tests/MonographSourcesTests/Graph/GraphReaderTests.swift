import Foundation
import MonographModel
import MonographSources
import Testing

/// Tables and paths of graphs, and the records that they give: `Fixtures/Graph/name` and
/// `Fixtures/Graph/name.records`.
///
/// With `MONOGRAPH_RECORD=1` the records are written anew, and the tests fail, so that somebody reads them.
@Suite struct GraphReaderTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Graph")

  static let names = [
    "kgx_nodes.tsv", "kgx_edges.tsv", "kgx_nodes.jsonl", "kgx_edges.jsonl", "kgx_nodes.csv", "kgx_edges.csv",
    "kgx_graph.json", "hetionet", "path.yaml", "paths.yaml",
  ]

  /// The bytes of a fixture in small pieces, so that lines go from one to the next.
  static func stream(_ name: String) throws -> ByteStream {
    let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
    var rest = bytes[...]
    return ByteStream(name: name) {
      guard !rest.isEmpty else { return nil }
      defer { rest = rest.dropFirst(7) }
      return Array(rest.prefix(7))
    }
  }

  static func records(_ name: String) throws -> [SourceRecord] {
    var records: [SourceRecord] = []
    let sink: SourceSink = { records.append($0) }
    switch name {
    case "hetionet":
      var reader = HetionetReader()
      try reader.readEdgeKinds(stream("hetionet/metaedges.tsv"), into: sink)
      try reader.readNodes(stream("hetionet/nodes.tsv"), into: sink)
      try reader.readEdges(stream("hetionet/edges.sif"), into: sink)
    case _ where name.hasSuffix(".yaml"): try DrugMechDBReader().read(stream(name), into: sink)
    default:
      let contents: KGXReader.Contents = name.contains("nodes") ? .nodes : .edges
      if name.hasSuffix(".tsv") {
        try KGXReader().readTable(stream(name), of: contents, into: sink)
      } else if name.hasSuffix(".csv") {
        try KGXReader().readTable(stream(name), of: contents, dividedBy: .comma, into: sink)
      } else if name.hasSuffix(".json") {
        try KGXReader().readGraph(stream(name), into: sink)
      } else {
        try KGXReader().readObjects(stream(name), of: contents, into: sink)
      }
    }
    return records
  }

  @Test("Source gives records", arguments: names)
  func sourceGivesRecords(name: String) throws {
    let drawn = try Self.records(name).map { $0.line + "\n" }.joined()
    let file = Self.folder.appending(path: "\(name).records")
    if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] != nil {
      try Data(drawn.utf8).write(to: file)
      Issue.record("\(name).records was recorded; read it before it is committed")
      return
    }
    #expect(drawn == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test("Every source has records and is tested")
  func everySourceIsTested() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(files.sorted() == Self.names.flatMap { [$0, "\($0).records"] }.sorted())
  }

  @Test("A table cut off in the middle gives its rows and what was wrong, then the damage")
  func damagedTable() throws {
    var rest = ["id\tname\nX:1\tone\nbad", "\tbad\nX:2\tt"]
    var given: [String] = []
    let stream = ByteStream(name: "t_nodes.tsv") {
      guard !rest.isEmpty else { throw SourceError.damaged(name: "t", line: 0, reason: "cut") }
      return Array(rest.removeFirst().utf8)
    }
    #expect(throws: SourceError.damaged(name: "t", line: 0, reason: "cut")) {
      try KGXReader().readTable(stream, of: .nodes) { given.append($0.line) }
    }
    #expect(given.count == 2)
    #expect(given.first?.hasPrefix("node X:1 one") == true)
    #expect(given.last?.hasPrefix("t_nodes.tsv:3: error") == true)
  }

  @Test("A table without the columns it needs is refused")
  func headerWithoutColumns() throws {
    let stream = ByteStream(name: "t.tsv", bytes: Array("subject\tobject\nA:1\tB:1\n".utf8))
    #expect(
      throws: SourceError.damaged(name: "t.tsv", line: 1, reason: "its header has no column “predicate”")
    ) {
      try KGXReader().readTable(stream, of: .edges) { _ in }
    }
  }

  @Test("A line beyond the limit is left out, and the next is read")
  func longLine() throws {
    let long = "X:1\t" + String(repeating: "n", count: 500)
    let table = "id\tname\n\(long)\nX:2\ttwo\n\(long)"
    for size in [3, 10_000] {
      var rest = Array(table.utf8)[...]
      var given: [String] = []
      let stream = ByteStream(name: "t_nodes.tsv") {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      try KGXReader(limits: ReaderLimits(lineLength: 100)).readTable(stream, of: .nodes) {
        given.append($0.line)
      }
      #expect(given.count == 3)
      #expect(given.first == "node X:2 two, entity, source t")
      #expect(given.dropFirst().allSatisfy { $0.contains("too-large") })
      #expect(given.dropFirst().map { $0.prefix(13) } == ["t_nodes.tsv:2", "t_nodes.tsv:4"])
    }
  }

  @Test("A path with many aliases is left out before it is parsed")
  func aliasBomb() throws {
    let bomb = "a: &a [x]\n" + (0..<30).map { "k\($0): *a\n" }.joined() + "links: []\n"
    var given: [String] = []
    try DrugMechDBReader().read(ByteStream(name: "b.yaml", bytes: Array(bomb.utf8))) {
      given.append($0.line)
    }
    #expect(given.count == 1)
    #expect(given.first?.contains("aliases") == true)
  }

  @Test("A path that is nested without end is reported")
  func deepPath() throws {
    let deep = "links: " + String(repeating: "[", count: 200_000)
    var given: [String] = []
    try DrugMechDBReader().read(ByteStream(name: "b.yaml", bytes: Array(deep.utf8))) {
      given.append($0.line)
    }
    #expect(given.count == 1)
    #expect(given.first?.contains("not YAML") == true)
  }
}

extension SourceRecord {
  /// The record on one line.
  var line: String {
    switch self {
    case .document(let document): return "document \(document.monograph.title)"
    case .diagnostic(let diagnostic): return diagnostic.description
    case .node(let node):
      var line = "node \(node.identifier.curie) \(node.name ?? "-"), \(node.kind)"
      if !node.sameAs.isEmpty { line += ", same as \(node.sameAs.map(\.curie).joined(separator: " "))" }
      if !node.aliases.isEmpty { line += ", also \(node.aliases.joined(separator: " | "))" }
      if let summary = node.summary { line += ", “\(summary)”" }
      return line + ", source \(node.source ?? "-")"
    case .edge(let edge):
      var line =
        "edge \(edge.subject.curie) \(edge.isNegated ? "NOT " : "")\(edge.predicate) \(edge.object.curie)"
      line += ", source \(edge.source ?? "-")"
      if let note = edge.note { line += ", note “\(note)”" }
      if let evidence = edge.evidence { line += ", evidence “\(evidence)”" }
      if !edge.publications.isEmpty { line += ", see \(edge.publications.joined(separator: " "))" }
      return line
    }
  }
}
