import Foundation

/// The making of blocks of terms on other threads: they are sorted by one, then encoded by as many as there are
/// stemmers.
///
/// Unchecked: what changes is guarded by the condition, but for the buffer, which one thread takes.
final class TermEncoding: @unchecked Sendable {
  /// How many blocks are made by one thread at a time.
  private static let batchLength = 16

  private let condition = NSCondition()
  private let buffer: UnsortedTerms
  private var encoded: [Int: [TermBlockEncoder.Block]] = [:]
  /// How many batches there are; nil while terms are sorted.
  private var count: Int?
  private var begun = 0
  private var taken = 0

  /// Begins.
  ///
  /// - Parameter stemmers: What gives terms their stems, for each of the threads; nil where they need none.
  init(_ buffer: UnsortedTerms, stemmers: [Stemmer?]) {
    self.buffer = buffer
    DispatchQueue.global(qos: .userInitiated).async { self.encode(with: stemmers) }
  }

  /// The next blocks, in order; nil after the last. Waits for them.
  func next() -> [TermBlockEncoder.Block]? {
    condition.lock()
    defer { condition.unlock() }
    while true {
      if let blocks = encoded.removeValue(forKey: taken) {
        taken += 1
        return blocks
      }
      if taken == count { return nil }
      condition.wait()
    }
  }

  private func encode(with stemmers: [Stemmer?]) {
    let terms = buffer.sorted()
    let length = Self.batchLength * TermTables.blockLength
    condition.lock()
    count = (terms.count + length - 1) / length
    condition.broadcast()
    condition.unlock()
    DispatchQueue.concurrentPerform(iterations: stemmers.count) { thread in
      while let batch = nextBatch() {
        let start = batch * length
        let blocks = Self.blocks(
          of: terms, in: start..<min(terms.count, start + length), stemmer: stemmers[thread])
        condition.lock()
        encoded[batch] = blocks
        condition.broadcast()
        condition.unlock()
      }
    }
  }

  private func nextBatch() -> Int? {
    condition.lock()
    defer { condition.unlock() }
    guard let count, begun < count else { return nil }
    begun += 1
    return begun - 1
  }

  private static func blocks(
    of terms: SortedTerms, in range: Range<Int>, stemmer: Stemmer?
  ) -> [TermBlockEncoder.Block] {
    var blocks: [TermBlockEncoder.Block] = []
    withoutActuallyEscaping({ blocks.append($0) }) { take in
      var encoder = TermBlockEncoder(
        after: range.lowerBound / TermTables.blockLength, stemmer: stemmer, take: take)
      // Taking a block is no error here.
      try? terms.forEach(in: range) { try encoder.add($0) }
      try? encoder.end()
    }
    return blocks
  }
}
