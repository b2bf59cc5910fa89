import MonographModel
import MonographSources
import Testing

/// The graph readers over real tables: every row is a node or an edge, or is named in a diagnostic.
@Suite(.enabled(if: Corpora.isPresent, "no corpora")) struct GraphCorporaTests {
  /// What a reader gives.
  struct Yield {
    var nodes: [GraphNode] = []
    var edges: [GraphEdge] = []
    var diagnostics: [Diagnostic] = []
    var counts: [Int] { [nodes.count, edges.count, diagnostics.count] }

    mutating func take(_ record: SourceRecord) {
      switch record {
      case .document: Issue.record("a graph has no documents")
      case .node(let node): nodes.append(node)
      case .edge(let edge): edges.append(edge)
      case .diagnostic(let diagnostic): diagnostics.append(diagnostic)
      }
    }
  }

  static func path(_ name: String) -> String { Corpora.folder.appending(path: name).path() }

  static func kgx(_ name: String) throws -> Yield {
    var yield = Yield()
    let stream = try ByteStream.file(path("kgx/\(name)"), name: name)
    let contents: KGXReader.Contents = name.contains("nodes") ? .nodes : .edges
    if name.hasSuffix(".jsonl") {
      try KGXReader().readObjects(stream, of: contents) { yield.take($0) }
    } else {
      try KGXReader().readTable(stream, of: contents) { yield.take($0) }
    }
    return yield
  }

  @Test(
    "KGX tables give a node or an edge for each row",
    arguments: [
      ("chebi_kgx_tsv_nodes.tsv", [9, 0, 0]), ("chebi_kgx_tsv_edges.tsv", [0, 9, 0]),
      ("graph_nodes.tsv", [534, 0, 1]), ("graph_edges.tsv", [0, 539, 0]),
      ("monarch-tiny_edges.tsv", [0, 500, 0]), ("valid_nodes.jsonl", [7, 0, 0]),
      ("valid_edges.jsonl", [0, 5, 0]),
    ])
  func kgxCounts(name: String, counts: [Int]) throws {
    let yield = try Self.kgx(name)
    #expect(yield.counts == counts, "\(yield.diagnostics)")
  }

  @Test("KGX rows keep their words, sources and evidence")
  func kgxRows() throws {
    let monarch = try Self.kgx("monarch-tiny_edges.tsv").edges
    #expect(
      monarch.dropFirst().first
        == GraphEdge(
          subject: Identifier(prefix: "PomBase", local: "SPAC6G9.11"), predicate: "has phenotype",
          object: Identifier(prefix: "FYPO", local: "0002061"), source: "pombase",
          evidence: "qualified by FYECO:0000005 and FYECO:0000137", publications: ["PMID:20473289"]))
    let graph = try Self.kgx("graph_edges.tsv").edges
    #expect(graph.first?.source == "string, biogrid")
    #expect(graph.first?.evidence == "manual agent")
    #expect(Set(graph.map(\.predicate)).contains("actively involved in"))
    let ggti = try Self.kgx("chebi_kgx_tsv_nodes.tsv").nodes.first
    #expect(ggti?.name == "GGTI-2133 free base")
    #expect(ggti?.aliases.last == "GGTI 2133 free base")
    #expect(ggti?.sameAs == [])
    #expect(try Self.kgx("valid_nodes.jsonl").nodes.last?.name == "16|A-Methyl Prednisolone")
  }

  @Test("Hetionet gives its nodes and edges")
  func hetionet() throws {
    var yield = Yield()
    var reader = HetionetReader()
    try reader.readEdgeKinds(try .file(Self.path("hetionet/metaedges.tsv"))) { yield.take($0) }
    try ArchiveReader().read(Self.path("hetionet/nodes.tsv.gz"), report: { yield.take(.diagnostic($0)) }) {
      try reader.readNodes($0.stream) { yield.take($0) }
    }
    try ArchiveReader().read(Self.path("hetionet/edges-5k.sif.gz"), report: { yield.take(.diagnostic($0)) }) {
      try reader.readEdges($0.stream) { yield.take($0) }
    }
    #expect(yield.counts == [47_031, 99_676, 0])
    let baclofen = Identifier(prefix: "DrugBank", local: "DB00181")
    #expect(yield.nodes.first { $0.identifier == baclofen }?.name == "Baclofen")
    #expect(yield.nodes.first { $0.identifier == baclofen }?.kind == "drug")
    #expect(Set(yield.edges.map(\.predicate)).count == 16)
    #expect(yield.edges.count { $0.predicate == "treats" } == 755)
    #expect(Set(yield.nodes.map(\.identifier)).count == 47_031)
    let known = Set(yield.nodes.map(\.identifier))
    #expect(yield.edges.allSatisfy { known.contains($0.subject) && known.contains($0.object) })
  }

  @Test("Hetionet's own list of edge kinds says what its table says")
  func hetionetSpellings() throws {
    func edges(withTable: Bool) throws -> [GraphEdge] {
      var yield = Yield()
      var reader = HetionetReader()
      if withTable {
        try reader.readEdgeKinds(try .file(Self.path("hetionet/metaedges.tsv"))) { yield.take($0) }
      }
      try ArchiveReader().read(Self.path("hetionet/edges-5k.sif.gz"), report: { yield.take(.diagnostic($0)) })
      {
        try reader.readEdges($0.stream) { yield.take($0) }
      }
      #expect(yield.diagnostics == [])
      return yield.edges
    }
    #expect(try edges(withTable: true) == edges(withTable: false))
  }

  @Test("DrugMechDB gives the links of each path, with its references")
  func drugMechDB() throws {
    var yield = Yield()
    try ArchiveReader().read(
      Self.path("drugmechdb/paths.tar.gz"), name: "paths.tar.gz", report: { yield.take(.diagnostic($0)) }
    ) { member in
      try DrugMechDBReader().read(member.stream) { yield.take($0) }
    }
    #expect(yield.counts == [33_009, 32_641, 1], "\(yield.diagnostics.prefix(30))")
    #expect(
      yield.diagnostics.map(\.message) == ["4846 entries are no paths: they have no links."],
      "the list of the paths is no path")
    #expect(Set(yield.edges.compactMap(\.source)).count == 4_846)
    let halazepam = yield.edges.filter { $0.source == "DrugMechDB path DB00801_MESH_D001007_1" }
    #expect(
      halazepam.map { "\($0.subject.curie) \($0.predicate) \($0.object.curie)" } == [
        "MeSH:C010175 positively regulates MeSH:D018079", "MeSH:D018079 positively regulates GO:0006821",
        "GO:0006821 positively correlated with GO:0060081",
        "GO:0060081 negatively correlated with MeSH:D000071080",
        "MeSH:D000071080 positively correlated with MeSH:D001007",
      ])
    #expect(halazepam.first?.publications.count == 2)
    #expect(
      yield.nodes.first { $0.name == "halazepam" }?.sameAs == [
        Identifier(prefix: "DrugBank", local: "DB00801")
      ])
  }
}
