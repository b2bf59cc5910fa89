import MonographModel
import Testing

@testable import MonographLibrary

/// What the words of a query find.
@Suite struct WordTests {
  /// Words whose stems are not their beginnings, among others.
  private static let words = [
    "withdrawal", "contraindications", "depressive", "hallucinations", "impairment", "spasticity", "dosing",
    "hepatic", "interactions", "polyneuropathy", "hydroxyzine", "oxycodone", "anyone", "studies", "relating",
    "hopefulness", "generalizations", "Ménière", "gastric", "dying", "used", "5mg", "B12", "µmol", "日本語",
  ]

  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    library = try folder.library([
      Monograph(
        entity: "/drugs/words", title: "Page", source: Source(document: "words"),
        sections: Self.words.enumerated().map { number, word in
          section("Part \(number)", [paragraph(.text("Here is \(word), in a text."))])
        })
    ])
  }

  private func places(_ query: String) throws -> [String] {
    try library.search(query, limit: 100).hits.map(\.anchor)
  }

  @Test func everyBeginningOfAWordFindsItsSection() throws {
    for (number, word) in Self.words.enumerated() {
      for length in 2...max(2, word.count) {
        let beginning = String(word.prefix(length))
        #expect(try places(beginning).contains("part-\(number)"), "\(beginning)")
        #expect(try places("text \(beginning)").contains("part-\(number)"), "text \(beginning)")
      }
    }
  }

  @Test func everyBeginningOfEveryWordOfAPageFindsIt() throws {
    let library = try folder.library(Sample.all, name: "sample")
    for monograph in Sample.all {
      for section in monograph.allSections {
        let text = SectionText.text(of: section.blocks)
        for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where word.count >= 2 {
          for length in 2...word.count {
            let hits = try library.search(String(word.prefix(length)), limit: 100).hits
            #expect(
              hits.contains { $0.entity == monograph.entity && $0.anchor == section.anchor },
              "\(word.prefix(length)) of \(word)")
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("withdraw", "withdrawal"), ("withdrawals", "withdrawal"), ("dose", "dosing"), ("doses", "dosing"),
    ("study", "studies"), ("depression", "depressive"), ("hallucinating", "hallucinations"),
    ("impaired", "impairment"), ("interacts", "interactions"), ("uses", "used"), ("relations", "relating"),
    ("MENIERE", "Ménière"),
  ])
  func aWholeWordFindsItsOtherForms(query: String, word: String) throws {
    let number = try #require(Self.words.firstIndex(of: word))
    #expect(try places(query).contains("part-\(number)"))
    #expect(try places("\(query) text") == ["part-\(number)"])
  }

  @Test func theWordItselfComesBeforeItsFormsAndARareFormLiftsNothing() throws {
    // `seizured` is rare, and must not lift its page above those that say as much of seizures.
    let texts =
      ["seizured once", "seizures once", "seizure once", "seizures once"] + Array(repeating: "no", count: 9)
    let library = try folder.library(
      texts.enumerated().map { number, text in
        Monograph(
          entity: EntityID(folder: "drugs", slug: "d\(number)")!, title: "Page",
          source: Source(document: "\(number)"), sections: [section("Text", [paragraph(.text(text))])])
      }, name: "forms")
    let hits = try library.search("seizure once", limit: 9).hits
    #expect(hits.first?.entity == "/drugs/d2")
    #expect(hits.map(\.entity).sorted() == ["/drugs/d0", "/drugs/d1", "/drugs/d2", "/drugs/d3"])
    let scores = Dictionary(uniqueKeysWithValues: hits.map { ($0.entity, $0.score) })
    #expect(scores["/drugs/d0", default: 9] <= scores["/drugs/d1", default: 0])
    #expect(hits.last?.snippet.runs.filter(\.isMatch).map(\.text).last == "once")
  }
}
