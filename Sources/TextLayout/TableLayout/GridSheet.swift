import MonographModel

/// A grid with its cells laid out and its rows and rules placed on lines.
struct GridSheet {
  /// Which columns a rule between two rows runs along.
  private enum Rule {
    /// All, but where a cell goes on below it.
    case all(isDouble: Bool)
    /// Those of header cells over several columns.
    case spanningHeaders
  }

  private let grid: TableGrid
  private let widths: [Int]
  private let starts: [Int]
  private let glyphs: GlyphSet
  private let cells: [[TextLine]]
  /// The rule above each row.
  private var rules: [Rule?] = []
  /// The lines of each row.
  private var heights: [Int] = []
  /// The first line of each row, and the line after the last.
  private var tops: [Int] = []

  /// Lays out the cells and places the rows.
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
      let last = grid.areas[index].columns.upperBound - 1
      let width = starts[last] + widths[last] - starts[grid.areas[index].columns.lowerBound]
      var flow = Flow(cell: text, glyphs: glyphs, columns: width)
      flow.write(grid.blocks[index])
      if grid.repeated.contains(index) { flow.forgetSources(from: 0) }
      return flow.lines
    }
    place()
  }

  /// The lines of the whole table.
  var height: Int { tops.last ?? 0 }

  /// The lines of the header and the rule under it; 0 where the table has no header or nothing else.
  var headerHeight: Int {
    grid.headerRowCount > 0 && grid.headerRowCount < grid.rowCount ? tops[grid.headerRowCount] : 0
  }

  /// Rows are as high as their highest cell; a cell over several rows makes the last of them higher where it
  /// needs more than these have.
  private mutating func place() {
    heights = Array(repeating: 1, count: grid.rowCount)
    for (index, area) in grid.areas.enumerated() where area.rows.count == 1 {
      heights[area.rows.lowerBound] = max(heights[area.rows.lowerBound], cells[index].count)
    }
    let isRuled = grid.areas.indices.contains { index in
      let rows = grid.areas[index].rows
      return rows.lowerBound >= grid.headerRowCount && cells[index].count > rows.count
    }
    rules = (0..<grid.rowCount).map { rule(above: $0, isRuled: isRuled) }
    for (index, area) in grid.areas.enumerated() where area.rows.count > 1 {
      let present = area.rows.reduce(0) {
        $0 + heights[$1] + ($1 > area.rows.lowerBound && rules[$1] != nil ? 1 : 0)
      }
      heights[area.rows.upperBound - 1] += max(0, cells[index].count - present)
    }
    var line = 0
    for row in 0..<grid.rowCount {
      if rules[row] != nil { line += 1 }
      tops.append(line)
      line += heights[row]
    }
    tops.append(line)
  }

  private func rule(above row: Int, isRuled: Bool) -> Rule? {
    if row == 0 { return nil }
    if row == grid.headerRowCount { return .all(isDouble: isRuled) }
    if row < grid.headerRowCount {
      let spans = grid.cells(inRow: row - 1).contains { grid.areas[$0].columns.count > 1 }
      return spans ? .spanningHeaders : nil
    }
    return isRuled || row == grid.footerStart ? .all(isDouble: false) : nil
  }

  /// What stands on each line.
  var lines: [[Span]] {
    var lines: [[Span]] = []
    lines.reserveCapacity(height)
    for row in 0..<grid.rowCount {
      if rules[row] != nil { lines.append(spans(ofRuleOnLine: lines.count, above: row)) }
      for _ in 0..<heights[row] { lines.append(spans(ofLine: lines.count, in: row)) }
    }
    return lines
  }

  private func spans(ofLine line: Int, in row: Int) -> [Span] {
    var spans: [Span] = []
    var position = 0
    for cell in grid.cells(inRow: row) { add(cell, line: line, to: &spans, &position) }
    return spans
  }

  /// A rule, and the text of cells that go on below it.
  private func spans(ofRuleOnLine line: Int, above row: Int) -> [Span] {
    guard row < grid.rowCount, let rule = rules[row] else { return [] }
    var spans: [Span] = []
    var position = 0
    var column = 0
    while column < grid.columnCount {
      let cell = grid.places[row - 1][column]
      let columns = cell.map { grid.areas[$0].columns } ?? column..<(column + 1)
      if let cell, grid.areas[cell].rows.upperBound > row {
        add(cell, line: line, to: &spans, &position)
      } else {
        for ruled in ruledColumns(rule, under: cell, columns) {
          let end = starts[ruled.upperBound - 1] + widths[ruled.upperBound - 1]
          addBlanks(to: starts[ruled.lowerBound], &spans, &position)
          var isDouble = false
          if case .all(true) = rule { isDouble = true }
          spans.append(.rule(end - starts[ruled.lowerBound], glyphs, isDouble: isDouble))
          position = end
        }
      }
      column = columns.upperBound
    }
    return spans
  }

  /// A rule shows the columns, but for the one under a header over several, which shows what it covers.
  private func ruledColumns(_ rule: Rule, under cell: Int?, _ columns: Range<Int>) -> [Range<Int>] {
    switch rule {
    case .all: return columns.map { $0..<($0 + 1) }
    case .spanningHeaders: return cell != nil && columns.count > 1 ? [columns] : []
    }
  }

  private func addBlanks(to start: Int, _ spans: inout [Span], _ position: inout Int) {
    guard start > position else { return }
    spans.append(.blank(start - position))
    position = start
  }

  private func add(_ cell: Int, line: Int, to spans: inout [Span], _ position: inout Int) {
    let area = grid.areas[cell]
    let offset = line - tops[area.rows.lowerBound]
    guard cells[cell].indices.contains(offset) else { return }
    let text = cells[cell][offset]
    let width = text.width
    let column = area.columns.lowerBound
    let last = area.columns.upperBound - 1
    let room = starts[last] + widths[last] - starts[column]
    if area.columns.count > 1, area.columns.count < grid.columnCount, !area.isHeader, cells[cell].count == 1,
      room - width >= 6
    {
      return addSpanning(text, width: width, from: starts[column], room: room, to: &spans, &position)
    }
    let shift: Int
    switch alignment(of: cell) {
    case .leading: shift = 0
    case .center: shift = max(0, (room - width) / 2)
    case .trailing: shift = max(0, room - width)
    }
    addBlanks(to: starts[column] + shift, &spans, &position)
    spans.append(contentsOf: text.spans)
    position += width
  }

  /// A value over several columns, with rules to both sides, so that it is not read as one column's.
  private func addSpanning(
    _ text: TextLine, width: Int, from start: Int, room: Int, to spans: inout [Span], _ position: inout Int
  ) {
    let left = (room - width - 2) / 2
    addBlanks(to: start, &spans, &position)
    spans.append(.rule(left, glyphs))
    spans.append(.blank(1))
    spans.append(contentsOf: text.spans)
    spans.append(.blank(1))
    spans.append(.rule(room - width - 2 - left, glyphs))
    position = start + room
  }

  private func alignment(of cell: Int) -> Table.Alignment {
    let area = grid.areas[cell]
    guard grid.blocks[cell].allSatisfy({ $0.paragraph != nil }) else { return .leading }
    if area.columns.count > 1 {
      return area.isHeader && area.columns.count < grid.columnCount ? .center : .leading
    }
    return grid.alignments[area.columns.lowerBound]
  }
}
