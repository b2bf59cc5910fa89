import MonographModel

extension SPLMarkupReader {
  /// The table that has just begun, with its footnotes under it.
  func table(nesting: Int) -> Table {
    readIdentity()
    let (table, notes) = collectingFootnotes { readTable(nesting: nesting) }
    var finished = table
    finished.notes = notes + table.notes
    return finished
  }

  private func readTable(nesting: Int) -> Table {
    var table = Table(body: [])
    var columns = SPLColumns()
    let depth = cursor.depth
    while let event = next(within: depth) {
      guard event == .start else {
        readStray(event, to: &table)
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
        readRows(to: &table.body, columns: &columns, nesting: nesting)
      case .tr: table.body.append(row(columns: &columns, nesting: nesting))
      default:
        if let paragraph = inlines() { table.notes.append(paragraph.content) }
      }
    }
    table.alignments = columns.alignments
    if table.header.isEmpty, let first = table.body.first, !first.isEmpty, first.allSatisfy(\.isHeader) {
      table.header = [table.body.removeFirst()]
    }
    return table
  }

  /// Text that stands in a table and in none of its cells.
  private func readStray(_ event: XMLCursor.Event, to table: inout Table) {
    guard event == .text || event == .entity else { return }
    var flow = SPLFlow()
    if event == .text { readText(into: &flow) } else { readEntity(into: &flow) }
    if let paragraph = flow.finish() { table.notes.append(paragraph.content) }
  }

  private func readRows(
    to rows: inout [[Table.Cell]], columns: inout SPLColumns, areHeaders: Bool = false, nesting: Int
  ) {
    readIdentity()
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .start where cursor.element == .tr:
        rows.append(row(columns: &columns, areHeaders: areHeaders, nesting: nesting))
      case .start: rows.append([Table.Cell(blocks: blocks(nesting: nesting))])
      case .text, .entity:
        var flow = SPLFlow()
        if event == .text { readText(into: &flow) } else { readEntity(into: &flow) }
        if let paragraph = flow.finish() { rows.append([Table.Cell(paragraph.content)]) }
      default: break
      }
    }
  }

  private func row(columns: inout SPLColumns, areHeaders: Bool = false, nesting: Int) -> [Table.Cell] {
    readIdentity()
    var cells: [Table.Cell] = []
    columns.beginRow()
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .start:
        if let cell = cell(columns: &columns, isInHeader: areHeaders, nesting: nesting) { cells.append(cell) }
      case .text, .entity:
        var flow = SPLFlow()
        if event == .text { readText(into: &flow) } else { readEntity(into: &flow) }
        if let paragraph = flow.finish() { cells.append(Table.Cell(paragraph.content)) }
      default: break
      }
    }
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
    var isChanged = false
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .colspan: columnSpan = span(value, "colspan")
      case .rowspan: rowSpan = span(value, "rowspan")
      case .align: alignment = SPLColumns.alignment(value)
      case .styleCode: isChanged = SPLStyle.isChanged(value)
      case .id: onID(String(cString: value))
      default: break
      }
    }
    columns.place(columnSpan: columnSpan, rowSpan: rowSpan, alignment: isInHeader ? nil : alignment)
    var content = blocks(nesting: nesting + 1)
    if isChanged { content = [Self.changed(content, isWhole: true, lines: nil)] }
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
