/// The asterisks, underscores and tildes of a line that mark emphasis and are no text: `5**mg**` is the word
/// `5mg`, and `5*a` is two.
///
/// They are paired by the rules of CommonMark and GFM for delimiter runs, within one line and outside code.
/// Costs time in proportion to the line.
struct EmphasisMarks {
  /// Neighbouring marks of one kind.
  private struct Run {
    var mark: Character
    /// The marks that are not paired yet.
    var places: ArraySlice<String.Index>
    /// How many marks there were.
    var length: Int
    var opens: Bool
    var closes: Bool
  }

  private var places: Set<String.Index> = []

  /// No marks.
  init() {}

  init(of line: Substring) {
    guard line.utf8.contains(where: { $0 == .asterisk || $0 == .underscore || $0 == .tilde }) else { return }
    var open: [Run] = []
    var counts: [Character: Int] = [:]
    for var run in Self.runs(of: line) {
      while run.closes, !run.places.isEmpty, counts[run.mark, default: 0] > 0 {
        guard let (place, taken) = Self.opener(of: run, in: open) else { break }
        for passed in open[(place + 1)...] { counts[passed.mark, default: 0] -= 1 }
        open.removeSubrange((place + 1)...)
        var opener = open.removeLast()
        places.formUnion(opener.places.suffix(taken))
        places.formUnion(run.places.prefix(taken))
        opener.places.removeLast(taken)
        run.places.removeFirst(taken)
        if opener.places.isEmpty { counts[run.mark, default: 0] -= 1 } else { open.append(opener) }
      }
      if run.opens, !run.places.isEmpty {
        open.append(run)
        counts[run.mark, default: 0] += 1
      }
    }
  }

  /// Whether the mark at a place of the line is one of emphasis.
  func contains(_ place: String.Index) -> Bool { places.contains(place) }

  /// The nearest run that a run closes, and how many marks of each make the pair.
  private static func opener(of run: Run, in open: [Run]) -> (place: Int, taken: Int)? {
    // Who writes many runs that do not go together means none of them.
    for place in open.indices.reversed().prefix(64) where open[place].mark == run.mark {
      let taken = pairs(open[place], run)
      if taken > 0 { return (place, taken) }
    }
    return nil
  }

  /// How many marks of each of two runs make a pair.
  private static func pairs(_ opener: Run, _ closer: Run) -> Int {
    if opener.mark == "~" { return opener.length == closer.length && closer.length <= 2 ? closer.length : 0 }
    if opener.closes || closer.opens, (opener.length + closer.length) % 3 == 0,
      opener.length % 3 != 0 || closer.length % 3 != 0
    {
      return 0
    }
    return opener.places.count >= 2 && closer.places.count >= 2 ? 2 : 1
  }

  private static func runs(of line: Substring) -> [Run] {
    var code = CodeSpans(Array(line.utf8)[...])
    var runs: [Run] = []
    var before: Character = " "
    var index = line.startIndex
    while index < line.endIndex {
      let mark = line[index]
      var end = line.index(after: index)
      if mark == "\\", end < line.endIndex {
        before = line[end]
        index = line.index(after: end)
        continue
      }
      guard mark == "*" || mark == "_" || mark == "~",
        !code.contains(line.utf8.distance(from: line.startIndex, to: index))
      else {
        before = mark
        index = end
        continue
      }
      var places = [index]
      while end < line.endIndex, line[end] == mark {
        places.append(end)
        end = line.index(after: end)
      }
      let after = end < line.endIndex ? line[end] : " "
      let isLeft = !after.isWhitespace && (!after.isMark || before.isWhitespace || before.isMark)
      let isRight = !before.isWhitespace && (!before.isMark || after.isWhitespace || after.isMark)
      // An underscore within a word is a part of it.
      let opens = mark == "_" ? isLeft && (!isRight || before.isMark) : isLeft
      let closes = mark == "_" ? isRight && (!isLeft || after.isMark) : isRight
      runs.append(Run(mark: mark, places: places[...], length: places.count, opens: opens, closes: closes))
      before = mark
      index = end
    }
    return runs
  }
}

extension Character {
  /// Whether it is punctuation to CommonMark.
  fileprivate var isMark: Bool {
    if let ascii = asciiValue { return ascii > 0x20 && ascii < 0x7F && !isLetter && !isNumber }
    return isPunctuation
  }
}
