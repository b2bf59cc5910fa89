import GRDB
import MonographModel
import Synchronization

extension Library {
  /// The entities whose titles, aliases, identifiers or slugs match what was typed: exact, then by their
  /// beginning, then by words; then those within two edits. Among equals those with a page come first, and one
  /// substance before a combination. An entity without a page that was typed in full stands behind the pages whose
  /// names are longer by a word: `metformin` is likely to mean “Metformin hydrochloride”. Each entity once; without regard to case, accents and punctuation. A match tells which document bears the name
  /// where that is not the one that is offered first: see ``MonographModel/NameMatch/document``.
  ///
  /// The first call reads all names (30 bytes each, kept); each scans them, about 3 ms for 50,000.
  public func names(matching text: String, limit: Int) throws(LibraryError) -> [NameMatch] {
    guard limit > 0, let scan = NameScan(text) else { return [] }
    let index = try loadedNameIndex()
    guard let candidates = scan.candidates(in: index, limit: limit) else {
      throw .damaged(path: path, detail: "its list of names is not readable")
    }
    return try read { database in
      try candidates.compactMap { candidate in
        let match = try database.firstRow(Self.nameColumns + "WHERE name.id = ?", [candidate.name]) { row in
          try Self.match(&row, quality: candidate.quality)
        }
        return try match.map { try Self.withDocument($0, of: candidate.entity, in: database) }
      }
    }
  }

  /// What a person means who types a name in full: an entity's path, or an earlier one; else every entity
  /// with that title, slug, alias or identifier, without regard to case, accents and punctuation, in that
  /// order, those with a page first. Where none of them has a page, pages whose titles begin with the name stand
  /// before them: `metformin` is likely to mean “Metformin hydrochloride”. Empty where there is none.
  public func resolve(_ name: String) throws(LibraryError) -> [NameMatch] {
    try read { database in
      if let id = EntityID(path: name) ?? EntityID(path: name.lowercased()) {
        for path in [id.path, id.path.lowercased()] {
          let match = try database.firstRow(Self.pathColumns, [path]) { row in
            try Self.match(&row, quality: .exact)
          }
          if let match { return [match] }
        }
      }
      let folded = FoldedName.fold(name)
      var matches: [(entity: Int, match: NameMatch)] = []
      try database.forEachRow(
        Self.nameColumns
          + "WHERE name.folded = ? ORDER BY entity.has_page DESC, name.role, entity.title, entity.path",
        [folded]
      ) { row in
        let match = try Self.match(&row, quality: .exact)
        matches.append((try row.integer(), match))
      }
      guard let first = matches.first else { return [] }
      guard first.match.hasPage else {
        return try Self.pages(beginningWith: folded, limit: 50, in: database) + matches.map(\.match)
      }
      return try matches.map { try Self.withDocument($0.match, of: $0.entity, in: database) }
    }
  }

  /// All entities with pages, A to Z, or those of one kind.
  public func index(kind: String? = nil) throws(LibraryError) -> [NameMatch] {
    try read { database in
      var matches: [NameMatch] = []
      try database.forEachRow(
        Self.nameColumns + """
          WHERE name.role = \(NameRole.title.rawValue) AND entity.has_page = 1 AND (?1 IS NULL OR kind.text = ?1)
          ORDER BY name.id
          """, [kind]
      ) { row in matches.append(try Self.match(&row, quality: .exact)) }
      return matches
    }
  }

  static let nameColumns = """
    SELECT entity.path, entity.title, kind.text, entity.class, entity.has_page, name.role, name.text,
      entity.id
    FROM name CROSS JOIN entity ON entity.id = name.entity CROSS JOIN phrase AS kind ON kind.id = entity.kind

    """

  private static let pathColumns = """
    SELECT entity.path, entity.title, kind.text, entity.class, entity.has_page, \(NameRole.title.rawValue), '',
      entity.id
    FROM entity AS named
    LEFT JOIN redirect ON redirect.entity = named.id
    JOIN entity ON entity.id = coalesce(redirect.target, named.id)
    JOIN phrase AS kind ON kind.id = entity.kind
    WHERE named.path = ?
    """

  /// The pages whose titles begin with the words of a folded name and go on, A to Z.
  static func pages(
    beginningWith folded: String, kind: String? = nil, limit: Int, in database: Database
  ) throws -> [NameMatch] {
    guard !folded.isEmpty else { return [] }
    var matches: [NameMatch] = []
    // A folded name has no character between a space and an exclamation mark, which begins none.
    try database.forEachRow(
      nameColumns + """
        WHERE name.folded >= ?1 AND name.folded < ?2 AND name.role = \(NameRole.title.rawValue)
          AND entity.has_page = 1 AND (?3 IS NULL OR kind.text = ?3)
        ORDER BY name.folded, name.id LIMIT ?4
        """, [folded + " ", folded + "!", kind, limit]
    ) { row in matches.append(try match(&row, quality: .prefix)) }
    return matches
  }

  /// A match with the document that bears the name, where that is not the one that is offered first.
  private static func withDocument(
    _ match: NameMatch, of entity: Int, in database: Database
  ) throws -> NameMatch {
    guard match.hasPage, let alias = match.alias else { return match }
    let documents = try documents(of: entity, in: database)
    guard documents.count > 1 else { return match }
    let folded = FoldedName.fold(alias)
    let bearer = try documents.first { document in
      let names = try database.firstRow("SELECT names FROM document WHERE id = ?", [document.key]) {
        try $0.text()
      }
      return (names ?? "").split(separator: "\n").contains { FoldedName.fold(String($0)) == folded }
    }
    guard let bearer, bearer.key != documents[0].key else { return match }
    var match = match
    match.document = bearer.entry.document
    return match
  }

  static func match(_ row: inout ColumnReader, quality: NameMatch.Quality) throws -> NameMatch {
    var match = NameMatch(
      entity: try row.entity(), title: try row.text(), kind: try row.text(),
      entityClass: try row.optionalText(), quality: quality, hasPage: try row.flag())
    let role = NameRole(rawValue: try row.integer())
    let text = try row.text()
    if role != .title { match.alias = text }
    return match
  }

  func loadedNameIndex() throws(LibraryError) -> NameIndex {
    if let loaded = nameIndex.withLock({ $0 }) { return loaded }
    var bytes: [UInt8] = []
    try read { database in
      let size = try database.firstRow("SELECT sum(length(bytes)) FROM name_index") {
        try $0.optionalInteger()
      }
      // A false length must not take memory.
      bytes.reserveCapacity(min(max(0, (size ?? 0) ?? 0), 1 << 26))
      try database.forEachRow("SELECT bytes FROM name_index ORDER BY chunk") { row in
        try row.bytes { bytes.append(contentsOf: $0) }
      }
    }
    let index = NameIndex(bytes: bytes)
    nameIndex.withLock { $0 = index }
    return index
  }
}
