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
struct TermRunBuilder {
  private struct Record {
    var term: UInt32
    var place: UInt32
    var weight: UInt8
  }

  private var table: TermTable
  private var records: [Record] = []

  /// Begins with room for a number of terms.
  init(capacity: Int) { table = TermTable(capacity: capacity) }

  /// The number of a term.
  mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int {
    table.number(of: term, hash: TermTable.hash(term))
  }

  /// How many terms there are.
  var termCount: Int { table.count }
  /// How many postings there are.
  var count: Int { records.count }

  /// Notes a term at a place; places come in order, and each term once for each.
  mutating func add(_ term: Int, at place: Int, weight: UInt8) {
    records.append(Record(term: UInt32(term), place: UInt32(place), weight: weight))
  }

  /// What was gathered, the terms in the order first met.
  func run() -> TermRun {
    // By term, keeping the order of places: counted, then put in their places.
    var ends = [Int](repeating: 0, count: table.count)
    for record in records { ends[Int(record.term)] &+= 1 }
    var sum = 0
    for term in ends.indices {
      let count = ends[term]
      ends[term] = sum
      sum &+= count
    }
    let sorted = [Record](unsafeUninitializedCapacity: records.count) { buffer, count in
      for record in records {
        let term = Int(record.term)
        (buffer.baseAddress! + ends[term]).initialize(to: record)
        ends[term] &+= 1
      }
      count = records.count
    }
    var run = TermRun(texts: table.bytes)
    run.entries.reserveCapacity(table.count)
    run.lists.reserveCapacity(records.count * 2)
    var index = 0
    for (term, key) in table.keys.enumerated() {
      let (start, end) = (index, ends[term])
      // Of a term that a name or heading was looked up by and that came to nothing.
      var last: UInt32 = start < end ? sorted[start].place : 0
      let first = last
      while index < end {
        let record = sorted[index]
        if index > start { run.lists.append(variable: Int(record.place &- last)) }
        run.lists.append(record.weight)
        last = record.place
        index &+= 1
      }
      run.entries.append(
        TermRun.Entry(
          hash: key.hash, textEnd: key.start + UInt32(key.length), listEnd: UInt32(run.lists.count),
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
