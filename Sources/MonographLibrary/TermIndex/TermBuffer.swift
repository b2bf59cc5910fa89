/// Runs of terms in memory, one behind the other, until they are sorted by term.
///
/// Adding looks each term up and copies its list to the end; which lists are of one term is sorted out when they
/// are read.
struct TermBuffer: ~Copyable {
  /// Where the list of one term of one run is.
  fileprivate struct Piece: BitwiseCopyable {
    var term: UInt32
    /// Where its bytes begin, and how many they are.
    var start: UInt32
    var size: UInt32
    /// Its first place, its last, and how many it has.
    var first: UInt32
    var last: UInt32
    var count: UInt32
  }

  fileprivate var table: TermTable
  fileprivate var pieces: [Piece] = []
  fileprivate var bytes: [UInt8] = []

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
}

/// The terms of a buffer in the order of their bytes.
///
/// Unchecked: nothing changes after it was made, so that several threads may read it.
final class SortedTerms: @unchecked Sendable {
  private let buffer: TermBuffer
  /// The numbers of terms, in order.
  private let terms: [Int]
  /// The pieces of each term, one term after the other: those of term `n` end before `ends[n]`.
  private let pieces: [TermBuffer.Piece]
  private let ends: [UInt32]

  init(_ buffer: consuming TermBuffer) {
    let order = buffer.pieces.withUnsafeBufferPointer {
      TermOrder($0, termCount: buffer.table.count) { $0.term }
    }
    buffer.pieces = []
    pieces = order.sorted
    ends = order.ends
    terms = buffer.table.sorted()
    self.buffer = buffer
  }

  var count: Int { terms.count }

  /// Calls a closure with each term of a range, in order.
  func forEach(in range: Range<Int>, _ body: (GatheredTerm) throws -> Void) rethrows {
    var capacity = 1 << 12
    var list = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    defer { list.deallocate() }
    try buffer.bytes.withUnsafeBufferPointer { bytes in
      for term in terms[range] {
        let pieces = pieces[(term == 0 ? 0 : Int(ends[term &- 1]))..<Int(ends[term])]
        // A number between two pieces has five bytes at most.
        let room = pieces.reduce(0) { $0 &+ Int($1.size) &+ 5 }
        if room > capacity {
          list.deallocate()
          capacity = room * 2
          list = .allocate(capacity: capacity)
        }
        var gathered = GatheredTerm(
          text: buffer.table.bytes(of: term), first: Int(pieces[pieces.startIndex].first), last: 0, count: 0,
          list: UnsafeBufferPointer(start: nil, count: 0))
        var length = 0
        for piece in pieces {
          if gathered.count > 0 {
            var distance = piece.first &- UInt32(truncatingIfNeeded: gathered.last)
            while distance >= 0x80 {
              list[length] = UInt8(truncatingIfNeeded: distance) | 0x80
              distance >>= 7
              length &+= 1
            }
            list[length] = UInt8(truncatingIfNeeded: distance)
            length &+= 1
          }
          let size = Int(piece.size)
          // Most pieces are of a few bytes.
          if size < 16 {
            for index in 0..<size { list[length &+ index] = bytes[Int(piece.start) &+ index] }
          } else {
            (list + length).update(from: bytes.baseAddress! + Int(piece.start), count: size)
          }
          length &+= size
          gathered.last = Int(piece.last)
          gathered.count &+= Int(piece.count)
        }
        gathered.list = UnsafeBufferPointer(start: list, count: length)
        try body(gathered)
      }
    }
  }
}
