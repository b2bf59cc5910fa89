import MonographModel
import MonographSources
import Testing

/// The structural rules: what each finds, and where.
@Suite struct DiagnosticTests {
  @Test("Citations and references are held against each other")
  func citations() {
    let result = read(
      """
      ---
      title: T
      references:
        - {id: a, title: A, author: X}
        - {id: b, title: B, author: Unknown}
        - {id: c, title: C, author: X}
      ---
      µ text[@a; @missing]
      and **strong [@b]**, [@gone].

      | cell |
      |------|
      | [@lost] |
      """)
    #expect(
      result.places == [
        "5:0 note unknown-author", "6:0 warning unused-reference", "8:12 error unresolved-citation",
        "9:23 error unresolved-citation", "13:4 error unresolved-citation",
      ])
  }

  @Test("Links within the page are held against its sections, and a stray target is reported")
  func anchors() throws {
    let other = try #require(EntityID(path: "/drugs/other"))
    let result = read(
      """
      # T

      [a](#one), [b](#two) and [c](/drugs/testazole#two) and [d](one.txt) and [e](/drugs/other#two).

      ## One

      x
      """)
    #expect(
      result.places == [
        "3:12 warning dangling-anchor", "3:26 warning dangling-anchor", "3:56 warning dangling-link",
      ])
    #expect(result.links == [LinkUse(target: other, anchor: "two", line: 3, column: 73)])
  }

  @Test("A section without anything is reported, one with sections in it is not")
  func emptySections() {
    let result = read("# T\n\n## A\n\n### B\n\n## C\n\n### D\n\nx\n")
    #expect(result.places == ["5:0 warning empty-section"])
  }

  @Test("A section of references without blocks holds the bibliography; none is added without references")
  func bibliographies() {
    let matter = "---\ntitle: T\nreferences: [{id: a, title: A, author: X}]\n---\nx [@a]\n"
    #expect(read(matter).monograph?.sections.map(\.anchor) == ["", "references"])
    let placed = read(matter + "\n## References\n\n## Last\n\ny\n")
    #expect(placed.diagnostics == [])
    #expect(placed.monograph?.section(anchor: "references")?.blocks.map(\.content) == [.bibliography])
    let introduced = read(matter + "\n## References\n\nAs given.\n")
    #expect(introduced.monograph?.section(anchor: "references")?.blocks.count == 2)
    #expect(read("# T\n\nx\n").monograph?.sections.map(\.anchor) == [""])
  }

  @Test("A definition of a key as a Markdown link is a reference")
  func keyDefinitions() {
    let result = read("# T\n\nText [@a].\n\n[@a]: https://example.org/a\n")
    #expect(result.monograph?.references.map(\.url) == ["https://example.org/a"])
    #expect(
      result.monograph?.sections.first?.blocks.first?.content
        == .paragraph([
          .text("Text "), .citation(["a"]), .text("."),
        ]))
    #expect(result.places == ["5:0 note unknown-author"])
  }

  @Test("A paragraph that a table follows at once has its own lines")
  func paragraphBeforeTable() {
    let result = read("# T\n\nOne,\ntwo [@x]\n| a |\n|---|\n| b [@y] |\n")
    #expect(result.places == ["4:6 error unresolved-citation", "7:6 error unresolved-citation"])
    #expect(result.monograph?.sections.first?.blocks.first?.lines?.first == 3)
  }

  @Test("A citation in another form is reported and stays text")
  func otherCitations() {
    let result = read("# T\n\nText [see @a, p. 3], mail [a@b.org](mailto:a@b.org).\n")
    #expect(result.places == ["3:0 warning residue"])
    #expect(result.words.contains("[see @a, p. 3]"))
  }

  @Test("A footnote that nothing refers to is kept and reported")
  func unusedFootnotes() {
    let result = read("# T\n\nText[^a].\n\n[^a]: Used.\n[^b]: Not *used*.\n")
    #expect(result.places == ["6:0 warning unused-reference"])
    #expect(result.monograph?.section(anchor: "notes")?.blocks.plainText() == "Used.\nNot used.")
  }

  @Test("Control and direction characters are reported with their places and kept")
  func controls() {
    let result = read("# T\n\nµ\u{1B}[31m red\u{7}\n\u{85}next \u{202E}abc\u{2069} nul\u{0}.\n")
    #expect(
      result.places == [
        "3:2 warning control-character", "3:11 warning control-character", "4:1 warning control-character",
        "4:7 warning bidi-control", "4:11 warning bidi-control", "4:16 warning control-character",
      ])
    #expect(
      result.words.contains("µ\u{1B}[31m red\u{7} \u{85}next \u{202E}abc\u{2069} nul\u{FFFD}."))
  }

  @Test("Bytes that are not UTF-8 are reported with their offset; the rest is read")
  func encoding() {
    let result = read(Array("# T\n\nfünf ".utf8) + [0xB5] + Array("g mehr\n".utf8))
    #expect(
      result.diagnostics.map(\.description) == [
        "testazole.md:3:6: error: The file is not UTF-8 from byte 11 on (0xB5); such bytes are shown as \u{FFFD}."
          + " (save the file as UTF-8) [encoding]"
      ])
    #expect(result.words.contains("fünf \u{FFFD}g mehr"))
    #expect(read(Array("# T\n\nx".utf8) + [0xE2, 0x82]).places == ["3:2 error encoding"])
    #expect(read([0xFF, 0xFE]).places(of: .encoding) == ["1:1"])
    #expect(read([0xEF, 0xBB, 0xBF] + Array("---\ntitle: T\n---\nx\n".utf8)).diagnostics == [])
  }

  @Test("Lines end with a line feed, a carriage return, or both")
  func lineEnds() {
    for end in ["\n", "\r\n", "\r"] {
      let result = read(
        ["---", "title: T", "odd: x", "---", "", "a[@x]", "", "b[@y]", ""].joined(separator: end))
      #expect(
        result.places == [
          "3:1 note unknown-key", "6:3 error unresolved-citation", "8:3 error unresolved-citation",
        ])
      #expect(result.monograph?.source.lineCount == 8)
    }
  }

  @Test("Each rule has a name of its own and says what it finds")
  func rules() {
    #expect(Set(Rule.allCases.map(\.name)).count == Rule.allCases.count)
    #expect(Rule.allCases.allSatisfy { !$0.finds.isEmpty && !$0.finds.hasSuffix(".") })
  }

  @Test("A rule that is broken all over is listed up to the limit, then counted")
  func limits() {
    let result = read(
      "# T\n\n" + String(repeating: "\u{1}", count: 1_000), limits: ReaderLimits(diagnosticsPerRule: 5))
    #expect(result.diagnostics.count == 6)
    #expect(result.diagnostics.last?.message == "995 more of this kind are not listed.")
  }
}
