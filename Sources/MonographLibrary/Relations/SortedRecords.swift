import Foundation

/// Sorts more records than memory holds: runs of them are sorted in memory and written to a nameless file beside the
/// library, which the system removes whatever becomes of the process; reading merges the runs (external merge sort:
/// D. E. Knuth, The Art of Computer Programming 3, section 5.4).
///
/// Records of one key come back in the order in which they were added. Memory: a run while records are added, a piece
/// of each run while they are read.
final class SortedRecords {
  /// What records are sorted by: the first number, then the second. Neither is negative.
  struct Key: Comparable {
    var first: Int
    var second: Int

    static func < (left: Key, right: Key) -> Bool {
      left.first != right.first ? left.first < right.first : left.second < right.second
    }
  }

  /// A record in memory, its bytes at an offset.
  private struct Entry {
    var key: Key
    var start: UInt32
    var end: UInt32
  }

  /// How much of a run is written and read at once, in bytes.
  private static let pieceSize = 1 << 17

  private let path: String
  private let runLength: Int
  private let runSize: Int
  private var descriptor: Int32 = -1
  private var size: off_t = 0
  /// The pieces of each run, as places in the file.
  private var runs: [[Range<off_t>]] = []
  private var entries: [Entry] = []
  private var encoder = PageEncoder()

  /// Makes an empty one.
  ///
  /// - Parameters:
  ///   - path: The library, for its folder and for errors.
  ///   - runLength: The most records of a run.
  ///   - runSize: About the most bytes of their contents.
  init(beside path: String, runLength: Int = 1 << 18, runSize: Int = 1 << 24) {
    self.path = path
    self.runLength = runLength
    self.runSize = runSize
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds a record: what a closure writes.
  func append(_ key: Key, _ write: (inout PageEncoder) -> Void) throws(LibraryError) {
    let start = encoder.bytes.count
    write(&encoder)
    entries.append(Entry(key: key, start: UInt32(start), end: UInt32(encoder.bytes.count)))
    if entries.count >= runLength || encoder.bytes.count >= runSize { try writeRun() }
  }

  /// The records in order; nothing is added any more.
  func cursor() throws -> Cursor {
    guard !runs.isEmpty else {
      sort()
      let cursor = Cursor(sources: [Source(piece: piece(of: entries[...]))])
      (entries, encoder) = ([], PageEncoder())
      return cursor
    }
    try writeRun()
    return Cursor(sources: try runs.map { try Source($0, of: self) })
  }

  private func sort() {
    // Equal keys stay in the order of their places, whatever the sorting does.
    entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.start < $1.start }
  }

  private func piece(of entries: ArraySlice<Entry>) -> [UInt8] {
    var piece = PageEncoder()
    for entry in entries {
      piece.write(count: entry.key.first)
      piece.write(count: entry.key.second)
      piece.write(bytes: encoder.bytes[Int(entry.start)..<Int(entry.end)])
    }
    return piece.bytes
  }

  private func writeRun() throws(LibraryError) {
    guard !entries.isEmpty else { return }
    if descriptor < 0 { descriptor = try StagingFile.open(beside: path) }
    sort()
    var pieces: [Range<off_t>] = []
    var (first, weight) = (0, 0)
    for index in entries.indices {
      weight += Int(entries[index].end - entries[index].start) + 16
      guard weight >= Self.pieceSize || index == entries.count - 1 else { continue }
      let bytes = piece(of: entries[first...index])
      try StagingFile.save(bytes, to: descriptor, path: path)
      pieces.append(size..<size + off_t(bytes.count))
      size += off_t(bytes.count)
      (first, weight) = (index + 1, 0)
    }
    runs.append(pieces)
    entries.removeAll(keepingCapacity: true)
    encoder = PageEncoder()
  }

  /// Reads a run, a piece at a time.
  final class Source {
    private let records: SortedRecords?
    private var pieces: ArraySlice<Range<off_t>>
    private var bytes: UnsafeMutableRawBufferPointer
    fileprivate var decoder: PageDecoder
    /// The key of the record that reading has come to; nil after the last.
    fileprivate private(set) var key: Key?

    fileprivate init(_ pieces: [Range<off_t>], of records: SortedRecords) throws {
      self.records = records
      self.pieces = pieces[...]
      bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
      decoder = PageDecoder(UnsafeRawBufferPointer(bytes))
      try advance()
    }

    fileprivate init(piece: [UInt8]) {
      records = nil
      pieces = []
      bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
      decoder = PageDecoder(UnsafeRawBufferPointer(bytes))
      take(piece)
      // What was just written is there.
      try? advance()
    }

    deinit { bytes.deallocate() }

    private func take(_ piece: [UInt8]) {
      bytes.deallocate()
      bytes = .allocate(byteCount: piece.count, alignment: 1)
      bytes.copyBytes(from: piece)
      decoder = PageDecoder(UnsafeRawBufferPointer(bytes))
    }

    /// Goes to the next record; the contents of this one were read.
    fileprivate func advance() throws {
      while decoder.isAtEnd {
        guard let records, let range = pieces.popFirst() else {
          key = nil
          return
        }
        var piece = [UInt8](repeating: 0, count: range.count)
        try StagingFile.load(&piece, from: records.descriptor, at: range.lowerBound, path: records.path)
        take(piece)
      }
      key = Key(first: try decoder.number(), second: try decoder.number())
    }
  }

  /// Goes through the records in order.
  struct Cursor {
    private let sources: [Source]
    /// The places of the sources that have a record, as a heap: the least key at the top.
    private var heap: [Int] = []

    fileprivate init(sources: [Source]) {
      self.sources = sources
      for index in sources.indices where sources[index].key != nil {
        heap.append(index)
        var place = heap.count - 1
        while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
          heap.swapAt(place, (place - 1) / 2)
          place = (place - 1) / 2
        }
      }
    }

    /// What a closure reads of the next record, all of which it must read; nil after the last.
    mutating func next<Value>(
      _ read: (Key, inout PageDecoder) throws -> Value
    ) throws -> Value? {
      guard let top = heap.first, let key = sources[top].key else { return nil }
      let value = try read(key, &sources[top].decoder)
      try sources[top].advance()
      if sources[top].key == nil {
        heap[0] = heap[heap.count - 1]
        heap.removeLast()
      }
      sink()
      return value
    }

    /// Earlier runs come first where keys are equal.
    private func precedes(_ left: Int, _ right: Int) -> Bool {
      guard let first = sources[left].key, let second = sources[right].key else { return false }
      return first != second ? first < second : left < right
    }

    private mutating func sink() {
      var place = 0
      while true {
        var least = place
        for child in [2 * place + 1, 2 * place + 2]
        where child < heap.count && precedes(heap[child], heap[least]) {
          least = child
        }
        guard least != place else { return }
        heap.swapAt(place, least)
        place = least
      }
    }
  }
}
