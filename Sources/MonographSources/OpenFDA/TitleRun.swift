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
      defer { depth = max(0, depth + word.openParentheses) }
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
        depth + word.openParentheses == 0 && depth == 0 || !isClosedBeforeCapital(index, depth: depth)
      {
        end = index
        break
      }
      // Not within parentheses: `(Study 8: ECHELON-3)`.
      if depth + word.openParentheses <= 0,
        word.lastByte == .colon || word.lastByte == .questionMark
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

  // MARK: - Ends

  /// Where a heading for a group of patients begins within what stands before a sentence: `Dosage for
  /// Epilepsy Patients 12 Years of Age and Above The`.
  private func beforeGroup(_ end: Int) -> Int? {
    for index in 1..<max(end, 1) where words[index].isCapital && !endsOpen(index - 1) {
      guard let code = words[index].code, index + 1 <= end else { continue }
      let before = words[index - 1].code
      if before.map(HeadingWords.groupAdjectives.contains) == true { continue }
      if code == "patients", index + 1 < end, words[index + 1].lastByte.isASCIIDigit { return index }
      if index > 1, !(endsOpen(index - 2) && words[index - 2].code == "and"),
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
