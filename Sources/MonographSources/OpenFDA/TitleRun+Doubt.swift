/// Where in doubt a heading ends sooner than its words alone say.
extension TitleRun {
  /// The boundary moved before words that no heading ends with: in doubt the sentence gets a word, since `No`
  /// or `Avoid` taken from it would turn its sense.
  func settled(_ boundary: Boundary) -> Boundary {
    var settled = boundary
    switch settled.reason {
    case .guess, .lowerCase, .name:
      if let count = standardTitle(within: settled.count) { return Boundary(count: count, reason: .evidence) }
    case .starter:
      // `Renal Impairment Reduction of Risk of Stroke The`: two headings.
      if let count = standardTitle(within: settled.count),
        words[count - 1].code.map(Self.states.contains) == true
      {
        return Boundary(count: count, reason: .starter)
      }
    default: break
    }
    while settled.count > 0 {
      var count = settled.count
      // A dash after a heading is its mark.
      if words[count - 1].isDash {
        settled.count -= 1
        continue
      }
      if let open = unclosedParenthesis(before: count) {
        count = beforeExplained(open)
      } else if isNeverLast(count - 1) || endsOpen(count - 1) && count < words.count {
        count -= 1
        count = beforeNames(count)
        // No sentence begins in the middle: `Drugs` before `for Which`.
        while count > 0, words[count].form == .lower { count -= 1 }
      } else {
        break
      }
      settled = Boundary(count: count, reason: count == 0 ? .sentence : .guess)
    }
    if settled.reason == .guess || settled.reason == .lowerCase, settled.count > 0,
      words[settled.count - 1].range.upperBound - words[0].range.lowerBound > Self.longestGuess
    {
      return Boundary(count: 0, reason: .sentence)
    }
    return settled
  }

  /// The count without the names at its end, which begin the sentence: `VOQUEZNA TRIPLE PAK and VOQUEZNA`
  /// before `DUAL PAK are`.
  private func beforeNames(_ count: Int) -> Int {
    guard count > 1, words[count - 1].code.map(names.first.contains) == true else { return count }
    var start = count - 1
    while start > 0, let code = words[start - 1].code,
      names.words.contains(code) || code == "and" || code == "or" || words[start - 1].form == .capitals
    {
      start -= 1
    }
    let first = (start..<count).first { index in
      index > 0 && !endsOpen(index - 1) && words[index].code.map(names.first.contains) == true
    }
    return first ?? count
  }

  private static let states: WordCodes = ["impairment", "insufficiency"]

  /// The longest heading, in bytes, whose end is only guessed.
  private static let longestGuess = 124

  /// Whether no heading ends with a word, since a sentence begins with it or it asks for another.
  func isNeverLast(_ index: Int) -> Bool {
    guard words[index].lastByte != .rightParenthesis, let code = words[index].code else { return false }
    if code == "use" {
      return index > 0 && !(words[index - 1].code.map(HeadingWords.beforeUse.contains) ?? false)
        && index + 1 < words.count && words[index + 1].form != .capital
    }
    if index > 0, words[index].range.count == 1, words[index].isCapital,
      words[index - 1].code.map(HeadingWords.lettered.contains) == true
    {
      return false
    }
    return HeadingWords.neverLast.contains(code)
  }

  /// The word within the heading whose parenthesis is still open at its end.
  func unclosedParenthesis(before count: Int) -> Int? {
    var open: [Int] = []
    for index in 0..<count {
      let change = words[index].openParentheses
      if change > 0 {
        open += Array(repeating: index, count: change)
      } else {
        open.removeLast(min(open.count, -change))
      }
    }
    return open.first
  }

  /// The first of the words that the parenthesis behind them belongs to: as many as an abbreviation has
  /// letters, `Intraoperative Floppy Iris Syndrome (IFIS)`, else one.
  func beforeExplained(_ index: Int) -> Int {
    guard words[index].opensParenthesis else { return index }
    if let code = words[index].code {
      for start in stride(from: max(0, index - 6), to: index, by: 1) {
        let initials = words[start..<index].filter { $0.form != .lower }.compactMap { $0.code?.firstByte }
        if initials.count > 1, code.begins(with: initials) { return start }
      }
    }
    return max(0, index - 1)
  }

  /// How many words a standard title has that the run begins with, where another capitalised word follows
  /// that does not go on it.
  func standardTitle(within count: Int) -> Int? {
    guard count > 2,
      let title = HeadingWords.standardTitles.first(where: { title in
        title.count < count && zip(title, words).allSatisfy { $0 == $1.code }
      })
    else { return nil }
    let next = words[title.count]
    guard next.isCapital, !next.opensParenthesis, words[title.count - 1].lastByte != .comma,
      next.code.map({
        HeadingWords.goingOn.contains($0)
          || HeadingWords.joining.contains($0)
            && next.form == .capital && $0 != "the" && $0 != "a"
      }) != true
    else { return nil }
    return title.count
  }
}
