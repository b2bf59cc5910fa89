import GRDB

/// What a search for paths and a filter of relations must know of every entity: how many others it is related to, and
/// of what kind it is. Eight bytes each, read once.
struct EntityMap: Sendable {
  private static let chunkLength = 1_000

  /// By the keys of entities, which count from 1; at 0 stands nothing.
  private(set) var degrees: [UInt32] = [0]
  /// The phrases of their kinds.
  private(set) var kinds: [UInt32] = [0]

  /// The greatest key.
  var count: Int { degrees.count - 1 }

  /// Reads the map of a library.
  init(_ database: Database) throws {
    try database.forEachRow("SELECT bytes FROM entity_map ORDER BY chunk") { row in
      try row.bytes { bytes in
        guard bytes.count % 8 == 0 else { throw Neighbourhood.damage }
        for offset in stride(from: 0, to: bytes.count, by: 8) {
          degrees.append(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
          kinds.append(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)))
        }
      }
    }
  }

  /// Writes the map.
  ///
  /// - Parameters:
  ///   - degrees: By the keys of entities; at 0 stands nothing.
  ///   - kinds: Likewise, the phrases.
  static func write(degrees: [UInt32], kinds: [UInt32], into database: Database) throws {
    let statement = try RowStatement("INSERT INTO entity_map VALUES (?, ?)", in: database)
    for (chunk, first) in stride(from: 1, to: degrees.count, by: chunkLength).enumerated() {
      var bytes: [UInt8] = []
      for key in first..<min(degrees.count, first + chunkLength) {
        withUnsafeBytes(of: degrees[key].littleEndian) { bytes.append(contentsOf: $0) }
        withUnsafeBytes(of: kinds[key].littleEndian) { bytes.append(contentsOf: $0) }
      }
      try statement.run(.integer(chunk), .bytes(bytes))
    }
  }

  /// An entity's degree; throws where there is no such entity, since keys come from rows of other tables.
  func degree(of entity: Int) throws -> Int {
    guard degrees.indices.dropFirst().contains(entity) else { throw Neighbourhood.damage }
    return Int(degrees[entity])
  }

  /// The phrase of an entity's kind; throws likewise.
  func kind(of entity: Int) throws -> Int {
    guard kinds.indices.dropFirst().contains(entity) else { throw Neighbourhood.damage }
    return Int(kinds[entity])
  }
}
