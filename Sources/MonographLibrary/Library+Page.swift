import Foundation
import GRDB
import MonographModel

extension Library {
  /// An entity as the library knows it.
  ///
  /// An earlier id leads to what it stands for now. An entity that something links to or relates to and that
  /// has no document gives a page without one. Nil where nothing knows the entity, or where it has no
  /// document of that id.
  ///
  /// - Parameter document: The source's id of the document to show; by default the one that is offered first
  ///   (see ``MonographModel/DocumentEntry/isOffered(before:)``). The page's ``MonographModel/Page/documents`` begin with it and go round.
  public func page(_ id: EntityID, document: String? = nil) throws(LibraryError) -> Page? {
    try read { database in
      guard let entity = try Self.entity(id, in: database) else { return nil }
      let documents = try Self.documents(of: entity.key, in: database)
      let backlinks = try Self.backlinks(of: entity.key, in: database)
      let groups = try Self.relationGroups(of: entity.key, RelationQuery(), in: database)
      var page = Page(
        entity: entity.id, title: entity.title, kind: entity.kind, monograph: nil,
        neighbours: Neighbours(
          backlinks: backlinks.mentions, groups: groups, backlinkCount: backlinks.count),
        summary: try Self.summary(of: entity.key, in: database))
      page.related = try Self.related(to: page, hasPage: !documents.isEmpty, in: database)
      guard let first = documents.first else { return document == nil ? page : nil }
      guard let shown = document == nil ? first : documents.first(where: { $0.entry.document == document })
      else {
        return nil
      }
      let index = documents.firstIndex { $0.key == shown.key } ?? 0
      page.documents = (documents[index...] + documents[..<index]).map(\.entry)
      page.monograph = try Self.monograph(shown.key, in: database).about(entity.id)
      let links = try Self.links(of: shown.key, about: entity.key, in: database)
      page.neighbours.links = links.mentions
      page.missing = links.missing
      return page
    }
  }

  /// The bytes a document was read from; nil where there is no such document.
  ///
  /// - Parameter document: The source's id of the document; the one shown first by default.
  public func sourceText(entity id: EntityID, document: String? = nil) throws(LibraryError) -> [UInt8]? {
    try read { database in
      guard let entity = try Self.entity(id, in: database) else { return nil }
      let documents = try Self.documents(of: entity.key, in: database)
      guard let shown = documents.first(where: { document == nil || $0.entry.document == document }) else {
        return nil
      }
      return try Self.sourceText(of: shown.key, in: database)
    }
  }

  /// The documents of a source's id, such as a label's set id, without regard to the case of ASCII letters; those
  /// written exactly so where there are any. Costs one pass over the list of documents.
  public func documents(
    named id: String
  ) throws(LibraryError) -> [(entity: EntityID, document: String)] {
    try read { database in
      var found: [(entity: EntityID, document: String)] = []
      try database.forEachRow(
        """
        SELECT entity.path, document.source_document FROM document JOIN entity ON entity.id = document.entity
        WHERE document.source_document = ? COLLATE NOCASE ORDER BY document.id
        """, [id]
      ) { row in found.append((try row.entity(), try row.text())) }
      let exact = found.filter { $0.document == id }
      return exact.isEmpty ? found : exact
    }
  }

  /// The bytes that a document was read from.
  static func sourceText(of document: Int, in database: Database) throws -> [UInt8]? {
    var bodies: [UInt8] = []
    try database.forEachRow(
      """
      SELECT body FROM document JOIN section ON section.id >= first_section
        AND section.id < first_section + section_count
      WHERE document.id = ? ORDER BY section.id
      """, [document]
    ) { row in try row.bytes { bodies += $0 } }
    return try database.firstRow("SELECT size, bytes FROM source_text WHERE document = ?", [document]) {
      row in
      let size = try row.integer()
      return try row.bytes { bytes in
        guard let text = PackedText.unpack(bytes, size: size, beside: bodies) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a source text has changed")
        }
        return text
      }
    }
  }

  /// What a graph says the entity is.
  private static func summary(of entity: Int, in database: Database) throws -> Page.Summary? {
    try database.firstRow(
      """
      SELECT summary.text, phrase.text FROM summary LEFT JOIN phrase ON phrase.id = summary.source
      WHERE summary.entity = ?
      """, [entity]
    ) { row in Page.Summary(text: try row.text(), source: try row.optionalText()) }
  }

  static func monograph(_ document: Int, in database: Database) throws -> Monograph {
    let frame = try database.firstRow(
      """
      SELECT page.bytes, document.first_section, document.section_count
      FROM page JOIN document ON document.id = page.document WHERE page.document = ?
      """, [document]
    ) { row in
      (
        page: try row.bytes { try PageCodec.decode($0) }, firstSection: try row.integer(),
        sectionCount: try row.integer()
      )
    }
    var blocks: [[Block]] = []
    if let frame {
      try database.forEachRow(
        "SELECT body FROM section WHERE id >= ? ORDER BY id LIMIT ?",
        [frame.firstSection, frame.sectionCount]
      ) { row in
        try row.bytes { blocks.append(try PageCodec.decodeBlocks($0)) }
      }
    }
    guard var monograph = frame?.page, monograph.fill(blocks: blocks) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a part of a page is lost")
    }
    return monograph
  }

  struct EntityRow {
    var key: Int
    var id: EntityID
    var title: String
    var kind: String
  }

  static func entity(_ id: EntityID, in database: Database) throws -> EntityRow? {
    try database.firstRow(
      """
      SELECT entity.id, entity.path, entity.title, phrase.text
      FROM entity AS named
      LEFT JOIN redirect ON redirect.entity = named.id
      JOIN entity ON entity.id = coalesce(redirect.target, named.id)
      LEFT JOIN phrase ON phrase.id = entity.kind
      WHERE named.path = ?
      """, [id.path]
    ) { row in
      EntityRow(key: try row.integer(), id: try row.entity(), title: try row.text(), kind: try row.text())
    }
  }

  /// The documents of an entity in the order in which they are offered.
  static func documents(
    of entity: Int, in database: Database
  ) throws -> [(key: Int, entry: DocumentEntry)] {
    var documents: [(key: Int, entry: DocumentEntry)] = []
    try database.forEachRow(
      """
      SELECT document.id, source_document, title, publisher.text, labeler.text, version, effective, layer
      FROM document
      LEFT JOIN phrase AS publisher ON publisher.id = document.publisher
      LEFT JOIN phrase AS labeler ON labeler.id = document.labeler
      WHERE entity = ? ORDER BY document.id
      """, [entity]
    ) { row in
      let key = try row.integer()
      let entry = DocumentEntry(
        document: try row.text(), title: try row.text(), publisher: try row.optionalText(),
        labeler: try row.optionalText(), version: try row.optionalText(), effective: try row.optionalText(),
        layer: try row.integer())
      documents.append((key, entry))
    }
    return documents.sorted { $0.entry.isOffered(before: $1.entry) }
  }
}
