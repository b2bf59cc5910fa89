import Foundation
import GRDB
import MonographModel
import MonographSearch

/// Which documents are called what a question says.
struct NameEvidence {
  /// How a word of a name was met.
  enum Likeness: Hashable {
    case exact
    /// The word begins with what was typed.
    case beginning
    /// Within two edits, or alike in sound: never taken for what was typed, only offered.
    case near
  }

  /// A name that was not typed so, offered instead.
  struct Suggestion: Hashable {
    var slot: Int
    /// The word of the name.
    var word: String
  }

  /// How well the names of a document answer to each slot, 0…1, by document key.
  private(set) var documents: [Int: [Double]] = [:]
  /// The slots that are names only by likeness, with the words taken for them.
  private(set) var suggestions: [Suggestion] = []
  /// Of the documents that are named so only by likeness, the word of their names.
  private(set) var readings: [Int: String] = [:]
  /// Slots that name something that can be taken or eaten, whether or not it has a page, with the entities called so.
  private(set) var substances: [Int: Set<Int>] = [:]
  /// Of slots that only begin names, the words of names that they begin, in order; one where it is sure what is meant.
  private(set) var completions: [Int: [String]] = [:]
  /// Slots that are names of pages as they were typed.
  private var wholeNames: Set<Int> = []
  /// How rare each slot is among names, 0…1.
  private(set) var rarity: [Double]

  private let wordClasses: WordClasses

  /// The most names that a word is looked up for; a word of more names is none.
  private static let nameLimit = 1500
  /// The most entities whose documents are looked at, and the most documents of one.
  private static let entityLimit = 48
  private static let documentLimit = 40

  private struct Match {
    var quality: Double
    var likeness: Likeness
    /// The word of the name, or its beginning.
    var word: String
  }

  init(
    _ question: Question, index: TermIndex, nameIndex: NameTermIndex, vocabulary: Vocabulary,
    map: SearchMap, database: Database, library: Library
  ) throws {
    rarity = question.slots.map { _ in 0 }
    wordClasses = vocabulary.words
    var matches: [Int: [Int: Match]] = [:]
    let entityCount = Double(max(2, try Self.entityCount(database)))
    for (slot, value) in question.slots.enumerated() where !value.isIgnored {
      // A word of the text is the beginning of a name where nothing else says what is asked about.
      let isOnlySubject = question.slots.indices.allSatisfy { other in
        other == slot || question.slots[other].isIgnored || question.slots[other].isTopic
      }
      let names = try Self.names(
        of: value, mayBegin: value.isBeginning || isOnlySubject, index: index, nameIndex: nameIndex)
      guard !names.isEmpty else { continue }
      for (name, match) in names { matches[name, default: [:]][slot] = match }
      rarity[slot] = Self.rarity(names.count, of: entityCount)
    }
    try addDocuments(of: matches, question: question, index: index, map: map, database: database)
    // What is a name itself is no beginning of others.
    completions = completions.filter { slot, _ in !wholeNames.contains(slot) }.mapValues {
      Array(Set($0)).sorted()
    }
    try suggest(
      question, index: index, vocabulary: vocabulary, map: map, database: database, library: library,
      entityCount: entityCount)
  }

  private static func rarity(_ count: Int, of total: Double) -> Double {
    max(0.05, min(1, (log(total) - log(Double(count))) / log(total) + 0.25))
  }

  private static func entityCount(_ database: Database) throws -> Int {
    try database.firstRow("SELECT max(id) FROM entity", []) { try $0.optionalInteger() ?? 0 } ?? 0
  }

  /// The names that have a slot's word, another name of it, or, where none has it, a word that begins so.
  private static func names(
    of slot: Question.Slot, mayBegin: Bool, index: TermIndex, nameIndex: NameTermIndex
  ) throws -> [Int: Match] {
    var found: [Int: Match] = [:]
    func add(_ word: String, _ quality: Double) throws {
      let names = try nameIndex.names(withWord: word)
      guard names.count < nameLimit else { return }
      for name in names where found[name.name]?.quality ?? 0 < quality {
        found[name.name] = Match(quality: quality, likeness: .exact, word: word)
      }
    }
    try add(slot.term, 1)
    // Parkinson is Parkinson's.
    for form in [slot.term + "s", TermForm.plain(slot.term)]
    where form != slot.term && slot.term.utf8.count >= 4 {
      try add(form, 0.97)
    }
    for alternative in slot.alternatives
    where alternative.terms.count == 1 && alternative.weight >= 0.85 && !slot.isTopic {
      try add(alternative.terms[0], 0.97 * alternative.weight)
    }
    let isWord = try index.entry(of: slot.term) != nil
    guard found.isEmpty || mayBegin, slot.term.utf8.count >= 3, !slot.isTopic else { return found }
    guard mayBegin || !isWord else { return found }
    for name in try nameIndex.names(withWordBeginning: slot.term, limit: nameLimit)
    where found[name.name] == nil {
      found[name.name] = Match(quality: isWord ? 0.5 : 0.85, likeness: .beginning, word: slot.term)
    }
    return found
  }

