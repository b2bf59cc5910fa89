import Foundation
import MonographModel

/// Finds the line of a section's text that answers a question: the sentence (or two in a row), the item or the row of
/// a table that holds most of its words and of the words of its topics.
public struct PassageFinder {
  /// What of a text is looked at, in bytes.
  private static let textLimit = 60_000

  /// What a term of a text tells.
  private struct Sign {
    /// The slots that it stands for, with how surely.
    var slots: [(slot: Int, weight: Double)] = []
    /// The phrases that have it: of alternatives, then of topics' answers.
    var phrases: [(phrase: Int, place: Int)] = []
    /// Of whom it tells.
    var audience: SentenceAudience = []
  }

  /// Terms that tell something together.
  private struct Phrase {
    enum Meaning {
      case slot(Int, weight: Double)
      case topic(Int, share: Double)
      case advice
    }
    var length: Int
    var meaning: Meaning
    /// Whether its terms must follow one another, with one more between at most: recommended (starting) dose.
    var isInRow: Bool
  }

  private var signs: [String: Sign] = [:]
  private var phrases: [Phrase] = []
  private var slotWeights: [Double]
  /// Which slots are neither a document's name nor ask for a topic first of all.
  private let isTelling: [Bool]
  /// Which slots are numbers with decimals: 0.75 is a strength, and another number another.
  private let isDecimal: [Bool]
  /// Which slots are numbers of kinds: diabetes of type 1 is another than that of type 2.
  private let isKind: [Bool]
  private static let kinds: Set<String> = ["type", "grade", "stage", "class", "degree"]
  /// The meaningful slot before each.
  private let slotsBefore: [Int?]
  private var topicWeights: [Double] = []
  private var quantities: [QueryTopic.Quantity] = []
  /// Which slots asked for each topic.
  private let topicSlots: [Range<Int>]
  /// The topics that are about some patients, of whom another topic is asked: the dose in renal impairment.
  private let patientTopics: [Int]
  /// What a line counts for that does not tell of them.
  private static let ofOthers = 0.5
  /// Whether what to do is asked for.
  private let wantsAdvice: Bool
  /// About whom it is asked.
  private var audience: SentenceAudience = []
  private var possible = 0.0
  /// Whether a section answers as a whole, so that its beginning is the place to land.
  private let landsAtBeginning: Bool
  /// How much two words that stand together as in the question count besides, of the lesser of their weights.
  private static let closeness = 0.3
  /// How much more a line of a label's Highlights counts, which says a section's gist, and one that tells what to do.
  private static let summary = 1.15
  private static let advice = 1.1
  /// What a line counts for that lacks a number with decimals, or of a kind.
  private static let withoutNumber = 0.7
  /// How much better than a line before it a line must be: of lines that say as much the first is the one to read.
  private static let margin = 1.015

