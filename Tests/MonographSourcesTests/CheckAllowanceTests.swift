import MonographModel
import Testing

/// Comments that allow what a rule finds.
@Suite("A comment that allows what a rule finds") struct CheckAllowanceTests {
  /// The diagnostics of a page as `line:column rule`.
  private func places(_ text: String) -> [String] {
    checked(text, named: "t.md").map { "\($0.line):\($0.column) \($0.rule)" }
  }

  @Test("covers the block after it, and no further")
  func block() {
    let page = """
      # T

      <!-- check: allow trailing-zero: the source has it -->

      - 5.0 mg
      - 6.0 mg

      7.0 mg
      """
    #expect(places(page) == ["8:1 trailing-zero"])
  }

  @Test(
    "ends where another block begins, with or without a blank line",
    arguments: [
      "<!-- note -->\n7.0 mg", "<table><tr><td>7.0 mg</td></tr></table>", "## Two\n7.0 mg",
      "```\n```\n7.0 mg",
    ])
  func interruption(next: String) {
    let found = places("# T\n\n<!-- check: allow trailing-zero: so written -->\n6.0 mg\n\(next)\n")
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix("trailing-zero") }, "\(found)")
  }

  @Test("covers its own line where it stands after text")
  func line() {
    #expect(
      places("# T\n\n- 5.0 mg <!-- check: allow trailing-zero: so written -->\n- 6.0 mg\n")
        == ["4:3 trailing-zero"])
  }

  @Test("covers a definition, a quote's part, a whole HTML table, and what stands behind another comment")
  func forms() {
    let page = """
      # T

      <!-- check: allow trailing-zero: a -->
      <!-- check: allow unit-spacing: b -->
      Dose of the first
      : 5.0 mg and 5mg by mouth

      > [!NOTE]
      > One.
      >
      > <!-- check: allow trailing-zero: c -->
      > Two, 5.0 mg.
      >
      > Three, 6.0 mg.

      <!-- inferred: for a test -->

      <!-- check: allow trailing-zero:
      a reason of two lines -->
      <table>
      <tr><td>5.0 mg</td></tr>

      <tr><td>6.0 mg</td></tr>
      </table>
      """
    #expect(places(page).filter { !$0.hasSuffix("uncited-dose") } == ["14:10 trailing-zero"])
  }

  @Test("covers the file where it says throughout")
  func throughout() {
    #expect(
      places(
        "# T\n\n5.0 mg\n\n6.0 mg\n\n<!-- check: allow trailing-zero throughout: as the source has it -->\n")
        == [])
  }

  @Test("covers an entry of front matter, or its own line of it")
  func frontMatter() {
    let page = """
      ---
      title: T
      references:
        # check: allow unknown-author: none is stated
        - id: a
          title: A
        - id: b # check: allow unknown-author: none is stated
          title: B
        - id: c
          title: "C # check: no comment"
      ---
      x [@a] [@b] [@c]
      """
    #expect(places(page) == ["9:0 unknown-author"])
  }

  @Test("covers what only several pages together tell")
  func acrossPages() {
    #expect(places("# T\n\n[a](/drugs/none)\n") == ["3:1 dangling-link"])
    #expect(
      places("# T\n\n<!-- check: allow dangling-link: not written yet -->\n[a](/drugs/none)\n") == [])
  }

  @Test("must give a reason, name a rule and allow something")
  func faults() {
    let page = """
      # T

      <!-- check: allow trailing-zero: -->
      5.0 mg

      <!-- check: allow trailing-zeros: a reason -->
      6.0 mg

      <!-- check: allow trailing-zero: a reason -->
      7 mg

      <!-- check: trailing-zero -->
      8 mg

      <!-- check: allow trailing-zero here: a reason -->
      9.0 mg

      <!-- check: allow trailing-zero: at the end -->
      """
    let found = checked(page, named: "t.md")
    #expect(
      found.map { "\($0.line):\($0.column) \($0.rule)" } == [
        "3:1 allowance", "4:1 trailing-zero", "6:1 allowance", "7:1 trailing-zero", "9:1 allowance",
        "12:1 allowance", "15:1 allowance", "16:1 trailing-zero", "18:1 allowance",
      ])
    #expect(
      found.filter { $0.rule == "allowance" }.map(\.message) == [
        "The comment allows trailing-zero and gives no reason.", "No rule has the name “trailing-zeros”.",
        "The comment allows trailing-zero, which finds nothing here.", "The comment names no rule.",
        "No rule has the name “trailing-zero here”.",
        "The comment allows trailing-zero, which finds nothing here.",
      ])
  }

  @Test("does not reach the page, nor part a list of definitions")
  func isNotShown() throws {
    let plain = "# T\n\nA\n: 5.0 mg\n\nB\n: 6.0 mg\n\n> q\n>\n> r\n"
    let allowed = """
      # T

      A
      : 5.0 mg

      <!-- check: allow trailing-zero: x -->
      B
      : 6.0 mg <!-- check: allow trailing-zero: x -->

      > q
      >
      > <!-- check: allow trailing-zero: x -->
      > r

      """
    let blocks = { (text: String) in
      read(text).monograph?.allSections.map { $0.blocks.plainText().split(whereSeparator: \.isWhitespace) }
    }
    #expect(blocks(plain) == blocks(allowed))
    let shape = { (text: String) in read(text).monograph?.allSections.map(\.blocks.count) }
    #expect(shape(plain) == shape(allowed))
  }

  @Test("in code is code")
  func inCode() {
    #expect(
      places("# T\n\n```\n<!-- check: allow trailing-zero: x -->\n```\n\n5.0 mg\n") == ["7:1 trailing-zero"])
  }
}
