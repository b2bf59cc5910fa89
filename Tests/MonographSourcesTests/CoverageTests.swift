import Foundation
import MonographModel
import Testing

@testable import MonographSources

@Suite("No word of a page is lost")
struct CoverageTests {
  /// The missing words, each with how often.
  private func missing(_ file: SourceFile) throws -> [String] {
    let monograph = try #require(MarkdownReader().read(file).monograph)
    return DocumentCoverage(of: SourceWording(ofMarkdown: file), in: monograph).missing.map {
      "\($0.word) \($0.count)"
    }
  }

  @Test("of the pages in Content")
  func content() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Content").path()
    let files = ContentFolder(folder).list().files
    #expect(files.count > 20)
    for file in files {
      let missing = try missing(ContentFolder.read(file))
      #expect(missing == [], "\(file.document)")
    }
  }

  @Test("of the fixtures, whatever their faults", arguments: FixtureTests.names)
  func fixtures(name: String) throws {
    let missing = try missing(FixtureTests.source(name))
    #expect(missing == [])
  }

  @Test("of the Markdown in the corpora", .enabled(if: Corpora.isPresent, "no corpora"))
  func corpora() throws {
    let files = Corpora.files(in: "mermaid", ending: ".md")
    #expect(!files.isEmpty)
    for path in files {
      let missing = try missing(ContentFolder.read(ContentFolder.file(at: path)))
      #expect(missing == [], "\(path)")
    }
  }

  @Test("A lost word is found, also one of two that are alike")
  func lostWords() throws {
    let monograph = Monograph(
      entity: try #require(EntityID(path: "/drugs/x")), title: "X", source: Source(document: "x"),
      sections: [
        Section(
          heading: [.text("Dosing")], level: 1, anchor: "dosing",
          blocks: [Block(.paragraph([.text("Take 5 mg "), .strong([.text("dai")]), .text("ly, 5 mL.")]))])
      ])
    let texts = ["Dosing", "Take 5 mg daily, 5 mL."]
    let whole = DocumentCoverage(of: SourceWording(texts: texts), in: monograph)
    #expect(whole.missing == [])
    #expect(whole.share == 1)
    #expect(whole.sourceWords == 7)

    let lost = DocumentCoverage(of: SourceWording(texts: texts + ["5 mg µg"]), in: monograph)
    #expect(lost.missing.map(\.word) == ["5", "mg", "µg"])
    #expect(lost.missingWords == 3)
    #expect(lost.expectedWords == 10)

    let setAside = DocumentCoverage(
      of: SourceWording(texts: texts + ["5 mg µg"], setAside: [.init("5 mg µg", because: "shown once")]),
      in: monograph)
    #expect(setAside.missing == [])
    #expect(setAside.setAside == ["shown once": 3])
  }

  @Test("A letter with its accent is one word in either form of Unicode")
  func equivalentForms() {
    #expect(WordCount(["Sjögren"]).counts == WordCount(["Sjo\u{308}gren"]).counts)
    #expect(WordCount(["5-HT3 µg/mL"]).counts == ["5": 1, "HT3": 1, "µg": 1, "mL": 1])
  }
}
