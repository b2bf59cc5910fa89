/// The tables by which questions are read.
public struct Vocabulary: Sendable {
  /// What clinicians ask for.
  public var topics: TopicTable
  /// What else a word may be.
  public var synonyms: SynonymTable

  /// The tables that are compiled in; read when first asked for.
  public static let standard = Vocabulary(topics: .standard, synonyms: .standard)

  /// Makes a vocabulary.
  public init(topics: TopicTable, synonyms: SynonymTable) {
    self.topics = topics
    self.synonyms = synonyms
  }
}
