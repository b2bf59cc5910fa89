import Foundation
import GRDB
import MonographModel

extension LibraryContents {
  /// Writes what can be known only at the end: entities, relations, names, counts, indexes.
  mutating func complete(_ database: Database) throws -> BuildSummary {
    // Its blocks are made on other threads while this one writes the rest.
    let termWriter = try TermIndexWriter(.sections, hasStems: true, in: database)
    let sectionTerms = try termWriter.begin(terms)
    let resolution = EntityResolution(
      claims: claims, identifiers: identifiers, ends: ends, paths: paths, redirects: redirects)
    try resolveRows(resolution, in: database)
    let degrees = try insertRelations(resolution, into: database)
    try insertEntities(resolution, degrees: degrees, into: database)
    try insertNames(resolution, into: database)
    try insertSummaries(resolution, into: database)
    try SearchMap.write(database)
    let pageCount = resolution.entities.count(where: \.hasPage)
    try insertMeta(pageCount: pageCount, into: database)
    try insertPhrases(into: database)
    try database.execute(sql: Schema.indexes)
    try termWriter.write(sectionTerms)
    return BuildSummary(
      pages: pageCount, documents: documentCount, sections: sectionCount, links: linkCount,
      missingTargets: try missingTargetCount(database), relations: relationCount,
      entities: resolution.entities.count, joins: resolution.joins, refusedJoins: resolution.refusals)
  }

  /// Gives the rows that name an entity by reference its key.
  private func resolveRows(_ resolution: EntityResolution, in database: Database) throws {
    database.add(
      function: DatabaseFunction("entity_key", argumentCount: 1, pure: true) { values in
        guard case .int64(let code) = values[0].storage else { return nil }
        return resolution.key(of: EntityReference(code: Int(code)))
      })
    try database.execute(
      sql: """
        UPDATE document SET entity = entity_key(entity);
        UPDATE link SET target = entity_key(target);
        """)
    // One label may come from two publishers: each of an entity's documents is asked for by a name of its own.
    try database.execute(
      sql: """
        UPDATE document SET source_document = source_document || ' (' || twins.place || ')'
        FROM (SELECT id, row_number() OVER (PARTITION BY entity, layer, source_document ORDER BY id) AS place
          FROM document) AS twins
        WHERE twins.id = document.id AND twins.place > 1
        """)
  }

  private mutating func insertEntities(
    _ resolution: EntityResolution, degrees: [UInt32], into database: Database
  ) throws {
    let statement = try RowStatement("INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?)", in: database)
    var kinds: [UInt32] = [0]
    func insert(_ key: Int, _ entity: EntityResolution.Entity, degree: UInt32) throws {
      let kind = phrases.key(of: entity.kind) as Int
      kinds.append(UInt32(kind))
      try statement.run(
        .integer(key), .text(entity.id.path), .text(entity.title), .integer(kind),
        .optional(entity.entityClass), .integer(entity.hasPage ? 1 : 0), .integer(Int(degree)))
    }
    for (index, entity) in resolution.entities.enumerated() {
      try insert(index + 1, entity, degree: degrees[index + 1])
    }
    try EntityMap.write(degrees: degrees, kinds: kinds, into: database)
    let redirect = try RowStatement("INSERT INTO redirect VALUES (?, ?)", in: database)
    for (index, (id, target)) in resolution.redirects.enumerated() {
      let key = resolution.entities.count + index + 1
      try insert(
        key, EntityResolution.Entity(id: id, title: id.nameFromSlug, kind: id.kind, hasPage: false),
        degree: 0)
      try redirect.run(.integer(key), .integer(target))
    }
    let identifier = try RowStatement("INSERT OR IGNORE INTO identifier VALUES (?, ?, ?)", in: database)
    for (index, claim) in claims.enumerated() {
      for key in claim.identifiers {
        let value = identifiers.identifiers[key]
        try identifier.run(
          .integer(phrases.key(of: value.prefix)), .text(value.local),
          .integer(resolution.key(of: .claim(index))))
      }
    }
  }

