/// Tells by the form of a line whether it can be a heading, and where a heading that was glued to a sentence
/// ends.
enum HeadingForm {
  /// Words that are written small within a title.
  private static let smallWords: Set<Substring> = [
    "of", "in", "on", "the", "a", "an", "and", "or", "to", "for", "with", "without", "by", "from", "at", "as",
    "vs", "vs.", "via", "into", "per", "between", "during", "after", "before", "under", "over",
  ]

  /// Words that begin a sentence and never stand capitalised after another word of it.
  private static let sentenceOpenings: Set<Substring> = [
    "The", "This", "These", "Those", "It", "Its", "There", "They", "We", "Several", "Some", "Many", "Most",
    "Both", "Although", "However", "When", "While", "If", "Because", "Since", "Each", "All",
  ]

  /// Words with a colon that begin a warning.
  static let marks = ["Important", "Warning", "Caution", "Note", "Tip", "Danger", "Attention"]

  /// Whether a line can be a heading at all: short, begins with a capital or a digit, ends like no sentence, has
  /// no link, citation or comma in it.
  static func isPossible(_ text: String) -> Bool {
    guard text.utf8.count <= 80, let first = text.first, first.isUppercase || first.isNumber else {
      return false
    }
    let last = text.utf8.last ?? .space
    if [.period, .colon, .semicolon, .comma, .exclamationMark].contains(last) { return false }
    guard !text.utf8.contains(where: { $0 == .leftBracket || $0 == .comma || $0 == .lessThan }) else {
      return false
    }
    return text.split(separator: " ").count <= 8
  }

  /// Whether a line is capitalised as titles are: every word but small ones, at least two of them, or one beside
  /// a small word. What stands in brackets, single letters and words with digits say nothing.
  static func isTitle(_ text: String) -> Bool {
    guard isPossible(text) else { return false }
    var capitals = 0
    var small = 0
    for word in text.prefix(while: { $0 != "(" }).split(separator: " ") {
      if smallWords.contains(Substring(word.lowercased())) {
        small += 1
      } else if word.contains(where: \.isNumber) || word.count(where: \.isLetter) < 2 {
        continue
      } else if word.first(where: \.isLetter)?.isUppercase == true {
        capitals += 1
      } else {
        return false
      }
    }
    return capitals >= 2 || (capitals == 1 && small > 0)
  }

  /// A heading and the sentence it was glued to.
  struct Glued {
    var heading: String
    /// A mark such as `Important` that the sentence begins with.
    var mark: String?
    var sentence: String
    /// What tells where the heading ends.
    var reason: String
  }

  /// Takes `Withdrawal Important: Abrupt …` and `Pathway Diagram The following …` apart. The sentence begins at
  /// a mark with a colon, at a word that only begins sentences, or at the page's title where a small word follows
  /// it. Nil for a plain sentence.
  static func split(_ text: String, title: String) -> Glued? {
    // Only the first words can be a heading.
    let head = text.prefix(160)
    let words = head.split(separator: " ")
    guard words.count >= 3, words[0].first?.isUppercase == true || words[0].first?.isNumber == true else {
      return nil
    }
    func parts(at index: Int) -> (heading: String, sentence: String) {
      (
        text[..<words[index].startIndex].trimmed, text[words[index].startIndex...].trimmed
      )
    }
    let titleWords = title.split(separator: " ")
    for index in 1..<min(words.count, 9) {
      let word = words[index]
      let before = words[..<index]
      guard before.allSatisfy({ isCapitalised($0) || smallWords.contains($0) }),
        let last = before.last, isCapitalised(last)
      else { return nil }
      if word.hasSuffix(":"), let mark = marks.first(where: { $0 == word.dropLast() }) {
        let (heading, sentence) = parts(at: index)
        return Glued(
          heading: heading, mark: mark, sentence: sentence.dropFirst(mark.count + 1).trimmed,
          reason: "“\(mark):” begins a sentence")
      }
      guard index + 1 < words.count else { return nil }
      if sentenceOpenings.contains(word), words[index + 1].first?.isLowercase == true {
        let (heading, sentence) = parts(at: index)
        return Glued(heading: heading, sentence: sentence, reason: "“\(word)” begins a sentence")
      }
      let end = index + titleWords.count
      if !titleWords.isEmpty, end < words.count, words[index..<end].elementsEqual(titleWords),
        words[end].first?.isLowercase == true, !smallWords.contains(words[end]),
        before.count >= 2 || HeadingVocabulary.section(before.joined(separator: " ")) != nil,
        !sentenceOpenings.contains(before[0])
      {
        let (heading, sentence) = parts(at: index)
        return Glued(
          heading: heading, sentence: sentence, reason: "the page's title begins a sentence")
      }
    }
    return nil
  }

  /// The mark that a sentence begins with: `Warning: …`.
  static func mark(of text: String) -> (mark: String, sentence: String)? {
    guard let mark = marks.first(where: { text.hasPrefix($0 + ": ") }) else { return nil }
    return (mark, text.dropFirst(mark.count + 1).trimmed)
  }

  private static func isCapitalised(_ word: Substring) -> Bool {
    guard let last = word.utf8.last, ![.comma, .period, .colon, .semicolon].contains(last) else {
      return false
    }
    return word.first.map { $0.isUppercase || $0.isNumber } ?? false
  }
}
