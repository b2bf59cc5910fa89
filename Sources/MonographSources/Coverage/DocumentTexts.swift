import MonographModel

/// Every text that a document holds, for comparing it with its source. The infobox is left out: its tables are
/// those of the sections.
struct DocumentTexts {
  private(set) var texts: [String] = []

  init(_ monograph: Monograph) {
    texts += [monograph.title, monograph.kind] + monograph.aliases
    add([monograph.entityClass])
    add(monograph.source)
    texts += monograph.identifiers.map(\.curie) + monograph.redirects.map(\.path)
    for relation in monograph.relations { add(relation) }
    for reference in monograph.references { add(reference) }
    for section in monograph.sections { add(section) }
  }

  private mutating func add(_ optional: [String?]) { texts += optional.compactMap { $0 } }

  private mutating func add(_ source: Source) {
    texts.append(source.document)
    add([
      source.publisher, source.labeler, source.url, source.licence, source.version, source.effective,
      source.reviewed, source.note,
    ])
  }

  private mutating func add(_ relation: Relation) {
    texts +=
      [relation.subject.path, relation.predicate, relation.object.path, relation.objectName]
      + relation.publications
    add([relation.source, relation.evidence, relation.note])
  }

  private mutating func add(_ reference: Reference) {
    texts += [reference.key, reference.title] + reference.authors + reference.identifiers.map(\.curie)
    add([reference.container, reference.year, reference.url, reference.note])
  }

  private mutating func add(_ section: Section) {
    add(section.heading)
    add([section.effective])
    add(section.blocks)
    for subsection in section.subsections { add(subsection) }
  }

  private mutating func add(_ blocks: [Block]) {
    for block in blocks { add(block.content) }
  }

  private mutating func add(_ content: Block.Content) {
    switch content {
    case .paragraph(let inlines): add(inlines)
    case .list(let list):
      for (index, item) in list.items.enumerated() {
        // Whatever a list begins with, as numbers are drawn.
        if let start = list.start { texts.append(String(start &+ index)) }
        add(item)
      }
    case .definitionList(let definitions):
      for definition in definitions {
        add(definition.term)
        for blocks in definition.definitions { add(blocks) }
      }
    case .table(let table): add(table)
    case .diagram(let diagram): texts.append(diagram.text)
    case .callout(let callout):
      add(callout.title)
      add(callout.blocks)
    case .quote(let blocks): add(blocks)
    case .code(let code):
      add([code.language])
      texts.append(code.text)
    case .columns(let columns):
      for column in columns {
        texts.append(column.name)
        add(column.blocks)
      }
    case .thematicBreak, .bibliography: break
    }
  }

  private mutating func add(_ table: Table) {
    add(table.caption)
    for row in table.rows {
      for cell in row { add(cell.blocks) }
    }
    for note in table.notes { add(note) }
  }

  /// Adds running text whole, since markup may stand within a word, and what stands in it beside its words.
  private mutating func add(_ inlines: [Inline]) {
    texts.append(inlines.plainText)
    addMarks(of: inlines)
  }

  /// Adds addresses, keys and names of files.
  private mutating func addMarks(of inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .text, .code, .lineBreak: break
      case .emphasis(let children), .strong(let children), .struck(let children),
        .superscript(let children), .subscript(let children):
        addMarks(of: children)
      case .link(let link):
        addMarks(of: link.content)
        if case .external(let address) = link.target { texts.append(address) }
      case .citation(let keys): texts += keys
      case .image(_, let source): texts.append(source)
      }
    }
  }
}
