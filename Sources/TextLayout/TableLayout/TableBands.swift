/// A table too wide for the measure, cut between columns into bands that stand one under another, each with the
/// columns that name the rows before it and the headers over its own columns.
///
/// Many short cells (a schedule of weeks, a table of counts) are read in bands as in the table itself: a column
/// downwards, a row across. Rows of long words are better read as cards.
struct TableBands {
  /// A part of the columns with their widths.
  struct Band {
    var grid: TableGrid
    var widths: [Int]
  }

  /// The bands, from left to right; at least two.
  private(set) var bands: [Band] = []
  /// The cells of the last rows, which are one cell each: written once, below the bands.
  private(set) var notes: [Int] = []

  /// The columns that a band is begun with; wider ones wrap.
  private static let usualWidth = 16
  /// The fewest columns of a table that is cut, where its columns have headers: with fewer, cards name each value
  /// and are short.
  private static let leastColumns = 6

  /// Cuts a table; nil where cards are better: few rows or columns, or cells too wide to stand side by side.
  ///
  /// A table without headers is cut even where it is small: on cards nothing would name its values.
  init?(_ whole: TableGrid, cells wholeCells: [ColumnWidths.Cell], measure: Int) {
    let parted = whole.partedNotes
    let grid = parted?.grid ?? whole
    let cells = parted.map { $0.grid.origins.map { wholeCells[$0] } } ?? wholeCells
    notes = parted?.notes ?? []
    let hasHeader = grid.headerRowCount > 0 && grid.headerRowCount < grid.rowCount
    let named = Self.namingColumns(of: grid)
    let values = grid.columnCount - named
    guard grid.rowCount - grid.headerRowCount >= 2, values >= 2,
      grid.columnCount >= (hasHeader ? Self.leastColumns : 3)
    else { return nil }
    var wanted = Array(repeating: 1, count: grid.columnCount)
    for cell in cells where cell.columns.count == 1 {
      let column = cell.columns.lowerBound
      let width = max(cell.measured.least, min(cell.measured.natural, Self.usualWidth))
      wanted[column] = max(wanted[column], width)
    }
    let names = (0..<named).reduce(0) { $0 + wanted[$1] + ColumnWidths.gap }
    guard names <= measure / 2 else { return nil }
    var first = named
    while first < grid.columnCount {
      var end = first
      var width = names - ColumnWidths.gap
      while end < grid.columnCount, width + ColumnWidths.gap + wanted[end] <= measure {
        width += ColumnWidths.gap + wanted[end]
        end += 1
      }
      guard let band = Self.band(grid, cells, named: named, from: first, to: end, measure: measure) else {
        return nil
      }
      bands.append(band)
      first += band.grid.columnCount - named
    }
    guard bands.count > 1, values >= bands.count * (hasHeader ? 3 : 2) else { return nil }
  }

  /// The widest band that begins at a column, ends before another at the latest, and can be read.
  private static func band(
    _ grid: TableGrid, _ cells: [ColumnWidths.Cell], named: Int, from first: Int, to end: Int, measure: Int
  ) -> Band? {
    var end = end
    while end > first {
      let band = grid.band(naming: named, first..<end)
      let measured = band.areas.indices.map { index in
        ColumnWidths.Cell(
          rows: band.areas[index].rows, columns: band.areas[index].columns,
          measured: cells[band.origins[index]].measured)
      }
      let widths = ColumnWidths(
        measured, columnCount: band.columnCount, rowCount: band.rowCount, measure: measure)
      if let widths { return Band(grid: band, widths: widths.widths) }
      end -= 1
    }
    return nil
  }

  /// How many columns at the left name the rows: those whose values are all headers, else the first.
  private static func namingColumns(of grid: TableGrid) -> Int {
    var count = 0
    while count < grid.columnCount - 1,
      (grid.headerRowCount..<grid.rowCount).allSatisfy({ row in
        grid.places[row][count].map {
          grid.areas[$0].isHeader || grid.areas[$0].columns.count == grid.columnCount
        }
          ?? true
      })
    {
      count += 1
    }
    return max(1, min(count, 3))
  }
}

extension Flow {
  /// Writes the bands of a table, each under a line that says which of how many it is.
  mutating func write(_ table: TableBands) {
    for (number, band) in table.bands.enumerated() {
      if number > 0 { writeBlank() }
      let title = "part \(number + 1) of \(table.bands.count)"
      if title.utf8.count <= measure {
        writeLine([Span(title, width: title.utf8.count, style: Style(.secondary))])
      }
      write(band.grid, widths: band.widths)
    }
  }
}
