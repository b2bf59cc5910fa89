extension Flow {
  /// Writes terms with their definitions: in two columns where the longest term takes at most nine
  /// twentieths of the measure, else each term and its definition as one paragraph. Either way a term stays on one line
  /// with the first words of its definition.
  mutating func write(_ definitions: [LayoutDefinition]) {
    let terms = definitions.map { WordList($0.term, of: text, glyphs: glyphs) }
    let isCompact = definitions.allSatisfy { $0.definitions.allSatisfy { $0.count < 2 } }
    let column = termColumn(terms, of: definitions)
    for (index, definition) in definitions.enumerated() {
      if index > 0, !isCompact { writeBlank() }
      if let column {
        write(definition, term: terms[index], column: column)
      } else {
        writeRunIn(definition)
      }
    }
  }

  /// The width of the terms' column with the space after it; nil where terms are not set in a column.
  private func termColumn(_ terms: [WordList], of definitions: [LayoutDefinition]) -> Int? {
    guard !terms.contains(where: { $0.words.contains { $0.bond == .broken } }) else { return nil }
    guard let longest = terms.map(\.naturalColumns).max(), longest > 0, longest * 20 <= measure * 9 else {
      return nil
    }
    let column = longest + 2
    let room = measure - column
    guard room < 40 else { return column }
    let needed = definitions.map { definition in
      let least = definition.definitions.map { MeasuredBlocks($0, of: text, glyphs: glyphs).least }.max() ?? 0
      return least + (definition.isMultiple ? 2 : 0)
    }
    return (needed.max() ?? 0) <= room ? column : nil
  }

  private mutating func write(_ definition: LayoutDefinition, term: WordList, column: Int) {
    var marker: [Span] = []
    if let first = term.words.first, let last = term.words.last {
      let line = BrokenLine(
        bytes: first.bytes.lowerBound..<last.bytes.upperBound, columns: term.naturalColumns, isPlain: false)
      var writer = SpanWriter(text, from: definition.term, glyphs: glyphs)
      writer.write(line, to: &marker)
    }
    marker.append(.blank(column - term.naturalColumns))
    indent(marker: marker)
    for blocks in definition.definitions {
      if definition.isMultiple { hang(2) }
      write(blocks)
      if definition.isMultiple { endIndent() }
    }
    endIndent()
  }

  /// `Term: definition`, further lines on an indent. Of several definitions each begins on that indent, and
  /// its own further lines stand deeper.
  private mutating func writeRunIn(_ definition: LayoutDefinition) {
    hang(2)
    if definition.isMultiple { hang(2) }
    write(definition.runIn)
    if definition.isMultiple { endIndent() }
    for (index, blocks) in definition.definitions.enumerated() {
      if definition.isMultiple { hang(2) }
      write(index == 0 && definition.includesFirst ? Array(blocks.dropFirst()) : blocks)
      if definition.isMultiple { endIndent() }
    }
    endIndent()
  }
}
