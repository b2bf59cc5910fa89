/// A run of words in title case.
struct TitleRun {
  /// How many words belong to the heading.
  struct Boundary {
    var count: Int
    var reason: Reason

    /// Whether a sentence is sure to begin there.
    var isSure: Bool { reason != .guess && reason != .lowerCase }
  }

  /// What speaks for a boundary.
  enum Reason {
    /// The words are no heading.
    case sentence
    /// A word that begins sentences follows.
    case starter
    /// The heading's own first words follow again.
    case again
    /// The product's name and a verb follow.
    case name
    /// A colon, a period or a question mark ends it.
    case punctuation
    /// A bullet follows.
    case bullet
    /// It is all in capitals, and what follows is not.
    case capitals
    /// Nothing follows.
    case end
    /// Another place of the label has the same words.
    case evidence
    /// The last capitalised word of the run.
    case guess
    /// The next capitalised word after words in lower case.
    case lowerCase
  }

  let words: [LabelWord]
  /// Whether the text goes on after the words.
  let goesOn: Bool
  let names: NameWords

  /// Where the heading ends, never after a word that leaves it open or that a sentence begins with.
  func boundary() -> Boundary { settled(firstBoundary()) }

  private func firstBoundary() -> Boundary {
    guard let first = words.first else { return Boundary(count: 0, reason: .sentence) }
    if first.form == .lower { return Boundary(count: 0, reason: .sentence) }
    if beginsSentence(0), !isTitleWord(1) { return Boundary(count: 0, reason: .sentence) }
    if let code = first.code, code == "store" || code == "see" {
      return Boundary(count: 0, reason: .sentence)
    }
    var end = words.count
    var depth = 0
    for index in words.indices {
      let word = words[index]
      defer { depth = max(0, depth + parentheses(word)) }
      if index > 0 {
        if word.form == .bullet { return Boundary(count: index, reason: .bullet) }
        // `Geriatric Patients - In general`
        if word.isDash, index < 6, index + 1 < words.count, beginsSentence(index + 1) {
          return Boundary(count: index, reason: .starter)
        }
        if depth == 0, beginsSentence(index), !endsOpen(index - 1) {
          return Boundary(count: beforeGroup(index) ?? index, reason: .starter)
        }
        if beginsAgain(at: index) { return Boundary(count: index, reason: .again) }
        if isExplainedName(index), !endsOpen(index - 1) { return Boundary(count: index, reason: .name) }
      }
      // What stands in parentheses, and the unit of a number, go on a heading in lower case as well.
      if word.form == .lower, !isSmall(word), !isUnit(index), !goesOnName(index),
        depth + parentheses(word) == 0 && depth == 0 || !isClosedBeforeCapital(index, depth: depth)
      {
        end = index
        break
      }
      if word.lastByte == .colon || word.lastByte == .questionMark
        || word.lastByte == .period && !isAbbreviation(word)
      {
        return Boundary(count: index + 1, reason: .punctuation)
      }
    }
    if end == words.count, !goesOn { return Boundary(count: end, reason: .end) }
    if let count = beforeCapitalisedSentence(end) { return Boundary(count: count, reason: .capitals) }
    if let count = beforeName(end) { return Boundary(count: count, reason: .name) }
    if let count = lastStart(before: end) { return Boundary(count: count, reason: .guess) }
    return afterLowerCase(end)
  }

  // MARK: - Doubt

