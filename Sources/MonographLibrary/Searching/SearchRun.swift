import Foundation
import GRDB
import MonographModel
import MonographSearch

/// One search of a library: from a question to ranked places.
///
/// First the postings of the question's words are added up for every section, then documents are chosen by their
/// names, by what they are about and by their best section; all sections of the chosen documents are scored by names,
/// topics and words (``MonographSearch/SectionScore``), and the texts of the best are read for the line that answers.
struct SearchRun {
  /// How many documents are chosen, how many sections of one are looked at, and how many texts are read.
  private static let documentLimit = 20
  private static let sectionLimit = 400
  private static let textLimit = 24
  /// The most words that a beginning stands for, the commonest first.
  private static let beginningLimit = 400

  /// A place found, before its row is read.
  struct Place {
    var section: Int
    var document: Int
    var score: SectionScore
    var passage: Passage?
    var text: String
    var row: SectionRow
  }

  /// What a section's row tells.
  struct SectionRow {
    var headings: [String]
    /// Its name in the source, or that of the label section it stands in.
    var key: String
    var anchor: String
    var level: Int
    var hasText: Bool
  }

  private(set) var question: Question
  private let vocabulary: Vocabulary
  let database: Database
  private let index: TermIndex
  private let map: SearchMap
  private(set) var strengths: [SlotStrengths] = []
  private(set) var names: NameEvidence

  init(
    _ query: SearchQuery, vocabulary: Vocabulary, map: SearchMap, stemmer: Stemmer, library: Library, database: Database,
    isCancelled: @escaping () -> Bool
  ) throws {
    self.vocabulary = vocabulary
    self.database = database
    self.map = map
    index = TermIndex(
      database, stemmer: stemmer, placeLimit: map.sectionCount, isCancelled: isCancelled)
    var question = Question(query, vocabulary: vocabulary)
    names = try NameEvidence(
      question, index: index, nameIndex: try NameTermIndex(database, isCancelled: isCancelled), database: database, library: library)
    for slot in question.slots.indices {
      question.slots[slot].nameRarity = names.rarity[slot]
      try Self.fill(&question.slots[slot], isNear: names.rarity[slot] > 0, index: index)
    }
    self.question = question
    for slot in question.slots.indices {
      let strengths = try strengths(of: self.question.slots[slot])
      let total = Double(max(2, map.sectionCount))
      self.question.slots[slot].rarity =
        strengths.count == 0
        ? 1 : max(0.02, (log(total) - log(Double(strengths.count))) / log(total))
      self.strengths.append(strengths)
    }
    askForInteractions()
  }

  /// Which terms of the library stand for a slot.
  private static func fill(_ slot: inout Question.Slot, isNear: Bool, index: TermIndex) throws {
    guard !slot.isIgnored else { return }
    slot.terms[slot.term] = 1
    if let entry = try index.entry(of: slot.term) {
      // A drug's name has no other forms: hydroxyzine is not hydroxyzinium.
      for form in try index.forms(of: entry.text) where slot.terms[form.text] == nil {
        slot.terms[form.text] = isNear ? 0.5 : 0.9
      }
    }
    for alternative in slot.alternatives where alternative.terms.count == 1 {
      let term = alternative.terms[0]
      guard let entry = try index.entry(of: term) else { continue }
      slot.terms[term] = max(slot.terms[term] ?? 0, alternative.weight)
      for form in try index.forms(of: entry.text) where slot.terms[form.text] == nil {
        slot.terms[form.text] = 0.9 * alternative.weight
      }
    }
    guard slot.isBeginning, slot.term.utf8.count >= 3 else { return }
    for entry in try index.entries(beginningWith: slot.term, limit: beginningLimit)
    where slot.terms[entry.text] == nil {
      slot.terms[entry.text] = 0.7
    }
  }

  private func strengths(of slot: Question.Slot) throws -> SlotStrengths {
    var strengths = SlotStrengths(map)
    guard !slot.isIgnored else { return strengths }
    for (term, weight) in slot.terms.sorted(by: { $0.key < $1.key }) {
      guard let entry = try index.entry(of: term) else { continue }
      try index.forEachPosting(of: entry) { section, posting in
        strengths.note(section, strength: Self.strength(PostingWeight(rawValue: posting)), weight: weight)
      }
    }
    for alternative in slot.alternatives where alternative.terms.count > 1 {
      try addPhrase(alternative, to: &strengths)
    }
    strengths.gatherDocuments(map)
    return strengths
  }

  private static func strength(_ posting: PostingWeight) -> Int {
    SlotStrengths.strength(
      text: posting.text, isOwnHeading: posting.field == .heading, isOuterHeading: posting.field == .outerHeading)
  }

  /// Notes the sections that hold all terms of an alternative, as strongly as the weakest of them.
  private func addPhrase(_ alternative: Alternative, to strengths: inout SlotStrengths) throws {
    var entries: [TermEntry] = []
    for term in Set(alternative.terms) {
      guard let entry = try index.entry(of: term) else { return }
      entries.append(entry)
    }
    entries.sort { $0.sections < $1.sections }
    var found: [(section: Int, strength: Int)] = []
    for (order, entry) in entries.enumerated() {
      var kept: [(section: Int, strength: Int)] = []
      var next = 0
      try index.forEachPosting(of: entry) { section, posting in
        let strength = Self.strength(PostingWeight(rawValue: posting))
        guard order > 0 else { return kept.append((section, strength)) }
        while next < found.count, found[next].section < section { next += 1 }
        guard next < found.count, found[next].section == section else { return }
        kept.append((section, min(strength, found[next].strength)))
      }
      found = kept
    }
    for (section, strength) in found { strengths.note(section, strength: strength, weight: alternative.weight) }
  }

