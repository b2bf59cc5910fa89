/// The terms of a number of places, each with its list: what a worker makes of a document.
///
/// A place is a section of a document, or a name, numbered from 0. A list is, for each place in order, how far it is
/// from the one before (a variable-length number) and a byte of weight; of the first, the weight alone.
struct TermRun: Sendable {
  /// One term.
  struct Entry: Sendable {
    var hash: UInt32
    /// Where its bytes end in `texts`, and its list in `lists`; they begin where those before end.
    var textEnd: UInt32
    var listEnd: UInt32
    /// Its first place, its last, and how many it has.
    var first: UInt32
    var last: UInt32
    var count: UInt32
  }

  var entries: [Entry] = []
  var texts: [UInt8] = []
  var lists: [UInt8] = []
}

/// Gathers a ``TermRun``.
struct TermRunBuilder: ~Copyable {
  private struct Record: BitwiseCopyable {
    var term: UInt32
    var place: UInt32
    var weight: UInt8
  }

  private var table: TermTable
  private var records: [Record] = []

  /// Begins with room for a number of terms.
  init(capacity: Int) {
    table = TermTable(capacity: capacity)
    records.reserveCapacity(capacity * 4)
  }

  /// The number of a term.
  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    table.number(of: term, hash: TermTable.hash(term))
  }

  /// Notes a term at a place; places come in order, and each term once for each.
  mutating func add(_ term: Int, at place: Int, weight: UInt8) {
    records.append(
      Record(term: UInt32(truncatingIfNeeded: term), place: UInt32(truncatingIfNeeded: place), weight: weight)
    )
  }

  /// What was gathered, the terms in the order first met. Each must have been noted at a place.
  func run() -> TermRun {
    let order = records.withUnsafeBufferPointer {
      TermOrder($0, termCount: table.count) { $0.term }
    }
    let sorted = order.sorted
    var run = TermRun(texts: Array(table.allBytes))
    run.entries.reserveCapacity(table.count)
    run.lists.reserveCapacity(records.count * 2 + records.count / 8)
    var index = 0
    for term in 0..<table.count {
      let (start, end) = (index, Int(order.ends[term]))
      guard start < end else { preconditionFailure("a term without a place") }
      let first = sorted[start].place
      var last = first
      while index < end {
        let record = sorted[index]
        if index > start { run.lists.append(variable: Int(record.place &- last)) }
        run.lists.append(record.weight)
        last = record.place
        index &+= 1
      }
      let key = table[term]
      run.entries.append(
        TermRun.Entry(
          hash: key.hash, textEnd: key.start + key.length, listEnd: UInt32(run.lists.count),
          first: first, last: last, count: UInt32(end - start)))
    }
    return run
  }
}

extension [UInt8] {
  /// Adds a number of at least 0 in groups of seven bits, the lowest first.
  mutating func append(variable number: Int) {
    var rest = UInt(bitPattern: number)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
