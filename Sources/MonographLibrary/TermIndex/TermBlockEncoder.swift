/// Makes the rows of a number of terms that follow one another. Needs no library, so that any thread can do it.
struct TermBlockEncoder {
  /// A row of each of the tables of ``TermTables``, but as many of long lists as there are.
  struct Block: Sendable {
    var number: Int
    var first: String
    var bytes: [UInt8] = []
    var lists: [UInt8] = []
    var longLists: [(term: Int, bytes: [UInt8])] = []
  }

  private struct Term {
    var text: [UInt8]
    var count: Int
    var listSize: Int
  }

  private let stemmer: Stemmer?
  private let take: (Block) throws -> Void
  private var blockCount: Int
  private var terms: [Term] = []
  private var lists: [UInt8] = []
  private var longLists: [(term: Int, bytes: [UInt8])] = []

  /// Begins.
  ///
  /// - Parameters:
  ///   - blockCount: How many blocks stand before.
  ///   - stemmer: What gives terms their stems, for this thread alone; nil where they need none.
  ///   - take: Is given each block.
  init(after blockCount: Int, stemmer: Stemmer?, take: @escaping (Block) throws -> Void) {
    self.blockCount = blockCount
    self.stemmer = stemmer
    self.take = take
  }

  /// Adds the next term.
  mutating func add(_ term: GatheredTerm) throws {
    let start = lists.count
    lists.append(variable: term.first)
    lists.append(contentsOf: term.list)
    let size = lists.count - start
    terms.append(Term(text: Array(term.text), count: term.count, listSize: size))
    if size > TermTables.longList {
      longLists.append((blockCount * TermTables.blockLength + terms.count, Array(lists[start...])))
      lists.removeSubrange(start...)
    }
    if terms.count == TermTables.blockLength { try end() }
  }

  /// Gives the block that is not full, if there is one.
  mutating func end() throws {
    guard let first = terms.first else { return }
    blockCount += 1
    var block = Block(
      number: blockCount, first: String(decoding: first.text, as: UTF8.self), lists: lists,
      longLists: longLists)
    var stems = stemmer?.stems(of: terms.map(\.text).filter(Stemmer.hasForms)).makeIterator()
    var previous: [UInt8] = []
    for term in terms {
      let stem = Stemmer.hasForms(term.text) ? stems?.next() : nil
      TermBlock.append(
        term.text, after: previous, stem: stem, count: term.count, listSize: term.listSize, to: &block.bytes)
      previous = term.text
    }
    terms.removeAll(keepingCapacity: true)
    lists.removeAll(keepingCapacity: true)
    longLists = []
    try take(block)
  }
}
