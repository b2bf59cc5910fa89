import MonographModel

/// Reads an HTML table into a table of the document: caption, header, body and footer rows, spans, and cells
/// with text, links, lists and tables in them.
struct HTMLTableReader {
  let context: ReadingContext
  /// The line of the file that the source's first line is.
  let firstLine: Int

  /// The table as a block. What cannot be read as a table is shown as its source.
  func block(_ source: String, lines: LineRange) -> Block {
    let bytes = source.utf8.map(visible)
    let body = HTMLTree.body(of: bytes.flatMap { $0 })
    guard let body, let element = firstTable(in: body) else {
      context.log.report(
        .tooDeep, line: firstLine, "The HTML table is nested too deeply to be read; its source is shown.")
      return Block(.code(CodeBlock(language: "html", text: source)), lines: lines)
    }
    let table = table(element, depth: 0)
    reportSurplus(of: table)
    return Block(.table(table), lines: lines)
  }

  /// libxml2 drops control characters, so they go in as the pictures that stand for them.
  private func visible(_ byte: UInt8) -> [UInt8] {
    if byte >= 0x20 && byte != 0x7F || byte.isASCIIWhitespace { return [byte] }
    let picture = byte == 0x7F ? UInt32(0x2421) : 0x2400 + UInt32(byte)
    return Unicode.Scalar(picture).map { Array(String($0).utf8) } ?? [byte]
  }

  private func firstTable(in root: HTMLElement) -> HTMLElement? {
    var pending = [root]
    while let element = pending.popLast() {
      if element.name == "table" { return element }
      pending += element.elements.reversed()
    }
    return nil
  }

  /// The table of an element.
  func table(_ element: HTMLElement, depth: Int) -> Table {
    var table = Table(body: [])
    for child in element.elements {
      switch child.name {
      case "caption": table.caption = inlines(child)
      case "thead": table.header += rows(child, depth: depth, areHeaders: true)
      case "tbody": table.body += rows(child, depth: depth)
      case "tfoot": table.footer += rows(child, depth: depth)
      case "tr": table.body.append(row(child, depth: depth))
      case "colgroup", "col": break
      default:
        let words = child.allText.trimmed
        if !words.isEmpty { table.notes.append([.text(words)]) }
      }
    }
    for case .text(let words, _) in element.children where !words.trimmed.isEmpty {
      table.notes.append([.text(words.trimmed)])
    }
    if table.header.isEmpty, let first = table.body.first, !first.isEmpty, first.allSatisfy(\.isHeader) {
      table.header = [table.body.removeFirst()]
    }
    return table
  }

  private func rows(_ group: HTMLElement, depth: Int, areHeaders: Bool = false) -> [[Table.Cell]] {
    group.elements.filter { $0.name == "tr" }.map { element in
      var cells = row(element, depth: depth)
      if areHeaders { for index in cells.indices { cells[index].isHeader = true } }
      return cells
    }
  }

  private func row(_ element: HTMLElement, depth: Int) -> [Table.Cell] {
    element.elements.filter { $0.name == "td" || $0.name == "th" }.compactMap { cell in
      context.tableCellCount += 1
      guard context.tableCellCount <= context.limits.tableCells else { return nil }
      return Table.Cell(
        blocks: HTMLFlowReader(context: context, firstLine: firstLine).blocks(of: cell, depth: depth + 1),
        isHeader: cell.name == "th", columnSpan: span(cell, "colspan"), rowSpan: span(cell, "rowspan"))
    }
  }

  private func inlines(_ element: HTMLElement) -> [Inline] {
    HTMLFlowReader(context: context, firstLine: firstLine).inlines(of: element)
  }

  /// A span between 1 and the limit; anything else is reported and cut.
  private func span(_ cell: HTMLElement, _ attribute: String) -> Int {
    guard let value = cell.attributes[attribute] else { return 1 }
    let number = Int(value.trimmed)
    let span = min(max(number ?? 1, 1), context.limits.tableSpan)
    if span != number {
      context.log.report(
        .tableCells, line: firstLine + cell.line - 1,
        "\(attribute) is “\(value.prefix(20))”; \(span) is used.", fix: "give a number from 1 on")
    }
    return span
  }

  private func reportSurplus(of table: Table) {
    guard context.tableCellCount > context.limits.tableCells else { return }
    context.log.report(
      .tooLarge, line: firstLine,
      "The tables of this file have more than \(context.limits.tableCells) cells; the rest is left out.",
      fix: "split the table")
  }
}
