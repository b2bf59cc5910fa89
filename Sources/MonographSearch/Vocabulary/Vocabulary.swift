/// The tables by which questions are read.
public struct Vocabulary: Sendable {
  /// What clinicians ask for.
  public var topics: TopicTable
  /// What else a word may be.
  public var synonyms: SynonymTable
  /// Names of drugs that are mistaken for one another.
  public var lookAlikes: LookAlikeNames
  /// Words by what they are in names and questions.
  public var words: WordClasses

  /// The tables that are compiled in; read when first asked for.
  public static let standard = Vocabulary(topics: .standard, synonyms: .standard)

  /// Makes a vocabulary.
  public init(
    topics: TopicTable, synonyms: SynonymTable, lookAlikes: LookAlikeNames = .standard,
    words: WordClasses = .standard
  ) {
    self.topics = topics
    self.synonyms = synonyms
    self.lookAlikes = lookAlikes
    self.words = words
  }

  /// Whether a term is the name of a drug, by the tables alone: whether or not a library has a page of it.
  public func isDrug(_ term: String) -> Bool {
    synonyms.isDrug(term) || lookAlikes.has(term)
  }
}