  private mutating func addDocuments(
    of matches: [Int: [Int: Match]], question: Question, index: TermIndex, map: SearchMap,
    database: Database
  ) throws {
    var entities: [Int: [Double]] = [:]
    let firstSlots = question.slots.indices
    let isAlone = question.slots.count { !$0.isIgnored } == 1
    for (name, slots) in matches {
      try index.checkCancellation()
      guard
        let row = try database.firstRow(
          """
          SELECT name.entity, name.role, name.folded, kind.text, entity.has_page FROM name
          CROSS JOIN entity ON entity.id = name.entity CROSS JOIN phrase AS kind ON kind.id = entity.kind
          WHERE name.id = ?
          """, [name],
          { row in
            (
              entity: try row.integer(), role: try row.integer(), folded: try row.text(),
              kind: try row.text(),
              hasPage: try row.flag()
            )
          })
      else { continue }
      let all = row.folded.split(separator: " ").map(String.init)
      let words = all.filter { !wordClasses.isSaltOrForm($0) }
      let coverage = min(1, Double(slots.count) / Double(max(1, words.count)))
      // Calcium is no name of atorvastatin calcium.
      let tells = slots.values.contains { match in
        match.word == all.first && wordClasses.salts.contains(match.word)
          || !wordClasses.isSaltOrForm(match.word)
      }
      guard words.isEmpty || tells else { continue }
      let isDrug = row.kind == "drug"
      if isDrug || row.kind == "compound" || row.kind == "food" {
        for (slot, match) in slots
        where match.likeness == .exact && coverage >= 0.5 && isNameLike(question.slots[slot]) {
          substances[slot, default: []].insert(row.entity)
        }
      }
      guard row.hasPage else { continue }
      var values = entities[row.entity] ?? firstSlots.map { _ in 0 }
      for (slot, match) in slots {
        let isFirst = words.first.map { Self.begins(String($0), with: question.slots[slot]) } ?? false
        // A question that names a drug and a disease is about the drug.
        let value =
          match.quality * (0.7 + 0.3 * coverage) * (isFirst ? 1 : coverage < 0.5 ? 0.25 : 0.85)
          * (isDrug || isAlone || match.likeness == .near ? 1 : 0.7)
          * (question.slots[slot].isTopic && coverage < 1 ? 0.3 : 1)
          // What is named first is asked about.
          * (1 - 0.03 * Double(slot))
        values[slot] = max(values[slot], value)
        if match.likeness == .exact, value > 0.4 { wholeNames.insert(slot) }
        if match.likeness == .beginning, value > 0.3,
          let word = all.first(where: { $0.hasPrefix(match.word) })
        {
          completions[slot, default: []].append(word)
        }
      }
      entities[row.entity] = values
    }
    let best = entities.sorted {
      ($1.value.reduce(0, +), $0.key) < ($0.value.reduce(0, +), $1.key)
    }.prefix(Self.entityLimit)
    for (entity, values) in best {
      try addDocuments(of: entity, values, question: question, map: map, database: database)
    }
  }

  /// Of an entity's documents those count most that bear the name themselves: one label is Eliquis, another is not.
  private mutating func addDocuments(
    of entity: Int, _ values: [Double], question: Question, map: SearchMap, database: Database
  ) throws {
    var count = 0
    try database.forEachRow(
      "SELECT id, names FROM document WHERE entity = ? ORDER BY layer DESC, id LIMIT \(Self.documentLimit)",
      [entity]
    ) { row in
      let document = try map.document(row.integer())
      let words = Set(TermForm.terms(try row.text()))
      let isFirst = count == 0
      count += 1
      var evidence = documents[document] ?? values.map { _ in 0 }
      for slot in values.indices where values[slot] > 0 {
        let own = words.contains { Self.begins($0, with: question.slots[slot]) }
        evidence[slot] = max(evidence[slot], values[slot] * (own ? 1 : 0.9) * (isFirst ? 1 : 0.995))
      }
      documents[document] = evidence
    }
  }

  /// Whether a word can be the name of a substance by itself: letters, four and more, and no wish for a topic.
  private func isNameLike(_ slot: Question.Slot) -> Bool {
    !slot.isTopic && slot.term.utf8.count >= 4 && !slot.term.utf8.contains { (0x30...0x39).contains($0) }
      && !wordClasses.isSaltOrForm(slot.term)
  }

  private static func begins(_ word: String, with slot: Question.Slot) -> Bool {
    word.hasPrefix(slot.term) || slot.alternatives.contains { $0.terms == [word] }
  }

  /// Offers names that are near to words which stand nowhere.
  private mutating func suggest(
    _ question: Question, index: TermIndex, vocabulary: Vocabulary, map: SearchMap, database: Database,
    library: Library, entityCount: Double
  ) throws {
    for (slot, value) in question.slots.enumerated() {
      // Who types the name of a drug means that drug.
      guard !value.isIgnored, !value.isTopic, value.term.utf8.count >= 5, !vocabulary.isDrug(value.term),
        value.term.utf8.allSatisfy({ !(0x30...0x39).contains($0) }), rarity[slot] == 0,
        try index.entry(of: value.term)?.sections ?? 0 <= 2
      else { continue }
      let near = try library.loadedNameIndex().near(
        value.term, limit: 24,
        // What begins words of the library is no name that was written as it is spoken.
        bySound: { try !value.isBeginning || index.entries(beginningWith: value.term, limit: 1).isEmpty },
        checkCancellation: index.checkCancellation)
      guard !near.isEmpty else { continue }
      rarity[slot] = Self.rarity(near.count, of: entityCount)
      for name in near {
        let known = documents
        try addDocuments(
          of: [name.name: [slot: Match(quality: name.quality, likeness: .near, word: name.word)]],
          question: question, index: index, map: map, database: database)
        let added = documents.filter { document, values in
          values[slot] > 0 && known[document]?[slot] ?? 0 == 0
        }.keys
        for document in added { readings[document] = name.word }
        let suggestion = Suggestion(slot: slot, word: name.word)
        if !added.isEmpty, !suggestions.contains(suggestion) { suggestions.append(suggestion) }
      }
    }
  }
}
