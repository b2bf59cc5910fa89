import MonographModel

/// Whether every word of a source stands in the document that was made from it.
///
/// Words are compared as many times as they occur, so that a lost repetition is found; their order is not.
public struct DocumentCoverage: Hashable, Sendable {
  /// A word that the document lacks, and how often.
  public struct Missing: Hashable, Sendable {
    /// The word.
    public var word: String
    /// How often the source has it more than the document.
    public var count: Int
  }

  /// How many words the source has.
  public var sourceWords: Int
  /// How many of them are left out on purpose, by reason.
  public var setAside: [String: Int]
  /// What should be in the document and is not, most often missing first.
  public var missing: [Missing]

  /// How many words should be in the document.
  public var expectedWords: Int { sourceWords - setAside.values.reduce(0, +) }
  /// How many words are missing.
  public var missingWords: Int { missing.reduce(0) { $0 + $1.count } }
  /// The share of words that arrived, from 0 to 1; 1 for a source without words.
  public var share: Double {
    expectedWords == 0 ? 1 : Double(expectedWords - missingWords) / Double(expectedWords)
  }

  /// Compares a source with its document. Costs time in proportion to both.
  public init(of wording: SourceWording, in monograph: Monograph) {
    var wanted = WordCount(wording.texts)
    sourceWords = wanted.total
    setAside = [:]
    for (reason, texts) in Dictionary(grouping: wording.setAside, by: \.reason).sorted(by: { $0.key < $1.key }
    ) {
      let removed = wanted.remove(WordCount(texts.map(\.text)))
      if removed > 0 { setAside[reason] = removed }
    }
    let found = WordCount(DocumentTexts(monograph).texts)
    _ = wanted.remove(found)
    missing = wanted.counts.map { Missing(word: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }
  }
}
