/// The code spans of a line: from a run of backticks to the next run as long.
struct CodeSpans {
  private var spans: [Range<Int>] = []
  private var place = 0

  init(_ words: ArraySlice<UInt8>) {
    var runs: [Range<Int>] = []
    for index in words.indices where words[index] == .backtick {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    var following: [Int: Int] = [:]
    var partners: [Int?] = Array(repeating: nil, count: runs.count)
    for index in runs.indices.reversed() {
      partners[index] = following.updateValue(index, forKey: runs[index].count)
    }
    var index = 0
    while index < runs.count {
      if let partner = partners[index] {
        spans.append(runs[index].lowerBound..<runs[partner].upperBound)
        index = partner
      }
      index += 1
    }
  }

  /// Whether an offset, which is after all those asked for before, lies in a code span.
  mutating func contains(_ offset: Int) -> Bool {
    while place < spans.count, spans[place].upperBound <= offset { place += 1 }
    return place < spans.count && spans[place].contains(offset)
  }
}
