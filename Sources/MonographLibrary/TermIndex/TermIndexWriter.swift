import Foundation
import GRDB

/// Writes the terms that were gathered into their tables.
struct TermIndexWriter {
  private let database: Database
  private let hasStems: Bool
  private let block: RowStatement
  private let list: RowStatement
  private let longList: RowStatement

  /// Begins.
  ///
  /// - Parameter hasStems: Whether terms are found by their other forms.
  init(_ tables: TermTables, hasStems: Bool, in database: Database) throws {
    self.database = database
    self.hasStems = hasStems
    block = try RowStatement("INSERT INTO \(tables.name)_block VALUES (?, ?, ?)", in: database)
    list = try RowStatement("INSERT INTO \(tables.name)_list VALUES (?, ?)", in: database)
    longList = try RowStatement("INSERT INTO \(tables.name)_long_list VALUES (?, ?)", in: database)
  }

  /// Terms whose blocks are being made, which needs no library.
  enum Begun {
    /// On other threads.
    case encoding(TermEncoding)
    /// Not yet: what is in a file is merged as it is written.
    case runs(TermRunFile)
  }

  /// Takes everything a gatherer has, and begins to make blocks of it on other threads.
  func begin(_ gatherer: TermGatherer) throws -> Begun {
    switch try gatherer.takeAll() {
    case .unsorted(let buffer):
      let stemmers = try (0..<ProcessInfo.processInfo.activeProcessorCount).map { _ in try stemmer() }
      return .encoding(TermEncoding(buffer, stemmers: stemmers))
    case .runs(let file): return .runs(file)
    }
  }

  /// Writes everything a gatherer has.
  func write(_ gatherer: TermGatherer) throws { try write(try begin(gatherer)) }

  /// Writes the blocks, in order, as they come.
  func write(_ begun: Begun) throws {
    switch begun {
    case .encoding(let encoding):
      while let blocks = encoding.next() {
        for block in blocks { try write(block) }
      }
    case .runs(let file):
      var encoder = TermBlockEncoder(after: 0, stemmer: try stemmer(), take: write)
      try TermMerge.forEachTerm(of: file.sources()) { try encoder.add($0) }
      try encoder.end()
    }
  }

  private func stemmer() throws -> Stemmer? { hasStems ? try Stemmer(database) : nil }

  private func write(_ block: TermBlockEncoder.Block) throws {
    try self.block.run(.integer(block.number), .text(block.first), .bytes(block.bytes))
    try list.run(.integer(block.number), .bytes(block.lists))
    for (term, bytes) in block.longLists { try longList.run(.integer(term), .bytes(bytes)) }
  }
}
