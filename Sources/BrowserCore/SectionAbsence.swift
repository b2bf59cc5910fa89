import MonographModel
import TextLayout

/// That no section of a page answers, and where its words stand all the same: what has no heading of its own may
/// still be stated, in a table, a definition or a sentence.
public struct SectionAbsence: Hashable, Sendable {
  /// The word that stands on the page; nil where none does.
  public private(set) var word: String?
  /// How often it does.
  public private(set) var count = 0
  /// The items it stands in, in reading order.
  public private(set) var items: [Int] = []

  /// Looks for the surest word of a topic that stands on a page.
  public init(of topic: ClinicalTopic, in layout: DocumentLayout) {
    self.init(ofAny: topic.headingWords.map { $0.hasSuffix("-") ? String($0.dropLast()) : $0 }, in: layout)
  }

  /// Looks for the first of some words that stands on a page. Costs a pass over the text for each.
  public init(ofAny words: [String], in layout: DocumentLayout) {
    for word in words {
      let matches = PageSearch(pattern: word, direction: .forward, in: layout).matches
      guard !matches.isEmpty else { continue }
      self.word = word
      count = matches.count
      for match in matches where items.last != match.item { items.append(match.item) }
      return
    }
  }

  /// What to say of it.
  public var sentence: String {
    guard let word else { return "Not stated in this source" }
    return "no section in this source, but “\(word)” stands \(count == 1 ? "once" : "\(count) times")"
  }
}
