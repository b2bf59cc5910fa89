import Foundation
import GRDB
import MonographModel

/// What a compile knows so far besides the rows it has written, and the writing of a document's rows.
struct LibraryContents {
  private struct DocumentKey: Hashable {
    var entity: EntityID
    var layer: Int
    var document: String
  }

  /// What the library calls itself.
  let title: String
  /// What tells whether its input has changed.
  let fingerprint: String
  var entities = EntityTable()
  var phrases = PhraseTable()
  var names = NameTable()
  var pageNames = PageNames()
  var edges = DiagramEdges()
  /// Earlier ids and the entities that claim them, in order.
  var redirects: [(old: Int, target: Int)] = []
  /// Outside identifiers with their entities, in order.
  var identifiers: [(identifier: Identifier, entity: Int)] = []
  /// The licences of its pages, by the keys of their phrases.
  var licences: Set<Int> = []
  /// The later of the two dates of each page; the earliest and the latest of these.
  var dates: (oldest: String, newest: String)?
  var documentCount = 0
  var sectionCount = 0
  var linkCount = 0
  var relationCount = 0
  var notReviewedCount = 0
  private var documents: Set<DocumentKey> = []

  init(title: String, fingerprint: String) {
    self.title = title
    self.fingerprint = fingerprint
  }

  /// A page as it is stored.
  struct EncodedPage {
    /// The page without the blocks of its sections.
    var frame: [UInt8]
    /// The blocks of each section, in the order of the page.
    var bodies: [[UInt8]]
  }

  /// The bytes of a page, where it may be added at all. Changes nothing.
  func encode(_ monograph: Monograph, layer: Int) throws(LibraryError) -> EncodedPage {
    let key = DocumentKey(entity: monograph.entity, layer: layer, document: monograph.source.document)
    guard !documents.contains(key) else {
      throw .duplicateDocument(entity: monograph.entity, document: monograph.source.document)
    }
    do throws(PageCodecError) {
      // First, since it refuses sections too deep to be walked.
      let frame = try PageCodec.encode(monograph, withoutBlocks: true)
      var bodies: [[UInt8]] = []
      for section in monograph.allSections { bodies.append(try PageCodec.encode(blocks: section.blocks)) }
      return EncodedPage(frame: frame, bodies: bodies)
    } catch {
      throw .unstorable(
        entity: monograph.entity, document: monograph.source.document, reason: error.description)
    }
  }

