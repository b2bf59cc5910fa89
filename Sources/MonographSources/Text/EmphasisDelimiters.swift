/// The runs of asterisks, underscores and tildes of a text, and which of them are emphasis.
///
/// After the algorithm of CommonMark 0.31, section 6.2 and the appendix on inline structure, with the tildes of GFM: a
/// run that can close emphasis is paired with the nearest run of the same sign that can open it and goes together with
/// it. Punctuation is what cmark takes for it.
struct EmphasisDelimiters {
  private struct Run {
    var sign: Unicode.Scalar
    /// What of it is not paired yet: openers lose their end, closers their beginning.
    var left: Range<Int>
    var length: Int
    var opens: Bool
    var closes: Bool
  }

  /// How many open runs are looked through for one that a run closes: who writes many that do not go together means
  /// none of them.
  private static let reach = 64

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
    if scalar.isASCII {
      return scalar.value > 0x20 && scalar.value < 0x7F && !scalar.isLetter && !scalar.isDigit
    }
    return switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
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
        guard let (place, count) = Self.opener(of: run, in: open) else { break }
        // What stands between the two can be closed by nothing that follows.
        for passed in open[(place + 1)...] { counts[passed.sign, default: 0] -= 1 }
        open.removeSubrange((place + 1)...)
        var opener = open.removeLast()
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

  /// The nearest run that a run closes, and how many signs of each make the pair.
  private static func opener(of run: Run, in open: [Run]) -> (place: Int, count: Int)? {
    for place in open.indices.reversed().prefix(reach) where open[place].sign == run.sign {
      let count = pair(open[place], run)
      if count > 0 { return (place, count) }
    }
    return nil
  }

  /// How many signs of each of two runs make a pair; 0 where they do not go together: tildes of another number, and
  /// those that the rule of three parts.
  private static func pair(_ opener: Run, _ closer: Run) -> Int {
    if opener.sign == "~" { return opener.length == closer.length && closer.length <= 2 ? closer.length : 0 }
    if opener.closes || closer.opens, (opener.length + closer.length) % 3 == 0,
      opener.length % 3 != 0 || closer.length % 3 != 0
    {
      return 0
    }
    return opener.left.count >= 2 && closer.left.count >= 2 ? 2 : 1
  }
}