  /// Prepares to look for what a question asks, in a document of which `named` tells which slots are its name.
  public init(_ question: Question, named: [Bool], topics: TopicTable) {
    landsAtBeginning =
      question.asksForWholes(in: topics)
      && question.slots.indices.allSatisfy { slot in
        question.slots[slot].isIgnored || named[slot] || question.slots[slot].topicShare == 1
      }
    wantsAdvice = question.wantsAdvice(in: topics)
    for asked in question.topics {
      switch topics.topics[asked.topic].clinical {
      case .children: audience.insert(.children)
      case .elderly: audience.insert(.elderly)
      default: continue
      }
    }
    topicSlots = question.topics.map(\.slots)
    patientTopics = question.topics.indices.filter { topics.topics[question.topics[$0].topic].isOnPatients }
    isTelling = question.slots.enumerated().map { index, slot in
      !slot.isIgnored && !named[index] && slot.topicShare <= 0.5
    }
    isDecimal = question.slots.map { slot in
      !slot.isIgnored && slot.term.contains(".") && slot.term.allSatisfy { $0.isNumber || $0 == "." }
    }
    isKind = question.slots.indices.map { slot in
      slot > 0 && Self.kinds.contains(question.slots[slot - 1].term)
        && question.slots[slot].term.allSatisfy(\.isNumber)
    }
    slotsBefore = question.slots.indices.map { slot in
      question.slots[..<slot].lastIndex { !$0.isIgnored }
    }
    slotWeights = question.slots.enumerated().map { index, slot in
      // A document's own name stands everywhere in it.
      slot.isIgnored ? 0 : (named[index] ? 0.05 : 1 - 0.5 * slot.topicShare) * max(0.1, slot.rarity)
    }
    for (index, slot) in question.slots.enumerated() where !slot.isIgnored {
      for (term, weight) in slot.terms { signs[term, default: Sign()].slots.append((index, weight)) }
      for alternative in slot.alternatives where alternative.terms.count > 1 {
        add(alternative.terms, meaning: .slot(index, weight: alternative.weight), isInRow: false)
      }
    }
    for (index, asked) in question.topics.enumerated() {
      let topic = topics.topics[asked.topic]
      quantities.append(topic.quantity)
      topicWeights.append(0.6 * min(1, topic.weight) * asked.weight)
      for (place, answer) in topic.answers.enumerated() {
        add(answer, meaning: .topic(index, share: place < 3 ? 0.6 : 0.35), isInRow: true)
      }
    }
    if wantsAdvice {
      for words in topics.advice { add(words, meaning: .advice, isInRow: true) }
    }
    for (word, told) in SentenceAudience.words { signs[word, default: Sign()].audience = told }
    for slot in question.slots { audience.formUnion(SentenceAudience.words[slot.term] ?? []) }
    possible = slotWeights.reduce(0, +) + topicWeights.reduce(0, +)
  }

  private mutating func add(_ terms: [String], meaning: Phrase.Meaning, isInRow: Bool) {
    guard !terms.isEmpty, terms.count <= 8 else { return }
    for (place, term) in terms.enumerated() {
      signs[term, default: Sign()].phrases.append((phrases.count, place))
    }
    phrases.append(Phrase(length: terms.count, meaning: meaning, isInRow: isInRow))
  }

  /// The line of a text that answers best; nil where no line holds anything asked for. What the headings above it
  /// say, the outermost first, each line says too, a little less. Cost: one pass over the text.
  public func best(in text: String, under headings: [String]) -> Passage? {
    guard possible > 0 else { return nil }
    let context = context(of: headings)
    var best: (sentences: Range<Int>, score: Double)?
    var sentences: [Sentence] = []
    var current = context
    let boundaries = SentenceBoundaries(text, limit: Self.textLimit)
    var boundary = 0
    var partial = PhraseProgress(count: phrases.count)
    func close(at end: Int) {
      current.range = current.range.lowerBound..<end
      sentences.append(current)
      current = context
      current.range = end..<end
      partial.reset()
    }
    TermScanner.scan(text) { term in
      while boundary < boundaries.ends.count, term.range.lowerBound >= boundaries.ends[boundary] {
        close(at: boundaries.ends[boundary])
        boundary += 1
      }
      guard term.range.lowerBound < Self.textLimit else { return }
      note(term.term, in: &current, &partial)
    }
    close(at: min(text.utf8.count, Self.textLimit))
    markSummaries(&sentences, in: text)
    lowerUnsaid(&sentences)
    let isContinued = Self.continued(sentences, in: text)
    for index in sentences.indices {
      let alone = score(sentences[index])
      if alone > Self.margin * (best?.score ?? 0) { best = (index..<index + 1, alone) }
      guard index + 1 < sentences.count, alone > 0, isContinued[index] else { continue }
      let both = 0.93 * score(sentences[index].joined(with: sentences[index + 1]))
      if both > Self.margin * (best?.score ?? 0) { best = (index..<index + 2, both) }
    }
    guard let best else { return nil }
    // A section under a heading that says nothing of a topic holds others too: its line on the topic is the place.
    let isWhole = landsAtBeginning && topicSlots.indices.allSatisfy { tells(context, of: $0) }
    let found = isWhole ? sentences.prefix(1) : sentences[best.sentences]
    return Passage(
      range: (found.first?.range.lowerBound ?? 0)..<(found.last?.range.upperBound ?? 0),
      matches: found.flatMap(\.matches), score: min(Self.best, best.score / possible),
      isSummary: !isWhole && found.allSatisfy(\.isSummary) && tellsAll(found),
      told: topicWeights.indices.map { topic in found.reduce(0) { max($0, $1.topics[topic]) } },
      topics: topicWeights.indices.map { topic in sentences.reduce(0) { max($0, $1.topics[topic]) } })
  }