  /// Writes the rows of a document that ``encode(_:layer:)`` gave its page for.
  mutating func insert(
    _ monograph: Monograph, as page: EncodedPage, source: [UInt8], layer: Int, into database: Database
  ) throws {
    documents.insert(
      DocumentKey(entity: monograph.entity, layer: layer, document: monograph.source.document))
    documentCount += 1
    let document = documentCount
    let entity = entities.key(of: monograph.entity)
    entities.note(
      page: EntityTable.Description(
        title: monograph.title, kind: monograph.kind, entityClass: monograph.entityClass, layer: layer),
      of: entity)
    note(monograph, of: entity)

    let sections = monograph.allSectionsWithHeadings
    let searchNames =
      [monograph.title] + monograph.aliases + [monograph.entityClass].compactMap { $0 }
      + monograph.identifiers.map(\.curie)
    try database.cachedStatement(
      sql: "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    )
    .execute(arguments: [
      document, entity, layer, monograph.source.document, monograph.title,
      phrases.key(of: monograph.source.publisher), phrases.key(of: monograph.source.labeler),
      phrases.key(of: monograph.source.licence), monograph.source.version, monograph.source.effective,
      monograph.source.reviewed, sectionCount + 1, sections.count, searchNames.joined(separator: "\n"),
    ])
    try database.cachedStatement(sql: "INSERT INTO page VALUES (?, ?)")
      .execute(arguments: [document, Data(page.frame)])
    try database.cachedStatement(sql: "INSERT INTO source_text VALUES (?, ?)")
      .execute(arguments: [document, Data(source)])

    var linkOrdinal = 0
    for (ordinal, (section, headings)) in sections.enumerated() {
      sectionCount += 1
      try insert(
        section, body: page.bodies[ordinal], headings: headings, ordinal: ordinal, names: searchNames,
        document: document, into: database)
      try insert(
        SectionLinks(section), ordinal: &linkOrdinal, monograph: monograph, document: document, into: database
      )
    }
    for relation in monograph.relations { try insert(relation, document: document, into: database) }
    try insert(monograph.references, document: document, into: database)
  }

  /// Notes what the front matter tells.
  private mutating func note(_ monograph: Monograph, of entity: Int) {
    // The title that is shown is known at the end; any other is one more name.
    names.add(monograph.title, role: .alias, of: entity)
    pageNames.add(monograph.title, of: entity, isTitle: true)
    for alias in monograph.aliases {
      names.add(alias, role: .alias, of: entity)
      pageNames.add(alias, of: entity, isTitle: false)
    }
    for identifier in monograph.identifiers {
      names.add(identifier.curie, role: .identifier, of: entity)
      identifiers.append((identifier, entity))
    }
    for redirect in monograph.redirects { redirects.append((entities.key(of: redirect), entity)) }
    if let licence = phrases.key(of: monograph.source.licence) { licences.insert(licence) }
    if monograph.source.reviewed == nil { notReviewedCount += 1 }
    let stated = [monograph.source.effective, monograph.source.reviewed].compactMap { $0 }
    if let date = stated.filter({ $0.prefix(4).allSatisfy(\.isNumber) && $0.count >= 4 }).max() {
      dates = (min(dates?.oldest ?? date, date), max(dates?.newest ?? date, date))
    }
  }

  private mutating func insert(
    _ section: Section, body: [UInt8], headings: [String], ordinal: Int, names: [String], document: Int,
    into database: Database
  ) throws {
    let path = headings.joined(separator: String(Schema.headingSeparator))
    let sourceKey = section.sourceKey == headings.last ?? "" ? nil : phrases.key(of: section.sourceKey) as Int
    try database.cachedStatement(sql: "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [
        sectionCount, document, ordinal, section.level, section.anchor, path, sourceKey, Data(body),
      ])
    try database.cachedStatement(
      sql: "INSERT INTO section_search(rowid, names, heading, text) VALUES (?, ?, ?, ?)"
    ).execute(arguments: [
      sectionCount, names.joined(separator: "\n"), path, SectionText.text(of: section.blocks),
    ])
  }

  private mutating func insert(
    _ found: SectionLinks, ordinal: inout Int, monograph: Monograph, document: Int, into database: Database
  ) throws {
    for link in found.links {
      let target = entities.key(of: link.target)
      entities.note(name: link.name, of: target)
      linkCount += 1
      try insertLink(
        to: target, anchor: link.anchor, sentence: link.sentence, origin: .text, ordinal: &ordinal,
        document: document, into: database)
    }
    for diagram in found.diagrams {
      edges.add(
        diagram, source: monograph.source.publisher ?? monograph.source.document, document: document,
        section: sectionCount)
      for node in diagram.nodes {
        guard let id = node.entity else { continue }
        let target = entities.key(of: id)
        entities.note(name: node.label, of: target)
        try insertLink(
          to: target, anchor: nil, sentence: "", origin: .diagram, ordinal: &ordinal, document: document,
          into: database)
      }
    }
  }

  private func insertLink(
    to target: Int, anchor: String?, sentence: String, origin: LinkOrigin, ordinal: inout Int,
    document: Int, into database: Database
  ) throws {
    ordinal += 1
    try database.cachedStatement(sql: "INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: [document, ordinal, sectionCount, target, anchor, origin.rawValue, sentence])
  }

  private mutating func insert(
    _ references: [Reference], document: Int, into database: Database
  ) throws {
    for (ordinal, reference) in references.enumerated() {
      let identifiers = reference.identifiers.map(\.curie).joined(separator: " ")
      try database.cachedStatement(sql: "INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?)")
        .execute(arguments: [
          document, ordinal, reference.key, reference.title, reference.year, reference.url,
          identifiers.isEmpty ? nil : identifiers,
        ])
    }
  }
}

/// Where a link stands. The numbers are part of the file format.
enum LinkOrigin: Int {
  case text = 0
  case diagram = 1
}

extension Monograph {
  /// Every section in the order of the page, with the headings down to it.
  fileprivate var allSectionsWithHeadings: [(section: Section, headings: [String])] {
    var result: [(Section, [String])] = []
    func visit(_ sections: [Section], under headings: [String]) {
      for section in sections {
        let path = section.title.isEmpty ? headings : headings + [section.title]
        result.append((section, path))
        visit(section.subsections, under: path)
      }
    }
    visit(sections, under: [])
    return result
  }
}
