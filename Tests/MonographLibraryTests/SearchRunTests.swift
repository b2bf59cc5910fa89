import MonographModel
import MonographSearch
import Synchronization
import Testing

@testable import MonographLibrary

/// Two thousand sections of words without sense, some common, some rare.
private let sections: [Monograph] = {
  var random = SeededGenerator(seed: 4)
  let words = (0..<400).map { number in
    "\(["re", "me", "ba", "co", "li", "to"][number % 6])\(["nal", "tin", "lor", "ve"][number / 6 % 4])\(number)"
      .filter { !$0.isNumber } + ["a", "ine", "ol", "ex", "um"][number / 24 % 5]
  }
  return (0..<100).map { number in
    let name =
      "name\(String(number).map { ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r"][$0.wholeNumberValue ?? 0] }.joined())in"
    return Monograph(
      entity: EntityID(folder: "drugs", slug: name) ?? "/drugs/none", title: name.capitalized, kind: "drug",
      source: Source(document: name),
      sections: (0..<20).map { place in
        let length = Int.random(in: 1...60, using: &random)
        let text = (0..<length).map { _ in
          let limit = Int.random(in: 1...words.count, using: &random)
          return words[Int.random(in: 0..<limit, using: &random)]
        }
        return section(
          ["Dosing", "Renal impairment", "Pregnancy", "Overdosage", "Storage"][place % 5] + " \(place)",
          [paragraph(.text(text.joined(separator: " ") + "."))])
      })
  }
}()

