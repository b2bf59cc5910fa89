import MonographModel
import Testing

@testable import MonographSources

/// Files made to break a reader: each is a diagnostic, and its words are kept.
@Suite struct HostileInputTests {
  @Test("A file beyond the size limit is not read")
  func fileSize() {
    let result = read("# T\n\n" + String(repeating: "x", count: 100), limits: ReaderLimits(fileSize: 100))
    #expect(result.monograph == nil)
    #expect(
      result.diagnostics.map(\.description) == [
        "testazole.md: error: The file is 105 bytes long; files up to 100 are read. (split it) [too-large]"
      ])
  }

  @Test("A line of 10 MB is reported and read")
  func longLine() {
    let line = String(repeating: "word ", count: 2_000_000) + "last"
    let result = read("# T\n\n\(line)\n\nAfter.\n")
    #expect(result.places == ["3:0 warning too-large"])
    #expect(result.words.utf8.count > 10_000_000)
    #expect(result.words.hasSuffix("last\nAfter."))
  }

  @Test("A heading beyond the limit is a paragraph, and no section within repeats it")
  func longHeading() throws {
    let heading = String(repeating: "word ", count: 40_000) + "last"
    let subsections = (0..<1_500).map { "## Part \($0)\n\nText." }.joined(separator: "\n\n")
    for marks in ["# T\n\n# \(heading)\n\n", "# T\n\n\(heading)\n===\n\n", "# \(heading)\n\n"] {
      let result = read(marks + subsections)
      #expect(result.diagnostics.map(\.rule).contains("too-large"))
      let sections = try #require(result.monograph?.allSections)
      #expect(sections.first?.blocks.plainText() == heading)
      #expect(sections.allSatisfy { $0.title.utf8.count < 10 && $0.anchor.utf8.count < 10 })
      #expect(sections.count == 1_501)
    }
    let kept = "# T\n\n# " + String(repeating: "a", count: 1_000)
    #expect(read(kept + "\n\nText.\n").diagnostics == [])
    #expect(
      read(kept + "b\n").diagnostics.map(\.description) == [
        "testazole.md:3: warning: The heading is 1001 bytes long; it is shown as a paragraph, as all above 1000. "
          + "(shorten it) [too-large]"
      ])
  }

  @Test("The anchors of sections within one another do not grow without end")
  func deepAnchors() throws {
    let headings = (1...6).map {
      String(repeating: "#", count: $0) + " " + String(repeating: "ab ", count: 300)
    }
    let text = headings.joined(separator: "\n\n") + "\n\n" + (0..<100).map { "###### Part \($0)\n" }.joined()
    let sections = try #require(read("---\ntitle: T\n---\n\n" + text).monograph?.allSections)
    #expect(sections.count == 106)
    #expect(sections.allSatisfy { $0.anchor.utf8.count <= 2_001 })
    #expect(Set(sections.map(\.anchor)).count == sections.count)
  }

  @Test("A file of NUL bytes, of nothing, of line ends")
  func emptiness() {
    #expect(read("").monograph?.sections == [])
    #expect(read("").places == ["1:0 warning missing-title"])
    #expect(read("\n\n\n").monograph?.sections == [])
    #expect(read("---").monograph != nil)
    #expect(read("---\n").monograph != nil)
    let nul = read([UInt8](repeating: 0, count: 100_000))
    #expect(nul.diagnostics.last?.message.hasSuffix("more of this kind are not listed.") ?? false)
  }

  @Test(
    "What is nested too deeply keeps its words",
    arguments: ["> ", "- ", "1. ", "> - ", "- > 1. "])
  func deepBlocks(opening: String) {
    let result = read("# T\n\n" + String(repeating: opening, count: 20_000) + "inmost word\n\nAfter.\n")
    #expect(result.places(of: .tooDeep) == ["3:0"])
    #expect(result.words.contains("inmost word"))
    #expect(result.words.contains("After."))
    #expect(result.monograph.map { depth(of: $0) } ?? 1_000 <= 130)
  }

  @Test("Emphasis, links, HTML and brackets nested too deeply keep their words")
  func deepInlines() {
    let openings = [("*a **b ", "** x*"), ("<b>", "</b>"), ("[", "](/a/b)"), ("~~a *b ", "* x~~")]
    for (opening, closing) in openings {
      let text =
        String(repeating: opening, count: 5_000) + "inmost" + String(repeating: closing, count: 5_000)
      let result = read("# T\n\n\(text)\n")
      #expect(result.words.contains("inmost"), "\(opening)")
      #expect(result.monograph.map { depth(of: $0) } ?? 1_000 <= 130, "\(opening)")
    }
  }

  @Test("HTML tables nested too deeply, endless, or of absurd spans")
  func htmlTables() {
    let nested =
      String(repeating: "<table><tr><td>", count: 40) + "inmost"
      + String(repeating: "</td></tr></table>", count: 40)
    let kept = read("# T\n\n\(nested)\n", limits: ReaderLimits(depth: 10))
    #expect(kept.places(of: .tooDeep) == ["3:0"])
    #expect(kept.words.contains("inmost"))

    let deeper =
      String(repeating: "<table><tr><td>", count: 4_000) + "inmost"
      + String(repeating: "</td></tr></table>", count: 4_000)
    let source = read("# T\n\n\(deeper)\n")
    #expect(source.places(of: .tooDeep) == ["3:0"])
    #expect(source.words.contains("inmost"))

    let endless = read("# T\n\n" + String(repeating: "<table>\n", count: 20_000) + "\nAfter.\n")
    #expect(endless.words.contains("After."))

    let spans = read(
      """
      # T

      <table>
      <tr><td colspan="99999999999999999999" rowspan="-4">a</td><td colspan="5000">b</td></tr>
      <tr><td rowspan="x">c</td></tr>
      </table>
      """)
    #expect(spans.places(of: .tableCells) == ["4:0", "4:0", "4:0", "5:0"])
    guard case .table(let table)? = spans.monograph?.sections.first?.blocks.first?.content else {
      Issue.record("no table was read")
      return
    }
    #expect(table.body.map { $0.map(\.columnSpan) } == [[1, 1_000], [1]])
    #expect(table.grid.columnCount <= 1_001)
  }

  @Test("A table wider and longer than the limit is read without its markup")
  func pipeTableBomb() {
    let columns = String(repeating: "|a", count: 2_000)
    let rule = String(repeating: "|-", count: 2_000)
    let result = read(
      "# T\n\n\(columns)\n\(rule)\n" + String(repeating: "x\n", count: 2_000) + "\n## Next\n\nAfter.\n")
    #expect(result.places(of: .tooLarge).count == 1)
    #expect(result.monograph?.sections.map(\.title) == ["", "Next"])
    #expect(result.words.hasSuffix("After."))
  }

  @Test(
    "Text that makes parsers slow is read all the same",
    arguments: [
      "<?", "<!A ", "<![CDATA[", "![[]()", "a|b\n-|-|-\n", "[", "*a _a ", "`", "a@b.", "<b>", "</b>", "<!--",
      "[^1]: ", "[@a; ", "[@a]", "\\", "&amp;", "<table>", "```mermaid\n", "|", "#", "\t", "$[@",
      "[x]: y\n", "Term\n: x\n", "> [!NOTE]\n", "<x>", "- [ ] ", "www.a.", "~~", "[](#",
    ])
  func slowText(piece: String) {
    let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
    let result = read("# T\n\nBefore.\n\n\(text)\n\nAfter.\n")
    #expect(result.monograph != nil)
    #expect(result.words.contains("Before."))
  }

  @Test("A diagram of many nodes and edges is cut at the limit")
  func diagrams() {
    let names = (0..<3_000).map { "n\($0)" }.joined(separator: " & ")
    let result = read("# T\n\n```mermaid\ngraph TD\n\(names) --> \(names)\n```\n")
    guard case .diagram(let diagram)? = result.monograph?.sections.first?.blocks.first?.content else {
      Issue.record("no diagram was read")
      return
    }
    #expect(diagram.edges.count == ReaderLimits.default.diagramEdges)
    #expect(result.places == ["4:0 warning mermaid"])
    for piece in [
      "A[", "A{{", "subgraph x\n", "A --", "A -->|", "A@{", "\"", "A & ", "%%{", "accDescr {", ";",
    ] {
      let text = String(repeating: piece, count: 5_000)
      #expect(
        read("# T\n\n```mermaid\ngraph TD\n\(text)\n```\n\nAfter.\n").words.contains("After."), "\(piece)")
    }
  }

  /// How deeply blocks and running text are nested.
  private func depth(of page: Monograph) -> Int {
    page.treeDump.split(separator: "\n").map { $0.prefix { $0 == " " }.count / 2 }.max() ?? 0
  }
}
