import MonographModel

/// The document tree as JSON, for programs: every field that is set.
extension JSONValue {
  init(_ monograph: Monograph) {
    self = .object([
      ("entity", .string(monograph.entity.path)), ("title", .string(monograph.title)),
      ("kind", .string(monograph.kind)), ("aliases", .strings(monograph.aliases)),
      ("class", .optional(monograph.entityClass)), ("source", JSONValue(monograph.source)),
      ("identifiers", .strings(monograph.identifiers.map(\.curie))),
      ("relations", .array(monograph.relations.map(JSONValue.init))),
      ("references", .array(monograph.references.map(JSONValue.init))),
      ("redirects", .strings(monograph.redirects.map(\.path))),
      (
        "infobox",
        .array(
          monograph.infobox.map {
            .object([
              ("anchor", .string($0.anchor)), ("title", .string($0.title)), ("table", JSONValue($0.table)),
              ("inference", .optional($0.inference)),
            ])
          })
      ),
      ("sections", .array(monograph.sections.map(JSONValue.init))),
    ])
  }

  /// A page, or a section of it: then with the headings down to it and the date from which it holds. Names all the
  /// documents about the entity where there are several, the one shown first.
  init(_ selection: PageSelection, page: Page) {
    self = JSONValue(selection.monograph).adding([
      ("sectionPath", selection.path.isEmpty ? nil : .strings(selection.path)),
      ("sectionEffective", .optional(selection.effective)),
      ("documents", page.documents.count < 2 ? nil : .array(page.documents.map(JSONValue.init))),
    ])
  }

  private init(_ entry: DocumentEntry) {
    self = .object([
      ("document", .string(entry.document)), ("title", .string(entry.title)),
      ("publisher", .optional(entry.publisher)), ("labeler", .optional(entry.labeler)),
      ("version", .optional(entry.version)), ("effective", .optional(entry.effective)),
      ("layer", .integer(entry.layer)),
    ])
  }

  init(_ source: Source) {
    self = .object([
      ("document", .string(source.document)), ("publisher", .optional(source.publisher)),
      ("labeler", .optional(source.labeler)), ("url", .optional(source.url)),
      ("licence", .optional(source.licence)),
      ("version", .optional(source.version)), ("effective", .optional(source.effective)),
      ("reviewed", .optional(source.reviewed)), ("note", .optional(source.note)),
    ])
  }

  init(_ relation: Relation) {
    self = .object([
      ("subject", .string(relation.subject.path)), ("subjectName", .string(relation.subjectName)),
      ("predicate", .string(relation.predicate)), ("object", .string(relation.object.path)),
      ("objectName", .string(relation.objectName)), ("negated", .bool(relation.isNegated)),
      ("source", .optional(relation.source)), ("evidence", .optional(relation.evidence)),
      ("note", .optional(relation.note)),
      ("publications", .strings(relation.publications)),
    ])
  }

  init(_ reference: Reference) {
    self = .object([
      ("key", .string(reference.key)), ("authors", .strings(reference.authors)),
      ("title", .string(reference.title)), ("container", .optional(reference.container)),
      ("year", .optional(reference.year)), ("url", .optional(reference.url)),
      ("identifiers", .strings(reference.identifiers.map(\.curie))), ("note", .optional(reference.note)),
      ("number", reference.number.map { .integer($0) }),
    ])
  }

  init(_ section: Section) {
    self = .object([
      ("heading", .string(section.title)), ("level", .integer(section.level)),
      ("anchor", .string(section.anchor)), ("sourceKey", .string(section.sourceKey)),
      ("effective", .optional(section.effective)),
      ("lines", section.lines.map(JSONValue.init)), ("blocks", .array(section.blocks.map(JSONValue.init))),
      ("sections", .array(section.subsections.map(JSONValue.init))),
    ])
  }

  init(_ lines: LineRange) {
    self = .object([("first", .integer(lines.first)), ("last", .integer(lines.last))])
  }

  init(_ block: Block) {
    self = JSONValue(block.content).adding([
      ("lines", block.lines.map(JSONValue.init)), ("inference", .optional(block.inference)),
    ])
  }