@Suite struct SearchRunTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try folder.library(sections)
  }

  private func run<Value>(
    _ query: String, isCancelled: @escaping () -> Bool = { false }, _ body: (SearchRun) throws -> Value
  ) throws -> Value {
    let connection = try SearchConnection(path: library.path)
    return try connection.queue.unsafeRead { database in
      try body(
        SearchRun(
          SearchQuery(query), vocabulary: .standard, headings: connection.headings, map: connection.map,
          stemmer: connection.stemmer, library: library, database: database, isCancelled: isCancelled))
    }
  }

  static let queries = [
    "r", "re", "renal", "renala", "metina balora", "namebin", "namebin renal", "namedkin namedlin", "the",
    "dosing renala covea",
    "\"renal impairment\"", "kind:drug metina", "kind:disease metina", "-renala metina",
    "in:pregnancy metina", "namebbb",
  ]

  @Test(arguments: queries)
  func thePassOverAllSectionsCountsAsOneByOne(query: String) throws {
    try run(query) { run in
      let slots = run.question.slots.indices.filter { !run.question.slots[$0].isIgnored }
      var (all, any) = (0, 0)
      var aboutness = Array(repeating: 0.0, count: run.map.documentCount + 1)
      for document in 1...run.map.documentCount {
        let named = run.names.documents[document]
        for section in run.map.sections(of: document) where run.mask?[section] ?? true {
          let holds = slots.map { run.strengths[$0].sections[section] > 0 || (named?[$0] ?? 0) > 0 }
          if run.filter.admits(document: document) {
            all += holds.allSatisfy { $0 } ? 1 : 0
            any += holds.contains(true) ? 1 : 0
          }
          let sum = slots.filter { (named?[$0] ?? 0) == 0 && run.strengths[$0].sections[section] > 0 }
            .reduce(0.0) { sum, slot in
              let weight = run.question.slots[slot].rarity * (1 - 0.8 * run.question.slots[slot].topicShare)
              return sum + weight * (0.55 + 0.45 * Double(run.strengths[slot].sections[section]) / 255)
            }
          aboutness[document] = max(aboutness[document], sum * run.map.sort(of: section).aboutness)
        }
      }
      #expect(run.tally.holdingAll == all)
      #expect(run.tally.holdingAny == any)
      #expect(run.tally.aboutness == aboutness)
    }
  }

  @Test(arguments: queries)
  func whatIsFoundDoesNotDependOnTheOrderInWhichWordsAreLookedUp(query: String) throws {
    let result = try library.search(query, limit: 20)
    // Sets and dictionaries are in another order in each copy with another capacity; so are postings of other files.
    let others = try folder.library(sections, name: "again")
    for _ in 0..<3 { #expect(try others.search(query, limit: 20) == result) }
    try run(query) { run in
      for slot in run.question.slots.indices {
        var turned = SlotStrengths(run.map)
        for (term, weight) in run.question.slots[slot].terms.sorted(by: { $0.key > $1.key })
        where !run.question.slots[slot].isIgnored {
          guard let entry = try run.index.entry(of: term) else { continue }
          try turned.note(entry, in: run.index, values: PostingValues(weight: weight))
        }
        let hasPhrases = run.question.slots[slot].alternatives.contains { $0.terms.count > 1 }
        if !hasPhrases { #expect(turned.sections == run.strengths[slot].sections) }
      }
    }
  }

  @Test func aSearchEndsAtTheFirstLookThatSaysSo() throws {
    for query in ["r", "metina balora covea", "namebin renal", "namebbb", "\"renal impairment\""] {
      // What is remembered between searches is read by the first.
      _ = try run(query, isCancelled: { false }) { try $0.result(limit: 20) }
      let looks = Atomic(0)
      let whole = try run(
        query,
        isCancelled: {
          looks.add(1, ordering: .relaxed); return false
        }
      ) {
        try $0.result(limit: 20)
      }
      let count = looks.load(ordering: .relaxed)
      #expect(!whole.hits.isEmpty && count > 10)
      for last in [0, 1, 2, count / 4, count / 2, 3 * count / 4] {
        let looks = Atomic(0)
        #expect {
          try run(query, isCancelled: { looks.add(1, ordering: .relaxed).oldValue >= last }) {
            try $0.result(limit: 20)
          }
        } throws: { error in
          guard case LibraryError.interrupted = error else { return false }
          return true
        }
        // It asked no further than it was told to go on.
        #expect(looks.load(ordering: .relaxed) <= last + 1)
      }
    }
  }

  @Test func eachWordToLeaveOutIsALookAtWhetherTheSearchGoesOn() throws {
    func looks(_ query: String) throws -> Int {
      let looks = Atomic(0)
      _ = try run(
        query,
        isCancelled: {
          looks.add(1, ordering: .relaxed); return false
        }
      ) { _ in }
      return looks.load(ordering: .relaxed)
    }
    let excluded = (0..<20).map { "-nothing\($0)" }.joined(separator: " ")
    #expect(try looks("metina " + excluded) >= looks("metina") + 20)
  }

  @Test func anInterruptedSearchLeavesNothingBehind() throws {
    let result = try library.search("renala metina", limit: 20)
    library.interrupt()
    #expect(try library.search("renala metina", limit: 20) == result)
  }

  @Test(arguments: 0..<40)
  func anythingTypedIsAnswered(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<8 {
      let query = Self.typed(&random)
      let limit = Int.random(in: 1...30, using: &random)
      let result = try library.search(query, limit: limit)
      #expect(result.hits.count <= limit)
      #expect(result.total >= result.hits.count)
      #expect(result.hits.allSatisfy { $0.score.isFinite })
      #expect(zip(result.hits, result.hits.dropFirst()).allSatisfy { $0.score >= $1.score })
      #expect(try library.names(matching: query, limit: limit).count <= limit)
    }
  }

  @Test(arguments: ["x", "\"", "-", "🩺", "\u{0}", "re ", "kind:", "é", "\u{301}", "(", "5 mg "])
  func tenThousandCharactersAreAnswered(piece: String) throws {
    let query = String(repeating: piece, count: 10_000)
    let result = try library.search(query, limit: 5)
    #expect(result.hits.count <= 5)
    #expect(try library.names(matching: query, limit: 5).count <= 5)
  }

  /// What somebody, or a cat, may type.
  private static func typed(_ random: inout SeededGenerator) -> String {
    let pieces = [
      "\"", "-", "--", "(", ")", "*", "AND", "OR", "NEAR/2", "kind:", "kind:drug", "in:dosing", "source:",
      ":", "^", "renala",
      "metina", "r", "the", "namebin", "🩺", "👩‍⚕️", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{202E}", "\n", "\t",
      "0.5", "10⁹",
      "µg", "TNFα", "é", "e\u{301}", "\u{FFFD}", "ﬁ", "漢字", "'", "’", "\\", "%", ";", "DROP TABLE section",
      "5-HT3", "1,000",
      String(repeating: "a", count: 300),
    ]
    return (0..<Int.random(in: 0...12, using: &random)).map { _ in
      var piece = pieces[Int.random(in: 0..<pieces.count, using: &random)]
      if Bool.random(using: &random) {
        let code = UInt32.random(in: 0...0x1_FFFF, using: &random)
        piece.unicodeScalars.append(Unicode.Scalar(code) ?? "x")
      }
      return piece
    }.joined(separator: Bool.random(using: &random) ? " " : "")
  }
}
