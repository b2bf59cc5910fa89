import Foundation
import MonographModel
import MonographSources
import Testing

/// Source files beside the trees and diagnostics that they give: `Fixtures/name.md` and `Fixtures/name.tree`.
///
/// With `MONOGRAPH_RECORD=1` the trees are written anew, and the tests fail, so that somebody reads them.
@Suite struct FixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static let names = [
    "front-matter", "sections", "running-text", "boxed-warning", "definitions",
    "lists-and-quotes", "pipe-tables",
    "html-tables",
    "mermaid", "residue",
  ]

  static func source(_ name: String) throws -> SourceFile {
    let data = try Data(contentsOf: folder.appending(path: "\(name).md"))
    return SourceFile(name: "\(name).md", document: "entities/\(name).md", bytes: Array(data))
  }

  @Test("Source gives tree", arguments: names)
  func sourceGivesTree(name: String) throws {
    let result = MarkdownReader().read(try Self.source(name))
    let tree = try #require(result.monograph).treeDump
    let drawn = tree + result.diagnostics.map { "\($0)\n" }.joined()
    let file = Self.folder.appending(path: "\(name).tree")
    if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] != nil {
      try Data(drawn.utf8).write(to: file)
      Issue.record("\(name).tree was recorded; read it before it is committed")
      return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(drawn == expected)
  }

  @Test("Pages read at the same time are read as they are one by one")
  func concurrentReading() async throws {
    let files = try Self.names.map(Self.source)
    let alone = files.map { MarkdownReader().read($0) }
    let different = await withTaskGroup(of: (Int, ReadResult).self) { group in
      for _ in 0..<40 {
        for index in files.indices { group.addTask { (index, MarkdownReader().read(files[index])) } }
      }
      var different: Set<Int> = []
      for await (index, result) in group where result != alone[index] { different.insert(index) }
      return different
    }
    #expect(different == [])
  }

  @Test("Every source has a tree and is tested")
  func everySourceIsTested() throws {
    // Folders hold the sources of other readers, with tests of their own.
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
      .filter { $0.contains(".") }
    let expected = Self.names.flatMap { ["\($0).md", "\($0).tree"] }
    #expect(files.sorted() == expected.sorted())
  }
}
