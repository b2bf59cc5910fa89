import MonographModel

/// Makes pages of any form from a seed.
struct RandomMonograph {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func monograph() -> Monograph {
    Monograph(
      entity: EntityID(folder: "drugs", slug: "d\(number(1_000))")!, title: text(), kind: text(),
      aliases: list(3) { $0.text() }, entityClass: optional { $0.text() }, source: Source(document: text()),
      infobox: list(2) { InfoboxPart(anchor: $0.text(), title: $0.text(), table: $0.table(depth: 2)) },
      sections: list(4) { $0.section(depth: 0) })
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

  private mutating func text() -> String {
    let alphabet: [Character] = ["a", "B", " ", "\n", "µ", "日", "👩‍⚕️", "\u{0}", "é", "5", "\u{1F}"]
    return String((0..<number(12)).map { _ in alphabet[number(alphabet.count)] })
  }

  private mutating func list<Element>(
    _ limit: Int, _ make: (inout RandomMonograph) -> Element
  ) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<number(limit + 1) { elements.append(make(&self)) }
    return elements
  }

  private mutating func optional<Value>(_ make: (inout RandomMonograph) -> Value) -> Value? {
    number(2) == 0 ? nil : make(&self)
  }

  private mutating func section(depth: Int) -> Section {
    Section(
      heading: inlines(depth: depth), level: depth + 1, anchor: text(), sourceKey: text(),
      blocks: blocks(depth: depth), subsections: depth < 3 ? list(2) { $0.section(depth: depth + 1) } : [],
      lines: optional { LineRange(first: $0.number(100), last: 100 + $0.number(100)) })
  }

  private mutating func blocks(depth: Int) -> [Block] {
    list(depth < 4 ? 3 : 1) { Block($0.content(depth: depth), inference: $0.optional { $0.text() }) }
  }

  private mutating func content(depth: Int) -> Block.Content {
    switch number(depth < 4 ? 11 : 3) {
    case 0: .paragraph(inlines(depth: depth))
    case 1: .thematicBreak
    case 2: .code(CodeBlock(language: optional { $0.text() }, text: text()))
    case 3: .list(List(start: optional { $0.number(9) }, items: list(3) { $0.blocks(depth: depth + 1) }))
    case 4:
      .definitionList(
        list(2) {
          Definition(
            term: $0.inlines(depth: depth), definitions: $0.list(2) { $0.blocks(depth: depth + 1) })
        })
    case 5: .table(table(depth: depth + 1))
    case 6: .diagram(diagram())
    case 7: .quote(blocks(depth: depth + 1))
    case 8: .bibliography
    case 9:
      .columns(
        list(3) {
          Column(
            name: $0.text(), hasBoxedWarning: $0.number(2) == 0,
            parts: $0.list(2) { $0.blocks(depth: depth + 1) }
          )
        })
    default:
      .callout(
        Callout(severity: .caution, title: inlines(depth: depth), blocks: blocks(depth: depth + 1)))
    }
  }

  private mutating func table(depth: Int) -> Table {
    func rows(_ maker: inout RandomMonograph) -> [[Table.Cell]] {
      maker.list(3) { maker in
        maker.list(3) { maker in
          Table.Cell(
            blocks: maker.blocks(depth: depth), isHeader: maker.number(2) == 0, columnSpan: maker.number(4),
            rowSpan: maker.number(4))
        }
      }
    }
    return Table(
      caption: inlines(depth: depth), alignments: list(3) { _ in .center }, header: rows(&self),
      body: rows(&self),
      footer: rows(&self), notes: list(2) { $0.inlines(depth: depth) })
  }

  private mutating func diagram() -> Diagram {
    let nodes = 1 + number(4)
    return Diagram(
      nodes: (0..<nodes).map { Diagram.Node(name: "n\($0)", label: text()) },
      edges: list(4) { Diagram.Edge(from: $0.number(nodes), to: $0.number(nodes), label: $0.text()) },
      groups: list(2) { maker in Diagram.Group(label: maker.text(), nodes: maker.list(2) { $0.number(nodes) })
      },
      text: text())
  }

  private mutating func inlines(depth: Int) -> [Inline] {
    list(depth < 5 ? 3 : 0) { maker in
      switch maker.number(7) {
      case 0: .strong(maker.inlines(depth: depth + 1))
      case 1: .citation(maker.list(2) { $0.text() })
      case 2: .lineBreak
      case 3:
        .link(
          Link(
            target: .entity("/a/b", anchor: maker.optional { $0.text() }),
            content: maker.inlines(depth: depth + 1)))
      case 4: .link(Link(target: .external(maker.text()), content: maker.inlines(depth: depth + 1)))
      case 5: .superscript(maker.inlines(depth: depth + 1))
      default: .text(maker.text())
      }
    }
  }
}
