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
  /// The most postings that are read for them: a letter alone begins half of all words.
  private static let beginningPostings = 2_000_000

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
    /// The nearest label section that it stands in, itself included.
    var chapter: LabelSection?
  }

  private(set) var question: Question
  private let vocabulary: Vocabulary
  let database: Database
  private let index: TermIndex
  private let map: SearchMap
  private(set) var strengths: [SlotStrengths] = []
  private(set) var names: NameEvidence
  /// How much each document is about the question's words; see ``aboutDocuments()``.
  private var aboutness: [Double] = []

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
    weakenOrgans()
    aboutness = aboutDocuments()
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
    guard slot.isBeginning else { return }
    var postings = 0
    for entry in try index.entries(beginningWith: slot.term, limit: beginningLimit)
    where slot.terms[entry.text] == nil {
      postings += entry.sections
      if postings > beginningPostings { break }
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

  /// An organ that stands before what ails it is no question about how well it works.
  private mutating func weakenOrgans() {
    for slot in question.slots.indices.dropLast() where Self.organs.contains(question.slots[slot].term) {
      let next = question.slots[slot + 1]
      guard !next.isTopic, !next.isIgnored, !names.substances.contains(slot + 1), names.rarity[slot + 1] == 0 || next.rarity > 0,
        next.term.utf8.count > 3, !names.documents.values.contains(where: { $0[slot + 1] > 0.5 })
      else { continue }
      question.weaken(topicOf: slot, to: 0.3)
    }
  }

  private static let organs: Set<String> = ["renal", "kidney", "hepatic", "liver"]

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
      var score = aboutness[document]
      for slot in slots {
        guard let named, named[slot] > 0 else { continue }
        score += SectionScore.Weight.name * named[slot] * question.slots[slot].nameRarity
      }
      if score > 0 { best.append((document, score)) }
    }
    return best.sorted { ($1.score, $0.document) < ($0.score, $1.document) }.prefix(Self.documentLimit)
      .map(\.document)
  }

  /// How much each document is about the words of the question that are not its name: what the section tells that
  /// tells most. That words stand there together says more than how often.
  private func aboutDocuments() -> [Double] {
    var about = Array(repeating: 0.0, count: map.documentCount + 1)
    let weights = question.slots.map { slot in
      slot.isIgnored ? 0 : slot.rarity * (1 - 0.8 * slot.topicShare)
    }
    let slots = weights.indices.filter { weights[$0] > 0 && strengths[$0].count > 0 }
    guard !slots.isEmpty, map.documentCount > 0 else { return about }
    for document in 1...map.documentCount {
      let named = names.documents[document]
      var best = 0.0
      for section in map.sections(of: document) {
        var sum = 0.0
        for slot in slots {
          let strength = strengths[slot].sections[section]
          guard strength > 0, (named?[slot] ?? 0) == 0 else { continue }
          sum += weights[slot] * (0.55 + 0.45 * Double(strength) / 255)
        }
        guard sum > 0 else { continue }
        best = max(best, sum * map.sorts[section - 1].aboutness)
      }
      about[document] = best
    }
    return about
  }

  private func places(in document: Int) throws -> [Place] {
    let sections = map.sections(of: document).prefix(Self.sectionLimit)
    guard let first = sections.first, let last = sections.last else { return [] }
    let named = names.documents[document] ?? question.slots.map { _ in 0 }
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
        names: named, words: strengths.map { Double($0.sections[section]) / 255 }, document: aboutness[document])
      places.append(
        Place(
          section: section, document: document,
          score: SectionScore(evidence, for: question, topics: vocabulary.topics), passage: nil, text: "",
          row: SectionRow(headings: headings, key: chapterKey, anchor: anchor, level: level, hasText: hasText, chapter: chapter)))
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
    place.passage = finder.best(in: place.text, under: place.row.headings)
    place.score.add(passage: place.passage?.score ?? 0)
    guard let passage = place.passage, let lead = Self.lead(of: passage, in: place.text) else { return }
    place.score.add(
      lead: lead, under: place.row.headings, key: place.row.key, chapter: place.row.chapter, for: question,
      topics: vocabulary.topics)
  }

  /// What stands before the colon of the line that a passage stands in, where that is short enough for a heading.
  private static func lead(of passage: Passage, in text: String) -> String? {
    let bytes = Array(text.utf8)
    let start = bytes[..<min(passage.range.lowerBound, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = bytes[start...].prefix(leadLimit).prefix { $0 != 0x0A }
    guard let colon = line.firstIndex(of: 0x3A), colon > start else { return nil }
    return String(decoding: line[..<colon], as: UTF8.self)
  }

  /// A heading in a line is at most this long, in bytes.
  private static let leadLimit = 140
}
