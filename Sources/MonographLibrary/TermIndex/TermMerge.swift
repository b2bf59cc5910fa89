/// Joins the terms of several runs, whose places follow one another.
enum TermMerge {
  /// Calls a closure with every term, in the order of their bytes.
  static func forEachTerm(
    of sources: [TermRunFile.Source], _ body: (GatheredTerm) throws -> Void
  ) throws {
    var open: [TermRunFile.Source] = []
    for source in sources where try source.advance() { open.append(source) }
    var merged = SpilledTerm()
    while let first = open.first {
      // The runs are few, so that looking at each is as fast as a heap.
      var least = first
      for source in open.dropFirst() where source.current.text.lexicographicallyPrecedes(least.current.text) {
        least = source
      }
      merged.text.replaceSubrange(0..., with: least.current.text)
      merged.list.removeAll(keepingCapacity: true)
      merged.count = 0
      var remaining: [TermRunFile.Source] = []
      for source in open {
        guard source.current.text == merged.text else {
          remaining.append(source)
          continue
        }
        if merged.count == 0 {
          merged.first = source.current.first
        } else {
          merged.list.append(variable: source.current.first - merged.last)
        }
        merged.list += source.current.list
        merged.last = source.current.last
        merged.count += source.current.count
        if try source.advance() { remaining.append(source) }
      }
      open = remaining
      try merged.text.withUnsafeBufferPointer { text in
        try merged.list.withUnsafeBufferPointer { list in
          try body(
            GatheredTerm(
              text: text, first: merged.first, last: merged.last, count: merged.count, list: list))
        }
      }
    }
  }
}
