import MonographModel
import MonographSources
import Testing

@Suite("A graph that is written is read as it was")
struct GraphExportTests {
  private let nodes = [
    GraphNode(
      identifier: Identifier(prefix: "MONOGRAPH", local: "drugs/alphadol"),
      sameAs: [Identifier(prefix: "DrugBank", local: "DB1")], name: "Alphadol", kind: "drug",
      aliases: ["Alpha", "A | B"], summary: "Acts\ton gammas.", source: "a graph"),
    GraphNode(
      identifier: Identifier(prefix: "MONOGRAPH", local: "pharmacologic-classes/x"), name: "X <&> \"Y\"",
      kind: "pharmacologic-class", source: "a graph"),
  ]
  private let edges = [
    GraphEdge(
      subject: Identifier(prefix: "MONOGRAPH", local: "drugs/alphadol"), predicate: "is “used” for (mostly)",
      object: Identifier(prefix: "MONOGRAPH", local: "pharmacologic-classes/x"), isNegated: true,
      source: "a book", evidence: "high", note: "on page 3", publications: ["PMID:1", "PMID:2"]),
    GraphEdge(
      subject: Identifier(prefix: "MONOGRAPH", local: "drugs/alphadol"), predicate: "binds",
      object: Identifier(prefix: "MONOGRAPH", local: "pharmacologic-classes/x"), source: "a graph"),
  ]

  private func stream(_ text: String) -> ByteStream {
    var rest = Array(text.utf8)[...]
    return ByteStream(name: "graph.tsv") {
      guard !rest.isEmpty else { return nil }
      defer { rest = [] }
      return Array(rest)
    }
  }

  private func records(_ text: String, of contents: KGXReader.Contents) throws -> [SourceRecord] {
    var records: [SourceRecord] = []
    try KGXReader().readTable(stream(text), of: contents) { records.append($0) }
    return records
  }

  @Test("nodes, their kinds, names and identifiers")
  func nodeTable() throws {
    let text = KGXWriter.nodeHeader + nodes.map { KGXWriter.row($0) }.joined()
    var expected = nodes
    expected[0].summary = "Acts on gammas."
    expected[0].aliases = ["Alpha", "A / B"]
    let read = try records(text, of: .nodes).map { record in
      if case .node(let node) = record { node } else { nil as GraphNode? }
    }
    #expect(read == expected)
    #expect(text.contains("\tbiolink:Drug\t"))
    #expect(text.contains("\tMONOGRAPH:pharmacologic-class\t"))
  }

  @Test("edges, word for word, with all that is said of them")
  func edgeTable() throws {
    let rows = edges.enumerated().map { KGXWriter.row($1, number: $0 + 1) }
    let read = try records(KGXWriter.edgeHeader + rows.joined(), of: .edges).map { record in
      if case .edge(let edge) = record { edge } else { nil as GraphEdge? }
    }
    #expect(read == edges)
    #expect(rows[1].contains("\tMONOGRAPH:binds\t"))
  }

  @Test("GraphML keeps parallel edges apart and escapes what XML would read")
  func graphML() {
    #expect(
      GraphMLWriter.element(nodes[1])
        == "<node id=\"MONOGRAPH:pharmacologic-classes/x\"><data key=\"node_name\">X &lt;&amp;&gt; &quot;Y&quot;</data>"
        + "<data key=\"node_kind\">pharmacologic-class</data><data key=\"node_source\">a graph</data></node>\n"
    )
    let drawn = edges.enumerated().map { GraphMLWriter.element($1, number: $0 + 1) }
    #expect(drawn[0].hasPrefix("<edge id=\"e1\" source=\"MONOGRAPH:drugs/alphadol\""))
    #expect(drawn[0].contains("<data key=\"edge_negated\">true</data>"))
    #expect(drawn[0].contains("<data key=\"edge_publications\">PMID:1|PMID:2</data>"))
    #expect(drawn[1].hasPrefix("<edge id=\"e2\""))
  }

  @Test("no control character, and no character that XML forbids, is written")
  func controls() {
    let hostile = GraphNode(
      identifier: Identifier(prefix: "MONOGRAPH", local: "x/y"), name: "a\u{1B}[31m\u{0}b\u{85}c\u{FFFE}\n",
      kind: "x")
    for text in [KGXWriter.row(hostile).dropLast(), GraphMLWriter.element(hostile).dropLast()] {
      #expect(text.contains("a [31m b c "))
      #expect(
        !text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\t" || (0x7F...0x9F).contains($0.value) })
    }
  }

  @Test("what a mark combines with is escaped and divided as if it stood alone")
  func combiningMarks() throws {
    var node = nodes[0]
    node.name = "p <\u{338} 5 &\u{301} >\u{20D2} \"\u{308}"
    node.aliases = ["a|\u{301}b", "\u{301}c"]
    let element = GraphMLWriter.element(node)
    let scalars = String(
      String.UnicodeScalarView(element.unicodeScalars.filter { !(0x300...0x20FF).contains($0.value) }))
    #expect(scalars.contains("<data key=\"node_name\">p &lt; 5 &amp; &gt; &quot;</data>"))
    #expect(scalars.contains("<data key=\"node_synonyms\">a/b|c</data>"))
    let read = try records(KGXWriter.nodeHeader + KGXWriter.row(node), of: .nodes)
    let found = try #require(
      read.compactMap { record in if case .node(let node) = record { node } else { nil as GraphNode? } }.first
    )
    #expect(found.name == node.name)
    #expect(found.aliases == ["a/\u{301}b", "\u{301}c"])
  }
}
