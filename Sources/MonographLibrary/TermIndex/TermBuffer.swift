/// Runs of terms in memory, one behind the other, until they are sorted by term.
///
/// Adding looks each term up and copies its list to the end; which lists are of one term is sorted out when they
/// are read.
struct TermBuffer: ~Copyable {
  /// Where the list of one term of one run is.
  struct Piece: BitwiseCopyable {
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
  fileprivate var pieces = GrowingMemory<Piece>(capacity: 1 << 12)
  fileprivate var bytes = GrowingMemory<UInt8>(capacity: 1 << 14)

  init() { table = TermTable(capacity: 1 << 14) }

  /// How much memory it takes, about, with what reading takes beside it.
  var size: Int { bytes.count + pieces.count * (MemoryLayout<Piece>.stride + 4) + table.size }

  /// Adds a run: its place 0 is `base`.
  mutating func add(_ run: borrowing TermRun, base: Int) {
    let base = UInt32(truncatingIfNeeded: base)
    var (textStart, listStart) = (0, 0)
    let offset = bytes.count
    run.lists.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    pieces.reserve(run.entries.count)
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

/// A buffer that is to be sorted, once, by whichever thread does.
///
/// Unchecked: who makes it gives the buffer away, and one thread takes it.
final class UnsortedTerms: @unchecked Sendable {
  private var buffer: TermBuffer

  init(_ buffer: consuming TermBuffer) { self.buffer = buffer }

  /// The terms in order; the buffer is gone afterwards. Costs sorting them.
  func sorted() -> SortedTerms {
    var taken = TermBuffer()
    swap(&taken, &buffer)
    return SortedTerms(taken)
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
    var unsorted = GrowingMemory<TermBuffer.Piece>(capacity: 1)
    swap(&unsorted, &buffer.pieces)
    let order = withExtendedLifetime(unsorted) {
      TermOrder(unsorted.elements, termCount: buffer.table.count) { $0.term }
    }
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
    let bytes = buffer.bytes.elements
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
