import MonographModel

/// What is known of a section in the light of a question, before its text is read. Lists have an element for each slot
/// of the question.
public struct SectionEvidence: Hashable, Sendable {
  /// The headings down to it, its own last.
  public var headings: [String]
  /// Its own name in its source.
  public var key: String
  /// The nearest label section that it stands in, itself included.
  public var chapter: LabelSection?
  /// What sort it is.
  public var sort: SectionSort
  /// Whether it has text of its own.
  public var hasText: Bool
  /// How well the page's names answer to each slot, 0…1.
  public var names: [Double]
  /// How strongly each slot's words stand in the section, 0…1.
  public var words: [Double]
  /// How much its document is about the words of the question that are not its name: a sum of rarities.
  public var document: Double

  /// Makes evidence.
  public init(
    headings: [String], key: String, chapter: LabelSection?, sort: SectionSort, hasText: Bool,
    names: [Double],
    words: [Double], document: Double
  ) {
    self.headings = headings
    self.key = key
    self.chapter = chapter
    self.sort = sort
    self.hasText = hasText
    self.names = names
    self.words = words
    self.document = document
  }
}
