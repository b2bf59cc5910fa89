import MonographModel
import Testing

@testable import MonographSources

/// Markup that cmark reads in quadratic time is read as text where it becomes too much, and no word is lost.
@Suite struct MarkBoundsTests {
  @Test("The brackets of a paragraph with too many links among its emphasis are text from there on")
  func links() {
    let limits = ReaderLimits(linkCost: 10)
    let text = "*a* [one](/drugs/a) *b* [two](/drugs/b) [three](/drugs/c) `[x](y)` ![four](d) [^n] *c*"
    let result = read("# T\n\n\(text)\n\n*a* [five](/drugs/e)\n", limits: limits)
    #expect(result.places(of: .tooLarge) == ["3:0"])
    #expect(
      result.words == """

        a one b two three [x](y) ![four](d) [^n] c
        a five
        """)
  }

  @Test("What begins anew has a measure of its own: items, rows, headings, quotes")
  func places() {
    let line = "*a* [one](/drugs/a) *b* [two](/drugs/b)"
    for pieces in [
      ["- ", "- ", "  - "], ["1. ", "2. ", "3. "], ["# ", "## ", "# "], ["> ", ">\n> ", "\n> "],
      ["|x|\n|-|\n|", "|", "|"],
    ] {
      let text = pieces.map { $0 + line }.joined(separator: "\n")
      let result = read("# T\n\n\(text)\n", limits: ReaderLimits(linkCost: 6))
      #expect(result.places(of: .tooLarge) == [], "\(pieces)")
      #expect(!result.words.contains("["), "\(pieces)")
    }
  }

  @Test("Code is kept as it is, whatever stands in it")
  func code() {
    let line = "*a* [one](b) *c* [two](d) [three](e) |x|y|z|"
    let limits = ReaderLimits(depth: 1, tableColumns: 2, linkCost: 1)
    for text in ["```\n\(line)\n> > > > >\n```", "    \(line)\n    > > > > >", "<div>\n\(line)\n</div>"] {
      let result = read("# T\n\n\(text)\n", limits: limits)
      #expect(result.words.contains(line), "\(text)")
      #expect(result.places(of: .tooLarge) == [], "\(text)")
    }
  }

  @Test("The bars of a line beyond the widest table are text")
  func columns() {
    let limits = ReaderLimits(tableColumns: 4)
    let kept = read("# T\n\n|a|b|c|\n|-|-|-|\n|1|2|3|\n", limits: limits)
    #expect(kept.places == [])
    let result = read("# T\n\n|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n|1|2|3|4|5|6|\n\nAfter.\n", limits: limits)
    #expect(result.places(of: .tooLarge) == ["3:0"])
    #expect(result.words.hasSuffix("|a|b|c|d|e|f| |-|-|-|-|-|-| |1|2|3|4|5|6|\nAfter."))
  }

  @Test("The marks of quotes and lists beyond twice the depth that is kept are text")
  func nesting() {
    let limits = ReaderLimits(depth: 2)
    for (text, words) in [
      ("> > > > > > inmost", "> > inmost"), ("- - - - - inmost", "- inmost"),
      ("1. 1. 1. 1. 1. inmost", "1. inmost"), (">>>>>>inmost", ">>inmost"),
    ] {
      let result = read("# T\n\n\(text)\n", limits: limits)
      #expect(result.words.hasSuffix("\n\(words)"), "\(text)")
      #expect(result.places(of: .tooDeep) == ["3:0"], "\(text)")
    }
  }

  @Test(
    "A paragraph of half a megabyte finishes, with all its words",
    arguments: [
      "[link](x) **strong** *emphasis* ", "[link](x) **strong** *emphasis*\n", "*[link](b)* ",
      "*![link](b)* ", "~link [b](c) ", "*[^link]* ", "  2. [link](x) **b**\n", "``` [link](x) **`b** ",
    ])
  func largeParagraphs(piece: String) throws {
    let count = 500_000 / piece.utf8.count
    let text = "x " + String(repeating: piece, count: count) + "last"
    let page = "---\ntitle: T\n---\n\n\(text)\n\n[^link]: y\n"
    let file = SourceFile(name: "x.md", document: "drugs/x.md", bytes: Array(page.utf8))
    let monograph = try #require(MarkdownReader().read(file).monograph)
    let coverage = DocumentCoverage(of: SourceWording(ofMarkdown: file), in: monograph)
    #expect(coverage.missing.map(\.word) == [])
  }

  @Test(
    "Deep quotes and lists before many lines, and wide rows, finish",
    arguments: [
      (">", 20_000, "b\n", 100_000), ("- ", 5_000, "\n", 300_000), ("|a|b|\n|-|-|\n", 1, "|b", 500_000),
      ("|a", 100_000, "|\n|-", 100_000),
    ])
  func nestingAndRows(opening: String, openings: Int, piece: String, count: Int) {
    let text = String(repeating: opening, count: openings) + "a\n" + String(repeating: piece, count: count)
    let result = read("# T\n\n\(text)\n\nAfter.\n")
    #expect(result.words.hasSuffix("After."))
  }
}
