/// A term and its list on their way to the library. The list lacks the number of its first place.
struct SpilledTerm {
  var text: [UInt8] = []
  var first = 0
  var last = 0
  var count = 0
  var list: [UInt8] = []
}

/// Terms in the order of their bytes, each once.
protocol TermSource: AnyObject {
  /// The term that reading has come to.
  var current: SpilledTerm { get }
  /// Goes to the next term; false where there is none.
  func advance() throws -> Bool
}

/// Joins the terms of several sources, whose places follow one another.
enum TermMerge {
  /// Calls a closure with every term in order: its text, how many places it has, and its list with the number of the
  /// first place before it.
  static func forEachTerm(
    of sources: [any TermSource], _ body: (_ text: [UInt8], _ count: Int, _ list: [UInt8]) throws -> Void
  ) throws {
    var open: [any TermSource] = []
    for source in sources where try source.advance() { open.append(source) }
    var list: [UInt8] = []
    while let first = open.first {
      // The sources are few, so that comparing each is as fast as a heap.
      var text = first.current.text
      for source in open.dropFirst() where source.current.text.lexicographicallyPrecedes(text) {
        text = source.current.text
      }
      list.removeAll(keepingCapacity: true)
      var (last, count) = (0, 0)
      var remaining: [any TermSource] = []
      for source in open {
        guard source.current.text == text else {
          remaining.append(source)
          continue
        }
        list.append(variable: source.current.first - last)
        list += source.current.list
        last = source.current.last
        count += source.current.count
        if try source.advance() { remaining.append(source) }
      }
      open = remaining
      try body(text, count, list)
    }
  }
}
