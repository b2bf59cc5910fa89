import GRDB

/// Writes the terms that were gathered into their tables.
struct TermIndexWriter {
  private let stemmer: Stemmer?
  private let blockStatement: RowStatement
  private let listStatement: RowStatement
  private let longListStatement: RowStatement
  private var terms: [(text: [UInt8], count: Int, listSize: Int)] = []
  private var lists: [UInt8] = []
  private var blockCount = 0

  /// Begins.
  ///
  /// - Parameter hasStems: Whether terms are found by their other forms.
  init(_ tables: TermTables, hasStems: Bool, in database: Database) throws {
    stemmer = hasStems ? try Stemmer(database) : nil
    blockStatement = try RowStatement("INSERT INTO \(tables.name)_block VALUES (?, ?, ?)", in: database)
    listStatement = try RowStatement("INSERT INTO \(tables.name)_list VALUES (?, ?)", in: database)
    longListStatement = try RowStatement("INSERT INTO \(tables.name)_long_list VALUES (?, ?)", in: database)
  }

  /// Writes everything a gatherer has.
  mutating func write(_ gatherer: TermGatherer) throws {
    try gatherer.forEachTerm { try add($0) }
    if !terms.isEmpty { try writeBlock() }
  }

  private mutating func add(_ term: borrowing SpilledTerm) throws {
    let start = lists.count
    lists.append(variable: term.first)
    lists += term.list
    let size = lists.count - start
    terms.append((term.text, term.count, size))
    if size > TermTables.longList {
      try longListStatement.run(
        .integer(blockCount * TermTables.blockLength + terms.count), .bytes(Array(lists[start...])))
      lists.removeSubrange(start...)
    }
    if terms.count == TermTables.blockLength { try writeBlock() }
  }

  private mutating func writeBlock() throws {
    blockCount += 1
    var stems: [[UInt8]].Iterator?
    if let stemmer {
      stems = stemmer.stems(of: terms.lazy.map(\.text).filter(Stemmer.hasForms)).makeIterator()
    }
    var bytes: [UInt8] = []
    var previous: [UInt8] = []
    for term in terms {
      let stem = Stemmer.hasForms(term.text) ? stems?.next() : nil
      TermBlock.append(
        term.text, after: previous, stem: stem, count: term.count, listSize: term.listSize, to: &bytes)
      previous = term.text
    }
    let first = String(decoding: terms[0].text, as: UTF8.self)
    try blockStatement.run(.integer(blockCount), .text(first), .bytes(bytes))
    try listStatement.run(.integer(blockCount), .bytes(lists))
    terms.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
  }
}