  /// An object with more members; anything else as it is.
  func adding(_ more: [(String, JSONValue?)]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + more)
  }

  private init(_ content: Block.Content) {
    switch content {
    case .paragraph(let inlines): self = .typed("paragraph", [("content", JSONValue(inlines))])
    case .list(let list):
      self = .typed(
        "list",
        [("start", list.start.map { .integer($0) }), ("items", .array(list.items.map(JSONValue.init)))])
    case .definitionList(let definitions):
      self = .typed(
        "definitionList",
        [
          (
            "items",
            .array(
              definitions.map {
                .object([
                  ("term", JSONValue($0.term)), ("definitions", .array($0.definitions.map(JSONValue.init))),
                ])
              })
          )
        ])
    case .table(let table): self = JSONValue(table)
    case .diagram(let diagram): self = JSONValue(diagram)
    case .callout(let callout):
      self = .typed(
        "callout",
        [
          ("severity", .string(callout.severity.rawValue)), ("title", JSONValue(callout.title)),
          ("blocks", JSONValue(callout.blocks)),
        ])
    case .quote(let blocks): self = .typed("quote", [("blocks", JSONValue(blocks))])
    case .code(let code):
      self = .typed("code", [("language", .optional(code.language)), ("text", .string(code.text))])
    case .thematicBreak: self = .typed("thematicBreak", [])
    case .bibliography: self = .typed("bibliography", [])
    case .columns(let columns):
      self = .typed(
        "columns",
        [
          (
            "columns",
            .array(
              columns.map {
                .object([
                  ("name", .string($0.name)), ("boxedWarning", $0.hasBoxedWarning ? .bool(true) : nil),
                  ("parts", .array($0.parts.map(JSONValue.init))),
                ])
              })
          )
        ])
    }
  }

  init(_ blocks: [Block]) { self = .array(blocks.map(JSONValue.init)) }

  init(_ table: Table) {
    self = .typed(
      "table",
      [
        ("caption", JSONValue(table.caption)), ("alignments", .strings(table.alignments.map(\.rawValue))),
        ("header", JSONValue(table.header)), ("body", JSONValue(table.body)),
        ("footer", JSONValue(table.footer)),
        ("notes", .array(table.notes.map(JSONValue.init))),
      ])
  }

  private init(_ rows: [[Table.Cell]]) {
    self = .array(
      rows.map { row in
        .array(
          row.map { cell in
            .object([
              ("blocks", JSONValue(cell.blocks)), ("header", cell.isHeader ? .bool(true) : nil),
              ("columnSpan", cell.columnSpan > 1 ? .integer(cell.columnSpan) : nil),
              ("rowSpan", cell.rowSpan > 1 ? .integer(cell.rowSpan) : nil),
            ])
          })
      })
  }

  private init(_ diagram: Diagram) {
    self = .typed(
      "diagram",
      [
        ("direction", .string(diagram.direction.rawValue)), ("statement", .optional(diagram.statement)),
        (
          "nodes",
          .array(
            diagram.nodes.map {
              .object([
                ("name", .string($0.name)), ("label", .string($0.label)),
                ("entity", .optional($0.entity?.path)),
              ])
            })
        ),
        (
          "edges",
          .array(
            diagram.edges.map {
              .object([
                ("from", .integer($0.from)), ("to", .integer($0.to)), ("label", .string($0.label)),
                ("heads", .string($0.heads.rawValue)),
              ])
            })
        ),
        (
          "groups",
          .array(
            diagram.groups.map {
              .object([("label", .string($0.label)), ("nodes", .array($0.nodes.map { .integer($0) }))])
            })
        ),
      ])
  }

  private init(_ inlines: [Inline]) { self = .array(inlines.map(JSONValue.init)) }

  private init(_ inline: Inline) {
    switch inline {
    case .text(let text): self = .typed("text", [("text", .string(text))])
    case .emphasis(let content): self = .typed("emphasis", [("content", JSONValue(content))])
    case .strong(let content): self = .typed("strong", [("content", JSONValue(content))])
    case .struck(let content): self = .typed("struck", [("content", JSONValue(content))])
    case .code(let text): self = .typed("code", [("text", .string(text))])
    case .link(let link):
      self = .typed("link", [("target", .string(link.target.address)), ("content", JSONValue(link.content))])
    case .citation(let keys): self = .typed("citation", [("keys", .strings(keys))])
    case .superscript(let content): self = .typed("superscript", [("content", JSONValue(content))])
    case .subscript(let content): self = .typed("subscript", [("content", JSONValue(content))])
    case .image(let alternative, let source):
      self = .typed("image", [("alternative", .string(alternative)), ("source", .string(source))])
    case .lineBreak: self = .typed("lineBreak", [])
    }
  }

  private static func typed(_ type: String, _ members: [(String, JSONValue?)]) -> JSONValue {
    .object([("type", .string(type))] + members)
  }
}

extension LinkTarget {
  /// The target as a Markdown link writes it.
  var address: String {
    switch self {
    case .entity(let entity, let anchor): entity.path + (anchor.map { "#\($0)" } ?? "")
    case .section(let anchor): "#\(anchor)"
    case .external(let address): address
    }
  }
}
