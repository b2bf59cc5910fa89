/// Brings the source of a diagram to the place where the page says what it shows.
struct DumpDiagramPlacement {
  let log: DumpLog

  /// Ties diagrams to the places where the web page drew them, and takes the sentence that introduces a diagram
  /// as its statement.
  func place(_ placeholders: [DumpPlaceholder], in sections: inout [DumpSection]) {
    var open = placeholders
    for section in sections.indices {
      for block in sections[section].blocks.indices {
        guard case .diagram = sections[section].blocks[block].content else { continue }
        let isNear = { (place: DumpPlaceholder) in
          place.section == section && (place.blocksBefore == block || place.blocksBefore == block + 1)
        }
        if let near = open.firstIndex(where: isNear) { open.remove(at: near) }
      }
    }
    var stated: [(section: Int, statement: DumpLine, place: DumpPlaceholder)] = []
    for place in open {
      if let statement = statement(before: place, in: sections) {
        stated.append((place.section, statement, place))
      } else {
        reportMissing(place)
      }
    }
    takeStatements(in: &sections)
    let diagrams = sections.flatMap(\.blocks).filter(isUnstated)
    guard diagrams.count == stated.count else {
      for place in stated { reportMissing(place.place) }
      return
    }
    for (diagram, place) in zip(diagrams, stated) {
      move(diagram, toSection: place.section, statement: place.statement, in: &sections)
    }
  }

  private func reportMissing(_ place: DumpPlaceholder) {
    log.report(
      .cutOff, at: place.line, "The web page drew a diagram here, and the dump does not have its source.",
      fix: "take it from the web page")
  }

  private func isUnstated(_ block: DumpBlock) -> Bool {
    if case .diagram(let diagram) = block.content { diagram.statement == nil } else { false }
  }

  /// The sentence that ends in a colon right before a place.
  private func statement(before place: DumpPlaceholder, in sections: [DumpSection]) -> DumpLine? {
    guard place.blocksBefore > 0, place.blocksBefore <= sections[place.section].blocks.count,
      case .paragraph(let line) = sections[place.section].blocks[place.blocksBefore - 1].content,
      line.text.hasSuffix(":")
    else { return nil }
    return line
  }

  /// A diagram right after a sentence that ends in a colon has it as its statement.
  private func takeStatements(in sections: inout [DumpSection]) {
    for section in sections.indices {
      for block in sections[section].blocks.indices.dropFirst().reversed() {
        guard case .diagram(var diagram) = sections[section].blocks[block].content,
          case .paragraph(let line) = sections[section].blocks[block - 1].content, line.text.hasSuffix(":")
        else { continue }
        diagram.statement = line
        sections[section].blocks[block].content = .diagram(diagram)
        sections[section].blocks.remove(at: block - 1)
      }
    }
  }

  private func move(
    _ block: DumpBlock, toSection target: Int, statement: DumpLine, in sections: inout [DumpSection]
  ) {
    guard case .diagram(var diagram) = block.content,
      let origin = sections.firstIndex(where: { $0.blocks.contains { isDiagram($0, at: block.line) } }),
      let place = sections[target].blocks.firstIndex(where: { isParagraph($0, statement) })
    else { return }
    let heading = sections[origin].heading.map { "under “\($0.text)”" } ?? "before the first heading"
    diagram.statement = statement
    diagram.move =
      "The source page gives the text of the drawing \(heading), and only the statement of where it comes from here;"
      + " the two were brought together."
    log.infer(
      "The source of the diagram was moved from \(heading) to the statement of what it shows, at line"
        + " \(statement.number).", at: block.line, fix: "hold it against the web page")
    sections[target].blocks[place].content = .diagram(diagram)
    sections[origin].blocks.removeAll { isDiagram($0, at: block.line) && isUnstated($0) }
  }

  private func isDiagram(_ block: DumpBlock, at line: Int) -> Bool {
    if case .diagram = block.content { block.line == line } else { false }
  }

  private func isParagraph(_ block: DumpBlock, _ line: DumpLine) -> Bool {
    if case .paragraph(let words) = block.content { words == line } else { false }
  }
}