  private mutating func insertNames(_ resolution: EntityResolution, into database: Database) throws {
    let staged = try RowStatement("INSERT INTO temp.staged_name VALUES (?, ?, ?, ?)", in: database)
    func add(_ name: String, _ role: NameRole, of entity: Int) throws {
      guard !name.isEmpty else { return }
      try staged.run(
        .integer(EntityReference.entity(entity).code), .integer(role.rawValue), .text(name),
        .text(FoldedName.fold(name)))
    }
    for (index, entity) in resolution.entities.enumerated() {
      try add(entity.title, .title, of: index + 1)
      try add(entity.id.nameFromSlug, .slug, of: index + 1)
    }
    for (id, target) in resolution.redirects { try add(id.nameFromSlug, .alias, of: target) }
    try writeNames(resolution, into: database)
    try database.execute(sql: "DROP TABLE temp.staged_name")
  }

  /// Writes every name once for each entity, in its best role: sorted by folded form (as UTF-8), then role,
  /// then entity. SQLite sorts them, in files where they are many.
  private func writeNames(_ resolution: EntityResolution, into database: Database) throws {
    let statement = try RowStatement("INSERT INTO name VALUES (?, ?, ?, ?, ?)", in: database)
    let chunkStatement = try RowStatement("INSERT INTO name_index VALUES (?, ?)", in: database)
    var index = NameIndex()
    var words = NameTerms(nameTerms)
    var (count, chunk) = (0, 0)
    func writeChunk() throws {
      chunk += 1
      try chunkStatement.run(.integer(chunk), .bytes(index.takeBytes()))
    }
    var seen: Set<Int> = []
    var last: String?
    try database.forEachRow(
      """
      SELECT entity_key(entity) AS key, role, text, folded FROM temp.staged_name
      ORDER BY folded, role, key, rowid
      """
    ) { row in
      let entity = try row.integer()
      let role = try row.integer()
      let text = try row.text()
      let folded = try row.text()
      if folded != last { seen.removeAll(keepingCapacity: true) }
      last = folded
      guard seen.insert(entity).inserted else { return }
      count += 1
      try statement.run(.integer(count), .integer(entity), .integer(role), .text(text), .text(folded))
      try words.add(text, name: count)
      index.append(folded, entity: entity, hasPage: resolution.entities[entity - 1].hasPage)
      if index.bytes.count >= NameIndex.chunkSize { try writeChunk() }
    }
    if !index.bytes.isEmpty { try writeChunk() }
    try words.end()
    try TermIndexWriter(.names, hasStems: false, in: database).write(nameTerms)
  }

  private func insertSummaries(_ resolution: EntityResolution, into database: Database) throws {
    let statement = try RowStatement("INSERT OR IGNORE INTO summary VALUES (?, ?, ?)", in: database)
    try summaries.forEach { decoder in
      let entity = resolution.key(of: EntityReference(code: try decoder.number()))
      let source = try decoder.number()
      try statement.run(
        .integer(entity), .text(try decoder.text()), source == 0 ? .null : .integer(source))
    }
  }

  private mutating func insertMeta(pageCount: Int, into database: Database) throws {
    let values: [(MetaKey, (any DatabaseValueConvertible)?)] = [
      (.title, title), (.fingerprint, fingerprint), (.pages, pageCount), (.documents, documentCount),
      (.sections, sectionCount),
      (.relations, relationCount), (.oldest, dates?.oldest), (.newest, dates?.newest),
      (.notReviewed, notReviewedCount),
    ]
    for (key, value) in values where value != nil {
      try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key.rawValue, value])
    }
    try database.execute(
      sql: """
        INSERT INTO kind SELECT kind, count(*) FROM entity WHERE has_page = 1 GROUP BY kind
        """)
    for licence in licences.sorted() {
      try database.execute(sql: "INSERT INTO licence VALUES (?)", arguments: [licence])
    }
  }

  private func insertPhrases(into database: Database) throws {
    let statement = try RowStatement("INSERT INTO phrase VALUES (?, ?)", in: database)
    for (index, phrase) in phrases.phrases.enumerated() {
      try statement.run(.integer(index + 1), .text(phrase))
    }
  }

  private func missingTargetCount(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(*) FROM entity
        WHERE has_page = 0 AND EXISTS (SELECT 1 FROM link WHERE link.target = entity.id)
        """) ?? 0
  }
}
