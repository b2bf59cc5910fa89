/// The commonest of many terms: a heap with the least common on top.
struct LargestEntries {
  private let limit: Int
  private var heap: [TermEntry] = []

  /// Keeps at most `limit`.
  init(limit: Int) { self.limit = max(0, limit) }

  /// Whether a term with so many places is kept. Terms come in order, and of equally common ones the first stay.
  func admits(count: Int) -> Bool {
    if heap.count < limit { return true }
    guard let least = heap.first else { return false }
    return count > least.sections
  }

  /// Keeps a term that is admitted.
  mutating func insert(_ entry: TermEntry) {
    if heap.count < limit {
      heap.append(entry)
      var child = heap.count - 1
      while child > 0, Self.isRarer(heap[child], heap[(child - 1) / 2]) {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
      return
    }
    heap[0] = entry
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && Self.isRarer(heap[child], heap[least]) {
        least = child
      }
      if least == parent { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  /// Commonest first, equally common ones in order.
  var sorted: [TermEntry] { heap.sorted { Self.isRarer($1, $0) } }

  private static func isRarer(_ left: TermEntry, _ right: TermEntry) -> Bool {
    (left.sections, right.id) < (right.sections, left.id)
  }
}
