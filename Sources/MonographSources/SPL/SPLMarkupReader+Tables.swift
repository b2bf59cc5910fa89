import MonographModel

extension SPLMarkupReader {
  /// The table that has just begun, with its footnotes under it, and what was inferred of its headers.
  func table(nesting: Int) -> (table: Table, inference: String?) {
    readIdentity()
    let (read, notes) = collectingFootnotes { readTable(nesting: nesting) }
    var (table, inference) = read
    table.notes = notes + table.notes
    return (table, inference)
  }

  private func readTable(nesting: Int) -> (table: Table, inference: String?) {
    var table = Table(body: [])
    let outerRules = rowRules
    rowRules = []
    defer { rowRules = outerRules }
    var columns = SPLColumns()
    let depth = cursor.depth
    while let event = next(within: depth) {
      guard event == .start else {
        if let stray = stray(event) { table.notes.append(stray.content) }
        continue
      }
      switch cursor.element {
      case .caption:
        readIdentity()
        let caption = inlines()?.content ?? []
        table.caption += table.caption.isEmpty || caption.isEmpty ? caption : [.lineBreak] + caption
      case .col, .colgroup: columns.add(self)
      case .thead:
        columns.beginGroup()
        readRows(to: &table.header, columns: &columns, areHeaders: true, nesting: nesting)
      case .tfoot:
        columns.beginGroup()
        readRows(to: &table.footer, columns: &columns, nesting: nesting)
      case .tbody:
        columns.beginGroup()
        readRows(to: &table.body, columns: &columns, areBody: true, nesting: nesting)
      case .tr:
        let number = table.body.count
        table.body.append(row(columns: &columns, nesting: nesting))
        if isRowRuled { rowRules.insert(number) }
      default:
        if let paragraph = inlines() { table.notes.append(paragraph.content) }
      }
    }
    table.alignments = columns.alignments
    if table.header.isEmpty, let first = table.body.first, !first.isEmpty, first.allSatisfy(\.isHeader) {
      table.header = [table.body.removeFirst()]
    }
    let inference = TableHeaders.infer(in: &table, ruledRows: rowRules)
    return (table, inference)
  }

  private func readRows(
    to rows: inout [[Table.Cell]], columns: inout SPLColumns, areHeaders: Bool = false, areBody: Bool = false,
    nesting: Int
  ) {
    readIdentity()
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .start where cursor.element == .tr:
        let number = rows.count
        rows.append(row(columns: &columns, areHeaders: areHeaders, nesting: nesting))
        if areBody, isRowRuled { rowRules.insert(number) }
      case .start: rows.append([Table.Cell(blocks: blocks(nesting: nesting))])
      default: if let stray = stray(event) { rows.append([Table.Cell(stray.content)]) }
      }
    }
  }

  private func row(columns: inout SPLColumns, areHeaders: Bool = false, nesting: Int) -> [Table.Cell] {
    var isRuled = false
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .styleCode: isRuled = SPLStyle.isUnderlined(value)
      case .id: onID(String(cString: value))
      default: break
      }
    }
    var cells: [Table.Cell] = []
    var ruledCells = 0
    columns.beginRow()
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .start:
        if let cell = cell(columns: &columns, isInHeader: areHeaders, nesting: nesting) {
          cells.append(cell)
          if isCellRuled { ruledCells += 1 }
        }
      default: if let stray = stray(event) { cells.append(Table.Cell(stray.content)) }
      }
    }
    isRowRuled = isRuled || (!cells.isEmpty && ruledCells == cells.count)
    return cells
  }

  private func cell(columns: inout SPLColumns, isInHeader: Bool, nesting: Int) -> Table.Cell? {
    cellCount += 1
    guard cellCount <= limits.tableCells else {
      if cellCount == limits.tableCells + 1 {
        report(
          .tooLarge,
          "The tables of this file have more than \(limits.tableCells) cells; the rest is left out.",
          fix: "split the table")
      }
      skip()
      return nil
    }
    let isHeader = isInHeader || cursor.element == .th
    var columnSpan = 1
    var rowSpan = 1
    var alignment: Table.Alignment?
    var isRuled = false
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .colspan: columnSpan = span(value, "colspan")
      case .rowspan: rowSpan = span(value, "rowspan")
      case .align: alignment = SPLColumns.alignment(value)
      case .styleCode: isRuled = SPLStyle.isUnderlined(value)
      case .id: onID(String(cString: value))
      default: break
      }
    }
    columns.place(columnSpan: columnSpan, rowSpan: rowSpan, alignment: isInHeader ? nil : alignment)
    let content = styledBlocks(nesting: nesting + 1)
    isCellRuled = isRuled
    return Table.Cell(blocks: content, isHeader: isHeader, columnSpan: columnSpan, rowSpan: rowSpan)
  }

  /// A span between 1 and the limit; anything else is reported and cut.
  private func span(_ value: UnsafePointer<UInt8>, _ attribute: StaticString) -> Int {
    let text = String(cString: value).trimmed
    let number = Int(text)
    let span = min(max(number ?? 1, 1), limits.tableSpan)
    if span != number {
      report(
        .tableCells, "\(attribute) is “\(text.prefix(20))”; \(span) is used.", fix: "give a number from 1 on")
    }
    return span
  }
}
