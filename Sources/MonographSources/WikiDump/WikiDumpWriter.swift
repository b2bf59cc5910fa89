import MonographModel

/// Writes a page that was made of a dump as canonical Markdown.
struct WikiDumpWriter {
  let title: String
  let kind: String
  let file: String
  private(set) var lines = MarkdownLines()

  init(title: String, kind: String, file: String) {
    self.title = title
    self.kind = kind
    self.file = file
  }

  /// Writes the front matter and the sections.
  ///
  /// - Parameters:
  ///   - areTied: Whether the references had no keys of their own.
  ///   - infobox: The numbers of the sections whose tables stood in the infobox, in its order.
  mutating func write(
    _ sections: [DumpSection], references: [DumpReferences.Entry], areTied: Bool, infobox: [Int]
  ) {
    writeFrontMatter(references, areTied: areTied, infobox: anchors(of: infobox, in: sections))
    if MarkdownText.isPlain(title) {
      lines.addGap()
      lines.add("# \(title)")
    }
    lines.addGap()
    if sections.contains(where: { $0.heading.map { !$0.isMarked } ?? false }) {
      comment(
        "import: The copied page has no marks for headings, their levels, lists and items; they were told by words and"
          + " form. Hold the page against the web page, then remove the comments that begin with “import”.")
    }
    var hasReferences = false
    for section in sections {
      if let heading = section.heading { write(heading, section) }
      if section.isReferences { hasReferences = true }
      for block in section.blocks { write(block) }
    }
    if !references.isEmpty, !hasReferences {
      lines.addGap()
      lines.add("## References")
    }
    lines.removeGapAtEnd()
  }

  // MARK: - Front matter

  private mutating func writeFrontMatter(
    _ references: [DumpReferences.Entry], areTied: Bool, infobox: [String]
  ) {
    lines.add("---")
    lines.add(YAMLText.field("title", title))
    lines.add(YAMLText.field("kind", kind))
    lines.add("# aliases, class, identifiers and relations: not stated in the copied page as such")
    lines.add("source:")
    lines.add("  publisher: wiki page")
    let note =
      "Imported from \(Self.name(of: file)), a flattened wiki page without a date. Nothing was checked against another"
      + " source. Not reviewed. Headings, lists and the places of tables were told by their form."
      + (areTied ? " The page's references carry no keys: each was tied to its citation by order." : "")
    for line in YAMLText.folded("note", note, indent: 2) { lines.add(line) }
    lines.add("  # licence, url: not stated")
    lines.add("# reviewed: not stated")
    if !infobox.isEmpty {
      lines.add("infobox:")
      for anchor in infobox { lines.add("  - \(anchor)") }
    }
    if !references.isEmpty {
      lines.add("references:")
      for entry in references { write(entry) }
    }
    lines.add("---")
  }

