import MonographModel

extension Flow {
  /// Writes blocks one under the other.
  mutating func write(_ blocks: [LayoutBlock]) {
    for (index, block) in blocks.enumerated() {
      if index > 0, !blocks[index - 1].standsClose(to: block) { writeBlank() }
      write(block)
    }
  }

  /// Writes a block.
  mutating func write(_ block: LayoutBlock) {
    if block.isInferred {
      if firstMeasure < 10 { writeMarkers() }
      writeLine([Span("~ inferred", width: 10, style: Style(.inference))])
    }
    switch block.content {
    case .paragraph(let passage): write(passage)
    case .list(let list): write(list)
    case .definitions(let definitions): write(definitions)
    case .table(let table): write(table)
    case .diagram(let diagram): write(diagram)
    case .callout(let callout): write(callout)
    case .quote(let blocks):
      writeMarkers(unlessAligned: true)
      mark(Span(glyphs == .unicode ? "│ " : "| ", width: 2, style: Style(.rule)))
      write(blocks)
      endIndent()
    case .code(let lines): write(code: lines)
    case .rule:
      writeMarkers(unlessAligned: true)
      writeLine([.rule(measure, glyphs)])
    case .columns(let columns): write(columns)
    }
  }

  private mutating func write(_ callout: LayoutCallout) {
    writeMarkers(unlessAligned: true)
    let isWarning = callout.severity.isWarning
    let style = Style(isWarning ? .warningMark : .note, .strong)
    mark(Span(isWarning ? "! " : "i ", width: 2, style: style))
    write(callout.title)
    write(callout.blocks)
    endIndent()
  }

  private mutating func write(code lines: [Passage]) {
    writeMarkers(unlessAligned: true)
    indent(2)
    for line in lines {
      for spans in VerbatimLines.lines(of: line, text: text, glyphs: glyphs, measure: measure) {
        writeLine(spans)
      }
    }
    endIndent()
  }
}

extension LayoutBlock {
  /// Whether a block follows this one without a blank line: a list follows the paragraph that opens it.
  func standsClose(to next: LayoutBlock) -> Bool {
    guard paragraph != nil, !next.isInferred else { return false }
    switch next.content {
    case .list, .definitions: return true
    case .paragraph, .table, .diagram, .callout, .quote, .code, .rule, .columns: return false
    }
  }
}
