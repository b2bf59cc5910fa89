import Foundation
import GRDB
import Synchronization

/// Writes the terms that were gathered into their tables.
struct TermIndexWriter {
  /// How many blocks are made by one thread at a time.
  private static let batchLength = 16

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

  /// Writes everything a gatherer has.
  func write(_ gatherer: TermGatherer) throws {
    switch try gatherer.takeAll() {
    case .sorted(let terms): try write(terms)
    case .runs(let file):
      var encoder = TermBlockEncoder(after: 0, stemmer: try stemmer(), take: write)
      try TermMerge.forEachTerm(of: file.sources()) { try encoder.add($0) }
      try encoder.end()
    }
  }

  /// Makes the blocks on all cores, then writes them in order.
  private func write(_ terms: SortedTerms) throws {
    let length = Self.batchLength * TermTables.blockLength
    let batches = try stride(from: 0, to: terms.count, by: length).map { start in
      (range: start..<min(terms.count, start + length), stemmer: try stemmer())
    }
    let encoded = Mutex<[Int: [TermBlockEncoder.Block]]>([:])
    DispatchQueue.concurrentPerform(iterations: batches.count) { index in
      let batch = batches[index]
      let blocks = Self.blocks(of: terms, in: batch.range, stemmer: batch.stemmer)
      encoded.withLock { $0[index] = blocks }
    }
    for index in batches.indices {
      for block in encoded.withLock({ $0.removeValue(forKey: index) }) ?? [] { try write(block) }
    }
  }

  private static func blocks(
    of terms: SortedTerms, in range: Range<Int>, stemmer: Stemmer?
  ) -> [TermBlockEncoder.Block] {
    var blocks: [TermBlockEncoder.Block] = []
    withoutActuallyEscaping({ blocks.append($0) }) { take in
      var encoder = TermBlockEncoder(
        after: range.lowerBound / TermTables.blockLength, stemmer: stemmer, take: take)
      // Taking a block is no error here.
      try? terms.forEach(in: range) { try encoder.add($0) }
      try? encoder.end()
    }
    return blocks
  }

  private func stemmer() throws -> Stemmer? { hasStems ? try Stemmer(database) : nil }

  private func write(_ block: TermBlockEncoder.Block) throws {
    try self.block.run(.integer(block.number), .text(block.first), .bytes(block.bytes))
    try list.run(.integer(block.number), .bytes(block.lists))
    for (term, bytes) in block.longLists { try longList.run(.integer(term), .bytes(bytes)) }
  }
}
