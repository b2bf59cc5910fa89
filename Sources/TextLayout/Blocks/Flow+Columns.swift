extension Flow {
  /// The fewest columns in which a text stands beside others.
  static let leastColumn = 24
  /// The columns between two texts: a blank, a rule, a blank.
  private static let columnGap = 3

  /// Writes texts that are compared: side by side where that is allowed and each has enough room, else one under the
  /// other. Each stands under its name, which stays in sight.
  mutating func write(_ columns: [LayoutColumn]) {
    writeMarkers(unlessAligned: true)
    let room = measure - Self.columnGap * (columns.count - 1)
    guard allowsColumns, columns.count > 1, room / columns.count >= Self.leastColumn else {
      return writeStacked(columns)
    }
    let width = room / columns.count
    let wider = room % columns.count
    writeBeside(columns, widths: columns.indices.map { $0 < wider ? width + 1 : width })
  }

  private mutating func writeStacked(_ columns: [LayoutColumn]) {
    for (index, column) in columns.enumerated() {
      if index > 0 { writeBlank() }
      let start = lines.count
      hang(2)
      write(column.name)
      endIndent()
      let end = lines.count
      indent(measure >= 36 ? 2 : 0)
      for (position, part) in column.parts.filter({ !$0.isEmpty }).enumerated() {
        if position > 0 { writeBlank() }
        write(part)
      }
      endIndent()
      headers.append(TableHeader(lines: start..<end, end: lines.count))
    }
  }

  /// Parts of one number begin on one line, a blank line under those before them.
  private mutating func writeBeside(_ columns: [LayoutColumn], widths: [Int]) {
    let start = lines.count
    writeBeside(zip(columns, widths).map { name($0.name, width: $1) }, widths: widths)
    writeLine([.rule(measure, glyphs)])
    let end = lines.count
    for part in 0..<(columns.map(\.parts.count).max() ?? 0) {
      let cells = zip(columns, widths).map { column, width in
        column.parts.indices.contains(part) ? cell(column.parts[part], width: width) : []
      }
      guard cells.contains(where: { !$0.isEmpty }) else { continue }
      if part > 0 { writeBeside(columns.map { _ in [TextLine()] }, widths: widths) }
      writeBeside(cells, widths: widths)
    }
    headers.append(TableHeader(lines: start..<end, end: lines.count))
  }

  private func cell(_ blocks: [LayoutBlock], width: Int) -> [TextLine] {
    var flow = Flow(text, glyphs: glyphs, columns: width)
    flow.write(blocks)
    return flow.lines
  }

  private func name(_ name: Passage, width: Int) -> [TextLine] {
    var flow = Flow(text, glyphs: glyphs, columns: width)
    flow.hang(2)
    flow.write(name)
    return flow.lines
  }

  /// Writes lines of texts beside each other, with a rule between each and the next.
  private mutating func writeBeside(_ cells: [[TextLine]], widths: [Int]) {
    let rule = Span(glyphs == .unicode ? "│" : "|", width: 1, style: Style(.rule))
    for row in 0..<(cells.map(\.count).max() ?? 0) {
      var spans: [Span] = []
      for (index, cell) in cells.enumerated() {
        if index > 0 { spans += [.blank(1), rule, .blank(1)] }
        let line = cell.indices.contains(row) ? cell[row] : TextLine()
        spans += line.spans
        let missing = widths[index] - line.width
        if index < cells.count - 1, missing > 0 { spans.append(.blank(missing)) }
      }
      writeLine(spans)
    }
  }
}
