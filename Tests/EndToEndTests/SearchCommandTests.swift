import TerminalTesting
import Testing

@Suite("Search takes what a person types at a shell")
struct SearchCommandTests {
  private static let page = "# Good\n\n## Uses\n\nGood for all.\n\n## Dosing\n\nGood daily.\n"

  private func folder() throws -> CommandFolder { try CommandFolder(["Content/drugs/good.md": Self.page]) }

  @Test(
    "a word is left out behind --, or in one quoted question",
    arguments: [["--", "good", "-daily"], ["good -daily"]])
  func exclusion(words: [String]) throws {
    let folder = try folder()
    let run = try CommandRun(["search"] + words, in: folder.path)
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("Without “daily”.\n"))
    #expect(run.text.contains("  Uses\n") && !run.text.contains("  Dosing\n"))
  }

  @Test("a word to leave out that is taken for an option is told how to be written")
  func unquoted() throws {
    let folder = try folder()
    let run = try CommandRun(["search", "good", "-daily"], in: folder.path)
    #expect(run.status == 2)
    #expect(run.errorText.contains("To leave “daily” out, put -- before the words: monograph search -- "))
    #expect(try !CommandRun(["show", "-daily"], in: folder.path).errorText.contains("To leave"))
  }

  @Test("--help tells what a question may hold, on lines that fit")
  func help() throws {
    let folder = try folder()
    let run = try CommandRun(["search", "--help"], in: folder.path)
    for syntax in ["\"exact phrase\"", "-word", "kind:", "source:", "in:"] {
      #expect(run.text.contains("\n  \(syntax)"), "\(syntax)")
    }
    #expect(run.text.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE") })
  }

  @Test("filters alone list pages, and a line ends with its sentence")
  func filters() throws {
    let folder = try folder()
    let all = try CommandRun(["search", "kind:drug"], in: folder.path)
    #expect(all.status == 0 && all.text.hasPrefix("Good  drug") && all.text.hasSuffix("1 of 1 places\n"))
    let none = try CommandRun(["search", "kind:"], in: folder.path)
    #expect(none.status == 1 && none.text.hasPrefix("kind: takes one of drug."))
  }

  @Test("--explain tells what else a word is looked for as, and why, where the library has it")
  func explanation() throws {
    let folder = try CommandFolder(["Content/drugs/good.md": "# Good\n\n## Uses\n\nAgainst hypertension.\n"])
    let reason = "high blood pressure and hypertension name one complaint or disease"
    let explained = try CommandRun(["search", "high blood pressure", "--explain"], in: folder.path)
    #expect(explained.text.contains("read also as “hypertension”: \(reason)\n"))
    #expect(!explained.text.contains("read also as “htn”"))
    let json = try CommandRun(["search", "high blood pressure", "--explain", "--json"], in: folder.path)
    #expect(json.text.contains("\"alternatives\"") && json.text.contains(reason))
    let plain = try CommandRun(["search", "high blood pressure"], in: folder.path)
    #expect(plain.status == 0 && !plain.text.contains("read also as"))
  }

  private func score(_ expected: String, _ more: [String: String] = [:]) throws -> CommandRun {
    let questions = [
      ["id", "query", "expected", "generic", "sections", "answer", "class"],
      ["q1", "good dose", expected, "good", "Dosing", "Good daily", "exact"],
    ].map { $0.joined(separator: "\t") + "\n" }.joined()
    let files = ["Content/drugs/good.md": Self.page, "q.tsv": questions].merging(more) { $1 }
    let folder = try CommandFolder(files)
    return try CommandRun(["search", "--score", "q.tsv"], in: folder.path)
  }

  @Test(
    "a question expects a document, a page by its path or name, or the page that the column generic names",
    arguments: ["drugs/good.md", "/drugs/good", "Good", "seed"])
  func expected(name: String) throws {
    let run = try score(name)
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.text.contains("all              1      1.00"))
  }

  @Test("a hit on another page than the one expected is not right")
  func expectedElsewhere() throws {
    let run = try score("Bad", ["Content/drugs/bad.md": "# Bad\n\n## Dosing\n\nBad for all.\n"])
    #expect(run.text.contains("all              1      0.00"))
  }

  @Test("what a question expects and the library does not have, or has twice, is an error")
  func unknownExpected() throws {
    let unknown = try score("better")
    #expect(unknown.status == 2)
    #expect(unknown.errorText.contains("question q1: this library has no document or page “better”"))
    let several = try score("Good", ["Content/diseases/good.md": "# Good\n\n## Signs\n\nNone.\n"])
    #expect(several.status == 2)
    #expect(several.errorText.contains("2 pages are called “Good”; expect one by its path: /d"))
  }
}
