import MonographModel

/// A generator of random numbers that gives the same ones for a seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Makes pages of every kind of block, with values, hostile characters and bad spans among the words.
struct PageGenerator {
  /// Values that must stay on one line wherever they stand.
  static let values = [
    "5 mg", "80-100 mg/day", "50-1200 μg/day", "3 times daily", "2-4 hours", "< 30 mL/min", "≥ 18 years",
    "2+ weeks", "every 3 days", "Category C", "1½ tablets",
  ]

  static let missing: Set<EntityID> = [entity("/entities/rna")]

  private static let words = [
    "baclofen", "is", "a", "GABA-B", "agonist", "of", "the", "spinal", "cord", "spasticity,", "μ-opioid", "α",
    "Sjögren", "漢字漢字", "e\u{301}tude", "hydroxybutyrate/aminobutyric-acid", "x\u{1B}[2Jy", "a\u{202E}b",
    "pneumonoultramicroscopicsilicovolcanoconiosis", "\u{AD}", "👩\u{200D}⚕\u{FE0F}", "no\u{A0}break",
    "(70-80%)",
  ]

  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// A page of a few sections.
  mutating func page() -> Monograph {
    let sections = (0..<upTo(3)).map { index in
      Section(
        heading: index == 0 ? [] : inlines(), level: index == 0 ? 0 : 1 + upTo(3), anchor: "s\(index)",
        blocks: (0..<upTo(4)).map { _ in block(depth: 0) })
    }
    return monograph(
      sections,
      references: [
        Reference(
          key: "a", authors: ["Bowery NG"], title: words(), year: "2010", url: "https://doi.org/10.1/x"),
        Reference(key: "b", title: words(), note: "not checked"),
      ])
  }

  private mutating func upTo(_ count: Int) -> Int { Int.random(in: 1...count, using: &generator) }
  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func words() -> String {
    (0..<upTo(7)).map { _ in
      let list = chance(30) ? Self.values : Self.words
      return list.randomElement(using: &generator) ?? ""
    }.joined(separator: chance(10) ? "  " : " ")
  }

  private mutating func inlines(depth: Int = 0) -> [Inline] {
    var inlines: [Inline] = [.text(words())]
    for _ in 0..<upTo(3) where depth < 2 {
      inlines.append(.text(" "))
      switch upTo(11) {
      case 1: inlines.append(.emphasis(self.inlines(depth: depth + 1)))
      case 2: inlines.append(.strong(self.inlines(depth: depth + 1)))
      case 3: inlines.append(.struck([.text(words())]))
      case 4: inlines.append(.code("x  = \(words())"))
      case 5: inlines.append(link(.entity(entity("/entities/rna"), anchor: nil), words()))
      case 6: inlines.append(link(.external("https://example.org/a-long-address/of/a-page"), words()))
      case 7: inlines.append(.citation(["a", "b", "c"]))
      case 8: inlines += [.text("m"), .superscript([.text(chance(50) ? "2" : "a?b")])]
      case 9: inlines += [.text("H"), .subscript([.text(chance(50) ? "2" : "max, ss")])]
      case 10: inlines.append(.lineBreak)
      default: inlines.append(.image(alternative: words(), source: "a.png"))
      }
    }
    inlines.append(.text(" " + words()))
    return inlines
  }

  private mutating func blocks(depth: Int) -> [Block] { (0..<upTo(3)).map { _ in block(depth: depth + 1) } }

  private mutating func block(depth: Int) -> Block {
    let inference = chance(10) ? "inferred" : nil
    let paragraph = Block.Content.paragraph(inlines())
    guard depth < 3 else { return Block(paragraph, inference: inference) }
    let content: Block.Content
    switch upTo(12) {
    case 1, 2: content = paragraph
    case 3:
      content = .list(
        List(start: chance(50) ? nil : 98, items: (0..<upTo(4)).map { _ in blocks(depth: depth) }))
    case 4, 5:
      content = .definitionList(
        (0..<upTo(3)).map { _ in
          Definition(term: [.text(words())], definitions: (0..<upTo(2)).map { _ in blocks(depth: depth) })
        })
    case 6, 7: content = .table(table(depth: depth))
    case 8: content = .diagram(diagram())
    case 9 where depth < 2:
      content = .callout(
        Callout(
          severity: Callout.Severity.allCases.randomElement(using: &generator) ?? .note, title: inlines(),
          blocks: blocks(depth: 2)))
    case 11 where depth < 2:
      content = .columns(
        (0..<upTo(4)).map { _ in
          Column(
            name: words(), hasBoxedWarning: chance(50), parts: (0..<upTo(3)).map { _ in blocks(depth: 2) })
        })
    case 10: content = chance(50) ? .code(CodeBlock(text: "a\tb\n  " + words() + "\n\nc")) : .thematicBreak
    default: content = chance(50) && depth == 0 ? .bibliography : .quote([Block(paragraph)])
    }
    return Block(content, inference: inference)
  }

  private mutating func table(depth: Int) -> Table {
    let columns = upTo(5)
    let hasHeader = chance(80)
    return Table(
      caption: chance(30) ? inlines() : [],
      alignments: (0..<columns).map { _ in chance(30) ? .trailing : .leading },
      header: hasHeader ? (0..<upTo(2)).map { _ in row(columns, depth: depth) } : [],
      body: (0..<upTo(4)).map { _ in row(columns, depth: depth) },
      footer: chance(20) ? [row(columns, depth: depth)] : [], notes: chance(30) ? [inlines()] : [])
  }

  private mutating func row(_ columns: Int, depth: Int) -> [Table.Cell] {
    (0..<upTo(columns)).map { column in
      let isRich = chance(10)
      let text = chance(15) ? [] : [Block(.paragraph([.text(words())]))]
      return Table.Cell(
        blocks: isRich ? blocks(depth: depth + 1) : text, isHeader: column == 0 && chance(50),
        columnSpan: chance(15) ? 2 : 1, rowSpan: chance(15) ? 2 : 1)
    }
  }

  private mutating func diagram() -> Diagram {
    let count = upTo(5)
    return Diagram(
      statement: chance(50) ? words() : nil,
      nodes: (0..<count).map { index in
        Diagram.Node(name: "n\(index)", label: words(), entity: chance(50) ? entity("/entities/rna") : nil)
      },
      edges: (0..<upTo(6)).map { _ in
        Diagram.Edge(from: upTo(count) - 1, to: upTo(count) - 1, label: chance(30) ? "" : words())
      }, groups: chance(30) ? [Diagram.Group(label: words(), nodes: [0])] : [])
  }
}
