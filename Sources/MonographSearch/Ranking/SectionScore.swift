import MonographModel

/// How well a section answers a question, and why: a sum of named parts.
///
/// The sum is linear in evidence between 0 and 1, so that each part can be told to a person. The name comes first,
/// since a question that names a drug is about that drug; then the topic, since a monograph states each thing in a
/// section of its own; then the words, by BM25's saturation and inverse document frequency (S. Robertson and
/// H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009); last the line that answers.
public struct SectionScore: Hashable, Sendable {
  /// A part of the score.
  public struct Part: Hashable, Sendable {
    /// What it is for: `name “apixaban”`.
    public var reason: String
    /// What it adds.
    public var value: Double
    /// What sort of evidence it is.
    public var kind: Kind
  }

  /// Sorts of evidence.
  public enum Kind: Hashable, Sendable {
    /// What the page is called.
    case name
    /// What else is known before the text is read.
    case section
    /// What the answering line tells.
    case line
  }

  /// How much each sort of evidence counts.
  public enum Weight {
    /// A page that is called what was typed.
    public static let name = 3.5
    /// A page about a member of the class that was typed: more than words of the class can add to a page that only
    /// mentions it, by what that is about, by the section and by its line.
    public static let className = 4.0
    /// A section that a topic leads to.
    static let topic = 1.3
    /// A word that also asks for a topic: the topic counts, and the word itself a little.
    static let topicWord = 0.35
    /// What a document is about besides its name, and where no page is called what was typed, so that it is all there
    /// is to tell which document is meant.
    static let document = 0.8
    static let unnamedDocument = 2.2
    /// The line that answers.
    static let passage = 1.5
    /// A line that sums up a chapter.
    static let summary = 0.2
    /// A section on children, where nothing was asked about them: a dose for adults is meant.
    static let children = 0.25
    /// A section whose text does not speak of the patients who are asked about.
    static let ofOthers = 0.5
    /// How well a line answers that forbids something to those who are asked about, as a section on them.
    static let prohibition = 1.1
    /// A section that tells what is, where what to do is asked.
    static let facts = 0.3
    static let events = 0.15
    /// A section without text of its own.
    static let empty = 0.35
  }

  /// The parts, in the order in which they were found.
  public private(set) var parts: [Part] = []
  /// Their sum.
  public private(set) var total = 0.0
  /// The same without what the page's names add.
  public var besidesNames: Double {
    total - parts.reduce(0) { $0 + ($1.kind == .name ? $1.value : 0) }
  }

  /// Scores a section by what is known before its text is read.
  ///
  /// - Parameter headings: What is known of headings from sections that were scored before.
  public init(
    _ evidence: SectionEvidence, for question: Question, topics: TopicTable, headings: HeadingScores
  ) {
    for (index, slot) in question.slots.enumerated() {
      // A word somewhere within a name is chance.
      let named = evidence.names[index] < 0.4 ? 0 : evidence.names[index]
      if named > 0 { add("name “\(slot.term)”", Weight.name * named * slot.nameRarity, .name) }
      guard !slot.isIgnored else { continue }
      // What a document is called stands all over it, and tells its sections apart as little as the name is sure.
      let share = (1 - (1 - Weight.topicWord) * slot.topicShare) * (1 - min(1, named))
      add("word “\(slot.term)”", share * slot.rarity * evidence.words[index])
    }
    add(
      "what the document is about",
      (question.isNamed ? Weight.document : Weight.unnamedDocument) * evidence.document)
    for asked in question.topics {
      let topic = topics.topics[asked.topic]
      let score = headings.score(
        evidence.headings, key: evidence.key, chapter: evidence.chapter, for: asked.topic)
      add("topic “\(topic.name)”", Weight.topic * topic.weight * asked.weight * score)
    }
    add("sort of section", -evidence.sort.handicap)
    addLackOfAdvice(evidence, for: question, topics: topics, headings: headings)
    let isOnChildren = evidence.headings.contains { headings.isOnChildren($0) }
    if isOnChildren, !question.topics.contains(where: { topics.topics[$0.topic].clinical == .children }) {
      add("on children, of whom nothing was asked", -Weight.children)
    }
    if !evidence.hasText { addLackOfText(for: question, topics: topics) }
  }

