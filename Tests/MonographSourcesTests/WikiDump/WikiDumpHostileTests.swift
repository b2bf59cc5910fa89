import MonographModel
import MonographSources
import Testing

/// Dumps made to break the importer, and odd ones.
@Suite("Hostile dumps") struct WikiDumpHostileTests {
  private func imported(_ text: String) -> WikiDumpImporter.Result { imported(Array(text.utf8)) }

  private func imported(_ bytes: [UInt8], limits: ReaderLimits = .default) -> WikiDumpImporter.Result {
    WikiDumpImporter(limits: limits).read(
      SourceFile(name: "some-page.txt", document: "some-page.txt", bytes: bytes))
  }

  private func readBack(_ result: WikiDumpImporter.Result) throws -> ReadResult {
    let page = try #require(result.page)
    return MarkdownReader().read(
      SourceFile(name: "x.md", document: "\(page.entity.folder)/x.md", bytes: Array(page.markdown.utf8)))
  }

  @Test("What holds no text gives no page, and says why")
  func refused() {
    #expect(imported("").page == nil)
    #expect(
      imported("").diagnostics.map(\.description) == [
        "some-page.txt: error: The file holds no words. (name a file with the text of a page) [empty-section]"
      ])
    #expect(imported(" \n\t\r\n").page == nil)
    let binary = imported([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF] + [UInt8](repeating: 0, count: 10_000))
    #expect(binary.page == nil)
    #expect(binary.diagnostics.map(\.rule) == ["encoding"])
    let large = imported([UInt8](repeating: 0x61, count: 200), limits: ReaderLimits(fileSize: 100))
    #expect(large.diagnostics.map(\.rule) == ["too-large"])
  }

  @Test("Bytes that are not UTF-8 are reported and the rest is read")
  func encoding() throws {
    let result = imported(Array("Name\nOverview\nText ".utf8) + [0xFF, 0xFE] + Array(" more.\n".utf8))
    #expect(result.diagnostics.map(\.rule).contains("encoding"))
    #expect(result.page?.markdown.contains(" more.") ?? false)
  }

  @Test("A line of 10 MB is kept whole")
  func longLine() throws {
    let line = String(repeating: "word ", count: 2_000_000) + "last."
    let result = imported("Name\n\(line)\nAfter.\n")
    #expect(result.page?.markdown.utf8.count ?? 0 > 10_000_000)
    #expect(result.page?.markdown.hasSuffix("last.\n\nAfter.\n") ?? false)
    #expect(result.diagnostics.map(\.rule).contains("too-large"))
  }

  @Test("A file of nothing but a table is a page of that table")
  func onlyTable() throws {
    let result = imported("<table><tr><td>Colour</td><td>green</td></tr></table>\n")
    let read = try readBack(result)
    #expect(result.page?.title == "some page")
    #expect(result.page?.entity.path == "/entities/some-page")
    guard case .table(let table)? = read.monograph?.sections.first?.blocks.first?.content else {
      Issue.record("there is no table")
      return
    }
    #expect(table.rows.map { $0.map(\.plainText) } == [["Colour", "green"]])
    #expect(table.header == [])
  }

  @Test("Code, tables and comments that never end are text")
  func unended() throws {
    let result = imported(
      "Name\nBefore.\n```swift\nlet x\n<table><tr><td>cell\n<!-- a comment\n~~~\nAfter.\n- \n#\n")
    let read = try readBack(result)
    let words = read.words
    for piece in ["Before.", "swift", "let x", "<table><tr><td>cell", "<!-- a comment", "After."] {
      #expect(words.contains(piece), "\(piece)")
    }
    #expect(result.diagnostics.filter { $0.rule == "residue" }.count == 3)
  }

  @Test("Text with the form of marks stays text")
  func marks() throws {
    let lines = [
      "1. one", "> quoted words", "| a | b |", ": not a definition", "===", "---", "[x]: /somewhere",
      "+ 5 mg",
    ]
    let result = imported("Name\nOverview\nBefore it stands this.\n" + lines.joined(separator: "\n") + "\n")
    let words = try readBack(result).words
    for line in lines where line != "+ 5 mg" {
      #expect(words.contains(line.drop { $0 == "+" || $0 == " " }), "\(line)")
    }
    #expect(words.contains("5 mg"))
  }

  @Test(
    "Text that makes parsers slow is read all the same",
    arguments: [
      "<table>\n", "<table><tr><td>x</table>\n", "```x\n", "```\n", "[@a", "[@a2000]\n", "A B\n", "Term :\n",
      "Term : x\n", "Name\n", "...\n", "flowchart TD\n", "a --> b\n", "Overview\n", "Dosing\n",
      "(expand to render)\n",
      "Warning: ", "Warning: x:\n", "[x](", "- x\n", "# x\n", "References\n[x](y)\n", "show more\n", ": \n",
      "</table>",
    ])
  func slowText(piece: String) throws {
    let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
    let result = imported("Name\nOverview\nBefore.\n\(text)\nAfter it.\n")
    #expect(result.page?.markdown.contains("Before.") ?? false)
  }

  @Test("A glued table of many parts and many empty sections is placed within bounds")
  func manyParts() throws {
    let rows = (0..<2_000).map {
      "<tr><td>Parameter</td><td>Value</td></tr><tr><td>Onset</td><td>\($0)</td></tr>"
    }
    let headings = (0..<2_000).map { _ in "Pharmacokinetics" }
    let result = imported(
      "Name\nOverview\n<table class=\"infobox\">\(rows.joined())</table>\n\(headings.joined(separator: "\n"))\n"
    )
    #expect(result.page?.markdown.contains("| Onset | 1999 |") ?? false)
  }
}
