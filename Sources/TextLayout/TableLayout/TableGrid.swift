import MonographModel

/// A table with its spans worked out.
struct TableGrid {
  /// The words of each cell.
  let blocks: [[LayoutBlock]]
  /// Where each cell begins, and how far it reaches.
  let areas: [Area]
  /// For each row and column the cell that covers it.
  let places: [[Int?]]
  /// The columns.
  let columnCount: Int
  /// How many rows at the top are headers.
  let headerRowCount: Int
  /// The first row of the footer; the number of rows where there is none.
  let footerStart: Int
  /// How each column's text stands.
  let alignments: [Table.Alignment]

  /// The rows and columns that a cell covers.
  struct Area: Hashable {
    var rows: Range<Int>
    var columns: Range<Int>
    var isHeader: Bool
  }

  /// The number of rows.
  var rowCount: Int { places.count }

  /// Works out a table. Costs rows times columns.
  init(_ layout: LayoutTable) {
    let table = layout.table
    let grid = table.grid
    blocks = layout.cells
    columnCount = grid.columnCount
    var areas: [Area] = []
    var places = Array(repeating: [Int?](repeating: nil, count: grid.columnCount), count: grid.rowCount)
    for (index, (origin, cell)) in grid.cells.enumerated() {
      let area = Self.area(of: index, from: origin, in: grid.places, isHeader: cell.isHeader)
      for row in area.rows {
        for column in area.columns { places[row][column] = index }
      }
      areas.append(area)
    }
    for index in areas.indices where areas[index].rows.lowerBound < table.header.count {
      areas[index].isHeader = true
    }
    self.areas = areas
    self.places = places
    headerRowCount = table.header.count
    footerStart = table.header.count + table.body.count
    alignments = (0..<grid.columnCount).map { column in
      table.alignments.indices.contains(column) ? table.alignments[column] : .leading
    }
  }

  /// The rectangle that a cell covers. Spans that run into each other leave it less than it asks for.
  private static func area(
    of cell: Int, from origin: Table.Position, in places: [[Int?]], isHeader: Bool
  ) -> Area {
    let first = places[origin.row]
    var columns = origin.column..<(origin.column + 1)
    while columns.upperBound < first.count, first[columns.upperBound] == cell {
      columns = columns.lowerBound..<(columns.upperBound + 1)
    }
    var rows = origin.row..<(origin.row + 1)
    while rows.upperBound < places.count, places[rows.upperBound][columns].allSatisfy({ $0 == cell }) {
      rows = rows.lowerBound..<(rows.upperBound + 1)
    }
    return Area(rows: rows, columns: columns, isHeader: isHeader)
  }

  /// The cells with what they need.
  func cells(of text: StyledText, glyphs: GlyphSet) -> [ColumnWidths.Cell] {
    areas.indices.map { index in
      ColumnWidths.Cell(
        rows: areas[index].rows, columns: areas[index].columns,
        measured: MeasuredBlocks(blocks[index], of: text, glyphs: glyphs))
    }
  }

  /// The cells that stand in a row, each once, from left to right; those that began further up included.
  func cells(inRow row: Int) -> [Int] {
    var cells: [Int] = []
    for case let cell? in places[row] where cells.last != cell { cells.append(cell) }
    return cells
  }
}
