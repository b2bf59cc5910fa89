/// Tables of pipes and of HTML.
extension MarkdownScan {
  /// Takes a row of a pipe table; false where the line is none.
  mutating func takePipeRow(_ words: ArraySlice<PlacedScalar>) -> Bool {
    guard words.contains(where: { $0.value == "|" }) else {
      headers = nil
      return false
    }
    if headers == nil {
      guard Self.isDelimiter(text.placedScalars(ofLine: number + 1).trimmingBlanks) else { return false }
      closeBlock()
      let cells = Self.cells(of: words).map { CheckedCell($0) }
      headers = cells.map(\.tokens)
      builder.add(.tableRow, cells)
      number += 1
      return true
    }
    let names = headers ?? []
    builder.add(
      .tableRow,
      Self.cells(of: words).enumerated().map { column, cell in
        CheckedCell(cell, header: column < names.count ? names[column] : [])
      })
    return true
  }

  private static func isDelimiter(_ words: ArraySlice<PlacedScalar>) -> Bool {
    words.contains { $0.value == "-" }
      && words.allSatisfy { $0.value == "|" || $0.value == "-" || $0.value == ":" || $0.value.isBlank }
  }

  /// The cells of a row: what stands between bars that no backslash guards.
  private static func cells(of words: ArraySlice<PlacedScalar>) -> [ArraySlice<PlacedScalar>] {
    var cells: [ArraySlice<PlacedScalar>] = []
    var start = words.startIndex
    var isEscaped = false
    for index in words.indices {
      let value = words[index].value
      if value == "|", !isEscaped {
        cells.append(words[start..<index].trimmingBlanks)
        start = index + 1
      }
      isEscaped = value == "\\" && !isEscaped
    }
    cells.append(words[start...].trimmingBlanks)
    if words.first?.value == "|" { cells.removeFirst() }
    if words.last?.value == "|", cells.count > 1 { cells.removeLast() }
    return cells
  }

  /// Takes an HTML table with all its lines.
  mutating func takeTable() {
    closeBlock()
    let last = lastLine(ofTableAt: number)
    var scalars: [PlacedScalar] = []
    for line in number...last {
      scalars += text.placedScalars(ofLine: line)
      scalars.append(PlacedScalar(value: "\n", line: Int32(clamping: line), column: 0))
    }
    HTMLTableScan(scalars).add(to: &builder)
    number = last
  }

  mutating func lastLine(ofTableAt line: Int) -> Int {
    let start = text.offset(ofLine: line) + text.line(line).prefix { $0 == .space || $0 == .tab }.count
    guard unendedTableCount < 16, let end = TableScanner.end(of: text.bytes, at: start) else {
      unendedTableCount += 1
      return line
    }
    return text.line(at: max(end - 1, start))
  }
}