  /// The most that a line is worth: one that says all that was asked, tells what to do and says it shortly.
  private static let best = 1.25
  private static let boxed = ClinicalTopic.boxedWarning

  /// Whether a line has every word that is neither the document's name nor asks for a topic, and tells of every topic.
  private func tellsAll(_ found: ArraySlice<Sentence>) -> Bool {
    isTelling.indices.allSatisfy { slot in !isTelling[slot] || found.contains { $0.slots[slot] > 0 } }
      && topicSlots.indices.allSatisfy { topic in
        topicSlots[topic].isEmpty || found.contains { tells($0, of: topic) }
      }
  }

  /// Whether a sentence has words that answer a topic, or that asked for it.
  private func tells(_ sentence: Sentence, of topic: Int) -> Bool {
    sentence.topics[topic] > 0 || topicSlots[topic].contains { sentence.slots[$0] > 0 }
  }

  /// Whether what stands behind each sentence belongs to it: the rest of its line, or what it announces by a colon. Rows
  /// and items tell of other things each.
  private static func continued(_ sentences: [Sentence], in text: String) -> [Bool] {
    var text = text
    return text.withUTF8 { bytes in
      sentences.map { sentence in
        guard let end = bytes[sentence.range].last, end == 0x0A else { return true }
        return bytes[sentence.range].last { $0 > 0x20 } == UInt8(ascii: ":")
      }
    }
  }

  /// Of a line of Highlights with several sentences the last alone ends with the number.
  private func markSummaries(_ sentences: inout [Sentence], in text: String) {
    var text = text
    text.withUTF8 { bytes in
      for index in sentences.indices.dropLast().reversed() where sentences[index + 1].isSummary {
        let end = sentences[index].range.upperBound
        if end > 0, bytes[end - 1] != 0x0A { sentences[index].isInSummary = true }
      }
    }
  }

  /// Where a line under a heading repeats a word of it that is asked for, the others are about something else.
  private func lowerUnsaid(_ sentences: inout [Sentence]) {
    for slot in slotWeights.indices where isTelling[slot] && sentences.contains(where: { $0.said[slot] }) {
      for index in sentences.indices where !sentences[index].said[slot] {
        sentences[index].slots[slot] *= Self.unsaid
      }
    }
  }

  /// How much of what a heading says of a word counts for a line without it.
  private static let unsaid = 0.5

  /// What a line says by standing under some headings.
  private func context(of headings: [String]) -> Sentence {
    var context = Sentence(from: 0, slots: slotWeights.count, topics: topicWeights.count)
    context.isInBox = headings.contains { Self.boxed.score(heading: $0) > 0 }
    for (depth, heading) in headings.reversed().prefix(3).enumerated() {
      var inHeading = Sentence(from: 0, slots: slotWeights.count, topics: topicWeights.count)
      var partial = PhraseProgress(count: phrases.count)
      TermScanner.scan(heading) { note($0.term, in: &inHeading, &partial) }
      let share = depth == 0 ? 0.8 : 0.5
      context.slots = zip(context.slots, inHeading.slots).map { max($0, share * $1) }
      context.topics = zip(context.topics, inHeading.topics).map { max($0, share * $1) }
    }
    return context
  }

