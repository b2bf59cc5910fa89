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

  @Test(
    "where words are raised or lowered at numbers, in others, at the edges, or without an end",
    arguments: [
      "10<sup>9</sup>/L", "10<sup>-3</sup>", "9<sup>g</sup> of 12<sub>2</sub>", "5 <sup>1</sup>0 mg",
      "10<sup>2<sup>3</sup></sup>", "m<sup>2</sup>30", "Rash<sup>a,b</sup>5", "10<sup>n·2</sup>x",
      "<sup>1</sup>5 mg", "10<sup>9</sup><sup>1</sup>",
    ])
  func raisedWords(text: String) throws {
    let page = "---\ntitle: X\n---\n\n## Dose\n\n\(text)\n"
    let file = SourceFile(name: "x.md", document: "drugs/x.md", bytes: Array(page.utf8))
    #expect(try missing(file) == [])
  }

  @Test(
    "where emphasis begins or ends within a word, or only seems to",
    arguments: [
      "5**mg** daily", "10<sup>**9**</sup>/L", "10<sup>_9_</sup>/L", "hypo*thyroid*ism", "~~5~~mg", "~5~mg",
      "***5**mg* a", "**5*mg*ml**", "a*b", "5*mg and 6*ml", "5 * mg*ml", "2**3* x", "`a**b**c`",
      "`a*` b*c*d", "5\\*mg\\*ml", "snake_case_name", "5_mg_", "[5**mg**](/drugs/b*c*) d*e*",
      "* 5**mg**\n* b*c*", "~~~5~~~mg x", "*a**b*c", "**µg**/mL*s*",
    ])
  func emphasisedWords(text: String) throws {
    let page = "---\ntitle: X\n---\n\n## Dose\n\n\(text)\n"
    let file = SourceFile(name: "x.md", document: "drugs/x.md", bytes: Array(page.utf8))
    let monograph = try #require(MarkdownReader().read(file).monograph)
    let coverage = DocumentCoverage(of: SourceWording(ofMarkdown: file), in: monograph)
    #expect(coverage.missing.map(\.word) == [])
  }

  @Test("where a heading is too long to be one")
  func longHeading() throws {
    let heading = (0..<2_000).map { "w\($0)" }.joined(separator: " ")
    for text in ["# \(heading)\n\n## Dose\n", "# A\n\n## \(heading) <b>x</b>[^1]\n\n[^1]: n\n\n### Dose\n"] {
      #expect(try missing(SourceFile(name: "x.md", document: "drugs/x.md", bytes: Array(text.utf8))) == [])
    }
  }

  @Test("whatever number a list begins with")
  func listNumbers() throws {
    let items = ["a", "b"].map { [Block(.paragraph([.text($0)]))] }
    let monograph = Monograph(
      entity: try #require(EntityID(path: "/drugs/x")), title: "X", source: Source(document: "x"),
      sections: [
        Section(heading: [], level: 0, anchor: "", blocks: [Block(.list(List(start: .max, items: items)))])
      ])
    let wording = SourceWording(texts: ["\(Int.max) a b"])
    #expect(DocumentCoverage(of: wording, in: monograph).missing == [])
  }

  @Test(
    "taking time in proportion to the line", .timeLimit(.minutes(2)),
    arguments: [("<a ", ""), ("[[a ", ""), ("[[a ", "]]"), ("[[a ", "|b]]"), ("[[a]] ", "|"), ("</a", "x")])
  func hostileLines(piece: String, end: String) throws {
    let line = String(repeating: piece, count: 200_000 / piece.utf8.count) + end
    let file = SourceFile(name: "x.md", document: "drugs/x.md", bytes: Array("# T\n\n\(line)\n".utf8))
    #expect(WordCount(SourceWording(ofMarkdown: file).texts).total > 0)
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
