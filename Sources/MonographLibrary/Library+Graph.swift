import GRDB
import MonographModel

extension Library {
  /// Calls a closure with each entity as a node of a graph, by path; earlier ids are none. Memory holds one at a time.
  /// Throws ``LibraryError``, or what the closure throws.
  ///
  /// - Parameter identifier: The identifier of an entity in that graph; those that the library knows of it are in
  ///   ``MonographModel/GraphNode/sameAs``.
  public func forEachNode(
    identifier: (EntityID) -> Identifier, _ body: (GraphNode) throws -> Void
  ) throws {
    try readGraph { database in
      try database.forEachRow(
        """
        SELECT entity.id, entity.path, entity.title, kind.text, summary.text, source.text
        FROM entity JOIN phrase AS kind ON kind.id = entity.kind
        LEFT JOIN summary ON summary.entity = entity.id LEFT JOIN phrase AS source ON source.id = summary.source
        WHERE NOT EXISTS (SELECT 1 FROM redirect WHERE redirect.entity = entity.id)
        ORDER BY entity.path
        """
      ) { row in
        let key = try row.integer()
        let entity = try row.entity()
        let title = try row.text()
        let kind = try row.text()
        let text = try row.optionalText()
        let source = try row.optionalText()
        let own = identifier(entity)
        let others = try Self.identifiers(of: key, in: database).filter { $0 != own }
        let node = GraphNode(
          identifier: own, sameAs: others, name: title, kind: kind, summary: text, source: source)
        try ReaderFailure.telling { try body(node) }
      }
    }
  }

  private static func identifiers(of entity: Int, in database: Database) throws -> [Identifier] {
    var identifiers: [Identifier] = []
    try database.forEachRow(
      """
      SELECT phrase.text, identifier.local FROM identifier JOIN phrase ON phrase.id = identifier.registry
      WHERE identifier.entity = ? ORDER BY phrase.text, identifier.local
      """, [entity]
    ) { row in identifiers.append(Identifier(prefix: try row.text(), local: try row.text())) }
    return identifiers
  }

  /// Calls a closure with each relation as an edge of a graph, in the order of the library. Memory holds one at a time.
  /// Throws ``LibraryError``, or what the closure throws.
  ///
  /// - Parameter identifier: The identifier of an entity in that graph.
  public func forEachEdge(
    identifier: (EntityID) -> Identifier, _ body: (GraphEdge) throws -> Void
  ) throws {
    try readGraph { database in
      try database.forEachRow(
        """
        SELECT subject.path, predicate.text, object.path, relation.flags & 1, source.text, evidence.text,
          relation.publications, note.text
        FROM relation
        CROSS JOIN entity AS subject ON subject.id = relation.subject
        CROSS JOIN entity AS object ON object.id = relation.object
        CROSS JOIN phrase AS predicate ON predicate.id = relation.predicate
        LEFT JOIN phrase AS source ON source.id = relation.source
        LEFT JOIN phrase AS evidence ON evidence.id = relation.evidence
        LEFT JOIN phrase AS note ON note.id = relation.note
        ORDER BY relation.id
        """
      ) { row in
        let subject = try row.entity()
        let predicate = try row.text()
        let object = try row.entity()
        let isNegated = try row.flag()
        var edge = GraphEdge(
          subject: identifier(subject), predicate: predicate, object: identifier(object),
          isNegated: isNegated,
          source: try row.optionalText(), evidence: try row.optionalText())
        edge.publications = RelationPublications.split(try row.optionalText())
        edge.note = try row.optionalText()
        try ReaderFailure.telling { try body(edge) }
      }
    }
  }
}

/// What the closure that reads a graph threw, so that it is told from what went wrong in the library.
private struct ReaderFailure: Error {
  let error: any Error

  static func telling(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch {
      throw ReaderFailure(error: error)
    }
  }
}

extension Library {
  /// Reads over the connection for pages. What a closure threw is thrown as it is; all else is a ``LibraryError``.
  private func readGraph(_ read: (Database) throws -> Void) throws {
    do {
      try pages.unsafeRead(read)
    } catch let failure as ReaderFailure {
      throw failure.error
    } catch {
      throw LibraryError(reading: path, error)
    }
  }
}
