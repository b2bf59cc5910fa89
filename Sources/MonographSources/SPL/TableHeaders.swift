import MonographModel

/// Tells which rows and cells of a table are headers where its source does not say so.
///
/// Many labels have no `thead` and no `th`, and set headers apart by their looks. The first row, with rows
/// over it that one cell spans, is taken for column headers if one of these holds, and the rows below look
/// different:
///
/// - all its words are bold;
/// - its corner is empty, and words stand over numbers;
/// - it has words throughout, and each column but the first has numbers below;
/// - a rule is drawn under it, and under no row between it and the last.
///
/// Cells that reach down draw the rows that they cover with them, and a bold row under cells that are split
/// belongs to them. The last header also stands over empty cells behind it where numbers stand below all of
/// them. The first column's cells are row headers where all of them are bold and the others not. Costs rows
/// times columns.
struct TableHeaders {
  private let table: Table
  private let grid: Table.Grid
  private let ruledRows: Set<Int>
  /// For each cell of the grid.
  private let isBold: [Bool]
  private let words: [String]

  /// More rows of headers than this are none.
  private static let mostRows = 4
  /// Longer words over a rule, in bytes, are text that a table lays out.
  private static let longestHeader = 120

  private init(_ table: Table, ruledRows: Set<Int>) {
    self.table = table
    self.ruledRows = ruledRows
    grid = table.grid
    isBold = grid.cells.map(\.cell.blocks.isBold)
    words = grid.cells.map { cell in
      let words = cell.cell.plainText
      // Most have no space at their ends, and need not be made anew.
      let isBare = ![words.utf8.first, words.utf8.last].contains { $0?.isASCIIWhitespace == true }
      return isBare ? words : words.trimmed
    }
  }

  /// Marks headers in a table; gives why, in words for the reader, where any were found.
  static func infer(in table: inout Table, ruledRows: Set<Int>) -> String? {
    var reasons: [String] = []
    var unchanged: TableHeaders?
    if table.header.isEmpty, table.footer.isEmpty || table.body.count > 1 {
      let headers = TableHeaders(table, ruledRows: ruledRows)
      if let (count, reason) = headers.columnHeaders() {
        table.header = table.body[..<count].map { row in
          row.map { cell in
            var cell = cell
            cell.isHeader = true
            return cell
          }
        }
        table.body.removeFirst(count)
        let rows = count == 1 ? "The first row is" : "The first \(count) rows are"
        reasons.append("\(rows) taken for column headers: \(reason).")
        if let carried = headers.carriedColumns(row: count - 1) {
          let last = table.header[count - 1].count - carried - 1
          table.header[count - 1][last].columnSpan += carried
          table.header[count - 1].removeLast(carried)
          let name = table.header[count - 1][last].plainText.trimmed
          reasons.append(
            "“\(name)” is taken to head the \(carried + 1) columns from its own on: the cells beside it are "
              + "empty."
          )
        }
      } else {
        unchanged = headers
      }
    }
    if (unchanged ?? TableHeaders(table, ruledRows: [])).hasRowHeaders() {
      markFirstColumn(of: &table)
      reasons.append("The first column is taken for row headers: it is bold in every row.")
    }
    return reasons.isEmpty ? nil : reasons.joined(separator: " ")
  }

  // MARK: - Rows

  /// The cells that stand in a row, each once, in order.
  private func cells(_ row: Int) -> [Int] {
    var cells: [Int] = []
    for case let cell? in grid.places[row] where cells.last != cell { cells.append(cell) }
    return cells
  }

  /// Those of them that have words.
  private func spoken(_ row: Int) -> [Int] { cells(row).filter { !words[$0].isEmpty } }

  private func isSpanned(_ row: Int) -> Bool {
    cells(row).count == 1 && grid.columnCount > 1 && grid.places[row].allSatisfy { $0 != nil }
  }

  /// Where the rows end that the cells of a row reach down to.
  private func end(of row: Int) -> Int {
    var end = row + 1
    var next = row
    while next < end {
      for cell in cells(next) {
        let (origin, cell) = grid.cells[cell]
        end = max(end, origin.row + cell.rowSpan)
      }
      next += 1
    }
    return end
  }

  private func isBoldThroughout(_ row: Int) -> Bool {
    let spoken = spoken(row)
    return !spoken.isEmpty && spoken.allSatisfy { isBold[$0] }
  }

  // MARK: - Column headers

