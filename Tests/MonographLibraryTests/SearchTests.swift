import Foundation
import MonographLibrary
import MonographModel
import Testing

@Suite struct SearchTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try folder.library(Sample.all)
  }

  /// The places of a result, as `entity#anchor`.
  func places(_ query: String, limit: Int = 20) throws -> [String] {
    try library.search(query, limit: limit).hits.map { "\($0.entity)#\($0.anchor)" }
  }

  @Test func aHitIsAPlaceWithItsWordsMarked() throws {
    let result = try library.search("three times", limit: 5)
    let hit = try #require(result.hits.first)
    #expect(result.hits.count == 1 && result.total == 1)
    #expect(hit.score > 0)
    #expect(hit.entity == "/drugs/baclofen" && hit.title == "Baclofen" && hit.kind == "drug")
    #expect(hit.entityClass == "GABA-B agonist" && hit.document == "drugs/baclofen.md")
    #expect(hit.sectionPath == ["Dosing", "Oral"] && hit.anchor == "oral" && hit.sectionKey == "Oral")
    #expect(
      hit.snippet
        == Snippet(runs: [
          Snippet.Run(text: "Start with 5 mg ", isMatch: false),
          Snippet.Run(text: "three", isMatch: true), Snippet.Run(text: " ", isMatch: false),
          Snippet.Run(text: "times", isMatch: true),
          Snippet.Run(text: " daily; see Parkinson's disease.", isMatch: false),
        ]))
    #expect(hit.passage == "Start with 5 mg three times daily; see Parkinson's disease.")
  }

  @Test func theCountIsOfWhatCanBeReached() throws {
    let whole = try library.search("baclofen", limit: 20)
    let narrowed = try library.search("in:dosing baclofen", limit: 20)
    #expect(!narrowed.hits.isEmpty && narrowed.hits.count < whole.hits.count)
    #expect(narrowed.total == narrowed.hits.count)
    #expect(whole.total == whole.hits.count)
  }

  @Test func pagesOfAClassComeBeforePagesThatMentionIt() throws {
    func page(_ name: String, class entityClass: String?, _ text: String) -> Monograph {
      Monograph(
        entity: EntityID(folder: "drugs", slug: name)!, title: name.capitalized, kind: "drug",
        entityClass: entityClass, source: Source(document: name),
        sections: [section("Dosing", [paragraph(.text(text))]), section("Uses", [paragraph(.text("Pain."))])])
    }
    let mention = "The dose of a loop diuretic: a loop diuretic, twice the loop diuretic dose of 5 mg."
    let library = try folder.library(
      [
        page("alphadol", class: nil, mention), page("betadol", class: "Opioid, Loop Diuretic", "Take 5 mg."),
        page("gammadol", class: "Thiazide Diuretic", mention),
      ], name: "classes")
    let hits = try library.search("loop diuretic dose", limit: 10).hits
    #expect(hits.first?.title == "Betadol" && hits.first?.sectionPath == ["Dosing"])
    #expect(hits.contains { $0.title == "Alphadol" })
    // Half of a class is none, and a page that is called what was typed comes first.
    #expect(try library.search("diuretic dose", limit: 10).hits.first?.title != "Betadol")
    #expect(try library.search("alphadol loop diuretic dose", limit: 10).hits.first?.title == "Alphadol")
  }

  @Test(arguments: ["kind:", "in:", "  source:x  kind:dr ", "kind:unheard-of"])
  func aFilterThatFindsNothingSaysWhatExists(query: String) throws {
    let result = try library.search(query, limit: 20)
    #expect(result.hits.isEmpty && result.total == 0)
    #expect(result.remarks.count == 1)
    #expect(try library.search("kind:drug baclofen", limit: 20).remarks == [])
  }

  @Test func aHitTellsTheRoutesAndFormsOfItsOwnDocument() throws {
    func label(_ document: String, route: String?) -> Monograph {
      let rows = route.map { [[Table.Cell([.text("Route")]), Table.Cell([.text($0)])]] } ?? []
      return Monograph(
        entity: "/drugs/alphadol", title: "Alphadol", source: Source(document: document),
        infobox: [InfoboxPart(anchor: "product", title: "Product", table: Table(body: rows))],
        sections: [section("Dosing", [paragraph(.text("Titrate \(document)."))])])
    }
    let library = try folder.library(
      [label("tablets", route: "ORAL"), label("vials", route: "INTRATHECAL"), label("unstated", route: nil)],
      name: "forms")
    let hits = try library.search("titrate", limit: 5).hits
    let forms = Dictionary(uniqueKeysWithValues: hits.map { ($0.document, $0.form) })
    #expect(forms == ["tablets": "oral", "vials": "intrathecal", "unstated": nil])
  }

  @Test func textBeforeTheFirstHeadingHasNoPathAndKeepsItsKey() throws {
    let hit = try #require(try library.search("relaxant", limit: 5).hits.first)
    #expect(hit.sectionPath == [])
    #expect(hit.anchor == "overview")
    #expect(hit.sectionKey == "overview")
  }

  @Test(arguments: [
    ("inhib", ["/entities/gaba#overview"]),
    ("BACLOFEN dosing oral", ["/drugs/baclofen#oral"]),
    ("lioresal relaxant", ["/drugs/baclofen#overview"]),
    ("H789N3FKE8 relaxant", ["/drugs/baclofen#overview"]),
    ("carrying signal", ["/entities/neurons#overview"]),
    ("transmitter unheard", ["/entities/gaba#overview"]),
    ("unheard", []),
  ])
  func wordsFindSections(query: String, expected: [String]) throws {
    #expect(try places(query).first == expected.first)
  }

  @Test func aSectionWithoutTextShowsHowItsSubsectionsBegin() throws {
    let words = (1...60).map { "word\($0)" }.joined(separator: " ")
    let page = Monograph(
      entity: "/drugs/outline", title: "Page", source: Source(document: "o"),
      sections: [
        section("Empty", []),
        section(
          "Dosing", [],
          [
            section("Adults", level: 2, [], [section("Oral", level: 3, [paragraph(.text("5 mg daily."))])]),
            section("Children", level: 2, [paragraph(.text("Not known."))]),
          ]),
        section("Long", [], [section("Part", level: 2, [paragraph(.text(words))])]),
      ])
    let next = Monograph(
      entity: "/drugs/next", title: "Next", source: Source(document: "n"),
      sections: [section("Deep", level: 2, [paragraph(.text("Of another page."))])])
    let library = try folder.library([page, next], name: "outline")
    func snippet(_ query: String, of anchor: String) throws -> Snippet? {
      try library.search(query, limit: 9).hits.first { $0.anchor == anchor }?.snippet
    }
    let beginning = Snippet(runs: [Snippet.Run(text: "5 mg daily.", isMatch: false)])
    #expect(try snippet("dosing", of: "dosing") == beginning)
    #expect(try snippet("adults", of: "adults") == beginning)
    #expect(try snippet("empty", of: "empty") == Snippet(runs: []))
    // Whole words of some two hundred letters.
    let kept = try #require(try snippet("long", of: "long")?.text)
    #expect(kept.hasSuffix("…") && words.hasPrefix(kept.dropLast()) && kept.count > 150)
    #expect(words.dropFirst(kept.count - 1).first == " ")
  }

  @Test func namesCountMoreThanText() throws {
    #expect(try places("parkinson").prefix(2).allSatisfy { $0.hasPrefix("/diseases/") })
  }

  @Test func theTotalCountsWhatTheLimitLeavesOut() throws {
    let result = try library.search("baclofen", limit: 2)
    #expect(result.hits.count == 2)
    // Four of its page, and one of another that says its brand.
    #expect(result.total == 5)
  }

  @Test func equalScoresStandInTheOrderOfTheLibrary() throws {
    let same = (1...9).map { number in
      Monograph(
        entity: EntityID(folder: "drugs", slug: "drug-\(number)")!, title: "Drug",
        source: Source(document: "\(number)"),
        sections: [section("Text", [paragraph(.text("the same words"))])])
    }
    let library = try folder.library(same, name: "same")
    #expect(try library.search("same", limit: 9).hits.map(\.entity) == same.map(\.entity))
  }

  @Test(arguments: [
    "", " ", "\"", "\"\"", "'", "*", "**", ":", "(", ")", "^", "-", "+", "{", "}", "\\", ";", "--", "!?",
    "\u{1F600}", "\u{0}", "\u{1}\u{2}", "\u{200B}\u{202E}", "·", "%", "_", "?1", "“”",
  ])
  func aQueryWithoutWordsFindsNothing(query: String) throws {
    #expect(try library.search(query, limit: 5) == SearchResult(query: query))
  }

  @Test(arguments: [
    "AND", "OR", "NOT", "NEAR", "baclofen AND", "AND baclofen", "NOT baclofen", "NEAR(baclofen dosing)",
    "NEAR(baclofen dosing, 2)", "baclofen OR OR OR", "names:baclofen", "rank:baclofen",
    "section_search:baclofen",
    "\"baclofen", "baclofen\"", "bac\"lofen", "\"\"baclofen\"\"", "(baclofen", "baclofen)",
    "{names text}:baclofen",
    "^baclofen", "baclofen*", "*baclofen", "bac*lofen", "- baclofen", "-baclofen", "+baclofen",
    "baclofen + dosing",
    "baclofen; DROP TABLE section", "'; --", "baclofen\u{0}dosing", "baclofen\ndosing", "\u{1F600} baclofen",
    "bac\u{200B}lofen", "\u{202E}baclofen", "ba\u{301}clofen", "GABA-B", "5-HT3", "0.5", "µg",
  ])
  func aQueryIsTextAndNeverSyntax(query: String) throws {
    let result = try library.search(query, limit: 50)
    #expect(result.query == query)
    #expect(result.total == result.hits.count)
  }

  @Test func operatorsAreWords() throws {
    let page = Monograph(
      entity: "/drugs/near", title: "Near", source: Source(document: "n"),
      sections: [section("Text", [paragraph(.text("black and white or not"))])])
    let library = try folder.library([page], name: "operators")
    for query in ["AND", "black AND white", "OR", "NOT", "NEAR", "near(black white, 2)"] {
      #expect(try library.search(query, limit: 5).hits.map(\.entity) == ["/drugs/near"], "\(query)")
    }
  }

  @Test func longQueriesAreAnswered() throws {
    let long = String(repeating: "baclofen ", count: 1_200)
    #expect(try library.search(long, limit: 5).total == 5)
    #expect(try library.search(String(repeating: "a", count: 10_000), limit: 5).hits == [])
    #expect(try library.search(String(repeating: "\"", count: 10_000), limit: 5).hits == [])
    #expect(
      try library.search(String(repeating: "(", count: 10_000) + "gaba", limit: 5).query.count == 10_004)
    #expect(try library.search((0..<5_000).map { "w\($0)" }.joined(separator: " "), limit: 5).hits == [])
  }

  @Test func randomQueriesAreNeverAnError() throws {
    var random = SeededGenerator(seed: 7)
    let pieces = [
      "baclofen", "dos", "AND", "OR", "NOT", "NEAR", "\"", "'", "(", ")", "*", ":", "^", "-", "+", "{", "}",
      " ", " ",
      "\u{0}", "\u{1}", "\u{1F9E0}", "é", "μ", ",", "1", ".", "\\", "\n", "\u{301}",
    ]
    for _ in 0..<1_000 {
      let query = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      _ = try library.search(query, limit: 3)
      _ = try library.names(matching: query, limit: 3)
      _ = try library.resolve(query)
    }
  }

  @Test func aSourcesControlCharactersAreNoMarks() throws {
    let page = Monograph(
      entity: "/drugs/marked", title: "Marked", source: Source(document: "m"),
      sections: [section("Text", [paragraph(.text("one \u{1}two\u{2} three"))])])
    let library = try folder.library([page], name: "marks")
    #expect(
      try library.search("three", limit: 5).hits.first?.snippet
        == Snippet(runs: [
          Snippet.Run(text: "one  two  ", isMatch: false), Snippet.Run(text: "three", isMatch: true),
        ]))
  }

  @Test func anInterruptedSearchSaysSoAndTheNextOneAnswers() async throws {
    let words = (0..<4_000).map { "word\($0 % 900)" }.joined(separator: " ")
    let pages = (0..<200).map { number in
      Monograph(
        entity: EntityID(folder: "drugs", slug: "d\(number)")!, title: "D\(number)",
        source: Source(document: "\(number)"), sections: [section("Text", [paragraph(.text(words))])])
    }
    let library = try folder.library(pages, name: "large")
    let search = Task.detached { () -> LibraryError? in
      while true {
        do {
          _ = try library.search("w", limit: 50)
        } catch let error as LibraryError {
          return error
        }
      }
    }
    let interruption = Task.detached {
      while !Task.isCancelled {
        library.interrupt()
        try? await Task.sleep(for: .milliseconds(1))
      }
    }
    #expect(try await search.value == .interrupted)
    interruption.cancel()
    await interruption.value
    #expect(try library.search("word1", limit: 1).hits.count == 1)
  }

  @Test func anInterruptionWhileTheFirstSearchSetsUpDoesNoHarm() async throws {
    let path = library.path
    for _ in 0..<60 {
      let fresh = try Library.open(path: path)
      let search = Task.detached { _ = try? fresh.search("w", limit: 5) }
      let interruption = Task.detached {
        while !Task.isCancelled {
          fresh.interrupt()
          try? await Task.sleep(for: .microseconds(50))
        }
      }
      await search.value
      interruption.cancel()
      await interruption.value
    }
    #expect(try Library.open(path: path).search("zzzz", limit: 1).hits.isEmpty)
  }

  @Test func pagesAndSearchesMayBeReadFromManyThreads() async throws {
    let library = library
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<16 {
        group.addTask {
          for _ in 0..<20 {
            if number % 2 == 0 {
              guard try library.page("/drugs/baclofen")?.monograph == Sample.baclofen else { return false }
            } else {
              guard try library.search("baclofen", limit: 9).total == 5 else { return false }
              guard try library.names(matching: "gab", limit: 9).count == 2 else { return false }
            }
          }
          return true
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }
}
