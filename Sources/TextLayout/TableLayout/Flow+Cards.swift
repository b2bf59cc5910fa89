import MonographModel

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

/// What stands before the values on the cards of a table.
struct CardLabels {
  /// A line of a card.
  struct Field {
    /// The header cells above the value.
    var labels: [Label]
    /// The cell with the value; nil where the row has none.
    var cell: Int?
  }

  /// A header cell in a label.
  struct Label: Hashable {
    /// The cell.
    var cell: Int
    /// What stands between it and the label before it.
    var separator: String
  }

  private let grid: TableGrid
  private let headerRows: Range<Int>
  private var shown: Set<Int> = []

  /// Labels for the cards of a grid.
  init(_ grid: TableGrid, headerRows: Range<Int>) {
    self.grid = grid
    self.headerRows = headerRows
  }

  /// Takes note that a cell is shown; false where it was before.
  mutating func show(_ cell: Int) -> Bool { shown.insert(cell).inserted }

  /// The header cells that label no value, which stand above the cards.
  var titles: [Int] {
    var labelling: Set<Int> = []
    for row in headerRows.upperBound..<grid.rowCount {
      for field in fields(ofRow: row) { labelling.formUnion(field.labels.map(\.cell)) }
    }
    return grid.areas.indices.filter {
      headerRows.contains(grid.areas[$0].rows.lowerBound) && !labelling.contains($0)
    }
  }

  /// The lines of a row's card.
  func fields(ofRow row: Int) -> [Field] {
    var fields: [Field] = []
    var column = 0
    while column < grid.columnCount {
      let cell = grid.places[row][column]
      var end = column + 1
      while cell != nil, end < grid.columnCount, grid.places[row][end] == cell { end += 1 }
      let labels = end - column == grid.columnCount && grid.columnCount > 1 ? [] : labels(over: column..<end)
      if cell != nil || !labels.isEmpty { fields.append(Field(labels: labels, cell: cell)) }
      column = end
    }
    return fields
  }

  /// The path of header cells over some columns; a header over the whole table is none of a column's.
  private func labels(over columns: Range<Int>) -> [Label] {
    var labels: [Label] = []
    for row in headerRows {
      var separator = " / "
      for column in columns {
        guard let cell = grid.places[row][column], !labels.contains(where: { $0.cell == cell }) else {
          continue
        }
        let isTitle = grid.areas[cell].columns.count == grid.columnCount && grid.columnCount > 1
        guard !isTitle, !grid.blocks[cell].passages.allSatisfy(\.isEmpty) else { continue }
        labels.append(Label(cell: cell, separator: separator))
        separator = ", "
      }
    }
    return labels
  }
}

extension [LayoutBlock] {
  /// The passages of the blocks and of those within them.
  var passages: [Passage] { flatMap { $0.content.passages } }
}

extension LayoutBlock.Content {
  fileprivate var passages: [Passage] {
    switch self {
    case .paragraph(let passage): return [passage]
    case .list(let list): return list.items.flatMap(\.passages)
    case .definitions(let definitions): return definitions.passages
    case .table(let table):
      return (table.caption.map { [$0] } ?? []) + table.cells.flatMap(\.passages) + table.notes
    case .diagram(let parts):
      return parts.flatMap { part in
        switch part {
        case .line(let passage): return [passage]
        case .relations(let definitions): return definitions.passages
        }
      }
    case .callout(let callout): return [callout.title] + callout.blocks.passages
    case .quote(let blocks): return blocks.passages
    case .code(let lines): return lines
    case .rule: return []
    }
  }
}

extension [LayoutDefinition] {
  fileprivate var passages: [Passage] {
    flatMap { definition in
      [definition.term] + definition.definitions.flatMap(\.passages)
    }
  }
}
