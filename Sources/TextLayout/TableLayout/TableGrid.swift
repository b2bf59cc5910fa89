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
  /// For each cell its index in the whole table, where this is a part of one.
  let origins: [Int]
  /// The cells that were shown in an earlier part of the table.
  let repeated: Set<Int>

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
    let grid = table.grid.withoutHiddenColumns
    blocks = layout.cells
    origins = Array(layout.cells.indices)
    repeated = []
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
    alignments = grid.sourceColumns.map { column in
      table.alignments.indices.contains(column) ? table.alignments[column] : .leading
    }
  }

  private init(_ whole: TableGrid, naming named: Int, _ values: Range<Int>) {
    let columns = Array(0..<named) + Array(values)
    var origins: [Int] = []
    var areas: [Area] = []
    var repeated: Set<Int> = []
    var places = Array(repeating: [Int?](repeating: nil, count: columns.count), count: whole.rowCount)
    for (index, area) in whole.areas.enumerated() {
      let covered = columns.indices.filter { area.columns.contains(columns[$0]) }
      guard let first = covered.first, let last = covered.last else { continue }
      if values.lowerBound > named, area.columns.lowerBound < values.lowerBound {
        repeated.insert(areas.count)
      }
      for row in area.rows {
        for column in first...last { places[row][column] = areas.count }
      }
      areas.append(Area(rows: area.rows, columns: first..<(last + 1), isHeader: area.isHeader))
      origins.append(index)
    }
    blocks = origins.map { whole.blocks[$0] }
    self.areas = areas
    self.places = places
    self.origins = origins
    self.repeated = repeated
    columnCount = columns.count
    headerRowCount = whole.headerRowCount
    footerStart = whole.footerStart
    alignments = columns.map { whole.alignments[$0] }
  }

  private init(_ whole: TableGrid, rowsBefore end: Int) {
    var areas: [Area] = []
    var origins: [Int] = []
    var numbers: [Int: Int] = [:]
    for (index, area) in whole.areas.enumerated() where area.rows.lowerBound < end {
      numbers[index] = areas.count
      origins.append(index)
      areas.append(
        Area(
          rows: area.rows.lowerBound..<min(end, area.rows.upperBound), columns: area.columns,
          isHeader: area.isHeader))
    }
    blocks = origins.map { whole.blocks[$0] }
    self.areas = areas
    self.origins = origins
    places = whole.places.prefix(end).map { row in row.map { $0.flatMap { numbers[$0] } } }
    repeated = Set(whole.repeated.compactMap { numbers[$0] })
    columnCount = whole.columnCount
    headerRowCount = min(end, whole.headerRowCount)
    footerStart = min(end, whole.footerStart)
    alignments = whole.alignments
  }

  /// The table without its last rows that are one cell each, over all columns, and those cells: what is said below
  /// the values, of all of them. Nil where there are none, or nothing else.
  var partedNotes: (grid: TableGrid, notes: [Int])? {
    guard columnCount > 1 else { return nil }
    var notes: [Int] = []
    var end = rowCount
    while end > headerRowCount, let cell = places[end - 1][0], areas[cell].columns.count == columnCount {
      notes.insert(cell, at: 0)
      end = areas[cell].rows.lowerBound
    }
    guard !notes.isEmpty, end > headerRowCount else { return nil }
    return (TableGrid(self, rowsBefore: end), notes)
  }

  /// The columns that name the rows, and some of the others. A cell that reaches over the cut stands on both
  /// sides of it.
  func band(naming named: Int, _ values: Range<Int>) -> TableGrid {
    TableGrid(self, naming: named, values)
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

extension Table.Grid {
  /// The grid without the columns in which no cell begins, and which columns of the source are left.
  ///
  /// Labels have footers that claim to cover 200 columns of a table of four; a column that only such cells reach
  /// shows nothing, and would make a narrow table too wide to draw.
  fileprivate var withoutHiddenColumns:
    (
      columnCount: Int, rowCount: Int, places: [[Int?]], cells: [(origin: Table.Position, cell: Table.Cell)],
      sourceColumns: [Int]
    )
  {
    let begun = Set(cells.map(\.origin.column))
    let kept = (0..<columnCount).filter(begun.contains)
    guard kept.count < columnCount else {
      return (columnCount, rowCount, places, cells, Array(0..<columnCount))
    }
    var numbers: [Int: Int] = [:]
    for (number, column) in kept.enumerated() { numbers[column] = number }
    let moved = cells.map { origin, cell in
      (origin: Table.Position(row: origin.row, column: numbers[origin.column] ?? 0), cell: cell)
    }
    return (kept.count, rowCount, places.map { row in kept.map { row[$0] } }, moved, kept)
  }
}