  /// How many rows are column headers, and why.
  private func columnHeaders() -> (count: Int, reason: String)? {
    let rowCount = table.body.count
    guard grid.columnCount > 1, rowCount > 1 else { return nil }
    var first = 0
    while first < rowCount, isSpanned(first) || spoken(first).isEmpty { first += 1 }
    guard first < min(rowCount - 1, Self.mostRows) else { return nil }
    var end = end(of: first)
    guard end < rowCount, end - first <= Self.mostRows else { return nil }
    let titled = first > 0 ? ", under a title over the whole width" : ""
    if let bold = boldEnd(from: first, to: end) { return (bold, "all words are bold" + titled) }
    if hasEmptyCorner(first, to: end) {
      while let further = subheaderEnd(after: end) { end = further }
      return (end, "the corner is empty and numbers stand below" + titled)
    }
    if standsOverNumbers(first, to: end) {
      while let further = subheaderEnd(after: end), (end..<further).allSatisfy(isWorded) { end = further }
      return (end, "words stand over columns of numbers" + titled)
    }
    if isAloneRuled(first, to: end) {
      return (end, "a rule stands below and under no other row" + titled)
    }
    return nil
  }

  private func boldEnd(from first: Int, to end: Int) -> Int? {
    guard (first..<end).allSatisfy({ spoken($0).isEmpty || isBoldThroughout($0) }),
      (first..<end).flatMap(spoken).count > 1
    else { return nil }
    var end = end
    while let further = subheaderEnd(after: end), (end..<further).allSatisfy(isBoldThroughout) {
      end = further
    }
    // Where the values are bold as well it tells nothing.
    let below = (end..<table.body.count).filter { !spoken($0).isEmpty && !isSpanned($0) }
    let alike = below.count(where: isBoldThroughout)
    return below.isEmpty || alike * 4 > below.count ? nil : end
  }

  /// Where a row of headers ends that divides split cells of the row above: its first cell is empty.
  private func subheaderEnd(after row: Int) -> Int? {
    guard row < table.body.count - 1, row < Self.mostRows, let corner = cells(row).first,
      words[corner].isEmpty,
      cells(row - 1).contains(where: { grid.cells[$0].cell.columnSpan > 1 }), spoken(row).count > 1
    else { return nil }
    let end = end(of: row)
    return end < table.body.count && end <= Self.mostRows ? end : nil
  }

  private func hasEmptyCorner(_ first: Int, to end: Int) -> Bool {
    let cells = cells(first)
    guard let corner = cells.first, words[corner].isEmpty, spoken(first).count == cells.count - 1,
      spoken(first).allSatisfy({ words[$0].hasLetter })
    else { return false }
    let below = (end..<table.body.count).filter { !isSpanned($0) }
    var numbers = 0
    var others = 0
    for row in below {
      for cell in self.cells(row).dropFirst() where !words[cell].isEmpty {
        if words[cell].startsWithNumber { numbers += 1 } else { others += 1 }
      }
    }
    let named = below.count { self.cells($0).first.map { words[$0].hasLetter } ?? false }
    return numbers > others && named * 2 > below.count
  }

  /// Whether the words of a row are no numbers.
  private func isWorded(_ row: Int) -> Bool {
    spoken(row).allSatisfy { words[$0].hasLetter && !words[$0].startsWithNumber }
  }

  /// Whether each cell has words that begin with none of the marks of numbers, cells at the end that only
  /// carry on the last one aside, and each column but the first holds numbers below, with few exceptions.
  private func standsOverNumbers(_ first: Int, to end: Int) -> Bool {
    guard (first..<end).allSatisfy(isWorded), spoken(first).count > 1,
      cells(first).prefix(spoken(first).count) == spoken(first)[...]
    else { return false }
    return holdNumbers(1..<grid.columnCount, from: end)
  }

  /// Whether each of the columns holds numbers in the rows from one on, with few exceptions.
  private func holdNumbers(_ columns: Range<Int>, from end: Int) -> Bool {
    let below = (end..<table.body.count).filter { !isSpanned($0) && spoken($0).count > 1 }
    guard below.count > 2 else { return false }
    return columns.allSatisfy { column in
      let values = below.compactMap { grid.places[$0][column] }.filter {
        !words[$0].isEmpty && grid.cells[$0].origin.column > 0
      }
      let numbers = values.count { words[$0].startsWithNumber }
      return values.count > 1 && numbers * 5 >= values.count * 4
    }
  }

