import Glibc
import TerminalTesting
import Testing

@Suite("Commands say how they ended")
struct CommandStatusTests {
  private static let good = "# Good\n\n## Uses\n\nSee [rna](/entities/rna).\n"
  private static let bad = "---\ntitle: [\n---\n# Bad\n\nx\n"

  @Test("build writes the library whatever its pages hold; --strict tells of errors by its status")
  func strict() throws {
    let folder = try CommandFolder(["Content/drugs/good.md": Self.good, "Content/drugs/bad.md": Self.bad])
    #expect(try folder.run("build", "-o", "a.library").status == 0)
    #expect(try folder.run("build", "-o", "b.library", "--strict").status == 1)
    #expect(try folder.run("show", "Good", "--library", "b.library").status == 0)
    let clean = try CommandFolder(["Content/drugs/good.md": Self.good])
    #expect(try clean.run("build", "-o", "a.library", "--strict").status == 0)
    let help = try clean.run("build", "--help").text.split(whereSeparator: \.isWhitespace)
    #expect(help.joined(separator: " ").contains("with --strict 1 where an error was found"))
  }

  @Test(
    "an empty argument is wrong usage, and is named",
    arguments: [
      (["build", "-o", ""], "--output is empty"), (["build", "", "-o", "x"], "A source is empty"),
      (["--library", ""], "--library is empty"), (["show", "x", "--library", ""], "--library is empty"),
      (["search", "x", "--library", ""], "--library is empty"), (["show", ""], "The page is empty"),
      (["check", ""], "A page is empty"), (["--theme", ""], "--theme is empty"), ([""], "The page is empty"),
    ])
  func emptyArguments(arguments: [String], sentence: String) throws {
    let folder = try CommandFolder(["Content/drugs/good.md": Self.good])
    let run = try CommandRun(arguments, in: folder.path)
    #expect(run.status == 2)
    #expect(run.errorText.hasPrefix("Error: \(sentence); give "))
    #expect(run.output == [])
  }

  @Test("show of an entity without a page tells who links to it, and its relations")
  func missingPage() throws {
    let related = """
      ---
      relations:
        - {predicate: binds, object: /entities/rna, name: RNA, source: a book, evidence: high}
        - {predicate: treats, object: /entities/rna, negated: true}
      ---
      # Related

      Nothing.
      """
    let folder = try CommandFolder(["Content/drugs/good.md": Self.good, "Content/drugs/related.md": related])
    let shown = try folder.run("show", "/entities/rna")
    #expect(shown.status == 1)
    #expect(shown.errorText.contains("this library has no page about"))
    #expect(
      shown.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() == [
        "No page in this library.", "", "Linked from", "- Good: Uses /drugs/good", "", "Relations",
        "- NOT treated by Related /drugs/related (source not stated)",
        "- bound by Related /drugs/related (source: a book; evidence: high)", "",
      ])
    let plain = try folder.run("/entities/rna")
    #expect(plain.status == 1)
    #expect(plain.text == shown.text)
  }

  @Test("the reader waits where pages have errors, so that they can be read before the screen is full")
  func errorsBeforeReading() throws {
    let folder = try CommandFolder(["Content/drugs/good.md": Self.good, "Content/drugs/bad.md": Self.bad])
    let program = try #require(ProductPath.executable("monograph"))
    func start() throws -> TerminalSession {
      try TerminalSession(
        program: program, environment: Reader.environment(["XDG_CACHE_HOME": folder.path + "/cache"]),
        columns: 120, workingDirectory: folder.path)
    }
    let first = try start()
    #expect(first.wait(for: "1 error; press Enter to read, Ctrl-C to stop"))
    #expect(first.screen[0].hasPrefix("Content/drugs/bad.md:"))
    #expect(!first.isOnAlternateScreen)
    try first.type("<Enter>")
    #expect(first.wait { $0.isOnAlternateScreen })
    first.send(signal: SIGTERM)
    #expect(first.waitForExit() == .exited(128 + SIGTERM))
    let second = try start()
    #expect(second.wait { $0.isOnAlternateScreen })
    #expect(!second.screen.joined().contains("press Enter to read"))
  }

  @Test("the encoding of text is that of the locale, by the rule of the reader's screen")
  func encoding() throws {
    let folder = try CommandFolder(["Content/drugs/good.md": "# Good\n\nTake 5 μg.\n"])
    func shown(_ locale: String) throws -> Bool {
      try folder.run("show", "Good", environment: ["LC_ALL": locale]).text.contains("5 μg")
    }
    #expect(try shown("C.UTF-8"))
    #expect(try shown("xx_XX.UTF-8"))
    #expect(try !shown("C"))
    #expect(try !shown("utf8-is-no-such-locale"))
  }
}
