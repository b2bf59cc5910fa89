import MonographModel

/// A page with each sort of content and each optional part, present and absent.
enum Everything {
  static let monograph = Monograph(
    entity: "/drugs/everything", title: "Everything µ 日本 👩‍⚕️", kind: "drug", aliases: ["One", "Two"],
    entityClass: "class",
    source: Source(
      document: "d", publisher: "p", url: "u", licence: "l", version: "v", effective: "2024",
      reviewed: "2025-01-02",
      note: "n", lineCount: 300),
    identifiers: [Identifier(prefix: "UNII", local: "1"), Identifier(prefix: "RxCUI", local: "2")],
    relations: [
      Relation(
        subject: "/a/b", predicate: "treats", object: "/c/d", isNegated: true, source: "s", evidence: "e",
        publications: ["PMID:1", "key"], origin: .diagram(anchor: "x")),
      Relation(subject: "/a/b", predicate: "treats", object: "/c/d", origin: .graph),
      Relation(subject: "/a/b", predicate: "treats", object: "/c/d"),
    ],
    references: [
      Reference(
        key: "k", authors: ["A", "B"], title: "T", container: "C", year: "2010", url: "U",
        identifiers: [Identifier(prefix: "doi", local: "10.1/2")], note: "N"),
      Reference(key: "k2", title: "T2"),
    ],
    redirects: ["/drugs/old"],
    infobox: [
      InfoboxPart(anchor: "tables", title: "Tables", table: table, inference: "told apart"),
      InfoboxPart(anchor: "tables", title: "Tables", table: Table(body: [])),
    ],
    sections: [
      Section(heading: [], level: 0, anchor: "", sourceKey: "", blocks: [paragraph()]),
      Section(
        heading: [.text("Text"), .lineBreak], level: 1, anchor: "text", sourceKey: "1234-5",
        blocks: [Block(.paragraph(inlines), lines: LineRange(first: 3, last: 9), inference: "why")],
        subsections: [section("Blocks", level: 2, blocks)], lines: LineRange(first: 1, last: 20)),
    ])

  static let inlines: [Inline] = [
    .text("plain "), .emphasis([.strong([.struck([.text("all")])])]), .code("code"),
    .link(Link(target: .entity("/a/b", anchor: "c"), content: [.superscript([.text("2")])])),
    .link(Link(target: .entity("/a/b", anchor: nil), content: [])),
    .link(Link(target: .section(anchor: "blocks"), content: [.text("here")])),
    .link(Link(target: .external("https://example.org/"), content: [.text("there")])),
    .citation(["k", "k2"]), .subscript([.text("2")]), .image(alternative: "picture", source: "p.png"),
    .lineBreak,
  ]

  static let table = Table(
    caption: [.text("caption")], alignments: [.leading, .center, .trailing],
    header: [[Table.Cell([.text("a")], isHeader: true), Table.Cell(blocks: [], columnSpan: 2)]],
    body: [[Table.Cell(blocks: [paragraph(.text("b"))], rowSpan: 3)], []], footer: [[Table.Cell([])]],
    notes: [[.text("note")], []])

  static let blocks: [Block] =
    [
      Block(.list(List(start: 3, items: [[paragraph(.text("item"))], []]))), Block(.list(List(items: []))),
      Block(
        .definitionList([
          Definition(term: [.text("Dose")], definitions: [[paragraph(.text("5 mg"))], []]),
          Definition(term: [], definitions: []),
        ])),
      Block(.table(table)),
      Block(
        .diagram(
          Diagram(
            direction: .leftRight, statement: "drawn",
            nodes: [
              Diagram.Node(name: "a", label: "A", entity: "/a/a"), Diagram.Node(name: "b", label: "B"),
            ],
            edges: [
              Diagram.Edge(from: 0, to: 1, label: "acts", heads: .both, line: 4),
              Diagram.Edge(from: 1, to: 0, heads: .none),
            ], groups: [Diagram.Group(label: "g", nodes: [1, 0])], text: "graph LR"))),
      Block(.diagram(Diagram())),
      Block(.quote([paragraph(.text("quoted")), Block(.thematicBreak)])),
      Block(.code(CodeBlock(language: "swift", text: "let\n"))), Block(.code(CodeBlock(text: ""))),
      Block(.thematicBreak), Block(.bibliography),
      Block(
        .columns([
          Column(name: "One", hasBoxedWarning: true, parts: [[paragraph(.text("left"))], []]),
          Column(name: "Two", parts: []),
        ])),
    ]
    + Callout.Severity.allCases.map {
      Block(.callout(Callout(severity: $0, title: [.text("title")], blocks: [paragraph(.text("warned"))])))
    }
}
