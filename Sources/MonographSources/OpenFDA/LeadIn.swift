/// Finds the words that lead to the next list within the last item of the one before: `… ( 2.2 ) For severe
/// hepatic impairment: • Adults`. In the item they would put what is for one group of patients under another.
struct LeadIn {
  let text: LabelText
  let breaks: TextBreaks
  /// The words of the label's own product and substance names.
  let names: NameWords

  /// Ends a run of bullets before the first such words, and gives where they begin; nil where no item holds
  /// any.
  ///
  /// A colon before a sign of a further kind leads to inner items, which belong to the item.
  func cut(_ marks: inout [BulletSigns.Sign]) -> Int? {
    // The items before are looked through once, whichever of them end in a colon.
    var lookedThrough = 0
    var hasSentence = false
    for (index, (mark, next)) in zip(marks, marks.dropFirst()).enumerated()
    where next.sign == marks[0].sign && text.lastByte(before: next.start) == .colon {
      let item = text.trimmed(mark.textStart..<max(mark.textStart, next.start))
      let start = start(in: item) {
        while lookedThrough < index, !hasSentence {
          let peer = text.trimmed(marks[lookedThrough].textStart..<marks[lookedThrough + 1].start)
          hasSentence = BulletRun.sentenceStart(in: text, peer) != nil
          lookedThrough += 1
        }
        return index > 0 && !hasSentence
      }
      guard let start else { continue }
      marks.removeSubrange((index + 1)...)
      return start
    }
    return nil
  }

  /// Where the words before the colon that ends an item begin: after the last sentence or reference, else at
  /// the last word that shows a beginning, else, where none of the items before has one, at a capital letter
  /// between words in lower case; `areOthersWords` tells whether there are items before and none has one.
  private func start(in item: Range<Int>, areOthersWords: () -> Bool) -> Int? {
    if let place = breaks.within(item).last { return place.start }
    let words = words(of: item)
    if let index = words.indices.dropFirst().last(where: { begins(at: $0, in: words) }) {
      return words[index].range.lowerBound
    }
    guard areOthersWords() else { return nil }
    return BulletRun.sentenceStart(in: text, item)
  }

  private func words(of range: Range<Int>) -> [LabelWord] {
    var words: [LabelWord] = []
    var place = text.afterSpace(range.lowerBound, limit: range.upperBound)
    while place < range.upperBound {
      let end = text.wordEnd(place, limit: range.upperBound)
      words.append(LabelWord(place..<end, in: text))
      place = text.afterSpace(end, limit: range.upperBound)
    }
    return words
  }

  /// Whether a word begins a sentence, by itself, or names a dosage form before a colon.
  private func begins(at index: Int, in words: [LabelWord]) -> Bool {
    let word = words[index]
    guard word.isCapital, let code = word.code else { return false }
    let next = index + 1 < words.count ? words[index + 1] : nil
    if word.form == .capital, HeadingWords.sentenceStarters.contains(code), let next {
      // `The 500 mg tablet is`
      return next.form == .lower
        || next.form == .neutral && next.lastByte.isASCIIDigit
          && !HeadingWords.doubtfulStarters.contains(code)
    }
    if isForm(at: index, in: words) { return true }
    // `XTANDI (enzalutamide) tablets are`, `XTANDI is`
    guard names.first.contains(code), let next, words[index - 1].lastByte != .comma else { return false }
    if next.code.map(Self.verbs.contains) == true { return true }
    return next.opensParenthesis && words[index - 1].lastByte == .rightParenthesis
  }

  /// `Prefilled Syringe:` after `in a single-dose vial`: from the word on nothing but a dosage form and its
  /// colon.
  private func isForm(at index: Int, in words: [LabelWord]) -> Bool {
    let before = words[index - 1]
    guard
      before.form == .lower && before.code.map(HeadingWords.small.contains) != true
        || before.lastByte == .rightParenthesis
    else { return false }
    for word in words[index...].prefix(4) {
      guard word.isCapital || word.code == nil, word.code.map(Self.forms.contains) ?? true else {
        return false
      }
      if word.lastByte == .colon { return true }
    }
    return false
  }

  private static let forms = HeadingWords.forms.union([
    "prefilled", "pre-filled", "syringe", "syringes", "vial", "vials", "autoinjector", "pens", "injections",
  ])

  private static let verbs: WordCodes = [
    "is", "are", "was", "were", "has", "have", "may", "can", "should", "must", "will", "when", "contains",
  ]
}
