import MonographModel
import Testing

@testable import MonographSources

/// The small readers that the page is put together from.
@Suite struct ScannerTests {
  @Test("Citations in running text")
  func citations() {
    func pieces(_ text: String) -> [CitationScanner.Piece]? { CitationScanner.pieces(of: text) }
    #expect(pieces("no citation [x] @y") == nil)
    #expect(pieces("[@a]") == [.citation(["a"], offset: 0)])
    #expect(pieces("µ [@a; @b-c.d]!") == [.text("µ "), .citation(["a", "b-c.d"], offset: 3), .text("!")])
    #expect(pieces("[\"@a\"][ @b ;@c ]") == [.citation(["a"], offset: 0), .citation(["b", "c"], offset: 6)])
    for text in ["[@]", "[@a", "[@a; b]", "[@a, p. 3]", "[\"@a]", "[see @a]", "[@a;]", "[@.]"] {
      #expect(pieces(text) == nil, "\(text)")
    }
    #expect(CitationScanner.unreadKey(in: "x [see @a] y") == 7)
    #expect(CitationScanner.unreadKey(in: "x [see a@b.org] @c [d] y") == nil)
  }

  @Test(
    "Where links lead",
    arguments: [
      ("/entities/neurons", "/entities/neurons"), ("/entities/neurons#a/b", "/entities/neurons#a/b"),
      ("/entities/neurons.md", "/entities/neurons"), ("#a/b", "#a/b"), ("/drugs/testazole#x", "#x"),
      ("/drugs/testazole", "/drugs/testazole"), ("other.md", "/drugs/other"),
      ("./other.md#x", "/drugs/other#x"),
      ("../entities/neurons.md", "/entities/neurons"), ("../drugs/testazole.md#x", "#x"),
      ("https://example.org", "to https://example.org"), ("mailto:a@b.org", "to mailto:a@b.org"),
      ("//example.org/a", "to //example.org/a"), ("a/b/c.md", "to a/b/c.md"), ("../../x.md", "to ../../x.md"),
      ("other", "to other"), ("", "to "), ("#", "to #"), ("/a/b/c", "to /a/b/c"), ("/a", "to /a"),
    ])
  func links(destination: String, expected: String) throws {
    let resolver = LinkResolver(entity: try #require(EntityID(path: "/drugs/testazole")))
    let target =
      switch resolver.target(of: destination) {
      case .entity(let entity, let anchor): entity.path + (anchor.map { "#" + $0 } ?? "")
      case .section(let anchor): "#" + anchor
      case .external(let address): "to " + address
      }
    #expect(target == expected)
  }

  @Test("Dates of the calendar")
  func dates() {
    for date in ["2024", "2024-02", "2024-02-29", "2000-02-29", "1999-12-31"] {
      #expect(YAMLValues.isDate(date), "\(date)")
    }
    for text in [
      "", "24", "2024-", "2024-13", "2024-00", "2023-02-29", "1900-02-29", "2024-1-1", "2024-01-01-01",
      "２０２４",
    ] {
      #expect(!YAMLValues.isDate(text), "\(text)")
    }
  }

  @Test("The cells of a pipe table's row, as GFM splits it")
  func rows() {
    func cells(_ row: String) -> [String] { PipeTableReader.cells(ofRow: Array(row.utf8)[...]).map(\.text) }
    #expect(cells("| a | b |") == [" a ", " b "])
    #expect(cells("a | b") == ["a ", " b"])
    #expect(cells("| a \\| b | `c|d` |") == [" a \\| b ", " `c", "d` "])
    #expect(cells("> | a | |") == [" a ", " "])
    #expect(cells("|") == [])
  }

  @Test("Reference entries of a list")
  func references() {
    func entry(_ text: String) -> Reference { ReferenceListReader.reference(key: "k", entry: text) }
    #expect(
      entry("Roe R et al., A title, with comma (2010)")
        == Reference(key: "k", authors: ["Roe R et al."], title: "A title, with comma", year: "2010"))
    #expect(entry("Unknown, A title (2010)") == Reference(key: "k", title: "A title", year: "2010"))
    #expect(entry("A title, with comma") == Reference(key: "k", title: "A title, with comma"))
    #expect(entry("(2010)") == Reference(key: "k", title: "(2010)"))
  }
}
