extension Monograph {
  /// The document as readable text: one node a line, indented by two spaces a level, with every field that is
  /// set. Equal documents give equal text. Tests and `monograph show --format tree` use it.
  public var treeDump: String {
    var dump = TreeDump()
    dump.add(self)
    return dump.text
  }
}

extension [Block] {
  /// The blocks as readable text, in the form of ``Monograph/treeDump``.
  public var treeDump: String {
    var dump = TreeDump()
    dump.add(self)
    return dump.text
  }
}

/// Writes a document tree line by line.
private struct TreeDump {
  private(set) var text = ""
  private var depth = 0

  /// Writes a line, and what belongs to it one level further in.
  private mutating func line(_ words: String, within: (inout TreeDump) -> Void = { _ in }) {
    text += String(repeating: "  ", count: depth) + withoutControls(words) + "\n"
    depth += 1
    within(&self)
    depth -= 1
  }

  private mutating func field(_ name: String, _ value: String?) {
    if let value { line("\(name): \(quoted(value))") }
  }

  /// The text between quotes, with quotes, backslashes and what a terminal would obey written as escapes.
  private func quoted(_ words: String) -> String {
    var quoted = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where Self.isUnsafe(scalar): quoted += Self.escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The text with what a terminal would obey written as escapes.
  private func withoutControls(_ words: String) -> String {
    guard words.unicodeScalars.contains(where: Self.isUnsafe) else { return words }
    return words.unicodeScalars.map { Self.isUnsafe($0) ? Self.escape($0) : String($0) }.joined()
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private func place(_ lines: LineRange?, _ inference: String? = nil) -> String {
    var place = ""
    if let lines {
      place += lines.first == lines.last ? " @\(lines.first)" : " @\(lines.first)-\(lines.last)"
    }
    if let inference { place += " inferred: \(quoted(inference))" }
    return place
  }

  // MARK: - The page

  mutating func add(_ page: Monograph) {
    line("monograph \(page.entity.path)") { dump in
      dump.field("title", page.title)
      dump.field("kind", page.kind)
      for alias in page.aliases { dump.field("alias", alias) }
      dump.field("class", page.entityClass)
      dump.add(page.source)
      for identifier in page.identifiers { dump.field("identifier", identifier.curie) }
      for redirect in page.redirects { dump.line("redirect: \(redirect.path)") }
      for relation in page.relations { dump.add(relation) }
      for reference in page.references { dump.add(reference) }
      for part in page.infobox { dump.add(part) }
      for section in page.sections { dump.add(section) }
    }
  }

  private mutating func add(_ source: Source) {
    line("source \(quoted(source.document)) lines: \(source.lineCount)") { dump in
      dump.field("publisher", source.publisher)
      dump.field("labeler", source.labeler)
      dump.field("url", source.url)
      dump.field("licence", source.licence)
      dump.field("version", source.version)
      dump.field("effective", source.effective)
      dump.field("reviewed", source.reviewed)
      dump.field("note", source.note)
    }
  }

  private mutating func add(_ relation: Relation) {
    let negation = relation.isNegated ? "NOT " : ""
    line(
      "relation \(relation.subject.path) \(quoted(relation.subjectName)) \(negation)\(quoted(relation.predicate))"
        + " \(relation.object.path) \(quoted(relation.objectName))"
    ) { dump in
      dump.field("source", relation.source)
      dump.field("evidence", relation.evidence)
      dump.field("note", relation.note)
      for publication in relation.publications { dump.field("publication", publication) }
      switch relation.origin {
      case .frontMatter: break
      case .diagram(let anchor): dump.field("origin: diagram", anchor)
      case .graph: dump.line("origin: graph")
      }
    }
  }

  private mutating func add(_ reference: Reference) {
    line("reference \(reference.key)") { dump in
      for author in reference.authors { dump.field("author", author) }
      dump.field("title", reference.title)
      dump.field("container", reference.container)
      dump.field("year", reference.year)
      dump.field("url", reference.url)
      for identifier in reference.identifiers { dump.field("identifier", identifier.curie) }
      dump.field("note", reference.note)
      dump.field("number", reference.number.map(String.init))
    }
  }

  private mutating func add(_ part: InfoboxPart) {
    line("infobox #\(part.anchor) \(quoted(part.title))\(place(nil, part.inference))") { $0.add(part.table) }
  }

  private mutating func add(_ section: Section) {
    let key = section.sourceKey == section.title ? "" : " key: \(quoted(section.sourceKey))"
    line("section \(section.level) #\(section.anchor)\(key)\(place(section.lines))") { dump in
      if !section.heading.isEmpty {
        dump.line("heading") { $0.add(section.heading) }
      }
      dump.add(section.blocks)
      for inner in section.subsections { dump.add(inner) }
    }
  }

  // MARK: - Blocks

  mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block) }
  }

  private mutating func add(_ block: Block) {
    let place = place(block.lines, block.inference)
    switch block.content {
    case .paragraph(let content): line("paragraph\(place)") { $0.add(content) }
    case .list(let list):
      line("list\(list.start.map { " from \($0)" } ?? "")\(place)") { dump in
        for item in list.items { dump.line("item") { $0.add(item) } }
      }
    case .definitionList(let definitions):
      line("definitions\(place)") { dump in
        for definition in definitions { dump.add(definition) }
      }
    case .table(let table): line("table\(place)") { $0.add(table) }
    case .diagram(let diagram): add(diagram, place: place)
    case .callout(let callout):
      line("callout \(callout.severity.rawValue)\(place)") { dump in
        if !callout.title.isEmpty { dump.line("title") { $0.add(callout.title) } }
        dump.add(callout.blocks)
      }
    case .quote(let blocks): line("quote\(place)") { $0.add(blocks) }
    case .code(let code):
      line("code\(code.language.map { " \(quoted($0))" } ?? "")\(place)") { dump in
        for text in code.text.split(separator: "\n", omittingEmptySubsequences: false) {
          dump.line(dump.quoted(String(text)))
        }
      }
    case .thematicBreak: line("rule\(place)")
    case .bibliography: line("bibliography\(place)")
    case .columns(let columns):
      line("columns\(place)") { dump in
        for column in columns { dump.add(column) }
      }
    }
  }

  private mutating func add(_ column: Column) {
    line("column \(quoted(column.name))\(column.hasBoxedWarning ? " boxed warning" : "")") { dump in
      for part in column.parts { dump.line("part") { $0.add(part) } }
    }
  }

  private mutating func add(_ definition: Definition) {
    line("term") { $0.add(definition.term) }
    for blocks in definition.definitions { line("definition") { $0.add(blocks) } }
  }

  private mutating func add(_ table: Table) {
    if !table.caption.isEmpty { line("caption") { $0.add(table.caption) } }
    if !table.alignments.isEmpty {
      line("alignments: " + table.alignments.map(\.rawValue).joined(separator: " "))
    }
    for (name, rows) in [("header", table.header), ("row", table.body), ("footer", table.footer)] {
      for row in rows {
        line(name) { dump in
          for cell in row { dump.add(cell) }
        }
      }
    }
    for note in table.notes { line("note") { $0.add(note) } }
  }

  private mutating func add(_ cell: Table.Cell) {
    var words = cell.isHeader ? "heading cell" : "cell"
    if cell.columnSpan > 1 { words += " columns: \(cell.columnSpan)" }
    if cell.rowSpan > 1 { words += " rows: \(cell.rowSpan)" }
    line(words) { $0.add(cell.blocks) }
  }

  private mutating func add(_ diagram: Diagram, place: String) {
    line("diagram \(diagram.direction.rawValue)\(place)") { dump in
      dump.field("statement", diagram.statement)
      for node in diagram.nodes {
        dump.line("node \(node.name) \(dump.quoted(node.label))\(node.entity.map { " \($0.path)" } ?? "")")
      }
      for edge in diagram.edges {
        let label = edge.label.isEmpty ? "" : " \(dump.quoted(edge.label))"
        let heads = edge.heads == .end ? "" : " heads: \(edge.heads.rawValue)"
        let line = edge.line.map { " @\($0)" } ?? ""
        dump.line(
          "edge \(dump.name(edge.from, in: diagram)) -> \(dump.name(edge.to, in: diagram))\(label)\(heads)\(line)"
        )
      }
      for group in diagram.groups {
        let names = group.nodes.map { dump.name($0, in: diagram) }.joined(separator: " ")
        dump.line("group \(dump.quoted(group.label)): \(names)")
      }
    }
  }

  private func name(_ number: Int, in diagram: Diagram) -> String {
    diagram.nodes.indices.contains(number) ? diagram.nodes[number].name : "\(number)"
  }

  // MARK: - Running text

  private mutating func add(_ inlines: [Inline]) {
    for inline in inlines { add(inline) }
  }

  private mutating func add(_ inline: Inline) {
    switch inline {
    case .text(let words): line(quoted(words))
    case .emphasis(let content): line("emphasis") { $0.add(content) }
    case .strong(let content): line("strong") { $0.add(content) }
    case .struck(let content): line("struck") { $0.add(content) }
    case .code(let words): line("code \(quoted(words))")
    case .link(let link): line("link \(target(link.target))") { $0.add(link.content) }
    case .citation(let keys): line("citation " + keys.joined(separator: " "))
    case .superscript(let content): line("superscript") { $0.add(content) }
    case .subscript(let content): line("subscript") { $0.add(content) }
    case .image(let alternative, let source): line("image \(quoted(alternative)) \(quoted(source))")
    case .lineBreak: line("break")
    }
  }

  private func target(_ target: LinkTarget) -> String {
    switch target {
    case .entity(let entity, let anchor): entity.path + (anchor.map { "#" + $0 } ?? "")
    case .section(let anchor): "#" + anchor
    case .external(let address): "to " + quoted(address)
    }
  }
}
