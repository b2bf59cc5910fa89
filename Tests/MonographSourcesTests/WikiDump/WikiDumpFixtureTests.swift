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
    #expect(DumpWords.lost(of: dump + "\nzebra zebra", in: page) == ["zebra": 2])
    #expect(
      page.sourceLines.count == page.markdown.split(separator: "\n", omittingEmptySubsequences: false).count
        - 1)
  }
}

extension WikiDumpFixtureTests {
  @Test("No word is lost of lines in any order, some of them twice, some cut", arguments: 0..<150)
  func shuffled(seed: Int) throws {
    var generator = SplitMix(state: UInt64(seed))
    let names = ["lantern-moth", "marked-gene"]
    var lines = try names.flatMap { name in
      try String(contentsOf: Self.folder.appending(path: "\(name).txt"), encoding: .utf8).split(
        separator: "\n")
    }
    lines.shuffle(using: &generator)
    for _ in 0..<10 {
      let line = Int.random(in: lines.indices, using: &generator)
      let start = Int.random(in: 0...lines[line].count, using: &generator)
      lines.insert(lines[line].dropFirst(start), at: Int.random(in: lines.indices, using: &generator))
    }
    let dump = lines.joined(separator: "\n")
    let result = WikiDumpImporter().read(
      SourceFile(name: "x.txt", document: "x.txt", bytes: Array(dump.utf8)))
    let page = try #require(result.page)
    #expect(DumpWords.lost(of: dump, in: page) == [:], "\(dump)")
  }
}

/// Numbers that are the same in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The words of a dump held against those of the page that was made of it.
enum DumpWords {
  /// The words of a dump that are neither in its page nor left out with a reason, with their numbers. The tags of
  /// HTML are no words, their addresses are.
  static func lost(of dump: String, in page: WikiDumpImport) -> [String: Int] {
    var words = counts(withoutTags(dump))
    for text in page.setAside { for (word, count) in counts(text.text) { words[word, default: 0] -= count } }
    // What the importer says itself stands for no word of the dump.
    let own = #/<!-- (import|inferred): .*? -->|  note: .*|    Imported from [^\n]*\n(    .*\n)*/#
    for (word, count) in counts(page.markdown.replacing(own, with: " ")) { words[word, default: 0] -= count }
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