  /// How many empty cells at the end of the last row of headers the last header stands over as well, as if
  /// the source had spanned it: all before it have words, and numbers stand below it and each of them.
  private func carriedColumns(row: Int) -> Int? {
    let cells = cells(row)
    let spoken = spoken(row)
    guard spoken.count > 1, spoken.count < cells.count, cells.prefix(spoken.count) == spoken[...],
      cells.count == table.body[row].count, cells.count == grid.columnCount,
      cells.allSatisfy({ grid.cells[$0].cell.rowSpan == 1 && grid.cells[$0].cell.columnSpan == 1 }),
      holdNumbers((spoken.count - 1)..<grid.columnCount, from: row + 1)
    else { return nil }
    return cells.count - spoken.count
  }

  /// Whether a rule stands under the row and under no other, the last one's, which closes the table, aside.
  private func isAloneRuled(_ first: Int, to end: Int) -> Bool {
    let last = table.body.count - 1
    guard ruledRows.contains(end - 1), end < last, spoken(first).count > 1,
      cells(first).dropFirst().allSatisfy({ words[$0].hasLetter }),
      (first..<end).allSatisfy({ spoken($0).allSatisfy { words[$0].utf8.count <= Self.longestHeader } })
    else { return false }
    return !(end..<last).contains(where: ruledRows.contains)
  }

  // MARK: - Row headers

  /// Whether the first column is bold in every row, and the others are not.
  private func hasRowHeaders() -> Bool {
    guard grid.columnCount > 1 else { return false }
    var count = 0
    var boldOthers = 0
    var others = 0
    for row in table.header.count..<(table.header.count + table.body.count) {
      let cells = cells(row)
      guard let name = cells.first, !isSpanned(row), !spoken(row).isEmpty else { continue }
      guard isBold[name], grid.cells[name].origin.column == 0 else { return false }
      if grid.cells[name].origin.row == row { count += 1 }
      for cell in cells.dropFirst() where !words[cell].isEmpty {
        if isBold[cell] { boldOthers += 1 }
        others += 1
      }
    }
    return count > 1 && others > 0 && boldOthers * 4 <= others
  }

  private static func markFirstColumn(of table: inout Table) {
    let grid = table.grid
    for (origin, cell) in grid.cells
    where origin.column == 0 && origin.row >= table.header.count && cell.columnSpan < grid.columnCount {
      let row = origin.row - table.header.count
      if row < table.body.count, !table.body[row].isEmpty { table.body[row][0].isHeader = true }
    }
  }
}

extension [Block] {
  /// Whether there are words and all of them are strong.
  fileprivate var isBold: Bool {
    !isEmpty
      && allSatisfy { block in
        switch block.content {
        case .paragraph(let content): content.isBold
        case .list(let list): list.items.allSatisfy(\.isBold)
        default: false
        }
      }
  }
}

extension [Inline] {
  /// Whether all letters and digits are strong. The marks of footnotes need not be.
  fileprivate var isBold: Bool {
    var hasStrong = false
    for inline in self {
      switch inline {
      case .strong(let content): hasStrong = hasStrong || content.plainText.hasLetterOrDigit
      case .emphasis(let content), .struck(let content):
        if content.isBold { hasStrong = true } else if content.plainText.hasLetterOrDigit { return false }
      case .link(let link):
        if link.content.isBold {
          hasStrong = true
        } else if link.content.plainText.hasLetterOrDigit {
          return false
        }
      case .superscript, .subscript, .lineBreak: break
      case .text, .code, .citation, .image: if [inline].plainText.hasLetterOrDigit { return false }
      }
    }
    return hasStrong
  }
}

extension String {
  fileprivate var hasLetter: Bool {
    // Most cells are ASCII, where each byte is a character.
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.contains(where: \.isASCIILetter) }
    return contains(where: \.isLetter)
  }

  fileprivate var hasLetterOrDigit: Bool {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.contains { $0.isASCIILetter || $0.isASCIIDigit } }
    return contains { $0.isLetter || $0.isNumber }
  }

  /// Whether a number comes first, or a dash for none, a sign or bracket before it aside.
  fileprivate var startsWithNumber: Bool {
    guard let start = first(where: { !"<>≤≥±~+(≈−↑↓= \u{A0}".contains($0) }) else { return true }
    return start.isNumber || (count < 4 && "-–—".contains(start)) || ["NA", "N/A", "ND", "NR"].contains(self)
      || ("-–—".contains(start) && contains(where: \.isNumber))
  }
}
