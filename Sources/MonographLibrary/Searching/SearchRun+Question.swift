import MonographModel
import MonographSearch

/// What follows from what the words of a question are.
extension SearchRun {
  /// Two things that can be taken ask for what is between them.
  static func askForInteractions(
    _ question: inout Question, names: NameEvidence, vocabulary: Vocabulary
  ) {
    // Many drugs have no page, and are named on those of others.
    let substances = question.slots.indices.filter { slot in
      names.substances[slot] != nil || names.suggestions.contains { $0.slot == slot }
        || !question.slots[slot].isTopic && vocabulary.isDrug(question.slots[slot].term)
    }
    guard let first = substances.first,
      substances.contains(where: { $0 > first + 1 })
        || substances.count == 2 && !Self.isOneThing(substances[0], substances[1], names: names),
      let topic = vocabulary.topics.topics.firstIndex(where: { $0.name == "two together" }),
      !question.topics.contains(where: { vocabulary.topics.topics[$0.topic].name == "interactions" })
    else { return }
    question.add(topic: topic, weight: question.topics.isEmpty ? 0.8 : 0.4)
  }

  /// Whether two words name one thing together: a substance and its salt.
  private static func isOneThing(_ first: Int, _ second: Int, names: NameEvidence) -> Bool {
    names.documents.values.contains { $0[first] > 0.4 && $0[second] > 0.4 }
  }

  /// A word that is being typed behind a name is likely to come to ask for a topic.
  static func askForBegunTopics(
    _ question: inout Question, names: NameEvidence, vocabulary: Vocabulary
  ) {
    guard let last = question.slots.last, last.isBeginning, !last.isTopic, !last.isIgnored,
      last.term.utf8.count >= leastBegun,
      names.documents.values.contains(where: { $0.dropLast().contains { $0 > 0.4 } }),
      !names.documents.values.contains(where: { ($0.last ?? 0) > 0.4 })
    else { return }
    for begun in vocabulary.topics.begun(by: last.term) {
      question.add(topic: begun.topic, weight: begunWeight * begun.share)
    }
  }

  /// How many letters of such a word must stand, and how much its topic counts.
  private static let leastBegun = 4
  private static let begunWeight = 0.8

  /// Slots that ask for something which has no page here: a drug that is known without one, to the library or to the
  /// tables of names, or a word that stands nowhere in the library, where no page is called what stands before it.
  static func missingSubjects(
    _ question: Question, names: NameEvidence, strengths: [SlotStrengths], vocabulary: Vocabulary
  ) -> [Int] {
    let firstNamed = question.slots.indices.first { slot in
      names.documents.values.contains { $0[slot] > 0.4 }
    }
    return question.slots.indices.prefix(firstNamed ?? question.slots.count).filter { slot in
      let value = question.slots[slot]
      guard !value.isIgnored, !value.isTopic, value.term.utf8.count >= 4,
        !value.term.utf8.contains(where: { (0x30...0x39).contains($0) }),
        !names.suggestions.contains(where: { $0.slot == slot })
      else { return false }
      // What the tables alone call a drug may be measured in those who take another: glucose.
      return names.substances[slot] != nil || strengths[slot].count == 0
        || firstNamed == nil && vocabulary.isDrug(value.term)
    }
  }

  /// What else the words were looked for as, each once, where the library has those words.
  func alternatives() throws -> [WordAlternative] {
    var seen: Set<[String]> = []
    var found: [WordAlternative] = []
    for slot in question.slots where !slot.isIgnored {
      for alternative in slot.alternatives where seen.insert(alternative.terms).inserted {
        guard try alternative.terms.allSatisfy({ try index.entry(of: $0) != nil }) else { continue }
        found.append(
          WordAlternative(words: alternative.terms.joined(separator: " "), reason: alternative.reason))
      }
    }
    return found
  }

  /// An organ that stands before what ails it is no question about how well it works.
  static func weakenOrgans(_ question: inout Question, names: NameEvidence, vocabulary: Vocabulary) {
    for slot in question.slots.indices.dropLast()
    where vocabulary.words.organs.contains(question.slots[slot].term) {
      let next = question.slots[slot + 1]
      guard !next.isTopic, !next.isIgnored, names.substances[slot + 1] == nil,
        names.rarity[slot + 1] == 0 || next.rarity > 0,
        next.term.utf8.count > 3, !names.documents.values.contains(where: { $0[slot + 1] > 0.5 })
      else { continue }
      question.weaken(topicOf: slot, to: 0.3)
    }
  }
}
