import MonographModel

extension PageDecoder {
  mutating func lineRange() throws(PageCodecError) -> LineRange? {
    try flag() ? LineRange(first: try integer(), last: try integer()) : nil
  }

  mutating func blocks() throws(PageCodecError) -> [Block] {
    try list { (decoder) throws(PageCodecError) in
      let lines = try decoder.lineRange()
      let inference = try decoder.optionalText()
      let content = try decoder.nested { (decoder) throws(PageCodecError) in try decoder.content() }
      return Block(content, lines: lines, inference: inference)
    }
  }

  mutating func table() throws(PageCodecError) -> Table {
    Table(
      caption: try inlines(),
      alignments: try list { (decoder) throws(PageCodecError) in try decoder.named(Table.Alignment.self) },
      header: try rows(), body: try rows(), footer: try rows(),
      notes: try list { (decoder) throws(PageCodecError) in try decoder.inlines() })
  }

  mutating func inlines() throws(PageCodecError) -> [Inline] {
    try list { (decoder) throws(PageCodecError) in try decoder.inline() }
  }

  private mutating func content() throws(PageCodecError) -> Block.Content {
    switch try tagged(BlockTag.self) {
    case .paragraph: .paragraph(try inlines())
    case .list: .list(List(start: try optionalInteger(), items: try blockGroups()))
    case .definitionList:
      .definitionList(
        try list { (decoder) throws(PageCodecError) in
          Definition(term: try decoder.inlines(), definitions: try decoder.blockGroups())
        })
    case .table: .table(try table())
    case .diagram: .diagram(try diagram())
    case .callout:
      .callout(
        Callout(severity: try named(Callout.Severity.self), title: try inlines(), blocks: try blocks()))
    case .quote: .quote(try blocks())
    case .code: .code(CodeBlock(language: try optionalText(), text: try text()))
    case .thematicBreak: .thematicBreak
    case .bibliography: .bibliography
    case .columns:
      .columns(
        try list { (decoder) throws(PageCodecError) in
          Column(
            name: try decoder.text(), hasBoxedWarning: try decoder.flag(), parts: try decoder.blockGroups())
        })
    }
  }

  private mutating func blockGroups() throws(PageCodecError) -> [[Block]] {
    try list { (decoder) throws(PageCodecError) in try decoder.blocks() }
  }

  private mutating func rows() throws(PageCodecError) -> [[Table.Cell]] {
    try list { (decoder) throws(PageCodecError) in
      try decoder.list { (decoder) throws(PageCodecError) in try decoder.cell() }
    }
  }

  private mutating func cell() throws(PageCodecError) -> Table.Cell {
    let isHeader = try flag()
    let columnSpan = try integer()
    let rowSpan = try integer()
    return Table.Cell(
      blocks: try blocks(), isHeader: isHeader, columnSpan: columnSpan, rowSpan: rowSpan)
  }

  private mutating func diagram() throws(PageCodecError) -> Diagram {
    let diagram = Diagram(
      direction: try named(Diagram.Direction.self), statement: try optionalText(),
      nodes: try list { (decoder) throws(PageCodecError) in
        Diagram.Node(
          name: try decoder.text(), label: try decoder.text(),
          entity: try decoder.flag() ? try decoder.entity() : nil)
      },
      edges: try list { (decoder) throws(PageCodecError) in
        Diagram.Edge(
          from: try decoder.integer(), to: try decoder.integer(), label: try decoder.text(),
          heads: try decoder.named(Diagram.Edge.Heads.self), line: try decoder.optionalInteger())
      },
      groups: try list { (decoder) throws(PageCodecError) in
        Diagram.Group(
          label: try decoder.text(),
          nodes: try decoder.list { (decoder) throws(PageCodecError) in try decoder.integer() })
      },
      text: try text())
    // The tree's own code follows these indices unchecked.
    let nodes = diagram.nodes.indices
    guard diagram.edges.allSatisfy({ nodes.contains($0.from) && nodes.contains($0.to) }),
      diagram.groups.allSatisfy({ $0.nodes.allSatisfy(nodes.contains) })
    else { throw .danglingNode }
    return diagram
  }

  private mutating func inline() throws(PageCodecError) -> Inline {
    switch try tagged(InlineTag.self) {
    case .text: .text(try text())
    case .emphasis: .emphasis(try children())
    case .strong: .strong(try children())
    case .struck: .struck(try children())
    case .code: .code(try text())
    case .link:
      try link()
    case .citation: .citation(try texts())
    case .superscript: .superscript(try children())
    case .subscript: .subscript(try children())
    case .image: .image(alternative: try text(), source: try text())
    case .lineBreak: .lineBreak
    }
  }

  private mutating func link() throws(PageCodecError) -> Inline {
    let content = try children()
    return .link(Link(target: try target(), content: content))
  }

  private mutating func children() throws(PageCodecError) -> [Inline] {
    try nested { (decoder) throws(PageCodecError) in try decoder.inlines() }
  }

  private mutating func target() throws(PageCodecError) -> LinkTarget {
    switch try tagged(TargetTag.self) {
    case .entity: .entity(try entity(), anchor: try optionalText())
    case .section: .section(anchor: try text())
    case .external: .external(try text())
    }
  }
}
