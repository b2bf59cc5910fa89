import MonographModel

extension Flow {
  /// Writes a table as a grid: columns two blanks apart, a rule under the header, rules between rows only
  /// where a row is higher than one line.
  mutating func write(_ grid: TableGrid, widths: [Int]) {
    let sheet = GridSheet(grid, widths: widths, text: text, glyphs: glyphs)
    let start = lines.count
    let isRuled = (grid.headerRowCount..<max(grid.headerRowCount, grid.rowCount)).contains {
      sheet.heights[$0] > 1
    }
    for row in 0..<grid.rowCount {
      if row > 0, let rule = rule(above: row, in: grid, isRuled: isRuled) {
        writeLine(sheet.rule(rule, above: row))
      }
      for line in 0..<sheet.heights[row] { writeLine(sheet.line(line, ofRow: row)) }
      if row + 1 == grid.headerRowCount, headerLines == nil {
        headerLines = start..<(lines.count + (row + 1 < grid.rowCount ? 1 : 0))
      }
    }
  }

  private func rule(above row: Int, in grid: TableGrid, isRuled: Bool) -> GridSheet.Rule? {
    if row == grid.headerRowCount { return .all(isDouble: isRuled) }
    if row < grid.headerRowCount {
      let spans = grid.cells(inRow: row - 1).contains { grid.areas[$0].columns.count > 1 }
      return spans ? .spanningHeaders : nil
    }
    return isRuled || row == grid.footerStart ? .all(isDouble: false) : nil
  }
}

/// The cells of a grid, laid out.
struct GridSheet {
  /// Which columns a rule runs under.
  enum Rule {
    /// All but those whose cell goes on below it.
    case all(isDouble: Bool)
    /// Those of header cells that cover several columns.
    case spanningHeaders
  }

  /// The lines of each row.
  let heights: [Int]

  private let grid: TableGrid
  private let widths: [Int]
  private let starts: [Int]
  private let glyphs: GlyphSet
  private let cells: [[TextLine]]

  /// Lays out the cells.
  init(_ grid: TableGrid, widths: [Int], text: StyledText, glyphs: GlyphSet) {
    self.grid = grid
    self.widths = widths
    self.glyphs = glyphs
    var starts: [Int] = []
    var start = 0
    for width in widths {
      starts.append(start)
      start += width + ColumnWidths.gap
    }
    self.starts = starts
    cells = grid.areas.indices.map { index in
      let columns = grid.areas[index].columns
      let width = starts[columns.upperBound - 1] + widths[columns.upperBound - 1] - starts[columns.lowerBound]
      var flow = Flow(cell: text, glyphs: glyphs, columns: width)
      flow.write(grid.blocks[index])
      return flow.lines
    }
    heights = Self.heights(of: cells, in: grid)
  }

  /// Rows are as high as their highest cell; a cell over several rows makes the last of them higher.
  private static func heights(of cells: [[TextLine]], in grid: TableGrid) -> [Int] {
    var heights = Array(repeating: 1, count: grid.rowCount)
    for (index, area) in grid.areas.enumerated() where area.rows.count == 1 {
      heights[area.rows.lowerBound] = max(heights[area.rows.lowerBound], cells[index].count)
    }
    for (index, area) in grid.areas.enumerated() where area.rows.count > 1 {
      let missing = cells[index].count - area.rows.reduce(0) { $0 + heights[$1] }
      if missing > 0 { heights[area.rows.upperBound - 1] += missing }
    }
    return heights
  }

  /// One line of a row.
  func line(_ line: Int, ofRow row: Int) -> [Span] {
    var spans: [Span] = []
    var position = 0
    for index in grid.cells(inRow: row) {
      let area = grid.areas[index]
      let above = (area.rows.lowerBound..<row).reduce(0) { $0 + heights[$1] }
      guard above + line < cells[index].count else { continue }
      let text = cells[index][above + line]
      let width = text.width
      let column = area.columns.lowerBound
      let room = starts[area.columns.upperBound - 1] + widths[area.columns.upperBound - 1] - starts[column]
      let isRunning = grid.blocks[index].allSatisfy { $0.paragraph != nil }
      let alignment = isRunning ? grid.alignments[column] : .leading
      let start = starts[column] + shift(of: width, in: room, alignment)
      if start > position { spans.append(.blank(start - position)) }
      spans.append(contentsOf: text.spans)
      position = max(position, start) + width
    }
    return spans
  }

  private func shift(of width: Int, in room: Int, _ alignment: Table.Alignment) -> Int {
    switch alignment {
    case .leading: 0
    case .center: max(0, (room - width) / 2)
    case .trailing: max(0, room - width)
    }
  }

  /// A rule above a row.
  func rule(_ rule: Rule, above row: Int) -> [Span] {
    var spans: [Span] = []
    var position = 0
    for (column, width) in widths.enumerated() where isRuled(column, rule, above: row) {
      // Under a header over several columns the rule has no gaps.
      let joins =
        column > 0 && position == starts[column] - ColumnWidths.gap && isJoined(column, rule, above: row)
      let start = joins ? position : starts[column]
      if start > position { spans.append(.blank(start - position)) }
      var isDouble = false
      if case .all(true) = rule { isDouble = true }
      spans.append(.rule(starts[column] + width - start, glyphs, isDouble: isDouble))
      position = starts[column] + width
    }
    return spans
  }

  private func cell(_ row: Int, _ column: Int) -> Int? {
    grid.places.indices.contains(row) ? grid.places[row][column] : nil
  }

  private func isRuled(_ column: Int, _ rule: Rule, above row: Int) -> Bool {
    let upper = cell(row - 1, column)
    switch rule {
    case .all: return upper == nil || upper != cell(row, column)
    case .spanningHeaders:
      guard let upper else { return false }
      return grid.areas[upper].columns.count > 1 && grid.areas[upper].rows.upperBound == row
    }
  }

  private func isJoined(_ column: Int, _ rule: Rule, above row: Int) -> Bool {
    guard case .spanningHeaders = rule, let left = cell(row - 1, column - 1) else { return false }
    return left == cell(row - 1, column)
  }
}
