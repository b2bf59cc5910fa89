import GRDB

/// The table `relation_list`: the rows of relations whose order is not that of their rows, four bytes each, so that
/// those at any place are read without what stands before them.
enum RelationList {
  /// How many rows a chunk names: as many as fit into a page of the database.
  static let chunkLength = 2_000

  /// Calls a closure with the rows at some places, in order, until it gives false.
  static func forEachRow(
    at places: Range<Int>, in database: Database, _ body: (Int) throws -> Bool
  ) throws {
    var place = places.lowerBound
    var isWanted = true
    while isWanted, place < places.upperBound {
      let chunk = place / chunkLength
      var rows: [Int] = []
      let end = min(places.upperBound, (chunk + 1) * chunkLength)
      let isThere: Void? = try database.firstRow(
        "SELECT rows FROM relation_list WHERE chunk = ?", [chunk]
      ) { row in
        try row.bytes { bytes in
          let first = chunk * chunkLength
          guard (end - first) * 4 <= bytes.count else { throw Neighbourhood.damage }
          rows = (place - first..<end - first).map { index in
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
          }
        }
      }
      guard isThere != nil else { throw Neighbourhood.damage }
      for row in rows {
        isWanted = try body(row)
        if !isWanted { break }
      }
      place = end
    }
  }
}

/// Writes the list.
struct RelationListWriter {
  private let statement: RowStatement
  private var chunk = 0
  private var bytes: [UInt8] = []

  init(in database: Database) throws {
    statement = try RowStatement("INSERT INTO relation_list VALUES (?, ?)", in: database)
  }

  /// How many rows were added.
  private(set) var count = 0

  mutating func append(_ row: Int) throws {
    count += 1
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: row).littleEndian) { bytes.append(contentsOf: $0) }
    if bytes.count == 4 * RelationList.chunkLength { try flush() }
  }

  /// Writes what is left.
  mutating func flush() throws {
    guard !bytes.isEmpty else { return }
    try statement.run(.integer(chunk), .bytes(bytes))
    chunk += 1
    bytes.removeAll(keepingCapacity: true)
  }
}
