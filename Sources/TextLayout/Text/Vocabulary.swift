/// A list of words that can be looked up by their bytes, without regard to case in ASCII.
struct Vocabulary: Sendable {
  private let buckets: [[[UInt8]]]

  /// Makes a list from words between spaces and line ends.
  init(_ words: String) {
    var buckets: [[[UInt8]]] = Array(repeating: [], count: 256)
    for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      let bytes = word.utf8.map(Self.lowered)
      guard let first = bytes.first, !buckets[Int(first)].contains(bytes) else { continue }
      buckets[Int(first)].append(bytes)
    }
    self.buckets = buckets
  }

  /// Whether bytes of a text are one of the words. Costs a look at the words with the same first letter.
  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    search: for word in buckets[Int(Self.lowered(bytes[first]))] where word.count == range.count {
      for offset in 1..<max(1, word.count)
      where Self.lowered(bytes[range.lowerBound + offset]) != word[offset] {
        continue search
      }
      return true
    }
    return false
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
