/// What stands before the values on the cards of a table.
struct CardLabels {
  /// A line of a card.
  struct Field {
    /// The header cells above the value.
    var labels: [Label]
    /// The cell with the value; nil where the row has none.
    var cell: Int?
    /// What names the value where no header does: the number of its column, from 1; nil where there are headers,
    /// in the first column, and in a row that is one cell.
    var column: Int?
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
      let isNumbered = headerRows.isEmpty && column > 0 && grid.columnCount > 2
      if cell != nil || !labels.isEmpty {
        fields.append(Field(labels: labels, cell: cell, column: isNumbered ? column + 1 : nil))
      }
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