  /// Two things that can be taken ask for what is between them.
  private mutating func askForInteractions() {
    let substances = question.slots.indices.filter { names.substances.contains($0) }
    guard let first = substances.first, substances.contains(where: { $0 > first + 1 }) || substances.count == 2,
      let topic = vocabulary.topics.topics.firstIndex(where: { $0.name == "interactions" })
    else { return }
    question.add(topic: topic, weight: question.topics.isEmpty ? 0.8 : 0.4)
  }

  // MARK: Ranking

  /// The best places, best first, at most `limit`.
  func places(limit: Int) throws -> [Place] {
    var places: [Place] = []
    for document in chosenDocuments() { places += try self.places(in: document) }
    places.sort(by: Self.isBetter)
    var best = Array(places.prefix(max(Self.textLimit, limit)))
    for index in best.indices { try read(&best[index]) }
    best.sort(by: Self.isBetter)
    return Array(best.prefix(limit))
  }

  private static func isBetter(_ left: Place, _ right: Place) -> Bool {
    left.score.total != right.score.total ? left.score.total > right.score.total : left.section < right.section
  }

  /// How many sections hold every word, or whose page is called by it; where none does, any.
  func total() -> Int {
    let slots = question.slots.indices.filter { !question.slots[$0].isIgnored }
    var (all, any) = (0, 0)
    for document in 1...max(1, map.documentCount) where document <= map.documentCount {
      let named = names.documents[document]
      for section in map.sections(of: document) {
        var (holdsAll, holdsAny) = (true, false)
        for slot in slots {
          if strengths[slot].sections[section] > 0 || (named?[slot] ?? 0) > 0 {
            holdsAny = true
          } else {
            holdsAll = false
          }
        }
        if holdsAll { all += 1 }
        if holdsAny { any += 1 }
      }
    }
    return slots.isEmpty ? 0 : all > 0 ? all : any
  }

  private func chosenDocuments() -> [Int] {
    var best: [(document: Int, score: Double)] = []
    let slots = question.slots.indices.filter { !question.slots[$0].isIgnored }
    guard !slots.isEmpty, map.documentCount > 0 else { return [] }
    for document in 1...map.documentCount {
      let named = names.documents[document]
      var score = 0.0
      var seen = false
      for slot in slots {
        let value = question.slots[slot]
        if let named, named[slot] > 0 {
          score += SectionScore.Weight.name * named[slot] * value.nameRarity
          seen = true
        } else if strengths[slot].documents[document] > 0 {
          score += value.rarity * (value.isTopic ? 0.2 : 1) * Double(strengths[slot].documents[document]) / 255
          // That a word stands there at all says more than how often.
          score += 0.5 * value.rarity * (value.isTopic ? 0.2 : 1)
          seen = true
        }
      }
      guard seen else { continue }
      best.append((document, score))
    }
    return best.sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(Self.documentLimit)
      .map(\.document)
  }

  private func places(in document: Int) throws -> [Place] {
    let sections = map.sections(of: document).prefix(Self.sectionLimit)
    guard let first = sections.first, let last = sections.last else { return [] }
    let named = names.documents[document] ?? question.slots.map { _ in 0 }
    let aboutDocument = strengths.map { Double($0.documents[document]) / 255 }
    var chapters: [(level: Int, chapter: LabelSection?, key: String)] = []
    var places: [Place] = []
    var section = first
    try database.forEachRow(
      """
      SELECT section.level, section.anchor, section.heading_path, key.text, length(section.body)
      FROM section LEFT JOIN phrase AS key ON key.id = section.source_key
      WHERE section.id BETWEEN ? AND ? ORDER BY section.id
      """, [first, last]
    ) { row in
      let level = try row.integer()
      let anchor = try row.text()
      let headings = try row.text().split(separator: Schema.headingSeparator).map(String.init)
      let key = try row.optionalText() ?? headings.last ?? ""
      let hasText = try row.integer() > 8
      while let outer = chapters.last, outer.level >= level { chapters.removeLast() }
      let own = LabelSection(sourceKey: key)
      let chapter = own ?? chapters.last?.chapter
      let chapterKey = own == nil && chapter != nil ? chapters.last?.key ?? key : key
      chapters.append((level, chapter, chapterKey))
      let evidence = SectionEvidence(
        headings: headings, key: key, chapter: chapter, sort: map.sorts[section - 1], hasText: hasText,
        names: named, words: strengths.map { Double($0.sections[section]) / 255 }, document: aboutDocument)
      places.append(
        Place(
          section: section, document: document,
          score: SectionScore(evidence, for: question, topics: vocabulary.topics), passage: nil, text: "",
          row: SectionRow(headings: headings, key: chapterKey, anchor: anchor, level: level, hasText: hasText)))
      section += 1
    }
    return places
  }

  /// Reads the text of a place and looks for the line that answers.
  private func read(_ place: inout Place) throws {
    let named = (names.documents[place.document] ?? []).map { $0 > 0 }
    place.text =
      try database.firstRow("SELECT body FROM section WHERE id = ?", [place.section]) { row in
        try row.bytes { try SectionText.text(ofBody: $0) }
      } ?? ""
    let finder = PassageFinder(
      question, named: named.isEmpty ? question.slots.map { _ in false } : named, topics: vocabulary.topics)
    place.passage = finder.best(in: place.text)
    place.score.add(passage: place.passage?.score ?? 0)
  }
}
