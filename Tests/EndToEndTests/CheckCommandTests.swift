import Foundation
import Testing

/// `monograph check` from the outside: what it prints, and how it exits.
@Suite("monograph check") struct CheckCommandTests {
  private static let page = """
    ---
    title: Testazole
    ---

    ## Dosing

    Take 5.0 mg by mouth, 30 mg/day at most [@a].
    """

  private func folder() throws -> CommandFolder {
    try CommandFolder([
      "Content/drugs/testazole.md": Self.page, "page.txt": "Testazole\nOverview\nTake 1200 mg.\n",
      "allowed.md": "# T\n\n<!-- check: allow thousands: so written -->\nTake 1200 mg.\n",
    ])
  }

  @Test("prints file, line, column, severity, sentence, fix and rule, and exits with 1 for an error")
  func diagnostics() throws {
    let run = try folder().run("check", "Content", "page.txt")
    #expect(run.status == 1)
    #expect(
      run.text == """
        Content/drugs/testazole.md:7:6: error: “5.0 mg” is read as “50 mg” where the point is not seen. \
        (write 5 mg) [trailing-zero]
        Content/drugs/testazole.md:7:26: warning: The slash of “mg/day” can be read as the number 1. \
        (write mg per day) [slash-in-dose]
        Content/drugs/testazole.md:7:42: error: No reference has the key “a”. \
        (add it to references:, or mend the key) [unresolved-citation]
        page.txt:3:6: warning: The digits of “1200” are not parted by a comma. (write 1,200) [thousands]

        """)
  }

  @Test("prints what the rules asked for find, and exits by that alone")
  func chosenRules() throws {
    let folder = try folder()
    let one = try folder.run("check", "Content", "page.txt", "--rule", "thousands")
    #expect(one.text.hasPrefix("page.txt:3:6: ") && one.text.count { $0 == "\n" } == 1)
    #expect(one.status == 0)
    let two = try folder.run(
      "check", "--rule", "thousands", "--rule", "trailing-zero", "Content", "page.txt", "--json")
    #expect(two.status == 1)
    let found = try #require(try JSONSerialization.jsonObject(with: Data(two.output)) as? [[String: Any]])
    #expect(found.map { $0["rule"] as? String } == ["trailing-zero", "thousands"])
    #expect(found.first?["column"] as? Int == 6)
  }

  @Test("is silent about what a comment allows")
  func allowed() throws {
    let run = try folder().run("check", "allowed.md")
    #expect(run.text == "" && run.status == 0)
  }

  @Test("lists the rules, and tells of one where it comes from")
  func rules() throws {
    let folder = try folder()
    let list = try folder.run("check", "--rules")
    #expect(list.status == 0)
    #expect(
      list.text.contains(
        "trailing-zero           error    a dose that ends in a zero after its point: 5.0 mg\n"))
    let json = try folder.run("check", "--rules", "--json")
    let rules = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: String]])
    #expect(rules.count == list.text.count { $0 == "\n" })
    #expect(rules.allSatisfy { $0["source"]?.isEmpty == false })
    let explained = try folder.run("check", "--explain", "pregnancy-letter")
    #expect(explained.status == 0)
    #expect(explained.text.hasPrefix("pregnancy-letter  warning\nFinds: a pregnancy category"))
    #expect(explained.text.contains("79 FR 72064"))
  }

  @Test("refuses a rule that is not there, nothing to check, and a file that cannot be read")
  func refusals() throws {
    let folder = try folder()
    for arguments in [["check", "Content", "--rule", "zero"], ["check", "--explain", "zero"]] {
      let run = try CommandRun(arguments, in: folder.path)
      #expect(run.status == 2 && run.errorText.contains("No rule has the name “zero”"))
    }
    let empty = try folder.run("check")
    #expect(empty.status == 2 && empty.errorText.contains("Nothing to check"))
    #expect(try folder.run("check", "none.md").status == 2)
  }
}
