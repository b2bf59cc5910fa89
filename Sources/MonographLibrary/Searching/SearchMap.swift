import GRDB
import MonographModel
import MonographSearch

/// What a search must know of every document and section: 1 byte for a section and 4 for a document, read once for
/// a connection. Stored packed (see ``Schema``): a row for each document would take longer to read than the first search.
struct SearchMap: Sendable {
  /// The rows of the table.
  enum Part: Int {
    /// How many sections each document has, in variable-length numbers.
    case counts = 1
    /// A byte for each section.
    case sorts = 2
    /// The key in `phrase` of each document's kind, publisher and labeler, in variable-length numbers; 0 for none.
    case kinds = 3
    case publishers = 4
    case labelers = 5
    /// The classes of entities with their documents, see ``ClassNames``.
    case classes = 6
  }

  /// The first section of each document, and behind them the key after the last section.
  private(set) var firstSections: [Int32] = [1]
  /// The sort of each section, see ``MonographSearch/SectionSort``; keys count from 1.
  private(set) var sorts: [UInt8] = []

  /// The classes of what the documents are about.
  private(set) var classes = ClassNames()

  var documentCount: Int { firstSections.count - 1 }
  var sectionCount: Int { sorts.count }

  /// Reads the map of a library.
  init(_ database: Database) throws {
    try Self.read(.sorts, database) { sorts = Array($0) }
    try Self.read(.counts, database) { bytes in
      var reader = TermReader(bytes)
      var next = 1
      while !reader.isAtEnd {
        next += try reader.number()
        guard next <= sorts.count + 1 else { throw Self.damage }
        firstSections.append(Int32(truncatingIfNeeded: next))
      }
      guard next == sorts.count + 1 else { throw Self.damage }
    }
    try Self.read(.classes, database) { bytes in classes = try ClassNames(bytes, documents: documentCount) }
  }

  /// Makes the map of a library that is being completed.
  static func write(_ database: Database) throws {
    var counts: [UInt8] = []
    var sorts: [UInt8] = []
    try database.forEachRow("SELECT section_count, sorts FROM document ORDER BY id") { row in
      let count = try row.integer()
      counts.append(variable: count)
      try row.bytes { sorts += $0.prefix(count) }
    }
    var kinds: [UInt8] = []
    var publishers: [UInt8] = []
    var labelers: [UInt8] = []
    try database.forEachRow(
      """
      SELECT entity.kind, document.publisher, document.labeler
      FROM document CROSS JOIN entity ON entity.id = document.entity ORDER BY document.id
      """
    ) { row in
      kinds.append(variable: try row.integer())
      publishers.append(variable: try row.optionalInteger() ?? 0)
      labelers.append(variable: try row.optionalInteger() ?? 0)
    }
    let statement = try RowStatement("INSERT INTO search_map VALUES (?, ?)", in: database)
    try statement.run(.integer(Part.counts.rawValue), .bytes(counts))
    try statement.run(.integer(Part.sorts.rawValue), .bytes(sorts))
    try statement.run(.integer(Part.kinds.rawValue), .bytes(kinds))
    try statement.run(.integer(Part.publishers.rawValue), .bytes(publishers))
    try statement.run(.integer(Part.labelers.rawValue), .bytes(labelers))
    try statement.run(.integer(Part.classes.rawValue), .bytes(ClassNames.bytes(database)))
  }

  /// The key of a document as a row of another table has it.
  ///
  /// - Throws: Damage where there is no such document: all that is known of documents is looked up by their keys.
  func document(_ key: Int) throws -> Int {
    guard firstSections.indices.dropFirst().contains(key) else { throw Self.damage }
    return key
  }

  /// The sections of a document, whose key is one of the map's; see ``document(_:)``.
  func sections(of document: Int) -> Range<Int> {
    Int(firstSections[document - 1])..<Int(firstSections[document])
  }

  /// What sort of section it is.
  func sort(of section: Int) -> SectionSort { SectionSort(rawValue: sorts[section - 1]) ?? .other }

  /// Of each document, in order, the key in `phrase` of what a part names; 0 for none. Read when a filter asks for it:
  /// a millisecond for a hundred thousand documents.
  func phrases(_ part: Part, _ database: Database) throws -> [Int] {
    var keys: [Int] = []
    try Self.read(part, database) { bytes in
      var reader = TermReader(bytes)
      while !reader.isAtEnd { keys.append(try reader.number()) }
    }
    guard keys.count == documentCount else { throw Self.damage }
    return keys
  }

  private static func read(
    _ part: Part, _ database: Database, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let isThere: Void? = try database.firstRow("SELECT bytes FROM search_map WHERE part = ?", [part.rawValue])
    { row in
      try row.bytes(body)
    }
    guard isThere != nil else { throw damage }
  }

  private static var damage: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the sections of a document are not in their place")
  }
}
