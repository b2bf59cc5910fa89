import Foundation
import Testing

@Suite("compare prints pages side by side")
struct CompareCommandTests {
  private static func page(_ title: String, _ sections: String) -> String {
    """
    ---
    title: \(title)
    source: { publisher: Ward handbook, licence: CC0-1.0, document: \(title.lowercased()) }
    effective: 2024-05-01
    ---

    \(sections)
    """
  }

  private func library() throws -> CommandFolder {
    let folder = try CommandFolder([
      "one/drugs/alphadol.md": Self.page("Alphadol", "## Dosing\n\n5 mg.\n\n## Withdrawal\n\nTaper."),
      "one/drugs/betadol.md": Self.page("Betadol", "## Posology\n\n2 mg."),
      "two/drugs/alphadol.md": Self.page("Set-1", "## 2 DOSAGE AND ADMINISTRATION\n\n7 mg."),
    ])
    #expect(try folder.run("build", "one", "two", "-o", "x.library").status == 0)
    return folder
  }

  private func compare(_ folder: CommandFolder, _ arguments: String...) throws -> CommandRun {
    try CommandRun(["compare", "--library", "x.library"] + arguments, in: folder.path)
  }

  @Test("side by side from 120 columns on, with what only one states marked")
  func beside() throws {
    let run = try compare(try library(), "alphadol", "betadol", "--width", "120", "--section", "dose")
    #expect(run.status == 0)
    #expect(
      run.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).joined(separator: "\n")
        == """

        Dosing
           Alphadol, Ward handbook, dated 2024-05-01                 │ Betadol, Ward handbook, dated 2024-05-01
           \(String(repeating: "─", count: 117))
           5 mg.                                                     │ Posology
                                                                     │
                                                                     │ 2 mg.

        """)
  }

  @Test("one under the other under 120 columns")
  func stacked() throws {
    let run = try compare(try library(), "alphadol", "betadol", "--section", "withdrawal")
    #expect(
      run.text == """
        Comparison: Alphadol, Betadol (comparison)
        Source: made from what this library records, no version, no date, not reviewed
        Section: Withdrawal

        Withdrawal
           Alphadol, Ward handbook, dated 2024-05-01
             Taper.

           Betadol, Ward handbook, dated 2024-05-01
             Not stated in this source.

        """)
  }

  @Test("a document is compared with another about the same page by its id")
  func documents() throws {
    let run = try compare(try library(), "alphadol", "set-1", "--section", "dosing")
    #expect(run.status == 0, "\(run.errorText)")
    #expect(run.text.contains("5 mg.") && run.text.contains("7 mg."))
  }

  @Test(
    "wrong usage is status 2, what is not there status 1",
    arguments: [
      (["alphadol"], 2, "1 is named"), (["a", "b", "c", "d", "e"], 2, "5 are named"),
      (["alphadol", ""], 2, "A page is empty"), (["alphadol", "betadol", "--width", "3"], 2, "--width"),
      (["/drugs/betadol", "betadol"], 2, "betadol is named twice"), (["alphadol", "nothing"], 1, "nothing"),
      (["alphadol", "betadol", "--section", "overdose"], 1, "overdose"),
    ])
  func statuses(arguments: [String], status: Int32, words: String) throws {
    let folder = try library()
    let run = try CommandRun(["compare", "--library", "x.library"] + arguments, in: folder.path)
    #expect(run.status == status)
    #expect(run.errorText.contains(words), "\(run.errorText)")
  }
}
