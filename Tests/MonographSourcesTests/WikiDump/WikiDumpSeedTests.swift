import Foundation
import MonographModel
import MonographSources
import Testing

/// The wiki page that the project began with, where it is there: `seeds/baclofen.txt` beside the corpora.
@Suite(
  "The dump of the page about baclofen",
  .enabled(if: FileManager.default.fileExists(atPath: Seed.file.path()), "no seeds"))
struct WikiDumpSeedTests {
  private let result: WikiDumpImporter.Result
  private let page: WikiDumpImport
  private let read: ReadResult
  private let monograph: Monograph

  init() throws {
    let bytes = Array(try Data(contentsOf: Seed.file))
    result = WikiDumpImporter().read(SourceFile(name: "baclofen.txt", document: "baclofen.txt", bytes: bytes))
    page = try #require(result.page)
    read = MarkdownReader().read(
      SourceFile(name: "baclofen.md", document: "drugs/baclofen.md", bytes: Array(page.markdown.utf8)))
    monograph = try #require(read.monograph)
  }

  /// The page that was made of the same dump by hand.
  private func handMade() throws -> Monograph {
    let file = URL(filePath: #filePath).appending(path: "../../../../Content/drugs/baclofen.md")
      .standardizedFileURL
    let bytes = Array(try Data(contentsOf: file))
    return try #require(
      MarkdownReader().read(SourceFile(name: "baclofen.md", document: "drugs/baclofen.md", bytes: bytes))
        .monograph)
  }

  @Test("It reads back without a fault but those of the source")
  func readsBack() {
    #expect(page.entity.path == "/drugs/baclofen")
    #expect(Set(read.diagnostics.map(\.rule)).subtracting(["unknown-author"]) == [])
    #expect(read.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test("It has the sections of the page made by hand, with their levels")
  func sections() throws {
    let expected = try handMade().allSections
    #expect(monograph.allSections.map(\.anchor) == expected.map(\.anchor))
    #expect(monograph.allSections.map(\.level) == expected.map(\.level))
    #expect(monograph.allSections.map(\.title) == expected.map(\.title))
  }

  @Test("Its table is taken apart as by hand, and each part is marked as inferred")
  func tables() throws {
    func rows(_ page: Monograph) -> [[[String]]] {
      page.infobox.map { $0.table.rows.map { $0.map(\.plainText) } }
    }
    let expected = try handMade()
    #expect(rows(monograph) == rows(expected))
    #expect(monograph.infobox.map(\.anchor) == expected.infobox.map(\.anchor))
    #expect(monograph.infobox.map { $0.inference != nil } == [true, true, true, true, true])
    #expect(monograph.infobox[2].inference?.contains("cut before Bioavailability") ?? false)
  }

  @Test("Its diagram has 14 edges, says where it comes from, and that it was cut off")
  func diagram() throws {
    let blocks = monograph.section(anchor: "pathway-diagram")?.blocks ?? []
    guard blocks.count == 2, case .diagram(let diagram) = blocks[0].content else {
      Issue.record("there is no diagram")
      return
    }
    #expect(diagram.edges.count == 14)
    #expect(diagram.statement?.hasSuffix("discovered through SciDEX knowledge graph analysis") ?? false)
    #expect(blocks[0].inference?.contains("the two were brought together") ?? false)
    #expect([blocks[1]].plainText().contains("edges may be missing"))
    #expect(diagram.subject?.label == "GABA")
  }

  @Test("Its references have the keys of its citations")
  func references() throws {
    let expected = try handMade().references
    #expect(monograph.references == expected)
  }

  @Test("The warning about withdrawal is a callout; what to do is no danger among the others")
  func withdrawal() throws {
    let blocks = monograph.section(anchor: "dosing/withdrawal")?.blocks ?? []
    guard blocks.count == 1, case .callout(let callout) = blocks[0].content else {
      Issue.record("there is no callout")
      return
    }
    #expect(callout.severity == .important)
    #expect(callout.blocks.count == 3)
    guard callout.blocks.count == 3, case .list(let list) = callout.blocks[1].content else { return }
    #expect(list.items.map { $0.plainText() }.last == "Multi-organ failure")
    #expect(list.items.count == 5)
    #expect(
      [callout.blocks[2]].plainText().trimmingCharacters(in: .whitespaces) == "Taper slowly over 2+ weeks")
    #expect(callout.blocks[2].inference != nil)
  }

  @Test("No word of it is lost")
  func words() throws {
    let dump = try String(contentsOf: Seed.file, encoding: .utf8)
    #expect(DumpWords.lost(of: dump, in: page) == [:])
  }

  @Test("What was inferred and removed is told at its line and column")
  func diagnostics() {
    func places(_ rule: String) -> [String] {
      result.diagnostics.filter { $0.rule == rule }.map { "\($0.line):\($0.column)" }
    }
    #expect(places("residue") == ["22:1", "123:1", "124:1"])
    #expect(places("cut-off") == ["19:1"])
    #expect(places("repeated-text") == ["1:0"])
    #expect(places("doubled-year").count == 7)
    #expect(places("unknown-author") == ["119:2", "120:2", "121:2"])
    #expect(places("inferred").count > 40)
    #expect(result.diagnostics.allSatisfy { $0.severity != .error })
  }
}

/// The wiki page that the project began with.
private enum Seed {
  static let file = Corpora.folder.appending(path: "../seeds/baclofen.txt").standardizedFileURL
}
