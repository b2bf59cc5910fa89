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
}
