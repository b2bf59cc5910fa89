extension Flow {
  /// Writes a diagram: drawn where every label fits, else told as a list that says why. Then what is said of
  /// it.
  mutating func write(_ diagram: LayoutDiagram) {
    if !diagram.edges.isEmpty { writeRelations(of: diagram) }
    write(diagram.notes)
  }

  private mutating func writeRelations(of diagram: LayoutDiagram) {
    let drawing =
      isCell
      ? .failure(.inTable)
      : DiagramDrawing.lines(of: diagram, text: text, glyphs: glyphs, measure: measure)
    switch drawing {
    case .success(let drawn):
      writeMarkers(unlessAligned: true)
      let start = lines.count
      for line in drawn.lines { writeLine(line.spans) }
      for header in drawn.headers {
        let first = start + header.lines.lowerBound
        headers.append(
          TableHeader(lines: first..<(first + header.lines.count), end: start + header.end))
      }
    case .failure(let obstacle):
      write(diagram.relations)
      writeRemark(obstacle.words)
    }
  }

  private mutating func write(_ parts: [DiagramPart]) {
    for part in parts {
      switch part {
      case .line(let passage):
        hang(2)
        write(passage)
        endIndent()
      case .relations(let definitions):
        indent(2)
        write(definitions)
        endIndent()
      }
    }
  }

  /// Writes a sentence of layout's own.
  private mutating func writeRemark(_ words: String) {
    var remark = StyledText()
    let mark = remark.mark()
    remark.append(words.utf8, style: Style(.secondary), link: nil, source: nil)
    hang(2)
    write(remark.passage(since: mark), of: remark)
    endIndent()
  }
}
