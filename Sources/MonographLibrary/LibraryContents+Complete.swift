import Foundation
import GRDB
import MonographModel

extension LibraryContents {
  /// Writes what can be known only at the end: resolved diagrams and redirects, entities, names, counts,
  /// indexes.
  mutating func complete(_ database: Database) throws -> BuildSummary {
    // First, so that the tables that follow fill the space it leaves free.
    try database.execute(sql: "INSERT INTO section_search(section_search) VALUES ('optimize')")
    try database.execute(sql: Schema.wordForms)
    let redirects = resolvedRedirects()
    try insertDiagramRelations(redirects: redirects, into: database)
    try insertEntities(redirects: redirects, into: database)
    try insertNames(redirects: redirects, into: database)
    try insertSummary(into: database)
    try insertPhrases(into: database)
    try database.execute(sql: Schema.indexes)
    try redirectRows(redirects, in: database)
    return BuildSummary(
      pages: documentCount, sections: sectionCount, links: linkCount,
      missingTargets: try missingTargetCount(database), relations: relationCount)
  }

  /// Earlier ids with what they stand for. An id that has a page of its own is none; where two pages claim
  /// one, the first has it.
  private func resolvedRedirects() -> [Int: Int] {
    var resolved: [Int: Int] = [:]
    for (old, target) in redirects where entities[old].page == nil && resolved[old] == nil {
      resolved[old] = target
    }
    return resolved
  }

  private mutating func insertEntities(redirects: [Int: Int], into database: Database) throws {
    let statement = try database.makeStatement(sql: "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?)")
    for (index, entry) in entities.entries.enumerated() {
      try statement.execute(arguments: [
        index + 1, entry.id.path, entry.title, phrases.key(of: entry.kind) as Int, entry.page?.entityClass,
        entry.page != nil,
      ])
    }
    let redirect = try database.makeStatement(sql: "INSERT INTO redirect VALUES (?, ?)")
    for (old, target) in redirects.sorted(by: { $0.key < $1.key }) {
      try redirect.execute(arguments: [old, target])
    }
    let identifier = try database.makeStatement(sql: "INSERT OR IGNORE INTO identifier VALUES (?, ?, ?)")
    for (value, entity) in identifiers {
      try identifier.execute(arguments: [phrases.key(of: value.prefix) as Int, value.local, entity])
    }
  }

  private mutating func insertNames(redirects: [Int: Int], into database: Database) throws {
    for (index, entry) in entities.entries.enumerated() where redirects[index + 1] == nil {
      names.add(entry.title, role: .title, of: index + 1)
      names.add(entry.id.nameFromSlug, role: .slug, of: index + 1)
    }
    for (old, target) in redirects.sorted(by: { $0.key < $1.key }) {
      names.add(entities[old].id.nameFromSlug, role: .alias, of: target)
    }
    let statement = try database.makeStatement(sql: "INSERT INTO name VALUES (?, ?, ?, ?, ?)")
    let chunkStatement = try database.makeStatement(sql: "INSERT INTO name_index VALUES (?, ?)")
    var index = NameIndex()
    var chunk = 0
    func writeChunk() throws {
      chunk += 1
      try chunkStatement.execute(arguments: [chunk, Data(index.takeBytes())])
    }
    for (offset, entry) in names.sorted().enumerated() {
      let described = entities[entry.entity]
      try statement.execute(arguments: [
        offset + 1, entry.entity, entry.role.rawValue, entry.text, entry.folded,
      ])
      index.append(entry.folded, entity: entry.entity, hasPage: described.page != nil)
      if index.bytes.count >= NameIndex.chunkSize { try writeChunk() }
    }
    if !index.bytes.isEmpty { try writeChunk() }
  }

  private mutating func insertSummary(into database: Database) throws {
    let values: [(MetaKey, (any DatabaseValueConvertible)?)] = [
      (.title, title), (.fingerprint, fingerprint), (.pages, documentCount), (.sections, sectionCount),
      (.relations, relationCount), (.oldest, dates?.oldest), (.newest, dates?.newest),
      (.notReviewed, notReviewedCount),
    ]
    for (key, value) in values where value != nil {
      try database.execute(sql: "INSERT INTO meta VALUES (?, ?)", arguments: [key.rawValue, value])
    }
    try database.execute(
      sql: """
        INSERT INTO kind SELECT entity.kind, count(*) FROM document JOIN entity ON entity.id = document.entity
          GROUP BY entity.kind
        """)
    for licence in licences.sorted() {
      try database.execute(sql: "INSERT INTO licence VALUES (?)", arguments: [licence])
    }
  }

  private func insertPhrases(into database: Database) throws {
    let statement = try database.makeStatement(sql: "INSERT INTO phrase VALUES (?, ?)")
    for (index, phrase) in phrases.phrases.enumerated() {
      try statement.execute(arguments: [index + 1, phrase])
    }
  }

  /// Lets links and relations that name an earlier id lead to what it stands for now.
  private func redirectRows(_ redirects: [Int: Int], in database: Database) throws {
    for (old, target) in redirects.sorted(by: { $0.key < $1.key }) {
      for column in ["link SET target", "relation SET subject", "relation SET object"] {
        let name = column.suffix(from: column.lastIndex(of: " ") ?? column.startIndex)
        try database.execute(sql: "UPDATE \(column) = ? WHERE \(name) = ?", arguments: [target, old])
      }
    }
  }

  private func missingTargetCount(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: """
        SELECT count(DISTINCT link.target) FROM link JOIN entity ON entity.id = link.target
        WHERE entity.has_page = 0
        """) ?? 0
  }
}
