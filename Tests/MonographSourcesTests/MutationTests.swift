import Foundation
import MonographModel
import MonographSources
import Testing

/// Random edits of the fixtures, the same in every run.
@Suite struct MutationTests {
  /// A generator whose numbers are the same in every run (SplitMix64, Steele et al. 2014).
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  static let pieces = [
    "\n", "\n\n", "---\n", "```\n", "```mermaid\n", "> ", "- ", "    ", "|", "\n|---|---|\n", "<table>",
    "</table>",
    "<td colspan=9>", "<!--", "-->", "[", "]", "(", ")", "[@x]", "[^1]", "[^1]: ", "*", "**", "_", "~~", "`",
    ": ",
    "# ", "\\", "&", "<b>", "</b>", "\"", "\u{0}", "\u{1B}[0m", "\u{202E}", "\t", "{", "}", ":", "@", "%%",
    "subgraph ",
    "end\n", " --> ", "&&&",
  ]

  @Test("No edit makes the reader fail, and positions stay within the file", arguments: FixtureTests.names)
  func edits(name: String) throws {
    let original = try FixtureTests.source(name)
    var generator = Generator(state: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ UInt64($1) }))
    for _ in 0..<150 {
      var file = original
      for _ in 0..<Int.random(in: 1...6, using: &generator) { edit(&file.bytes, &generator) }
      let result = MarkdownReader().read(file)
      let page = try #require(result.monograph)
      let lineCount = page.source.lineCount
      #expect(result.diagnostics.allSatisfy { (0...(lineCount + 1)).contains($0.line) && $0.column >= 0 })
      let lines = page.allSections.flatMap { [$0.lines] + $0.blocks.map(\.lines) }.compactMap { $0 }
      #expect(
        lines.allSatisfy { $0.first >= 1 && $0.last <= max(lineCount, 1) })
      #expect(page.treeDump.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F })
    }
  }

  private func edit(_ bytes: inout [UInt8], _ generator: inout Generator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: bytes.insert(contentsOf: Array(Self.pieces.randomElement(using: &generator)!.utf8), at: place)
    case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...20, using: &generator)))
    case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &generator) }
    default:
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let copied = Array(bytes[start..<min(bytes.count, start + 200)])
      bytes.insert(contentsOf: copied, at: place)
    }
  }

  @Test("Every word of plain paragraphs is in the tree, whatever stands between them")
  func wordsAreKept() {
    var generator = Generator(state: 42)
    for round in 0..<300 {
      var text = round % 3 == 0 ? "---\ntitle: T\n---\n" : ""
      var words: [String] = []
      for number in 0..<8 {
        let paragraph = (0..<6).map { "word\(round)x\(number)x\($0)" }
        words += paragraph
        text +=
          paragraph.joined(separator: [" ", "\n", " & ", " < "].randomElement(using: &generator)!) + "\n\n"
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
          text += Self.pieces.filter { !Self.hiding.contains($0) }.randomElement(using: &generator)!
        }
        if Bool.random(using: &generator) { text += "\n\n" }
      }
      let result = read(text)
      let found = result.words + (result.monograph?.title ?? "")
      let lost = words.filter { !found.contains($0) }
      #expect(lost == [], "in \(text.debugDescription)")
    }
  }

  /// What hides the text after it by its meaning: comments, and the attributes and diagrams that begin with it.
  static let hiding: Set<String> = ["<!--", "```mermaid\n", "<td colspan=9>"]
}
