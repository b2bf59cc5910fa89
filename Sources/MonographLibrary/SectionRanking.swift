import Foundation
import GRDB
import MonographModel

/// Finds and orders the sections that answer a question: those that hold its words in their text, in the headings above
/// or in the names of their page.
struct SectionRanking {
  /// A word of the question, with all it stands for.
  private struct Word {
    /// The term, and what joins it with those beside it.
    var terms: [String]
    /// The terms of the parts it is joined with, itself among them.
    var compound: Set<String>
    /// Whether it may be the beginning of a word.
    var isBeginning: Bool
  }

  /// More words than this are not looked at.
  private static let wordLimit = 24
  /// How many words with a beginning are looked at.
  private static let beginningLimit = 200
  /// How many names with a beginning are looked at.
  private static let nameLimit = 2_000
  /// What a word counts in the text at most, in a heading above, in the section's own heading, in the page's names.
  private static let (textWeight, outerWeight, headingWeight, nameWeight) = (1.0, 0.4, 0.8, 2.0)

  private let database: Database
  private let index: TermIndex
  private let names: NameTermIndex
  private let sectionCount: Int
  private let words: [Word]

  /// Reads a question; nil where it has no words.
  init?(
    _ query: String, in database: Database, stemmer: Stemmer, isCancelled: @escaping () -> Bool
  ) throws {
    words = Self.words(of: query)
    guard !words.isEmpty else { return nil }
    self.database = database
    sectionCount =
      try database.firstRow("SELECT value FROM meta WHERE key = ?", [MetaKey.sections.rawValue]) {
        try $0.integer()
      } ?? 0
    guard sectionCount >= 0, sectionCount < 1 << 31 else { throw TermReader.damage }
    index = TermIndex(database, stemmer: stemmer, placeLimit: sectionCount, isCancelled: isCancelled)
    names = try NameTermIndex(database, isCancelled: isCancelled)
  }

  private static func words(of query: String) -> [Word] {
    let terms = TermScanner.terms(of: query)
    let parts = terms.filter { !$0.isJoined }
    var words: [Word] = []
    for (number, part) in parts.enumerated() {
      let isLast = number == parts.count - 1
      guard words.count < wordLimit else { break }
      guard isLast || !words.contains(where: { $0.terms[0] == part.text }) else { continue }
      let joined = terms.filter {
        $0.isJoined && $0.range.lowerBound <= part.range.lowerBound
          && part.range.upperBound <= $0.range.upperBound
      }
      words.removeAll { $0.terms[0] == part.text }
      let compound = parts.filter { other in
        joined.contains {
          $0.range.lowerBound <= other.range.lowerBound && other.range.upperBound <= $0.range.upperBound
        }
      }
      words.append(
        Word(
          terms: [part.text] + joined.map(\.text),
          compound: Set(compound.map(\.text)).union([part.text]), isBeginning: isLast))
    }
    return words
  }

  /// What was found.
  struct Ranked {
    /// The best sections, by key, with their scores: best first, equal ones in the order of the library.
    var sections: [(key: Int, score: Double)]
    /// How many sections answer.
    var total: Int
    /// What each word stands for.
    var patterns: [TermPattern]
  }

  /// The best sections that hold every word; where none does, those that hold any.
  func ranked(limit: Int) throws -> Ranked {
    var scores = [Float](repeating: 0, count: sectionCount + 1)
    var masks = [UInt32](repeating: 0, count: sectionCount + 1)
    var patterns: [TermPattern] = []
    for (bit, word) in words.enumerated() {
      patterns.append(try add(word, bit: 1 << UInt32(bit), scores: &scores, masks: &masks))
    }
    let all = UInt32(truncatingIfNeeded: (1 << words.count) - 1)
    var found = masks.indices.filter { masks[$0] == all }
    if found.isEmpty {
      // A part alone of what was typed as one, as `3` of `3J`, is no answer.
      let enough = Set(words.map { mask(of: $0.compound) })
      found = masks.indices.filter { index in
        masks[index] != 0 && enough.contains { masks[index] & $0 == $0 }
      }
    }
    let total = found.count
    found.sort { (scores[$1], $0) < (scores[$0], $1) }
    return Ranked(
      sections: found.prefix(limit).map { ($0, Double(scores[$0])) }, total: total, patterns: patterns)
  }

  private func mask(of terms: Set<String>) -> UInt32 {
    words.enumerated().reduce(0) { terms.contains($1.element.terms[0]) ? $0 | 1 << UInt32($1.offset) : $0 }
  }

  /// Adds what a word counts for each section that holds it.
  private func add(_ word: Word, bit: UInt32, scores: inout [Float], masks: inout [UInt32]) throws
    -> TermPattern
  {
    var entries = Set(try index.forms(of: word.terms[0]))
    for term in word.terms.dropFirst() { if let entry = try index.entry(of: term) { entries.insert(entry) } }
    if word.isBeginning {
      for term in word.terms {
        entries.formUnion(try index.entries(beginningWith: term, limit: Self.beginningLimit))
      }
    }
    var weights = [Float](repeating: 0, count: sectionCount + 1)
    for entry in entries {
      try index.forEachPosting(of: entry) { section, weight in
        weights[section] = max(weights[section], Self.weight(PostingWeight(rawValue: weight)))
      }
    }
    var sections: [Int] = []
    for section in weights.indices where weights[section] > 0 { sections.append(section) }
    let rarity = Float(log(1 + Double(sectionCount) / Double(max(1, sections.count))))
    for section in sections {
      masks[section] |= bit
      scores[section] += rarity * weights[section]
    }
    try forEachSection(ofPagesNamed: word) { section in
      masks[section] |= bit
      scores[section] += rarity * Float(Self.nameWeight)
    }
    return TermPattern(terms: Set(entries.map(\.text)))
  }

  private static func weight(_ weight: PostingWeight) -> Float {
    let text = textWeight * Double(weight.text) / Double(PostingWeight.largestText)
    return switch weight.field {
    case .text: Float(text)
    case .outerHeading: Float(text + outerWeight)
    case .heading: Float(text + headingWeight)
    }
  }

  /// Calls a closure with each section of the pages that have a word among their names, once.
  private func forEachSection(ofPagesNamed word: Word, _ body: (Int) -> Void) throws {
    var found: Set<Int> = []
    for term in word.terms {
      for posting in try names.names(withWord: term) { found.insert(posting.name) }
      if word.isBeginning {
        for posting in try names.names(withWordBeginning: term, limit: Self.nameLimit) {
          found.insert(posting.name)
        }
      }
    }
    var entities: Set<Int> = []
    for name in found.sorted() {
      let entity = try database.firstRow("SELECT entity FROM name WHERE id = ?", [name]) { try $0.integer() }
      guard let entity, entities.insert(entity).inserted else { continue }
      try database.forEachRow(
        "SELECT first_section, section_count FROM document WHERE entity = ?", [entity]
      ) { row in
        let first = try row.integer()
        let count = try row.integer()
        guard first > 0, count >= 0, count <= sectionCount, first <= sectionCount - count + 1 else {
          throw TermReader.damage
        }
        for section in first..<first + count { body(section) }
      }
    }
  }
}
