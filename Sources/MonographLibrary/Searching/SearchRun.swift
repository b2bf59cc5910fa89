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
  /// The same where exact phrases must stand in them.
  private static let phraseTextLimit = 600
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
    /// Whether it answers to every word.
    var holdsAll: Bool
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
    /// Whether it stands on a page that is for the condition which was asked about, and a topic leads to it.
    var isForCondition = false
    /// Whether it is a chapter of a label.
    var isChapter: Bool { chapter != nil && headings.count == 1 }
  }

  let question: Question
  let vocabulary: Vocabulary
  let headings: HeadingScores
  let database: Database
  let index: TermIndex
  let map: SearchMap
  let strengths: [SlotStrengths]
  let names: NameEvidence
  /// How many sections hold the question's words, and how much each document is about them.
  let tally: SectionTally
  private let isCancelled: () -> Bool
  /// Documents about members of a class that was asked for, with the slots that ask; none where a page is called what
  /// was typed.
  let classes: [Int: Set<Int>]
  /// Which slots ask for what has no page; see ``missingSubjects(_:names:strengths:)``.
  let missingSubjects: [Int]
  /// What hits must meet.
  let filter: SearchFilter
  /// Which sections may be hits by the phrases and words that must or must not stand in them; nil for all.
  let mask: [Bool]?

  /// Words that are read as others; see ``MisspeltTopics``.
  let misspelt: [MisspeltTopics.Reading]

  init(
    _ query: SearchQuery, vocabulary: Vocabulary, headings: HeadingScores, map: SearchMap, stemmer: Stemmer,
    library: Library, database: Database, isCancelled: @escaping () -> Bool
  ) throws {
    self.vocabulary = vocabulary
    self.headings = headings
    self.database = database
    self.map = map
    self.isCancelled = isCancelled
    index = TermIndex(
      database, stemmer: stemmer, placeLimit: map.sectionCount, isCancelled: isCancelled)
    let nameIndex = try NameTermIndex(database, isCancelled: isCancelled)
    let read = try MisspeltTopics(query, vocabulary: vocabulary, index: index, nameIndex: nameIndex)
    misspelt = read.readings
    var question = Question(read.query, vocabulary: vocabulary)
    names = try NameEvidence(
      question, index: index, nameIndex: nameIndex, vocabulary: vocabulary, map: map, database: database,
      library: library)
    var entries: [String: TermEntry] = [:]
    for slot in question.slots.indices {
      question.slots[slot].nameRarity = names.rarity[slot]
      try Self.fill(
        &question.slots[slot], isName: names.rarity[slot] > 0, index: index, synonyms: vocabulary.synonyms,
        entries: &entries)
    }
    filter = try SearchFilter(query, vocabulary: vocabulary, map: map, database: database)
    var strengths: [SlotStrengths] = []
    for slot in question.slots.indices {
      let found = try Self.strengths(of: question.slots[slot], index: index, entries: entries, map: map)
      let total = Double(max(2, map.sectionCount))
      question.slots[slot].rarity =
        found.count == 0
        ? 1 : max(0.02, (log(total) - log(Double(found.count))) / log(total))
      strengths.append(found)
    }
    self.strengths = strengths
    Self.askForInteractions(&question, names: names, vocabulary: vocabulary)
    Self.weakenOrgans(&question, names: names, vocabulary: vocabulary)
    Self.askForBegunTopics(&question, names: names, vocabulary: vocabulary)
    question.isNamed = names.documents.values.contains { $0.contains { $0 > 0.4 } }
    classes = question.isNamed ? [:] : map.classes.documents(askedFor: question)
    missingSubjects = Self.missingSubjects(
      question, names: names, strengths: strengths, vocabulary: vocabulary)
    mask = try Self.sectionMask(question.query, index: index, map: map)
    self.question = question
    let filter = filter
    tally = try SectionTally(
      question, strengths: strengths, names: names.documents, map: map,
      isCounted: filter.narrowsDocuments ? { filter.admits(document: $0) } : nil, mask: mask
    ) { if isCancelled() { throw LibraryError.interrupted } }
  }

  /// Ends the search where the next key was typed.
  func checkCancellation() throws {
    if isCancelled() { throw LibraryError.interrupted }
  }

  /// Whether a section may be a hit, as far as postings tell.
  private func admits(_ section: Int) -> Bool { mask?[section] ?? true }

  /// The sections that hold every word of the phrases and no excluded word. Phrases themselves are looked for in the
  /// texts.
  private static func sectionMask(_ query: SearchQuery, index: TermIndex, map: SearchMap) throws -> [Bool]? {
    guard !query.phrases.isEmpty || !query.excluded.isEmpty else { return nil }
    var mask = Array(repeating: true, count: map.sectionCount + 1)
    for term in Set(query.phrases.joined()) {
      try index.checkCancellation()
      let holders = try sections(holding: term, index: index, map: map)
      for section in mask.indices where !holders[section] { mask[section] = false }
    }
    for excluded in query.excluded where excluded.count == 1 {
      try index.checkCancellation()
      let holders = try sections(holding: excluded[0], index: index, map: map)
      for section in mask.indices where holders[section] { mask[section] = false }
    }
    return mask
  }

  private static func sections(holding term: String, index: TermIndex, map: SearchMap) throws -> [Bool] {
    var holders = Array(repeating: false, count: map.sectionCount + 1)
    guard let entry = try index.entry(of: term) else { return holders }
    try index.forEachPosting(of: entry) { section, _ in holders[section] = true }
    return holders
  }

  /// Which terms of the library stand for a slot.
  private static func fill(
    _ slot: inout Question.Slot, isName: Bool, index: TermIndex, synonyms: SynonymTable,
    entries: inout [String: TermEntry]
  ) throws {
    guard !slot.isIgnored else { return }
    slot.terms[slot.term] = 1
    try addForms(of: slot.term, weight: 1, to: &slot, isName: isName, index: index, synonyms: synonyms)
    for alternative in slot.alternatives where alternative.terms.count == 1 {
      let term = alternative.terms[0]
      slot.terms[term] = max(slot.terms[term] ?? 0, alternative.weight)
      try addForms(
        of: term, weight: alternative.weight, to: &slot, isName: isName, index: index, synonyms: synonyms)
    }
    guard slot.isBeginning else { return }
    var postings = 0
    for entry in try index.entries(beginningWith: slot.term, limit: beginningLimit)
    where slot.terms[entry.text] == nil {
      postings += entry.sections
      if postings > beginningPostings { break }
      slot.terms[entry.text] = 0.7
      // Looking hundreds of them up again would take longer than reading where they stand.
      entries[entry.text] = entry
    }
  }

  /// Adds the other forms of a term. A name has none but its plural: aspart is no aspartate.
  private static func addForms(
    of term: String, weight: Double, to slot: inout Question.Slot, isName: Bool, index: TermIndex,
    synonyms: SynonymTable
  ) throws {
    for form in try index.forms(of: term) where slot.terms[form.text] == nil {
      guard !synonyms.areApart(term, form.text) else { continue }
      guard !isName || TermForm.plain(form.text) == TermForm.plain(term) else { continue }
      slot.terms[form.text] = 0.9 * weight
    }
  }

  private static func strengths(
    of slot: Question.Slot, index: TermIndex, entries: [String: TermEntry], map: SearchMap
  ) throws -> SlotStrengths {
    var strengths = SlotStrengths(map)
    guard !slot.isIgnored else { return strengths }
    // Hundreds of words that begin as typed count alike.
    var tables: [Double: PostingValues] = [:]
    for (term, weight) in slot.terms.sorted(by: { $0.key < $1.key }) {
      guard let entry = try entries[term] ?? index.entry(of: term) else { continue }
      let values = tables[weight] ?? PostingValues(weight: weight)
      tables[weight] = values
      try strengths.note(entry, in: index, values: values)
    }
    for alternative in slot.alternatives where alternative.terms.count > 1 {
      try addPhrase(alternative, to: &strengths, index: index)
    }
    return strengths
  }

  /// Notes the sections that hold all terms of an alternative, as strongly as the weakest of them.
  private static func addPhrase(
    _ alternative: Alternative, to strengths: inout SlotStrengths, index: TermIndex
  ) throws {
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
        let strength = SlotStrengths.strength(of: PostingWeight(rawValue: posting))
        guard order > 0 else { return kept.append((section, strength)) }
        while next < found.count, found[next].section < section { next += 1 }
        guard next < found.count, found[next].section == section else { return }
        kept.append((section, min(strength, found[next].strength)))
      }
      found = kept
    }
    for (section, strength) in found {
      strengths.note(section, strength: strength, weight: alternative.weight)
    }
  }

  /// Whether a section speaks of what has no page of its own, where it speaks of it at all.
  private func speaksOfMissing(_ section: Int) -> Bool {
    missingSubjects.allSatisfy { strengths[$0].count == 0 || strengths[$0].sections[section] > 0 }
  }

  // MARK: Ranking

  /// The best places, best first, at most `limit`, and the topics asked for of which the pages that are called what was
  /// typed say nothing.
  func places(limit: Int) throws -> (best: [Place], unanswered: [QueryTopic]) {
    var places: [Place] = []
    for document in chosenDocuments() {
      try checkCancellation()
      places += try self.places(in: document)
    }
    // Places are large, and hundreds of them: what is moved about is where they stand.
    var order = places.indices.sorted { Self.isBetter(places[$0], places[$1]) }
    if isAmbiguous { order = Self.inTurn(order) { places[$0].document } }
    var best: [Place] = []
    let wanted = max(Self.textLimit, limit)
    // Where phrases must stand, texts are read until there are enough that hold them.
    for index in order.prefix(mask == nil ? wanted : Self.phraseTextLimit) where best.count < wanted {
      var place = places[index]
      try checkCancellation()
      try read(&place)
      if holdsPhrases(place) { best.append(place) }
    }
    best.sort(by: Self.isBetter)
    if isAmbiguous { best = Self.inTurn(best) { $0.document } }
    let least = Self.leastShare * (best.first?.score.besidesNames ?? 0)
    let answers = best.lazy.filter { $0.score.besidesNames >= least || $0.holdsAll }
    return (Array(answers.prefix(limit)), unanswered(best.prefix(Self.textLimit)))
  }

  /// How much of the question, by the rarity of its words, a hit must answer to, and how much of what the best hit has
  /// besides the name: what lies below is noise.
  private static let leastCoverage = 0.25
  private static let leastShare = 0.25

  /// How much of the question a section answers to, 0…1: words that stand in it, that name its page or the class of
  /// what that is about, or that ask for a topic it is about.
  private func coverage(_ evidence: SectionEvidence, class asked: Set<Int>) -> Double {
    var (met, all) = (0.0, 0.0)
    for (index, slot) in question.slots.enumerated() where !slot.isIgnored {
      let mass = max(0.05, slot.rarity)
      all += mass
      if evidence.names[index] > 0 || evidence.words[index] > 0 || asked.contains(index) {
        met += mass
      } else if slot.isTopic {
        let isMet = question.topics.contains { asked in
          asked.slots.contains(index)
            && headings.score(
              evidence.headings, key: evidence.key, chapter: evidence.chapter, for: asked.topic) >= 0.4
        }
        if isMet { met += mass }
      }
    }
    return all > 0 ? met / all : 0
  }

  private func holdsPhrases(_ place: Place) -> Bool {
    let query = question.query
    let excluded = query.excluded.filter { $0.count > 1 }
    guard !query.phrases.isEmpty || !excluded.isEmpty else { return true }
    let terms = TermForm.terms(place.text + "\n" + (place.row.headings.last ?? ""))
    return query.phrases.allSatisfy { terms.holds($0) } && !excluded.contains { terms.holds($0) }
  }

  private static func isBetter(_ left: Place, _ right: Place) -> Bool {
    left.score.total != right.score.total
      ? left.score.total > right.score.total : left.section < right.section
  }

  /// How many sections hold every word, or stand on a page that is called by it; and how many hold any.
  func total() -> (all: Int, any: Int) { (tally.holdingAll, tally.holdingAny) }

  private func chosenDocuments() -> [Int] {
    let slots = question.slots.indices.filter { !question.slots[$0].isIgnored }
    guard !slots.isEmpty else { return [] }
    var scores = tally.aboutness
    for (document, named) in names.documents where scores.indices.contains(document) {
      for slot in slots where named[slot] > 0 {
        scores[document] += SectionScore.Weight.name * named[slot] * question.slots[slot].nameRarity
      }
    }
    for (document, asking) in classes {
      scores[document] += SectionScore.Weight.className * rarity(of: asking)
    }
    // The best so far, best first: one that is not better than the last of them need not be looked at further.
    var best: [(document: Int, score: Double)] = []
    for document in scores.indices.dropFirst() {
      let score = scores[document]
      guard score > 0, best.count < Self.documentLimit || score > best[best.count - 1].score,
        filter.admits(document: document)
      else { continue }
      let place = best.firstIndex { $0.score < score } ?? best.count
      best.insert((document, score), at: place)
      if best.count > Self.documentLimit { best.removeLast() }
    }
    return best.map(\.document)
  }

  /// How rare some slots are together.
  private func rarity(of slots: Set<Int>) -> Double {
    slots.sorted().reduce(0) { $0 + question.slots[$1].rarity }
  }

  private func places(in document: Int) throws -> [Place] {
    let sections = map.sections(of: document).prefix(Self.sectionLimit)
    guard let first = sections.first, let last = sections.last else { return [] }
    let named = names.documents[document] ?? question.slots.map { _ in 0 }
    let condition = try condition(in: sections)
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
      guard admits(section), speaksOfMissing(section),
        filter.admits(headings: headings, key: key, chapter: chapter)
      else {
        return section += 1
      }
      var words = strengths.map { Double($0.sections[section]) / 255 }
      let isForCondition = condition != nil && isLedTo(headings, key: key, chapter: chapter)
      if let condition, isForCondition { words = zip(words, condition).map(max) }
      let evidence = SectionEvidence(
        headings: headings, key: key, chapter: chapter, sort: map.sort(of: section), hasText: hasText,
        names: named, words: words,
        document: tally.aboutness[document])
      let coverage = coverage(evidence, class: classes[document] ?? [])
      guard coverage >= Self.leastCoverage else { return section += 1 }
      var score = SectionScore(evidence, for: question, topics: vocabulary.topics, headings: self.headings)
      if let asking = classes[document] { score.add(classNameOfRarity: rarity(of: asking)) }
      places.append(
        Place(
          section: section, document: document, score: score,
          passage: nil, text: "",
          row: SectionRow(
            headings: headings, key: chapterKey, anchor: anchor, level: level, hasText: hasText,
            chapter: chapter, isForCondition: isForCondition),
          holdsAll: coverage > 0.999))
      section += 1
    }
    return places
  }

  /// Reads the text of a place and looks for the line that answers.
  private func read(_ place: inout Place) throws {
    var named = names.documents[place.document]?.map { $0 > 0 } ?? question.slots.map { _ in false }
    if place.row.isForCondition {
      // What a page is for stands over all of it, as its name does.
      for slot in named.indices where strengths[slot].sections[place.section] == 0 && isOfCondition(slot) {
        named[slot] = true
      }
    }
    place.text =
      try database.firstRow("SELECT body FROM section WHERE id = ?", [place.section]) { row in
        try row.bytes { try SectionText.text(ofBody: $0) }
      } ?? ""
    // Where a quantity is asked for, headings above the sections that hold it are no answer.
    let needsQuantity = question.topics.contains { vocabulary.topics.topics[$0.topic].quantity.isNeeded }
    if place.text.isEmpty, place.row.hasText, needsQuantity {
      place.score.addLackOfText(for: question, topics: vocabulary.topics)
    }
    let finder = PassageFinder(question, named: named, topics: vocabulary.topics)
    place.passage = finder.best(in: place.text, under: place.row.headings)
    place.score.add(passage: place.passage, isChapter: place.row.isChapter)
    place.score.addLackOfPatients(passage: place.passage, for: question, topics: vocabulary.topics)
    // In a label, contraindications are absolute (21 CFR 201.57(c)(5)); other pages also list what asks for care.
    if let passage = place.passage, place.row.chapter != nil {
      place.score.addProhibition(
        passage, sort: map.sort(of: place.section), under: place.row.headings, key: place.row.key,
        chapter: place.row.chapter, for: question, topics: vocabulary.topics)
    }
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

extension Array where Element == String {
  /// Whether a phrase stands in a list of terms.
  fileprivate func holds(_ phrase: [String]) -> Bool {
    guard !phrase.isEmpty, count >= phrase.count else { return false }
    return (0...(count - phrase.count)).contains { self[$0..<$0 + phrase.count].elementsEqual(phrase) }
  }
}
