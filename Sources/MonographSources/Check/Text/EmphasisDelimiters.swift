/// The runs of asterisks and underscores of a text, and which of them are emphasis.
///
/// After the algorithm of CommonMark 0.31, section 6.2 and the appendix on inline structure: a run that can close
/// emphasis is paired with the nearest run of the same sign that can open it.
struct EmphasisDelimiters {
  private struct Run {
    var sign: Unicode.Scalar
    /// What of it is not paired yet: openers lose their end, closers their beginning.
    var left: Range<Int>
    var length: Int
    var opens: Bool
    var closes: Bool
  }

  private var runs: [Run] = []

  /// Adds a run, by its place in the text and the characters on either side of it.
  mutating func add(
    _ sign: Unicode.Scalar, at place: Int, count: Int, after previous: Unicode.Scalar?,
    before next: Unicode.Scalar?
  ) {
    let isAfterBlank = previous?.isBlank ?? true
    let isBeforeBlank = next?.isBlank ?? true
    let isAfterSign = previous.map(Self.isPunctuation) ?? false
    let isBeforeSign = next.map(Self.isPunctuation) ?? false
    let leans = !isBeforeBlank && (!isBeforeSign || isAfterBlank || isAfterSign)
    let follows = !isAfterBlank && (!isAfterSign || isBeforeBlank || isBeforeSign)
    // Underscores within a word are letters of it.
    let isWithin = sign == "_" && leans && follows
    runs.append(
      Run(
        sign: sign, left: place..<(place + count), length: count,
        opens: leans && (!isWithin || isAfterSign), closes: follows && (!isWithin || isBeforeSign)))
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isLetter && !scalar.isDigit && !scalar.isBlank
  }

  /// The places of the signs that are emphasis, in order. Costs time in proportion to the number of runs.
  func paired() -> [Range<Int>] {
    guard runs.count > 1 else { return [] }
    var marks: [Range<Int>] = []
    var open: [Run] = []
    /// How many of the open runs are of each sign, so that none is looked for where there is none.
    var counts: [Unicode.Scalar: Int] = [:]
    for var run in runs {
      while run.closes, !run.left.isEmpty, counts[run.sign, default: 0] > 0 {
        // What stands between the two can be closed by nothing that follows.
        while let last = open.last, last.sign != run.sign {
          counts[last.sign, default: 0] -= 1
          open.removeLast()
        }
        guard var opener = open.popLast() else { break }
        guard !isOdd(opener, run) else {
          open.append(opener)
          break
        }
        let count = min(opener.left.count, run.left.count)
        marks.append((opener.left.upperBound - count)..<opener.left.upperBound)
        marks.append(run.left.lowerBound..<(run.left.lowerBound + count))
        opener.left = opener.left.lowerBound..<(opener.left.upperBound - count)
        run.left = (run.left.lowerBound + count)..<run.left.upperBound
        if opener.left.isEmpty { counts[run.sign, default: 0] -= 1 } else { open.append(opener) }
      }
      if run.opens, !run.left.isEmpty {
        open.append(run)
        counts[run.sign, default: 0] += 1
      }
    }
    return marks.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Whether two runs of which one can open and close may not be paired: the rule of three.
  private func isOdd(_ opener: Run, _ closer: Run) -> Bool {
    guard opener.closes || closer.opens else { return false }
    return (opener.length + closer.length) % 3 == 0 && (opener.length % 3 != 0 || closer.length % 3 != 0)
  }
}
