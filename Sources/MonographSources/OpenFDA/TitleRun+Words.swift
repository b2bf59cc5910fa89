/// What the words of a run say of the heading: whether it can end with one, whether a sentence begins at one.
extension TitleRun {
  /// Whether the parentheses around a word close before a word in capitals, as those of a heading do; within
  /// a sentence a verb follows.
  func isClosedBeforeCapital(_ index: Int, depth: Int) -> Bool {
    var depth = depth
    for place in index..<words.count {
      depth += words[place].openParentheses
      guard depth <= 0 else { continue }
      return place + 1 < words.count
        ? words[place + 1].isCapital || words[place + 1].form == .bullet : !goesOn
    }
    return false
  }

  func isUnit(_ index: Int) -> Bool {
    index > 0 && words[index - 1].form == .neutral && words[index - 1].lastByte.isASCIIDigit
      && words[index].code.map(HeadingWords.units.contains) == true
  }

  /// Whether a heading can end before a word as far as the word before and the parenthesis after it tell.
  func canEnd(before index: Int) -> Bool {
    !endsOpen(index - 1) && words[index].isCapital && !words[index].opensParenthesis
  }

  /// `citrate` of `Potassium citrate`.
  func goesOnName(_ index: Int) -> Bool {
    guard index > 0, let code = words[index].code, let before = words[index - 1].code else { return false }
    return names.words.contains(code) && names.words.contains(before)
  }

  /// The product's name before a parenthesis with small letters: `TECHNEGAS (kit for …`.
  func isExplainedName(_ index: Int) -> Bool {
    guard let code = words[index].code, names.first.contains(code), index + 1 < words.count else {
      return false
    }
    return words[index + 1].opensParenthesis && words[index + 1].form == .lower
  }

  /// `vs.`, `U.S.`
  func isAbbreviation(_ word: LabelWord) -> Bool { word.range.count < 4 || word.holdsPeriod }

  func isSmall(_ word: LabelWord) -> Bool { word.code.map(HeadingWords.small.contains) ?? false }

  /// Whether a word goes on a heading: in capitals, a number, or small.
  func isTitleWord(_ index: Int) -> Bool {
    index < words.count && (words[index].form != .lower || isSmall(words[index]))
  }

  /// Whether a heading cannot end with a word: a small one, or one that a comma follows.
  func endsOpen(_ index: Int) -> Bool {
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

  private static let afterCommand: WordCodes = ["the", "a", "an", "caution", "only", "this", "your"]
  private static let articles: WordCodes = ["a", "an", "the"]

  func isNumberedThing(_ word: LabelWord) -> Bool {
    word.code.map(HeadingWords.numberedThings.contains) ?? false
  }

  /// Whether the heading's first words stand again: `Drug Reaction with … Drug Reaction with …, also known
  /// as`.
  func beginsAgain(at index: Int) -> Bool {
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
}
