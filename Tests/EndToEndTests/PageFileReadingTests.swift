import Foundation
import TerminalTesting
import Testing

@Suite("monograph FILE.md: a page straight from its file")
struct PageFileReadingTests {
  private static let alphadol = """
    ---
    title: Alphadol
    nonsense: 1
    ---

    ## Dosing

    5 mg 3 times daily for [testitis](/diseases/testitis), not for [nothing](/diseases/nothing).
    """

  private static let testitis = """
    ---
    title: Testitis
    ---

    ## Overview

    Treated with [Alphadol](/drugs/alphadol).
    """

  private static let files = [
    "Content/drugs/alphadol.md": alphadol, "Content/diseases/testitis.md": testitis,
    "elsewhere/alone.md": "# Alone\n\n## One\n\nWords.\n",
  ]

  private func start(_ folder: CommandFolder, _ file: String, columns: Int = 80) throws -> TerminalSession {
    let session = try TerminalSession(
      program: try #require(ProductPath.executable("monograph")), arguments: [file],
      environment: Reader.environment(["XDG_CACHE_HOME": folder.path + "/cache"]), columns: columns, rows: 24,
      workingDirectory: folder.path)
    session.settle(quiet: 150)
    return session
  }

  private func write(_ text: String, _ folder: CommandFolder, _ name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  @Test("without a terminal prints the page, and what is wrong on standard error")
  func plain() throws {
    let folder = try CommandFolder(Self.files)
    let run = try folder.run("Content/drugs/alphadol.md")
    #expect(run.status == 0)
    #expect(run.text.hasPrefix("Alphadol (drug)\nSource: "))
    // The links are those of the library around it: one page is missing there.
    #expect(run.text.contains("testitis, not for nothing?"))
    let errors = run.errorText.split(separator: "\n")
    #expect(errors.count == 3)
    #expect(errors.dropFirst().first?.hasSuffix("[uncited-dose]") == true)
    #expect(errors.first?.hasPrefix("Content/drugs/alphadol.md:3") == true)
    #expect(errors.last?.contains("/diseases/nothing has no page. [dangling-link]") == true)
    let alone = try folder.run("elsewhere/alone.md")
    #expect(alone.text.contains("Words."))
    #expect(try folder.run("elsewhere/none.md").status == 2)
    #expect(
      try folder.run("elsewhere/none.md").errorText.contains(
        "elsewhere/none.md: It cannot be read: No such file"))
    #expect(try folder.run("/drugs/alphadol").text.contains("5 mg"))
  }

  @Test(
    "shows a change as soon as the file is written, or another is moved over it", arguments: [false, true])
  func change(isRenamed: Bool) throws {
    let folder = try CommandFolder(Self.files)
    let session = try start(folder, "Content/drugs/alphadol.md")
    #expect(session.screen[21].hasPrefix("1 warning, 2 notes: note 3"))
    let text = Self.alphadol.replacing("5 mg", with: "10 mg").replacing("nonsense: 1\n", with: "")
    if isRenamed {
      try write(text, folder, "Content/drugs/.alphadol.md.swp")
      let place = folder.path + "/Content/drugs/"
      #expect(rename(place + ".alphadol.md.swp", place + "alphadol.md") == 0)
    } else {
      try write(text, folder, "Content/drugs/alphadol.md")
    }
    #expect(session.wait(for: "10 mg 3 times daily"))
    #expect(session.wait(for: "read again: 1 warning, 1 note"))
    // The link is that of the library around the page.
    try session.type("1<Enter>")
    #expect(session.wait(for: "Treated with"))
    try session.type("<BS>Q")
    #expect(session.waitForExit() == .exited(0))
  }

  @Test("a file that vanishes is said so, and the page stays; when it is back, it is read")
  func vanish() throws {
    let folder = try CommandFolder(Self.files)
    let session = try start(folder, "elsewhere/alone.md")
    try FileManager.default.removeItem(atPath: folder.path + "/elsewhere/alone.md")
    #expect(session.wait(for: "No such file or directory."))
    #expect(session.screen.contains { $0.contains("Words.") })
    try write("# Alone\n\n## One\n\nOther words.\n", folder, "elsewhere/alone.md")
    #expect(session.wait(for: "Other words."))
    #expect(session.wait(for: "read again"))
    try FileManager.default.removeItem(atPath: folder.path + "/elsewhere")
    #expect(session.wait(for: "its folder is gone. This is the page as it was."))
    try session.type("Q")
    #expect(session.waitForExit() == .exited(0))
  }

  @Test("nothing wakes the program while nothing changes")
  func silence() throws {
    let folder = try CommandFolder(Self.files)
    let session = try start(folder, "Content/drugs/alphadol.md")
    func switches() throws -> Int {
      let status = try String(contentsOfFile: "/proc/\(session.program)/status", encoding: .utf8)
      let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches") })
      return try #require(Int(line.split(whereSeparator: \.isWhitespace)[1]))
    }
    let before = try switches()
    session.settle(quiet: 700)
    #expect(try switches() == before)
    try session.type("Q")
    #expect(session.waitForExit() == .exited(0))
  }
}
