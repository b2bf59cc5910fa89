import MonographModel

extension PageEncoder {
  mutating func write(_ lines: LineRange?) {
    write(optional: lines) { encoder, lines in
      encoder.write(lines.first)
      encoder.write(lines.last)
    }
  }

  mutating func write(_ blocks: [Block]) throws(PageCodecError) {
    try write(list: blocks) { (encoder, block) throws(PageCodecError) in
      encoder.write(block.lines)
      encoder.write(block.inference)
      try encoder.nested { (encoder) throws(PageCodecError) in try encoder.write(block.content) }
    }
  }

  mutating func write(_ table: Table) throws(PageCodecError) {
    try write(table.caption)
    write(list: table.alignments) { $0.write($1.rawValue) }
    try write(table.header)
    try write(table.body)
    try write(table.footer)
    try write(list: table.notes) { (encoder, note) throws(PageCodecError) in try encoder.write(note) }
  }

  mutating func write(_ inlines: [Inline]) throws(PageCodecError) {
    try write(list: inlines) { (encoder, inline) throws(PageCodecError) in try encoder.write(inline) }
  }

  private mutating func write(_ content: Block.Content) throws(PageCodecError) {
    switch content {
    case .paragraph(let inlines):
      write(byte: BlockTag.paragraph.rawValue)
      try write(inlines)
    case .list(let list):
      write(byte: BlockTag.list.rawValue)
      write(list.start)
      try write(list.items)
    case .definitionList(let definitions):
      write(byte: BlockTag.definitionList.rawValue)
      try write(list: definitions) { (encoder, definition) throws(PageCodecError) in
        try encoder.write(definition.term)
        try encoder.write(definition.definitions)
      }
    case .table(let table):
      write(byte: BlockTag.table.rawValue)
      try write(table)
    case .diagram(let diagram):
      write(byte: BlockTag.diagram.rawValue)
      try write(diagram)
    case .callout(let callout):
      write(byte: BlockTag.callout.rawValue)
      write(callout.severity.rawValue)
      try write(callout.title)
      try write(callout.blocks)
    case .quote(let blocks):
      write(byte: BlockTag.quote.rawValue)
      try write(blocks)
    case .code(let code):
      write(byte: BlockTag.code.rawValue)
      write(code.language)
      write(code.text)
    case .thematicBreak: write(byte: BlockTag.thematicBreak.rawValue)
    case .bibliography: write(byte: BlockTag.bibliography.rawValue)
    case .columns(let columns):
      write(byte: BlockTag.columns.rawValue)
      try write(list: columns) { (encoder, column) throws(PageCodecError) in
        encoder.write(column.name)
        encoder.write(column.hasBoxedWarning)
        try encoder.write(column.parts)
      }
    }
  }

  private mutating func write(_ groups: [[Block]]) throws(PageCodecError) {
    try write(list: groups) { (encoder, blocks) throws(PageCodecError) in try encoder.write(blocks) }
  }

  private mutating func write(_ rows: [[Table.Cell]]) throws(PageCodecError) {
    try write(list: rows) { (encoder, row) throws(PageCodecError) in
      try encoder.write(list: row) { (encoder, cell) throws(PageCodecError) in
        encoder.write(cell.isHeader)
        encoder.write(cell.columnSpan)
        encoder.write(cell.rowSpan)
        try encoder.write(cell.blocks)
      }
    }
  }

  private mutating func write(_ diagram: Diagram) throws(PageCodecError) {
    // The tree's own code follows these indices unchecked.
    let nodes = diagram.nodes.indices
    guard diagram.edges.allSatisfy({ nodes.contains($0.from) && nodes.contains($0.to) }),
      diagram.groups.allSatisfy({ $0.nodes.allSatisfy(nodes.contains) })
    else { throw .danglingNode }
    write(diagram.direction.rawValue)
    write(diagram.statement)
    write(list: diagram.nodes) { encoder, node in
      encoder.write(node.name)
      encoder.write(node.label)
      encoder.write(node.entity)
    }
    write(list: diagram.edges) { encoder, edge in
      encoder.write(edge.from)
      encoder.write(edge.to)
      encoder.write(edge.label)
      encoder.write(edge.heads.rawValue)
      encoder.write(edge.line)
    }
    write(list: diagram.groups) { encoder, group in
      encoder.write(group.label)
      encoder.write(group.nodes)
    }
    write(diagram.text)
  }

  private mutating func write(_ inline: Inline) throws(PageCodecError) {
    switch inline {
    case .text(let text):
      write(byte: InlineTag.text.rawValue)
      write(text)
    case .emphasis(let children): try write(children, as: .emphasis)
    case .strong(let children): try write(children, as: .strong)
    case .struck(let children): try write(children, as: .struck)
    case .code(let text):
      write(byte: InlineTag.code.rawValue)
      write(text)
    case .link(let link):
      try write(link.content, as: .link)
      write(link.target)
    case .citation(let keys):
      write(byte: InlineTag.citation.rawValue)
      write(keys)
    case .superscript(let children): try write(children, as: .superscript)
    case .subscript(let children): try write(children, as: .subscript)
    case .image(let alternative, let source):
      write(byte: InlineTag.image.rawValue)
      write(alternative)
      write(source)
    case .lineBreak: write(byte: InlineTag.lineBreak.rawValue)
    }
  }

  private mutating func write(_ children: [Inline], as tag: InlineTag) throws(PageCodecError) {
    write(byte: tag.rawValue)
    try nested { (encoder) throws(PageCodecError) in try encoder.write(children) }
  }

  private mutating func write(_ target: LinkTarget) {
    switch target {
    case .entity(let entity, let anchor):
      write(byte: TargetTag.entity.rawValue)
      write(entity)
      write(anchor)
    case .section(let anchor):
      write(byte: TargetTag.section.rawValue)
      write(anchor)
    case .external(let address):
      write(byte: TargetTag.external.rawValue)
      write(address)
    }
  }
}
