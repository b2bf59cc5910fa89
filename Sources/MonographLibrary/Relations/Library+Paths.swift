import GRDB
import MonographModel

extension Library {
  /// How many paths are read where nobody says.
  public static let usualPathLimit = 60

  /// The shortest paths between two entities, of at most ``MonographModel/PathAnswer/longest`` hops, whatever the
  /// directions of their relations; those through the least connected entities first, so that what leads through
  /// general hubs comes last. Nil where nothing knows one of the entities.
  ///
  /// Two entities of which every relation with each other is negated are not connected by them; a hop between two that
  /// are connected shows its negated relations too. An entity is connected with itself by one path of no hop.
  /// ``MonographModel/PathAnswer/reach`` is the length of the paths, or the longest that was looked for where there is
  /// none. Of the mechanisms that a source states whole, those that hold a directed way from the one to the other, in
  /// either order.
  ///
  /// Meant for a background thread: a few milliseconds to some tenths of a second where hubs stand near both ends. Memory:
  /// 34 bytes for each entity of the library. Throws ``LibraryError/interrupted`` when ``interrupt()`` was called
  /// meanwhile.
  ///
  /// - Parameter limit: The most paths that are read; all are counted.
  public func paths(
    from: EntityID, to: EntityID, limit: Int = Library.usualPathLimit
  ) throws(LibraryError) -> PathAnswer? {
    try readLong { database, map, isCancelled in
      guard let first = try Self.entity(from, in: database), let last = try Self.entity(to, in: database)
      else {
        return nil
      }
      // Their keys come from rows of another table than the map.
      _ = try (map.degree(of: first.key), map.degree(of: last.key))
      func checkCancellation() throws { if isCancelled() { throw LibraryError.interrupted } }
      var search = try PathSearch(
        from: first.key, to: last.key, longest: PathAnswer.longest, map: map, in: database,
        checkCancellation: checkCancellation)
      var readers = RelationReaders(in: database)
      let paths = try search.paths(limit: limit).map { keys in
        try checkCancellation()
        let hops = try zip(keys, keys.dropFirst()).map { try readers.hop(from: $0, to: $1) }
        return EntityPath(
          nodes: try keys.map { try readers.node(of: $0) }, hops: hops.map(\.edges),
          hopCounts: hops.map(\.count))
      }
      let stated = try MechanismReader(in: database).mechanisms(
        from: first.key, to: last.key, readers: &readers, checkCancellation: checkCancellation)
      return PathAnswer(
        from: try readers.node(of: first.key), to: try readers.node(of: last.key), paths: paths,
        count: search.count, reach: search.length ?? PathAnswer.longest, seen: search.seen,
        mechanisms: stated.read, unreadMechanisms: stated.unread)
    }
  }
}
