import GRDB
import MonographModel
import Synchronization

extension Library {
  /// The relations of an entity, by how they read from it; nil where nothing knows the entity. Groups of which a filter
  /// leaves nothing are left out.
  ///
  /// In the order of evidence and without a filter only what is returned is read, at any offset. Else every
  /// relation of the entity, or of the group that is asked for, is looked at, about a microsecond each, and
  /// ``interrupt()`` makes it throw ``LibraryError/interrupted``.
  public func relations(
    of id: EntityID, _ query: RelationQuery = RelationQuery()
  ) throws(LibraryError) -> [RelationGroup]? {
    guard !query.isOfAll || query.order != .evidence else {
      return try read { database in
        guard let entity = try Self.entity(id, in: database) else { return nil }
        return try Self.relationGroups(of: entity.key, query, in: database)
      }
    }
    return try readLong { database, map, isCancelled in
      guard let entity = try Self.entity(id, in: database) else { return nil }
      var selection = try RelationSelection(
        query, of: entity.key, map: map, in: database, isCancelled: isCancelled)
      return try selection.groups()
    }
  }

  /// What the relations of an entity can be narrowed to. Looks at each of them, like ``relations(of:_:)`` with a filter.
  public func relationFacets(of id: EntityID) throws(LibraryError) -> RelationFacets {
    try readLong { database, map, isCancelled in
      guard let entity = try Self.entity(id, in: database) else { return RelationFacets() }
      var selection = try RelationSelection(
        RelationQuery(), of: entity.key, map: map, in: database, isCancelled: isCancelled)
      return try selection.facets()
    }
  }

  /// The first relations of each group in the order of evidence.
  static func relationGroups(
    of entity: Int, _ query: RelationQuery, in database: Database
  ) throws -> [RelationGroup] {
    guard let neighbourhood = try neighbourhood(of: entity, in: database) else { return [] }
    var reader = try RelationReader(of: entity, in: database)
    return try neighbourhood.groups.compactMap { group in
      let reading = try reader.reading(of: group)
      guard query.reading == nil || query.reading == reading else { return nil }
      return RelationGroup(
        reading: reading, count: group.count, outgoingCount: group.outgoingCount,
        edges: try reader.edges(of: group, at: query.places(of: group.count)))
    }
  }

  /// Reads over the connection for searches what may take a while, with the map of all entities, and what tells
  /// whether ``interrupt()`` was called since.
  func readLong<Value>(
    _ body: (Database, EntityMap, @escaping () -> Bool) throws -> Value
  ) throws(LibraryError) -> Value {
    let connection = try searchConnection()
    let before = interruptions.load(ordering: .acquiring)
    do {
      return try connection.queue.unsafeRead { database in
        let map = try entityMap.withLock { standing in
          if let standing { return standing }
          let map = try EntityMap(database)
          standing = map
          return map
        }
        return try body(database, map) { self.interruptions.load(ordering: .acquiring) != before }
      }
    } catch {
      throw LibraryError(reading: path, error)
    }
  }
}

extension RelationQuery {
  /// The places that are read of a group.
  func places(of count: Int) -> Range<Int> {
    let first = min(max(0, offset), count)
    return first..<first + min(max(0, limit), count - first)
  }
}
