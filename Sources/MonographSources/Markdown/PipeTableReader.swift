import MonographModel

/// Reads GFM's pipe tables, and gives back the cells that cmark drops from rows that have too many.
struct PipeTableReader {
  let reader: BlockReader

  /// The table of a table node.
  func table(_ node: MarkdownNode) -> Table {
    var table = Table(alignments: alignments(node), body: [])
    for row in node.children {
      var cells = row.children.map { Table.Cell(reader.inlineReader.inlines(of: $0)) }
      if row.kind == .tableHeader {
        for index in cells.indices { cells[index].isHeader = true }
        table.header.append(cells)
      } else {
        cells += surplusCells(of: row, columnCount: cells.count)
        table.body.append(cells)
      }
    }
    return table
  }

  private func alignments(_ node: MarkdownNode) -> [Table.Alignment] {
    let alignments = node.columnAlignments.map { letter -> Table.Alignment in
      switch letter {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .trailing
      default: .leading
      }
    }
    return alignments.allSatisfy { $0 == .leading } ? [] : alignments
  }

  private func surplusCells(of row: MarkdownNode, columnCount: Int) -> [Table.Cell] {
    let line = row.startLine + reader.lineOffset
    let cells = Self.cells(ofRow: reader.context.text.line(line))
    guard cells.count > columnCount else { return [] }
    reader.context.log.report(
      .tableCells, line: line, "The row has \(cells.count) cells and the table \(columnCount) columns.",
      fix: "write \\| for a bar that is part of a cell")
    return cells[columnCount...].map { bytes in
      reader.context.surplusCellCount += 1
      // Each is parsed by itself, which is worth it for a few slips and not for a file full of them.
      guard reader.context.surplusCellCount <= 1_000 else { return Table.Cell([.text(bytes.text.trimmed)]) }
      let blocks = reader.fragment(bytes.text, firstLine: line)
      if blocks.count == 1, case .paragraph(let content) = blocks[0].content { return Table.Cell(content) }
      return Table.Cell([.text(bytes.text.trimmed)])
    }
  }

  /// The source of each cell of a row: the row split at each bar that no backslash escapes, as GFM does, also
  /// within code.
  static func cells(ofRow line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var row = line.trimmingWhitespace
    while let first = row.first, first == .greaterThan || first.isASCIIWhitespace { row = row.dropFirst() }
    if row.first == .verticalBar { row = row.dropFirst() }
    var cells: [ArraySlice<UInt8>] = []
    var start = row.startIndex
    var isEscaped = false
    for index in row.indices {
      if row[index] == .verticalBar, !isEscaped {
        cells.append(row[start..<index])
        start = index + 1
      }
      isEscaped = row[index] == .backslash && !isEscaped
    }
    if start < row.endIndex { cells.append(row[start...]) }
    return cells
  }
}
