import Foundation
import MonographModel
import MonographSources
import Testing

/// Dumps beside the pages that are made of them: `name.txt`, `name.md`, and `name.log` with what is reported.
///
/// With `MONOGRAPH_RECORD=1` they are written anew, and the tests fail, so that somebody reads them.
@Suite("Wiki page dumps give pages") struct WikiDumpFixtureTests {
  private static let folder = FixtureTests.folder.appending(path: "WikiDump")

  private func imported(_ name: String) throws -> WikiDumpImporter.Result {
    let data = try Data(contentsOf: Self.folder.appending(path: "\(name).txt"))
    return WikiDumpImporter().read(
      SourceFile(name: "\(name).txt", document: "\(name).txt", bytes: Array(data)))
  }

  @Test("A dump gives its page and what is to be said of it", arguments: ["lantern-moth", "marked-gene"])
  func dumpGivesPage(name: String) throws {
    let result = try imported(name)
    let page = try #require(result.page)
    let reported =
      "\(page.entity)\n" + result.diagnostics.map { "\($0)\n" }.joined()
      + page.setAside.map { "left out, \($0.reason): \($0.text)\n" }.joined()
    for (text, ending) in [(page.markdown, "md"), (reported, "log")] {
      let file = Self.folder.appending(path: "\(name).\(ending)")
      if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] != nil {
        try Data(text.utf8).write(to: file)
        Issue.record("\(name).\(ending) was recorded; read it before it is committed")
        continue
      }
      #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
    }
  }

  @Test("The page reads back, and holds every word of the dump", arguments: ["lantern-moth", "marked-gene"])
  func readsBack(name: String) throws {
    let result = try imported(name)
    let page = try #require(result.page)
    let dump = try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8)
    #expect(DumpWords.lost(of: dump, in: page) == [:])
    #expect(
      page.sourceLines.count == page.markdown.split(separator: "\n", omittingEmptySubsequences: false).count
        - 1)
  }
}

/// The words of a dump held against those of the page that was made of it.
enum DumpWords {
  /// The words of a dump that are neither in its page nor left out with a reason, with their numbers. The tags of
  /// HTML are no words, their addresses are.
  static func lost(of dump: String, in page: WikiDumpImport) -> [String: Int] {
    var words = counts(withoutTags(dump))
    for text in page.setAside { for (word, count) in counts(text.text) { words[word, default: 0] -= count } }
    for (word, count) in counts(page.markdown) { words[word, default: 0] -= count }
    return words.filter { $0.value > 0 }
  }

  private static func withoutTags(_ text: String) -> String {
    text.replacing(#/<a href="([^"]*)">/#) { " \($0.1) " }.replacing(#/</?[a-z][^>]*>/#, with: " ")
  }

  private static func counts(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      counts[String(word), default: 0] += 1
    }
    return counts
  }
}