  /// Adds what a section has less that tells what was found, where what to do is asked for and no topic leads there.
  private mutating func addLackOfAdvice(
    _ evidence: SectionEvidence, for question: Question, topics: TopicTable, headings: HeadingScores
  ) {
    // Who types a name alone asks for nothing yet.
    let isAsked = question.slots.indices.contains {
      !question.slots[$0].isIgnored && evidence.names[$0] < 0.4
    }
    guard isAsked, question.wantsAdvice(in: topics) else { return }
    let isOnData = evidence.headings.last.map(headings.isOnData) ?? false
    let isLedTo = question.topics.contains { asked in
      guard let chapter = evidence.chapter else { return false }
      return topics.topics[asked.topic].sections[chapter.name] ?? 0 >= 0.8
    }
    if isOnData { return add("tells what was found, not what to do", -Weight.facts) }
    guard !isLedTo else { return }
    switch evidence.sort {
    case .adverseReactions, .overdosage: add("tells what happened, not what to do", -Weight.events)
    case .pharmacology: add("tells how it works, not what to do", -Weight.facts)
    default: return
    }
  }

  /// Adds what a page has whose subject belongs to the class that was typed, by how rare the words of that are.
  public mutating func add(classNameOfRarity rarity: Double) {
    add("name of its class", Weight.className * rarity, .name)
  }

  /// Adds what a section without text of its own has less, unless it answers as a whole.
  public mutating func addLackOfText(for question: Question, topics: TopicTable) {
    if !question.asksForWholes(in: topics) { add("no text of its own", -Weight.empty) }
  }

  /// Adds what the best line of the section is worth, 0…1, and, in a chapter of a label, that it stands in the
  /// Highlights: what to do in one line, which the text below it says in full.
  public mutating func add(passage: Passage?, isChapter: Bool) {
    guard let passage else { return }
    add("line that answers", Weight.passage * passage.score, .line)
    if passage.isSummary, isChapter { add("line of the Highlights", Weight.summary, .line) }
  }

  /// Adds what a section has less whose text does not speak of the patients who are asked about, as a section on doses
  /// that says nothing of renal impairment.
  public mutating func addLackOfPatients(passage: Passage?, for question: Question, topics: TopicTable) {
    for (index, asked) in question.topics.enumerated() where topics.topics[asked.topic].isOnPatients {
      guard let passage, passage.topics[index] == 0 else { continue }
      add("does not speak of “\(topics.topics[asked.topic].name)”", -Weight.ofOthers, .line)
    }
  }

  /// Adds what the answering line's beginning is worth, which stands for a heading: `Renal impairment: reduce …`.
  public mutating func add(
    lead: String, under headings: [String], key: String, chapter: LabelSection?, for question: Question,
    topics: TopicTable
  ) {
    for asked in question.topics {
      let topic = topics.topics[asked.topic]
      let section = topic.score(headings: headings, key: key, chapter: chapter)
      let line = topic.score(headings: headings + [lead], key: "", chapter: chapter)
      guard line > section else { continue }
      add("line headed “\(lead)”", Weight.topic * topic.weight * asked.weight * (line - section), .line)
    }
  }

  /// Adds that a line of a boxed warning or of the contraindications tells of those who are asked about: that they must
  /// not have it comes before all else about them.
  public mutating func addProhibition(
    _ passage: Passage, sort: SectionSort, under headings: [String], key: String, chapter: LabelSection?,
    for question: Question, topics: TopicTable
  ) {
    guard sort == .contraindications || sort == .boxedWarning,
      !question.topics.contains(where: { topics.topics[$0.topic].quantity.isNeeded })
    else { return }
    for (asked, told) in zip(question.topics, passage.told) where told >= Self.leastTold {
      let topic = topics.topics[asked.topic]
      guard topic.clinical?.isOfPeople == true else { continue }
      let section = topic.score(headings: headings, key: key, chapter: chapter)
      add(
        "forbidden or warned of in them",
        Weight.topic * topic.weight * asked.weight * max(0, Weight.prohibition - section), .line)
    }
  }

  /// How much of a topic a line must tell to be on it.
  private static let leastTold = 0.55

  private mutating func add(_ reason: String, _ value: Double, _ kind: Kind = .section) {
    guard value != 0 else { return }
    parts.append(Part(reason: reason, value: value, kind: kind))
    total += value
  }
}

extension ClinicalTopic {
  /// Whether it is about people who differ from others.
  fileprivate var isOfPeople: Bool {
    switch self {
    case .renal, .hepatic, .children, .elderly, .pregnancy, .lactation: true
    default: false
    }
  }
}
