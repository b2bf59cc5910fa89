extension Flow {
  /// Writes a table as a grid: columns two blanks apart, a rule under the header, rules between rows only
  /// where a row is higher than one line.
  mutating func write(_ grid: TableGrid, widths: [Int]) {
    let sheet = GridSheet(grid, widths: widths, text: text, glyphs: glyphs)
    let start = lines.count
    for line in sheet.lines { writeLine(line) }
    if sheet.headerHeight > 0 {
      headers.append(TableHeader(lines: start..<(start + sheet.headerHeight), end: lines.count))
    }
  }
}
