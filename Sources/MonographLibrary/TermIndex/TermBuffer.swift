/// Runs of terms in memory, one behind the other, until they are sorted by term.
///
/// Adding looks each term up and copies its list to the end; which lists are of one term is sorted out when they
/// are read.
struct TermBuffer: ~Copyable {
  /// Where the list of one term of one run is.
  private struct Piece {
    var term: UInt32
    /// Where its bytes begin, and how many they are.
    var start: UInt32
    var size: UInt32
    /// Its first place, its last, and how many it has.
    var first: UInt32
    var last: UInt32
    var count: UInt32
  }

  private var table: TermTable
  private var pieces: [Piece] = []
  private var bytes: [UInt8] = []

  init() { table = TermTable(capacity: 1 << 14) }

  /// How much memory it takes, about, with what reading takes beside it.
  var size: Int { bytes.count + pieces.count * (MemoryLayout<Piece>.stride + 4) + table.size }

  /// Adds a run: its place 0 is `base`.
  mutating func add(_ run: borrowing TermRun, base: Int) {
    let base = UInt32(truncatingIfNeeded: base)
    var (textStart, listStart) = (0, 0)
    let offset = bytes.count
    bytes.append(contentsOf: run.lists)
    run.texts.withUnsafeBufferPointer { texts in
      for entry in run.entries {
        let text = UnsafeBufferPointer(rebasing: texts[textStart..<Int(entry.textEnd)])
        let term = table.number(of: text, hash: entry.hash)
        pieces.append(
          Piece(
            term: UInt32(truncatingIfNeeded: term), start: UInt32(truncatingIfNeeded: offset &+ listStart),
            size: entry.listEnd &- UInt32(truncatingIfNeeded: listStart), first: base &+ entry.first,
            last: base &+ entry.last, count: entry.count))
        (textStart, listStart) = (Int(entry.textEnd), Int(entry.listEnd))
      }
    }
  }

  /// Calls a closure with each term, in the order of their bytes.
  consuming func forEachTerm(_ body: (borrowing SpilledTerm) throws -> Void) throws {
    // By term, keeping the order of runs: counted, then put in their places.
    var ends = [UInt32](repeating: 0, count: table.count)
    for piece in pieces { ends[Int(piece.term)] &+= 1 }
    var sum: UInt32 = 0
    for term in ends.indices {
      let count = ends[term]
      ends[term] = sum
      sum &+= count
    }
    let order = [UInt32](unsafeUninitializedCapacity: pieces.count) { buffer, count in
      for (index, piece) in pieces.enumerated() {
        let term = Int(piece.term)
        buffer.initializeElement(at: Int(ends[term]), to: UInt32(truncatingIfNeeded: index))
        ends[term] &+= 1
      }
      count = pieces.count
    }
    var spilled = SpilledTerm()
    for term in table.sorted() {
      let range = (term == 0 ? 0 : Int(ends[term &- 1]))..<Int(ends[term])
      spilled.text.replaceSubrange(0..., with: table.bytes(of: term))
      spilled.list.removeAll(keepingCapacity: true)
      spilled.first = Int(pieces[Int(order[range.lowerBound])].first)
      spilled.count = 0
      for index in range {
        let piece = pieces[Int(order[index])]
        if index > range.lowerBound { spilled.list.append(variable: Int(piece.first) &- spilled.last) }
        bytes.withUnsafeBufferPointer {
          spilled.list.append(
            contentsOf: UnsafeBufferPointer(rebasing: $0[Int(piece.start)..<Int(piece.start &+ piece.size)]))
        }
        spilled.last = Int(piece.last)
        spilled.count &+= Int(piece.count)
      }
      try body(spilled)
    }
  }
}
