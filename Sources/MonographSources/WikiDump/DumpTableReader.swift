import MonographModel

/// Reads the HTML tables of a dump, and takes a table that was glued from several apart by its header rows.
struct DumpTableReader {
  let log: DumpLog
  let limits: ReaderLimits
  let title: String

  /// What a table is.
  struct Reading {
    /// Its parts: one, or several where it has header rows within.
    var parts: [DumpTable]
    /// Whether it is the box beside the text that sums the page up.
    var isInfobox: Bool
    /// What its class says about the page: `infobox-therapeutic`.
    var classes: String
    /// A row over the whole width at its top.
    var caption: String?
  }

  /// The parts of a table; nil where its cells span others or hold tables, so that it must stay as it is.
  func read(_ html: String, line: Int) -> Reading? {
    guard let body = HTMLTree.body(of: Array(html.utf8)), let element = table(in: body) else { return nil }
    let text = SourceText(bytes: Array(html.utf8))
    let context = ReadingContext(
      entity: EntityID(folder: "entities", slug: "dump")!, text: text,
      log: DiagnosticLog(file: "", limitPerRule: 0), limits: limits)
    var table = HTMLTableReader(context: context, firstLine: line).table(element, depth: 0)
    let classes = element.attributes["class"] ?? ""
    var caption = table.caption.isEmpty ? nil : table.caption.markdown
    guard table.notes.isEmpty, context.tableCellCount <= limits.tableCells else { return nil }
    if caption == nil, let first = table.rows.first, first.count == 1, first[0].isHeader {
      caption = words(of: first[0])
      if table.header.isEmpty { table.body.removeFirst() } else { table.header.removeFirst() }
    }
    guard table.header.count <= 1, table.rows.allSatisfy({ $0.allSatisfy(isPlain) }) else { return nil }
    let rows = table.rows.map { row in row.map { words(of: $0) } }
    let areNamed = table.rows.map { row in row.count >= 2 && row.allSatisfy(\.isHeader) }
    return Reading(
      parts: parts(of: rows, areNamed: areNamed), isInfobox: classes.contains("infobox"), classes: classes,
      caption: caption)
  }

  private func table(in root: HTMLElement) -> HTMLElement? {
    root.name == "table" ? root : root.elements.lazy.compactMap { self.table(in: $0) }.first
  }

  private func isPlain(_ cell: Table.Cell) -> Bool {
    guard cell.columnSpan == 1, cell.rowSpan == 1, cell.blocks.count <= 1 else { return false }
    guard let block = cell.blocks.first else { return true }
    if case .paragraph = block.content { return true }
    return false
  }

  private func words(of cell: Table.Cell) -> String {
    guard case .paragraph(let content)? = cell.blocks.first?.content else { return "" }
    return content.markdown
  }

  private func parts(of rows: [[String]], areNamed: [Bool]) -> [DumpTable] {
    var parts: [DumpTable] = []
    for (row, isNamed) in zip(rows, areNamed) where !row.allSatisfy(\.isEmpty) {
      if isNamed || ColumnNames.isHeader(row) {
        parts.append(DumpTable(header: row, rows: []))
      } else if parts.isEmpty {
        parts.append(DumpTable(header: [], rows: [row]))
      } else {
        parts[parts.count - 1].rows.append(row)
      }
    }
    return parts
  }
}
