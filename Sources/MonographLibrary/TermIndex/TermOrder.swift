/// Things of terms by term, those of one term in the order they came: a counting sort.
struct TermOrder<Element: BitwiseCopyable> {
  /// The things, one term after the other.
  let sorted: [Element]
  /// Where the things of each term end.
  let ends: [UInt32]

  /// Sorts what is there of terms `0..<termCount`; `term` gives the term of each. Costs two looks at each.
  @inline(__always)
  init(_ elements: UnsafeBufferPointer<Element>, termCount: Int, term: (Element) -> UInt32) {
    var ends = [UInt32](repeating: 0, count: termCount)
    for element in elements { ends[Int(term(element))] &+= 1 }
    var sum: UInt32 = 0
    for term in ends.indices {
      let count = ends[term]
      ends[term] = sum
      sum &+= count
    }
    sorted = [Element](unsafeUninitializedCapacity: elements.count) { sorted, count in
      for element in elements {
        let term = Int(term(element))
        sorted.initializeElement(at: Int(ends[term]), to: element)
        ends[term] &+= 1
      }
      count = elements.count
    }
    self.ends = ends
  }
}
