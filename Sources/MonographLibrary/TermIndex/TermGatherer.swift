/// Gathers the lists of all terms while a library is written, in bounded memory: what grows beyond a limit is
/// written to a file as a sorted run, and all runs are merged in the end.
final class TermGatherer {
  /// The list of a term, as a chain of pieces.
  private struct List {
    var head: Int
    var tail: Int
    /// The place of its first and of its last posting, and how many there are.
    var first: Int
    var last: Int
    var count: Int
    /// How many bytes it has without the number of its first place.
    var size: Int
  }

  /// A piece's bytes before its part of the list: where the next piece is, and how long this one is.
  private static let headerSize = 8

  private let path: String
  private let memoryLimit: Int
  private var table = TermTable(capacity: 1 << 15)
  private var lists: [List] = []
  private var pieces: [UInt8] = []
  private var runs: TermRunFile?

  /// Begins; `path` names the library, for its folder and for errors.
  init(beside path: String, memoryLimit: Int = 48 << 20) {
    self.path = path
    self.memoryLimit = memoryLimit
  }

  /// Adds a run whose places follow those added before: its place 0 is `base`.
  func add(_ run: TermRun, base: Int) throws(LibraryError) {
    var (textStart, listStart) = (0, 0)
    run.texts.withUnsafeBufferPointer { texts in
      run.lists.withUnsafeBufferPointer { bytes in
        for entry in run.entries {
          let text = UnsafeBufferPointer(rebasing: texts[textStart..<Int(entry.textEnd)])
          let list = UnsafeBufferPointer(rebasing: bytes[listStart..<Int(entry.listEnd)])
          (textStart, listStart) = (Int(entry.textEnd), Int(entry.listEnd))
          if entry.count > 0 { add(entry, text: text, list: list, base: base) }
        }
      }
    }
    if pieces.count + table.size + lists.count * MemoryLayout<List>.stride > memoryLimit { try spill() }
  }

  private func add(
    _ entry: TermRun.Entry, text: UnsafeBufferPointer<UInt8>, list: UnsafeBufferPointer<UInt8>, base: Int
  ) {
    let number = table.number(of: text, hash: entry.hash)
    let piece = pieces.count
    for _ in 0..<Self.headerSize { pieces.append(0) }
    let first = base &+ Int(entry.first)
    if number == lists.count {
      lists.append(List(head: piece, tail: piece, first: first, last: first, count: 0, size: 0))
    } else {
      set(UInt32(piece), at: lists[number].tail)
      lists[number].tail = piece
      pieces.append(variable: first &- lists[number].last)
    }
    pieces.append(contentsOf: list)
    let size = pieces.count &- piece &- Self.headerSize
    set(UInt32(size), at: piece &+ 4)
    lists[number].last = base &+ Int(entry.last)
    lists[number].count &+= Int(entry.count)
    lists[number].size &+= size
  }

  /// Calls a closure with every term in the order of its bytes: how many places it has, and its list with the first
  /// place as a number before it. Nothing can be added any more.
  func forEachTerm(_ body: (_ text: [UInt8], _ count: Int, _ list: [UInt8]) throws -> Void) throws {
    var sources: [any TermSource] = try runs?.sources() ?? []
    sources.append(MemorySource(self))
    try TermMerge.forEachTerm(of: sources, body)
  }

  private func spill() throws(LibraryError) {
    let runs: TermRunFile
    if let standing = self.runs { runs = standing } else { runs = try TermRunFile(beside: path) }
    self.runs = runs
    try runs.append(MemorySource(self))
    table = TermTable(capacity: 1 << 15)
    lists = []
    pieces.removeAll(keepingCapacity: true)
  }

  private func set(_ number: UInt32, at place: Int) {
    for index in 0..<4 { pieces[place &+ index] = UInt8(truncatingIfNeeded: number >> UInt32(8 * index)) }
  }

  private func number(at place: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(pieces[place + $1]) << (8 * $1) }
  }

  /// What is in memory, in order.
  private final class MemorySource: TermSource {
    private let gatherer: TermGatherer
    private let order: [Int]
    private var index = 0
    var current = SpilledTerm()

    init(_ gatherer: TermGatherer) {
      self.gatherer = gatherer
      order = gatherer.table.sorted()
    }

    func advance() -> Bool {
      guard index < order.count else { return false }
      let number = order[index]
      index += 1
      let list = gatherer.lists[number]
      gatherer.table.withBytes(of: number) { current.text.replaceSubrange(0..., with: $0) }
      (current.first, current.last, current.count) = (list.first, list.last, list.count)
      current.list.removeAll(keepingCapacity: true)
      current.list.reserveCapacity(list.size)
      var piece = list.head
      while true {
        let start = piece + TermGatherer.headerSize
        current.list += gatherer.pieces[start..<start + gatherer.number(at: piece + 4)]
        if piece == list.tail { return true }
        piece = gatherer.number(at: piece)
      }
    }
  }
}
