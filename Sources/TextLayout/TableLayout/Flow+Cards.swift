extension Flow {
  /// Writes each row of a table as a card: the cells that name the row, then a line `Header: value` for each
  /// of the others, cards a blank line apart. A cell over several rows stands on the card of each.
  mutating func writeCards(of grid: TableGrid) {
    let headerRows = grid.headerRowCount < grid.rowCount ? 0..<grid.headerRowCount : 0..<0
    var cards = CardLabels(grid, headerRows: headerRows)
    let titles = cards.titles
    for title in titles {
      hang(2)
      write(grid.blocks[title])
      endIndent()
    }
    for row in headerRows.upperBound..<grid.rowCount {
      if row > headerRows.upperBound || !titles.isEmpty { writeBlank() }
      writeCard(ofRow: row, in: grid, &cards)
    }
  }

  private mutating func writeCard(ofRow row: Int, in grid: TableGrid, _ cards: inout CardLabels) {
    var fields = cards.fields(ofRow: row)
    let names = fields.prefix { $0.cell.map { grid.areas[$0].isHeader } ?? false }
    fields.removeFirst(names.count)
    for field in names { write(field, in: grid, &cards) }
    let isIndented = !names.isEmpty && !fields.isEmpty
    if isIndented { indent(2) }
    for field in fields { write(field, in: grid, &cards) }
    if isIndented { endIndent() }
  }

  /// `Label: value`; the value's further blocks stand under it.
  private mutating func write(_ field: CardLabels.Field, in grid: TableGrid, _ cards: inout CardLabels) {
    var line = StyledText()
    let mark = line.mark()
    for (position, label) in field.labels.enumerated() {
      if position > 0 { line.append(label.separator.utf8, style: Style(.label), link: nil, source: nil) }
      let isRepeated = !cards.show(label.cell)
      for (index, passage) in grid.blocks[label.cell].passages.enumerated() {
        if index > 0 { line.append(CollectionOfOne(0x20), style: Style(.label), link: nil, source: nil) }
        line.append(passage, of: text, isRepeated: isRepeated)
      }
    }
    if let column = field.column {
      line.append("Column \(column)".utf8, style: Style(.label), link: nil, source: nil)
    }
    let hasLabel = !line.bytes.isEmpty
    if hasLabel { line.append(":".utf8, style: Style(.label), link: nil, source: nil) }
    let blocks = field.cell.map { grid.blocks[$0] } ?? []
    let isRepeated = field.cell.map { !cards.show($0) } ?? false
    var rest = blocks
    if let paragraph = blocks.first?.paragraph {
      if hasLabel {
        line.append(CollectionOfOne(TextByte.bindingSpace), style: Style(.label), link: nil, source: nil)
      }
      line.append(paragraph, of: text, isRepeated: isRepeated)
      rest.removeFirst()
    }
    hang(2)
    write(line.passage(since: mark), of: line)
    if isRepeated {
      writeRepeated(rest)
    } else {
      write(rest)
    }
    endIndent()
  }

  /// Writes blocks that were shown before: their words have no place in the source of their own.
  private mutating func writeRepeated(_ blocks: [LayoutBlock]) {
    let start = lines.count
    write(blocks)
    forgetSources(from: start)
  }
}
