/// The columns that blocks take at best and at least.
struct MeasuredBlocks: Hashable {
  /// The columns at which nothing wraps.
  var natural = 0
  /// The columns below which a word or an unbreakable group would be split.
  var least = 0

  /// Measures blocks. Costs finding their words.
  init(_ blocks: [LayoutBlock], of text: StyledText, glyphs: GlyphSet) {
    for block in blocks {
      if block.isInferred { include(columns: 10) }
      include(block.content, of: text, glyphs: glyphs)
    }
  }

  private mutating func include(_ content: LayoutBlock.Content, of text: StyledText, glyphs: GlyphSet) {
    switch content {
    case .paragraph(let passage): include(passage, of: text, glyphs: glyphs)
    case .list(let list):
      let number = list.start.map { String($0.addingReportingOverflow(list.items.count).partialValue) }
      let marker = number.map { $0.utf8.count + 2 } ?? 2
      for item in list.items {
        include(MeasuredBlocks(item, of: text, glyphs: glyphs), indent: marker)
      }
    case .definitions(let definitions): include(definitions, of: text, glyphs: glyphs)
    case .table(let table):
      // As cards: fields stand on an indent, their further lines on another.
      for cell in table.cells { include(MeasuredBlocks(cell, of: text, glyphs: glyphs), indent: 4) }
      if let caption = table.caption { include(caption, of: text, glyphs: glyphs) }
      for note in table.notes { include(note, of: text, glyphs: glyphs, indent: 2) }
    case .diagram(let diagram):
      // In a cell it is told as a list, under which a note says so.
      if !diagram.edges.isEmpty {
        let note = DiagramDrawing.Obstacle.inTable.words.split(separator: " ").map(\.utf8.count)
        include(columns: (note.max() ?? 0) + 2)
      }
      for part in diagram.relations + diagram.notes {
        switch part {
        case .line(let passage): include(passage, of: text, glyphs: glyphs, indent: 2)
        case .relations(let definitions): include(definitions, of: text, glyphs: glyphs, indent: 2)
        }
      }
    case .callout(let callout):
      include(callout.title, of: text, glyphs: glyphs, indent: 2)
      include(MeasuredBlocks(callout.blocks, of: text, glyphs: glyphs), indent: 2)
    case .quote(let blocks): include(MeasuredBlocks(blocks, of: text, glyphs: glyphs), indent: 2)
    case .code(let lines):
      for line in lines {
        // Kept as it is, a line may be cut anywhere; under twenty columns that makes it hard to read.
        natural = max(natural, line.bytes.count + 2)
        least = max(least, min(line.bytes.count + 2, 20))
      }
    case .columns(let columns):
      for column in columns {
        include(column.name, of: text, glyphs: glyphs)
        for part in column.parts { include(MeasuredBlocks(part, of: text, glyphs: glyphs), indent: 0) }
      }
    case .rule: include(columns: 1)
    }
  }

  private mutating func include(
    _ definitions: [LayoutDefinition], of text: StyledText, glyphs: GlyphSet, indent: Int = 0
  ) {
    for definition in definitions {
      let hang = indent + (definition.isMultiple ? 4 : 2)
      include(definition.runIn, of: text, glyphs: glyphs, indent: hang)
      for blocks in definition.definitions {
        include(MeasuredBlocks(blocks, of: text, glyphs: glyphs), indent: hang)
      }
    }
  }

  private mutating func include(_ passage: Passage, of text: StyledText, glyphs: GlyphSet, indent: Int = 0) {
    let words = WordList(passage, of: text, glyphs: glyphs)
    natural = max(natural, words.naturalColumns + indent)
    least = max(least, words.longestGroup + indent)
  }

  private mutating func include(_ other: MeasuredBlocks, indent: Int) {
    natural = max(natural, other.natural + indent)
    least = max(least, other.least + indent)
  }

  private mutating func include(columns: Int) {
    natural = max(natural, columns)
    least = max(least, columns)
  }
}