  private mutating func write(_ entry: DumpReferences.Entry) {
    let reference = entry.reference
    lines.add("  - " + YAMLText.field("id", reference.key), from: entry.line)
    if !reference.authors.isEmpty {
      lines.add("    author:", from: entry.line)
      for author in reference.authors {
        lines.add("      - " + YAMLText.field("literal", author), from: entry.line)
      }
    }
    lines.add("    " + YAMLText.field("title", reference.title), from: entry.line)
    if let year = reference.year { lines.add("    issued: \(year)", from: entry.line) }
    if let url = reference.url { lines.add("    " + YAMLText.field("URL", url), from: entry.line) }
    lines.add("    note: as given by the source page, not checked", from: entry.line)
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The anchors that the reader gives some sections.
  private func anchors(of numbers: [Int], in sections: [DumpSection]) -> [String] {
    let log = DiagnosticLog(file: "", limitPerRule: 0)
    var outline = OutlineBuilder(log: log)
    let headings = sections.indices.filter { sections[$0].heading != nil }
    let items = headings.map { index in
      OutlineItem.heading(
        level: sections[index].level + 1, content: [.text(sections[index].heading?.text ?? "")], line: 0)
    }
    let anchors = outline.sections(of: items).flatMap(\.withDescendants).map(\.anchor)
    return numbers.compactMap { number in
      headings.firstIndex(of: number).flatMap { anchors.indices.contains($0) ? anchors[$0] : nil }
    }
  }

  // MARK: - The body

  private mutating func write(_ heading: DumpHeading, _ section: DumpSection) {
    lines.addGap()
    switch heading.evidence {
    case .glued:
      comment("import: this heading was glued to the sentence after it.", from: heading.line)
    case .position:
      comment(
        "import: this line stands alone before running text; it was taken for a heading.", from: heading.line)
    case .marked, .usualSection, .usualPart, .capitals: break
    }
    let level = min(section.level + 1, 6)
    lines.add(String(repeating: "#", count: level) + " " + heading.text, from: heading.line)
  }

  private mutating func write(_ block: DumpBlock) {
    lines.addGap()
    if let inference = inference(of: block) {
      comment("inferred: " + inference, from: block.line)
      lines.addGap()
    }
    switch block.content {
    case .paragraph(let line): lines.add(Self.text(line), from: line.number)
    case .list(let items):
      for item in items { lines.add("- " + Self.text(item), from: item.number) }
    case .definitions(let definitions): write(definitions)
    case .callout(let severity, let blocks):
      lines.add("> [!\(severity.rawValue.uppercased())]", from: block.line)
      var inner = WikiDumpWriter(title: title, kind: kind, file: file)
      for block in blocks { inner.write(block) }
      inner.lines.removeGapAtEnd()
      lines.add(inner.lines, prefix: "> ")
    case .table(let table):
      if table.header.isEmpty {
        lines.addTable(rows: table.rows, from: block.line)
      } else {
        lines.addTable(
          header: table.header.map(Self.citations), rows: table.rows.map { $0.map(Self.citations) },
          from: block.line)
      }
    case .html(let source):
      for line in source.split(separator: "\n") { lines.add(String(line), from: block.line) }
    case .diagram(let diagram): write(diagram)
    case .code(let code):
      for line in code { lines.add(line.text, from: line.number) }
    }
    lines.addGap()
  }

  private func inference(of block: DumpBlock) -> String? {
    if case .diagram(let diagram) = block.content { diagram.move } else { block.inference }
  }

  private mutating func write(_ definitions: [DumpDefinition]) {
    for (index, definition) in definitions.enumerated() {
      if index > 0 { lines.addGap() }
      lines.add(Self.text(DumpLine(number: definition.line, text: definition.term)), from: definition.line)
      for words in definition.definitions {
        lines.add(": " + Self.text(words), from: words.number)
      }
      if definition.definitions.isEmpty { lines.add(": ", from: definition.line) }
    }
  }

  private mutating func write(_ diagram: DumpDiagram) {
    let source = diagram.lines.map(\.text)
    let longest = source.map { $0.utf8.prefix { $0 == .backtick }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    lines.add(fence + "mermaid", from: diagram.lines.first?.number ?? 0)
    for (index, line) in diagram.lines.enumerated() {
      lines.add(line.text, from: line.number)
      if index == 0, let statement = diagram.statement {
        let words = statement.text.hasSuffix(":") ? String(statement.text.dropLast()) : statement.text
        lines.add("accDescr: " + words, from: statement.number)
      }
    }
    lines.add(fence, from: diagram.lines.last?.number ?? 0)
    guard let cut = diagram.cutMark else { return }
    lines.addGap()
    comment("inferred: This note is the importer's; the source page has three dots and no more.", from: cut)
    lines.addGap()
    lines.add("> [!NOTE]", from: cut)
    lines.add(
      "> In the source page the text of the drawing ends in three dots, so edges may be missing here.",
      from: cut)
  }

  private mutating func comment(_ words: String, from line: Int = 0) {
    lines.add("<!-- \(words.replacing("--", with: "- -")) -->", from: line)
  }

  // MARK: - Text

  private static func text(_ line: DumpLine) -> String { MarkdownText.line(citations(line.text)) }

  /// The text with its citations as `[@key]`, each parted from the word before it.
  private static func citations(_ text: String) -> String {
    guard text.utf8.contains(.atSign), let pieces = CitationScanner.pieces(of: text) else { return text }
    var written = ""
    for piece in pieces {
      switch piece {
      case .text(let words): written += words
      case .citation(let keys, _):
        if let last = written.utf8.last, ![.space, .rightBracket, .leftParenthesis].contains(last) {
          written += " "
        }
        written += "[" + keys.map { "@" + $0 }.joined(separator: "; ") + "]"
      }
    }
    return written
  }
}
