import MonographModel

/// A question as ranking looks at it: its words with what else they may mean, and the topics they ask for.
public struct Question: Hashable, Sendable {
  /// A word of the question.
  public struct Slot: Hashable, Sendable {
    /// Its term.
    public var term: String
    /// Whether it may be the beginning of a word.
    public var isBeginning: Bool
    /// Whether it carries no meaning in a question (`the`, `when`).
    public var isIgnored: Bool
    /// How much of it is spent on asking for a topic, 0…1; the rest is a word like others.
    public var topicShare: Double
    /// Whether a topic is asked for with it.
    public var isTopic: Bool { topicShare > 0 }
    /// What else it, or a phrase that it stands in, may be: all terms of an alternative together.
    public var alternatives: [Alternative]
    /// Which terms of the library stand for it, with how surely (0…1): itself, its other forms, the words that it
    /// begins, alternatives of one term. Filled in by the library.
    public var terms: [String: Double] = [:]
    /// How rare it is in the library's text, 0…1: its inverse document frequency over the largest there can be.
    public var rarity = 0.0
    /// How rare it is in the library's names, likewise.
    public var nameRarity = 0.0

    /// Makes a slot.
    public init(
      term: String, isBeginning: Bool = false, isIgnored: Bool = false, topicShare: Double = 0,
      alternatives: [Alternative] = []
    ) {
      self.term = term
      self.isBeginning = isBeginning
      self.isIgnored = isIgnored
      self.topicShare = topicShare
      self.alternatives = alternatives
    }
  }

  /// A topic that is asked for.
  public struct Topic: Hashable, Sendable {
    /// Its index in the table.
    public var topic: Int
    /// How surely it is asked for, 0…1.
    public var weight: Double
    /// Which slots ask for it; empty where it follows from what they are.
    public var slots: Range<Int>
  }

  /// Whether some page is called what it says.
  public var isNamed = false
  /// The query that it was read from.
  public let query: SearchQuery
  /// The words.
  public var slots: [Slot]
  /// The topics.
  public private(set) var topics: [Topic]

  /// Reads a query with the help of the tables.
  public init(_ query: SearchQuery, vocabulary: Vocabulary) {
    self.query = query
    var slots: [Slot] = []
    for word in query.words {
      var parts: [String] = []
      var joined: Alternative?
      TermScanner.scan(word) { scanned in
        let term = scanned.term
        guard term.isJoined else { return parts.append(term.text) }
        joined = joined ?? Self.joined(term.text)
      }
      let alternatives = joined.map { [$0] } ?? []
      for part in parts { slots.append(Slot(term: part, alternatives: alternatives)) }
    }
    slots = Array(slots.prefix(SearchQuery.wordLimit))
    let terms = slots.map(\.term)
    let asked = vocabulary.topics.asked(by: terms)
    for topic in asked {
      let share = min(1, vocabulary.topics.topics[topic.topic].weight)
      for index in topic.terms { slots[index].topicShare = max(slots[index].topicShare, share) }
    }
    Self.addAlternatives(to: &slots, terms: terms, synonyms: vocabulary.synonyms)
    let meaningful = slots.indices.filter {
      !vocabulary.synonyms.isIgnored(slots[$0].term) || slots[$0].isTopic
    }
    // A question of such words alone is about them.
    if !meaningful.isEmpty {
      for index in slots.indices where !meaningful.contains(index) { slots[index].isIgnored = true }
    }
    if query.endsInsideWord, let last = slots.indices.last { slots[last].isBeginning = true }
    self.slots = slots
    topics = asked.map { Topic(topic: $0.topic, weight: 1, slots: $0.terms) }
  }

  /// Phrases may have another name; two neighbours may be written as one word.
  private static func addAlternatives(to slots: inout [Slot], terms: [String], synonyms: SynonymTable) {
    for start in terms.indices {
      for length in 1...max(1, synonyms.longestPhrase) where start + length <= terms.count {
        let range = start..<start + length
        for alternative in synonyms.alternatives(for: terms[range]) {
          for index in range { slots[index].alternatives.append(alternative) }
        }
      }
      if start + 1 < terms.count {
        let joined = Self.joined(terms[start] + terms[start + 1])
        slots[start].alternatives.append(joined)
        slots[start + 1].alternatives.append(joined)
      }
    }
  }

  private static func joined(_ term: String) -> Alternative {
    Alternative(terms: [term], weight: 1, reason: "written as one word")
  }

  /// Adds a topic that follows from what the words are: two drugs ask for what is between them.
  public mutating func add(topic: Int, weight: Double) {
    guard !topics.contains(where: { $0.topic == topic }) else { return }
    topics.append(Topic(topic: topic, weight: weight, slots: 0..<0))
  }

  /// Notes that a word which names an organ stands before what ails it, and so asks less for advice on the organ:
  /// hepatic encephalopathy is no hepatic impairment.
  public mutating func weaken(topicOf slot: Int, to weight: Double) {
    slots[slot].topicShare = min(slots[slot].topicShare, weight)
    for index in topics.indices where topics[index].slots == slot..<slot + 1 { topics[index].weight = weight }
  }

  /// Whether it asks for nothing but sections that answer as a whole.
  func asksForWholes(in table: TopicTable) -> Bool {
    !topics.isEmpty && topics.allSatisfy { table.topics[$0.topic].isWhole }
  }

  /// Whether what to do is asked for, and not only what is.
  func wantsAdvice(in table: TopicTable) -> Bool {
    topics.isEmpty || !topics.allSatisfy { table.topics[$0.topic].asksForFacts }
  }
}