  private func note(_ term: Term, in sentence: inout Sentence, _ partial: inout PhraseProgress) {
    let text = term.text
    var plain = TermForm.plain(text)
    let sign = signs[text]
    partial.position += 1
    sentence.noteQuantity(text, at: partial.position)
    sentence.noteReference(text, at: term.range.lowerBound)
    if let sign {
      sentence.audience.formUnion(sign.audience)
      for (slot, weight) in sign.slots {
        sentence.note(slot, after: slotsBefore[slot], weight: weight, at: partial.position)
      }
      if !sign.slots.isEmpty { sentence.matches.append(term.range) }
    }
    if plain == text { plain = "" }
    for sign in [sign, plain.isEmpty ? nil : signs[plain]].compactMap({ $0 }) {
      for (index, place) in sign.phrases {
        let phrase = phrases[index]
        guard partial.advance(index, to: place, of: phrase.length, inRow: phrase.isInRow) else { continue }
        switch phrase.meaning {
        case .slot(let slot, let weight):
          sentence.slots[slot] = max(sentence.slots[slot], weight)
          sentence.said[slot] = true
        case .advice: sentence.advises = true
        case .topic(let topic, let share): sentence.topics[topic] = min(1, sentence.topics[topic] + share)
        }
      }
    }
  }

  private func score(_ sentence: Sentence) -> Double {
    var score = 0.0
    for (weight, found) in zip(slotWeights, sentence.slots) { score += weight * found }
    for (index, found) in sentence.topics.enumerated() {
      score +=
        topicWeights[index] * found
        * quantities[index].share(hasQuantity: sentence.hasQuantity, hasDose: sentence.hasDose)
    }
    for slot in slotWeights.indices where sentence.isClose[slot] {
      guard let before = slotsBefore[slot] else { continue }
      score += Self.closeness * min(slotWeights[before], slotWeights[slot])
    }
    // What says the same in fewer words is the better answer, and read sooner.
    let length = Double(
      max(80, (sentence.reference ?? sentence.range.upperBound) - sentence.range.lowerBound))
    score *= max(0.7, 1 - 0.06 * log2(length / 80))
    if sentence.isSummary { score *= Self.summary }
    if sentence.advises { score *= Self.advice }
    for slot in slotWeights.indices where isDecimal[slot] && sentence.slots[slot] == 0 {
      score *= Self.withoutNumber
    }
    for slot in slotWeights.indices where isKind[slot] && !sentence.isClose[slot] {
      score *= Self.withoutNumber
    }
    for topic in patientTopics where !tells(sentence, of: topic) { score *= Self.ofOthers }
    return score * sentence.audience.share(askedAbout: audience)
  }

  /// How far each phrase has been met in a sentence.
  private struct PhraseProgress {
    /// The number of the term that is looked at.
    var position = 0
    private var met: [UInt8]
    private var last: [Int]
    private var touched: [Int] = []

    init(count: Int) {
      met = Array(repeating: 0, count: count)
      last = Array(repeating: -1, count: count)
    }

    mutating func reset() {
      for index in touched { met[index] = 0 }
      touched.removeAll(keepingCapacity: true)
    }

    /// Whether this term completes the phrase.
    mutating func advance(_ index: Int, to place: Int, of length: Int, inRow: Bool) -> Bool {
      if met[index] == 0 { touched.append(index) }
      if inRow {
        // Said twice is said once.
        guard met[index] != UInt8.max else { return false }
        if place == 0 {
          met[index] = 1
        } else if Int(met[index]) == place, position - last[index] <= 2 {
          met[index] += 1
        } else {
          return false
        }
        last[index] = position
        guard Int(met[index]) == length else { return false }
        met[index] = UInt8.max
        return true
      }
      // In any order: a bit for each place.
      let before = met[index]
      met[index] |= 1 << UInt8(place)
      return before != met[index] && Int(met[index]) == (1 << length) - 1
    }
  }
}