  /// The boundary moved before words that no heading ends with: in doubt the sentence gets a word, since `No`
  /// or `Avoid` taken from it would turn its sense.
  func settled(_ boundary: Boundary) -> Boundary {
    var settled = boundary
    if settled.reason == .guess || settled.reason == .lowerCase || settled.reason == .name,
      let count = standardTitle(within: settled.count)
    {
      return Boundary(count: count, reason: .evidence)
    }
    while settled.count > 0 {
      var count = settled.count
      if let open = unclosedParenthesis(before: count) {
        count = beforeExplained(open)
      } else if isNeverLast(count - 1) || endsOpen(count - 1) && count < words.count {
        count -= 1
        // `VOQUEZNA` before `DUAL PAK is` begins the sentence with it.
        if count > 1, words[count - 1].code.map(names.first.contains) == true, !endsOpen(count - 2) {
          count -= 1
        }
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

  /// The longest heading, in bytes, whose end is only guessed.
  private static let longestGuess = 124

  /// Whether no heading ends with a word, since a sentence begins with it or it asks for another.
  private func isNeverLast(_ index: Int) -> Bool {
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
  private func unclosedParenthesis(before count: Int) -> Int? {
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
  private func beforeExplained(_ index: Int) -> Int {
    guard words[index].opensParenthesis else { return index }
    if let code = words[index].code {
      for start in stride(from: max(0, index - 6), to: index, by: 1) {
        let initials = words[start..<index].filter { $0.form != .lower }.compactMap { $0.code?.firstByte }
        if initials.count > 1, code.begins(with: initials) { return start }
      }
    }
    return max(0, index - 1)
  }

  /// How many words a standard title has that the run begins with, where another capitalised word follows that
  /// does not go on it.
  private func standardTitle(within count: Int) -> Int? {
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

  // MARK: - Words

  /// How many more parentheses a word opens than it closes.
  private func parentheses(_ word: LabelWord) -> Int { word.openParentheses }

  /// Whether the parentheses around a word close before a word in capitals, as those of a heading do; within
  /// a sentence a verb follows.
  private func isClosedBeforeCapital(_ index: Int, depth: Int) -> Bool {
    var depth = depth
    for place in index..<words.count {
      depth += words[place].openParentheses
      guard depth <= 0 else { continue }
      return place + 1 < words.count
        ? words[place + 1].isCapital || words[place + 1].form == .bullet : !goesOn
    }
    return false
  }

  private func isUnit(_ index: Int) -> Bool {
    index > 0 && words[index - 1].form == .neutral && words[index - 1].lastByte.isASCIIDigit
      && words[index].code.map(HeadingWords.units.contains) == true
  }

  /// Whether a heading can end before a word as far as the word before and the parenthesis after it tell.
  func canEnd(before index: Int) -> Bool {
    !endsOpen(index - 1) && words[index].isCapital && !words[index].opensParenthesis
  }

  /// `citrate` of `Potassium citrate`.
  private func goesOnName(_ index: Int) -> Bool {
    guard index > 0, let code = words[index].code, let before = words[index - 1].code else { return false }
    return names.words.contains(code) && names.words.contains(before)
  }

  /// The product's name before a parenthesis with small letters: `TECHNEGAS (kit for …`.
  private func isExplainedName(_ index: Int) -> Bool {
    guard let code = words[index].code, names.first.contains(code), index + 1 < words.count else {
      return false
    }
    return words[index + 1].opensParenthesis && words[index + 1].form == .lower
  }

  /// `vs.`, `U.S.`
  private func isAbbreviation(_ word: LabelWord) -> Bool { word.range.count < 4 || word.holdsPeriod }

  private func isSmall(_ word: LabelWord) -> Bool { word.code.map(HeadingWords.small.contains) ?? false }

  /// Whether a word goes on a heading: in capitals, a number, or small.
  private func isTitleWord(_ index: Int) -> Bool {
    index < words.count && (words[index].form != .lower || isSmall(words[index]))
  }

  /// Whether a heading cannot end with a word: a small one, or one that a comma follows.
  private func endsOpen(_ index: Int) -> Bool {
    let word = words[index]
    let isJoining =
      word.form == .lower ? isSmall(word) : word.code.map(HeadingWords.joining.contains) ?? false
    return isJoining || word.lastByte == .comma || word.lastByte == .slash
      || word.lastByte == .hyphen || word.lastByte == .ampersand || word.lastByte == .leftParenthesis
  }

  /// Whether a sentence begins at a word, by the word itself.
  func beginsSentence(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isCapital, let code = word.code else { return false }
    let next = index + 1 < words.count ? words[index + 1] : nil
    let goesOnLower = next?.form == .lower
    // `Avoid LIFYORLI in patients`, `No BRAFTOVI dosage adjustment is`
    if HeadingWords.commands.contains(code) || HeadingWords.nounCommands.contains(code) || code == "no",
      next?.code.map(names.first.contains) == true
    {
      return true
    }
    if HeadingWords.sentenceStarters.contains(code) {
      if word.form == .capitals, code != "a" { return false }
      if !HeadingWords.doubtfulStarters.contains(code) { return next != nil }
      if goesOnLower, let next, isSmall(next), !Self.articles.contains(next.code ?? "") {
        // `Based on animal studies`; but `Prior to SEPHIENCE Treatment`.
        return index + 2 < words.count && words[index + 2].form != .capital
      }
      return goesOnLower || next?.form == .neutral || (code == "in" && next.map(isNumberedThing) == true)
    }
    if HeadingWords.nounCommands.contains(code), let next {
      return next.form == .lower && next.code.map(Self.afterCommand.contains) == true
    }
    if HeadingWords.commands.contains(code) {
      return goesOnLower || code == "see" && next.map(isNumberedThing) == true
    }
    if isNumberedThing(word), let next {
      let byte = next.code == nil ? 0 : next.lastByte
      return byte.isASCIIDigit || next.form == .capitals && next.range.count < 3
        || next.form == .capital && next.range.count == 1
    }
    return false
  }

  private static let afterCommand: Set<WordCode> = ["the", "a", "an", "caution", "only", "this", "your"]
  private static let articles: Set<WordCode> = ["a", "an", "the"]

  private func isNumberedThing(_ word: LabelWord) -> Bool {
    word.code.map(HeadingWords.numberedThings.contains) ?? false
  }

  /// Whether the heading's first words stand again: `Drug Reaction with … Drug Reaction with …, also known
  /// as`.
  private func beginsAgain(at index: Int) -> Bool {
    if words[index].isCapital, words[index].range.count > 4, words[index].code != nil,
      words[index].code == words[index - 1].code
    {
      return true
    }
    guard words[index].isCapital, let code = words[index].code, code == words[0].code, !endsOpen(index - 1)
    else {
      return false
    }
    guard index + 1 < words.count, index > 1 else {
      return index + 1 < words.count && words[index + 1].form == .lower
    }
    return words[index + 1].code == words[1].code || words[index + 1].form == .lower
  }

  // MARK: - Ends

  /// Where a heading for a group of patients begins within what stands before a sentence: `Dosage for
  /// Epilepsy Patients 12 Years of Age and Above The`.
  private func beforeGroup(_ end: Int) -> Int? {
    for index in 1..<max(end, 1) where words[index].isCapital && !endsOpen(index - 1) {
      guard let code = words[index].code, index + 1 <= end else { continue }
      let before = words[index - 1].code
      if before.map(HeadingWords.groupAdjectives.contains) == true { continue }
      if code == "patients", index + 1 < end, words[index + 1].lastByte.isASCIIDigit { return index }
      if index > 1, !(index > 1 && endsOpen(index - 2) && words[index - 2].code == "and"),
        let second = HeadingWords.groups[code]
      {
        if second == nil || index + 1 < end && words[index + 1].code == second { return index }
      }
    }
    return nil
  }

  /// In a heading all in capitals, the first word that is not begins the sentence.
  private func beforeCapitalisedSentence(_ end: Int) -> Int? {
    guard words[0].form == .capitals, words[0].range.count > 3, end > 1 else { return nil }
    guard words[1].form == .capitals || end > 2 && isSmallOrCapitals(1) && words[2].form == .capitals else {
      return nil
    }
    for index in 1..<end
    where words[index].form == .capital && words[index].range.count > 1 && !endsOpen(index - 1) {
      // The product's name in capitals begins the sentence where it stands before it.
      return index
    }
    return nil
  }

  private func isSmallOrCapitals(_ index: Int) -> Bool {
    isSmall(words[index]) || words[index].form == .capitals
  }

  /// Where the product's own name, with the words of its form, goes on to the end of the run.
  private func beforeName(_ end: Int) -> Int? {
    guard end < words.count else { return nil }
    var start = end
    while start > 1, let code = words[start - 1].code,
      names.words.contains(code) || HeadingWords.forms.contains(code) || words[start - 1].form == .neutral
    {
      start -= 1
    }
    // The last that begins a name: `Potential for Other Drugs to Affect ORLYNVAH Sulopenem is`.
    for index in (start..<end).reversed()
    where words[index].isCapital && words[index].code.map(names.first.contains) == true && index > 0 {
      if !endsOpen(index - 1) { return index }
    }
    return nil
  }

  /// The last capitalised word before an end that a heading can end before.
  private func lastStart(before end: Int) -> Int? {
    var index = end - 1
    while index > 0 {
      let word = words[index]
      if word.opensParenthesis {
        let before = beforeExplained(index)
        if before > 0, before < index, words[before].isCapital, !endsOpen(before - 1) {
          let isNamed = before > 1 && words[before - 1].code.map(names.first.contains) == true
          return isNamed && !endsOpen(before - 2) ? before - 1 : before
        }
      } else if word.isCapital, !endsOpen(index - 1), !isPartOfName(index) {
        return index
      }
      index -= 1
    }
    return nil
  }

  /// Whether a word goes on a product's name that a small word stands before: `Administration of HERCEPTIN
  /// HYLECTA`.
  private func isPartOfName(_ index: Int) -> Bool {
    var start = index
    while start > 0, let code = words[start].code, names.words.contains(code) { start -= 1 }
    return start < index && endsOpen(start)
  }

  /// For a heading in sentence case, `5.1 Serious infections Patients treated with`: up to the next
  /// capitalised word.
  private func afterLowerCase(_ end: Int) -> Boundary {
    var index = end
    while index < min(words.count, end + 10) {
      let word = words[index]
      if word.isCapital, index > 0, !endsOpen(index - 1), index + 1 < words.count,
        words[index + 1].form == .lower || words[index + 1].form == .capital
      {
        return Boundary(count: index, reason: .lowerCase)
      }
      if word.lastByte == .period || word.lastByte == .comma || word.lastByte == .semicolon { break }
      if word.lastByte == .colon { return Boundary(count: index + 1, reason: .lowerCase) }
      index += 1
    }
    return Boundary(count: index == words.count && !goesOn ? words.count : 0, reason: .lowerCase)
  }
}
