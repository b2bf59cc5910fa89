import Foundation
import MonographModel
import MonographSources
import Testing

/// Labels beside the trees and diagnostics that they give: `Fixtures/SPL/name.xml` and `Fixtures/SPL/name.tree`.
///
/// With `MONOGRAPH_RECORD=1` the trees are written anew, and the tests fail, so that somebody reads them.
@Suite struct SPLFixtureTests {
  static let folder = FixtureTests.folder.appending(path: "SPL")
  static let names = ["sections", "running-text", "tables", "changes", "headers", "combination"]

  static func read(_ name: String) throws -> (document: SourceDocument?, diagnostics: [Diagnostic]) {
    let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).xml")))
    return SPLReader(gathersWording: true)
      .read(SourceFile(name: "\(name).xml", document: "\(name).xml", bytes: bytes))
  }

  @Test("A label gives its tree", arguments: names)
  func labelGivesTree(name: String) throws {
    let (document, diagnostics) = try Self.read(name)
    let tree = try #require(document).monograph.treeDump
    let drawn = tree + diagnostics.map { "\($0)\n" }.joined()
    let file = Self.folder.appending(path: "\(name).tree")
    if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] != nil {
      try Data(drawn.utf8).write(to: file)
      Issue.record("\(name).tree was recorded; read it before it is committed")
      return
    }
    #expect(drawn == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test("No word of a label is lost", arguments: names)
  func nothingIsLost(name: String) throws {
    let document = try #require(try Self.read(name).document)
    let wording = try #require(document.wording)
    var wanted = WordCounts(wording.texts)
    wanted.remove(WordCounts(wording.setAside.map(\.text)))
    wanted.remove(WordCounts(of: document.monograph))
    #expect(wanted.counts == [:])
  }

  @Test("What is shown once is set aside with its reason")
  func setAside() throws {
    let sections = try #require(try Self.read("sections").document?.wording)
    #expect(
      sections.setAside == [
        .init("For  spasticity.", because: "highlights that say what their section says")
      ])
    let kit = try #require(try Self.read("combination").document?.wording)
    #expect(kit.setAside.map(\.text) == ["059QF0KO0R", "WATER"])
  }

  @Test("Section dates reach the document, the later one where text was put together")
  func dates() throws {
    let page = try #require(try Self.read("sections").document).monograph
    #expect(page.section(anchor: "warning-stopping-suddenly")?.effective == "2023-01-01")
    #expect(page.section(anchor: "5-warnings-and-precautions")?.effective == "2023-06-01")
    #expect(page.section(anchor: "product-data")?.effective == "2024-01-30")
  }

  @Test("Routes and forms are those of the products")
  func forms() throws {
    #expect(
      try #require(try Self.read("combination").document).monograph.form
        == "kit / subcutaneous injection, solution / swab")
    #expect(try #require(try Self.read("sections").document).monograph.form == "oral tablet")
    #expect(try #require(try Self.read("running-text").document).monograph.form == nil)
  }

  @Test("Every label has a tree and is tested")
  func everyLabelIsTested() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(files.sorted() == Self.names.flatMap { ["\($0).xml", "\($0).tree"] }.sorted())
  }
}
