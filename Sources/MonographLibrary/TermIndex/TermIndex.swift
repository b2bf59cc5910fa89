import GRDB
import MonographModel

/// Reads the terms of a library and where they stand. A value for one use of a connection.
struct TermIndex {
  /// How many postings are read between two looks at whether the search goes on.
  private static let stride = 1 << 14

  private let database: Database
  private let tables: TermTables
  private let stemmer: Stemmer?
  private let placeLimit: Int
  private let isCancelled: () -> Bool

  /// Reads a set of terms.
  ///
  /// - Parameters:
  ///   - stemmer: What gives the other forms of words; without it there are none.
  ///   - placeLimit: The highest key of a place; a list that goes beyond is damaged.
  ///   - isCancelled: Whether reading shall stop with ``LibraryError/interrupted``.
  init(
    _ database: Database, tables: TermTables = .sections, stemmer: Stemmer?, placeLimit: Int,
    isCancelled: @escaping () -> Bool = { false }
  ) {
    self.database = database
    self.tables = tables
    self.stemmer = stemmer
    self.placeLimit = placeLimit
    self.isCancelled = isCancelled
  }

  /// Ends what is done where the search shall not go on.
  func checkCancellation() throws {
    if isCancelled() { throw LibraryError.interrupted }
  }

  /// A term, which must be as ``TermScanner`` gives it; nil where the library does not have it. About 20 µs.
  func entry(of term: String) throws -> TermEntry? {
    let wanted = Array(term.utf8)
    var entry: TermEntry?
    try forEachTerm(from: wanted) { block, record in
      if record.text == wanted { entry = Self.entry(record, in: block) }
      return entry == nil && record.text.lexicographicallyPrecedes(wanted)
    }
    return entry
  }

  /// The terms that begin with a text, itself among them, commonest first, equally common ones in order. At most 20 ns for
  /// each that begins so.
  func entries(beginningWith text: String, limit: Int) throws -> [TermEntry] {
    let prefix = Array(text.utf8)
    var best = LargestEntries(limit: limit)
    try forEachTerm(from: prefix) { block, record in
      guard record.text.starts(with: prefix) else { return record.text.lexicographicallyPrecedes(prefix) }
      if best.admits(count: record.count) { best.insert(Self.entry(record, in: block)) }
      return true
    }
    return best.sorted
  }

  /// The terms with the stem of a word, in order; the word itself is among them where the library has it.
  func forms(of word: String) throws -> [TermEntry] {
    guard let stem = stemmer?.stem(of: word) else { return try entry(of: word).map { [$0] } ?? [] }
    // Porter's rules put at most the last two letters of a stem in place of others, so that all forms begin
    // with what is before these.
    let prefix = Array(stem.prefix(max(1, stem.count - 2)))
    var forms: [TermEntry] = []
    try forEachTerm(from: prefix) { block, record in
      guard record.text.starts(with: prefix) else { return record.text.lexicographicallyPrecedes(prefix) }
      if record.stem == stem { forms.append(Self.entry(record, in: block)) }
      return true
    }
    return forms
  }

  /// Calls a closure with every place of a term, in order, and its weight. About 3 ns for each.
  func forEachPosting(of entry: TermEntry, _ body: (_ place: Int, _ weight: UInt8) -> Void) throws {
    try withPostings(of: entry) { try forEachPosting(in: $0, count: entry.sections, body) }
  }

  /// Calls a closure with the list of a term, for ``forEachPosting(in:count:_:)``.
  func withPostings(of entry: TermEntry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let isLong = entry.listSize > TermTables.longList
    let (sql, key) =
      isLong
      ? ("SELECT bytes FROM \(tables.name)_long_list WHERE term = ?", entry.id)
      : ("SELECT bytes FROM \(tables.name)_list WHERE block = ?", entry.block)
    let isThere: Void? = try database.firstRow(sql, [key]) { row in
      try row.bytes { bytes in
        let start = isLong ? 0 : entry.listOffset
        guard bytes.count - start >= entry.listSize, !isLong || bytes.count == entry.listSize else {
          throw TermReader.damage
        }
        try body(UnsafeRawBufferPointer(rebasing: bytes[start..<start + entry.listSize]))
      }
    }
    guard isThere != nil else { throw TermReader.damage }
  }

  /// Calls a closure with every place of a list, in order, and its weight. Inlined, so that the closure is no call: a
  /// letter has two million postings.
  @inline(__always)
  func forEachPosting(
    in list: UnsafeRawBufferPointer, count: Int, _ body: (Int, UInt8) -> Void
  ) throws {
    // Each takes two bytes at least.
    guard count <= list.count / 2 else { throw TermReader.damage }
    var (offset, place, remaining) = (0, 0, count)
    while remaining > 0 {
      try checkCancellation()
      let piece = min(remaining, Self.stride)
      remaining -= piece
      for _ in 0..<piece {
        guard offset < list.count else { throw TermReader.damage }
        var byte = list[offset]
        offset &+= 1
        var distance = Int(byte & 0x7F)
        var shift = 7
        while byte >= 0x80 {
          guard offset < list.count, shift < 42 else { throw TermReader.damage }
          byte = list[offset]
          offset &+= 1
          distance |= Int(byte & 0x7F) << shift
          shift &+= 7
        }
        place &+= distance
        guard offset < list.count, distance > 0, place <= placeLimit else { throw TermReader.damage }
        body(place, list[offset])
        offset &+= 1
      }
    }
    guard offset == list.count else { throw TermReader.damage }
  }

  /// Calls a closure with the terms from the block on that holds, or would hold, a text, until it returns false.
  private func forEachTerm(
    from text: [UInt8], _ body: (_ block: Int, _ record: borrowing TermBlock.Record) throws -> Bool
  ) throws {
    let start = try database.firstRow(
      "SELECT id FROM \(tables.name)_block WHERE first <= ? ORDER BY first DESC LIMIT 1",
      [String(decoding: text, as: UTF8.self)]
    ) { try $0.integer() }
    let rows = try Row.fetchCursor(
      try database.cachedStatement(
        sql: "SELECT id, bytes FROM \(tables.name)_block WHERE id >= ? ORDER BY id"), arguments: [start ?? 1])
    var goesOn = true
    while goesOn, let row = try rows.next() {
      try checkCancellation()
      var columns = ColumnReader(row)
      let block = try columns.integer()
      guard block > 0, block < 1 << 40 else { throw TermReader.damage }
      try columns.bytes { bytes in
        try TermBlock.forEach(in: bytes) { record in
          goesOn = try body(block, record)
          return goesOn
        }
      }
    }
  }

  private static func entry(_ record: borrowing TermBlock.Record, in block: Int) -> TermEntry {
    TermEntry(
      id: (block - 1) * TermTables.blockLength + record.index + 1,
      text: String(decoding: record.text, as: UTF8.self), sections: record.count,
      listOffset: record.listOffset, listSize: record.listSize)
  }
}
