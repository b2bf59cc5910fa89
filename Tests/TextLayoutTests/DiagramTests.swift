import MonographModel
import TextLayout
import Testing

private let gaba = Diagram(
  statement: "SciDEX knowledge graph",
  nodes: [
    Diagram.Node(name: "GABA", label: "GABA"), Diagram.Node(name: "LC3", label: "LC3"),
    Diagram.Node(name: "MTOR", label: "MTOR"),
    Diagram.Node(name: "RNA", label: "RNA", entity: entity("/entities/rna")),
    Diagram.Node(name: "TFEB", label: "TFEB"), Diagram.Node(name: "hippocampus", label: "hippocampus"),
  ],
  edges: [
    Diagram.Edge(from: 0, to: 1, label: "activates"), Diagram.Edge(from: 0, to: 2, label: "activates"),
    Diagram.Edge(from: 0, to: 1, label: "regulates"), Diagram.Edge(from: 0, to: 3, label: "activates"),
    Diagram.Edge(from: 0, to: 4, label: "activates"), Diagram.Edge(from: 0, to: 1, label: "regulates"),
    Diagram.Edge(from: 0, to: 5, label: "expressed in"),
  ])

@Suite struct DiagramTests {
  @Test func aStarIsAFan() {
    #expect(
      drawing(Block(.diagram(gaba)), width: 57, missing: [entity("/entities/rna")]) == """
          ┌──────┐
          │ GABA │
          └┬─────┘
           ├─ activates ────► LC3
           ├─ regulates ────► LC3
           ├─ regulates ────► LC3
           ├─ activates ────► MTOR
           ├─ activates ────► RNA?
           ├─ activates ────► TFEB
           └─ expressed in ─► hippocampus
          Source: SciDEX knowledge graph
        """)
  }

  @Test func theSubjectOfAFanStaysInSight() throws {
    let page = monograph(
      [Section(heading: [], level: 0, anchor: "", blocks: [paragraph("GABA"), Block(.diagram(gaba))])])
    var layout = DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 57))
    let lines = layout.lines(of: 1)
    let header = try #require(layout.header(ofTable: 1, over: 9))
    #expect(lines[header.lines].map(\.text) == ["  ┌──────┐", "  │ GABA │", "  └┬─────┘"])
    #expect(lines[header.end].text == "  Source: SciDEX knowledge graph")
  }

  @Test func whatIsTooNarrowIsGroupedByPredicate() {
    #expect(
      drawing(Block(.diagram(gaba)), width: 23, glyphs: .ascii, missing: [entity("/entities/rna")]) == """
         GABA: 7 relations in
           this diagram
           activates: LC3,
             MTOR, RNA?, TFEB
           regulates: LC3 x2
           expressed
             in: hippocampus
         Told as a list: too
           wide to draw in 22
           columns.
         Source: SciDEX
           knowledge graph
        """)
  }

  @Test func severalSubjectsGroupsAndLooseNodes() {
    let diagram = Diagram(
      nodes: ["a", "b", "c", "d"].map { Diagram.Node(name: $0, label: $0) },
      edges: [
        Diagram.Edge(from: 0, to: 1), Diagram.Edge(from: 1, to: 2, label: "binds", heads: .both),
        Diagram.Edge(from: 1, to: 0, label: "near", heads: .none),
      ], groups: [Diagram.Group(label: "Cell", nodes: [0, 2])])
    #expect(
      drawing(Block(.diagram(diagram)), width: 73) == """
           ┌───┐
           │ a │
           └┬─┬┘
            │ └┐
            │  │ near
            │ ┌┘
            ▼ │
           ┌──┴┐
           │ b │
           └───┘
             ▲
             │ binds
             ▼
           ┌───┐
           │ c │
           └───┘
           Cell: a, c
           without relations: d
        """)
  }

  @Test func edgesToNowhereAreNoHarm() {
    let diagram = Diagram(
      nodes: [Diagram.Node(name: "a", label: "a")],
      edges: [Diagram.Edge(from: 0, to: 7), Diagram.Edge(from: -1, to: 0)])
    #expect(drawing(Block(.diagram(diagram)), width: 41) == "")
  }
}
