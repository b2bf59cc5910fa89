import MonographSearch

/// Words of a question that stand nowhere in a library and are an edit away from a word that asks for a topic:
/// `pregnency`. They are read as that word, and the person is told so.
struct MisspeltTopics {
  /// A word as it was typed, and the word that it is read as.
  struct Reading: Hashable {
    var typed: String
    var word: String
  }

  /// The question with the words that were meant.
  private(set) var query: SearchQuery
  private(set) var readings: [Reading] = []

  /// Shorter words are near too many others. Longer ones may have two edits.
  private static let leastLength = 5
  private static let longLength = 10

  /// Reads a question again. Cost: a look-up for each word; for those that are unknown a comparison with each word of
  /// the topics.
  init(_ query: SearchQuery, vocabulary: Vocabulary, index: TermIndex, nameIndex: NameTermIndex) throws {
    self.query = query
    for (place, typed) in query.words.enumerated() {
      let isBeginning = query.endsInsideWord && place == query.words.count - 1
      guard let term = TermForm.terms(typed).first, TermForm.terms(typed).count == 1,
        term.utf8.count >= Self.leastLength,
        !term.utf8.contains(where: { (0x30...0x39).contains($0) }),
        !query.phrases.contains(where: { $0.contains(term) }),
        !vocabulary.isDrug(term), !vocabulary.synonyms.isIgnored(term),
        let word = Self.word(near: term, isBeginning: isBeginning, vocabulary: vocabulary),
        try !Self.isKnown(term, isBeginning: isBeginning, index: index, nameIndex: nameIndex),
        try !vocabulary.synonyms.alternatives(for: [term]).contains(where: { alternative in
          try alternative.terms.allSatisfy { try index.entry(of: $0) != nil }
        })
      else { continue }
      self.query.read(wordAt: place, as: word)
      readings.append(Reading(typed: term, word: word))
    }
  }

  /// Whether the library has a term, or the person may go on typing one that it has. What begins a name is typed on
  /// purpose, wherever it stands.
  private static func isKnown(
    _ term: String, isBeginning: Bool, index: TermIndex, nameIndex: NameTermIndex
  ) throws -> Bool {
    // Cushing's stands in texts as one term.
    if try index.entry(of: term) != nil || index.entry(of: term + "s") != nil { return true }
    if try !nameIndex.names(withWord: term).isEmpty { return true }
    if try !nameIndex.names(withWordBeginning: term, limit: 1).isEmpty { return true }
    return try isBeginning && !index.entries(beginningWith: term, limit: 1).isEmpty
  }

  /// The nearest word of a topic that begins alike; nil where the term is one, may become one, or none is near.
  private static func word(near term: String, isBeginning: Bool, vocabulary: Vocabulary) -> String? {
    let words = vocabulary.topics.words
    guard !words.contains(TermForm.plain(term)),
      !isBeginning || !words.contains(where: { $0.hasPrefix(term) }),
      var distance = EditDistance(Array(term.utf8))
    else { return nil }
    let tolerance = term.utf8.count >= longLength ? 2 : 1
    var best: (word: String, edits: Int)?
    for word in words where word.utf8.count >= leastLength && word.utf8.first == term.utf8.first {
      let found = Array(word.utf8).withUnsafeBytes { distance.distance(to: $0) }
      guard let edits = found, edits <= tolerance, edits < best?.edits ?? .max else { continue }
      best = (word, edits)
    }
    return best?.word
  }
}
