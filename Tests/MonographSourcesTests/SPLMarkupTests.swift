import MonographModel
import Testing

@testable import MonographSources

/// Pieces of SPL markup as other files hold them, in strings.
@Suite struct SPLMarkupTests {
  private func read(
    _ markup: String, limits: ReaderLimits = .default,
    resolve: @escaping (String) -> LinkTarget? = { _ in nil }
  ) -> (blocks: [Block], diagnostics: [Diagnostic]) {
    let log = DiagnosticLog(file: "label.json", limitPerRule: limits.diagnosticsPerRule)
    let markup = SPLMarkup(limits: limits, log: log).blocks(
      of: markup, lines: LineRange(first: 7, last: 7), resolve: resolve)
    return (markup, log.finish())
  }

  private func table(_ markup: String) throws -> Table {
    let blocks = read(markup).blocks
    guard case .table(let table)? = blocks.first?.content else {
      throw Missing(what: "a table in \(blocks.treeDump)")
    }
    return table
  }

  private struct Missing: Error { var what: String }

  @Test("A table as openFDA has it keeps caption, header, spans, footnotes and alignment")
  func table() throws {
    let table = try table(
      """
      <table width="85%"><caption>Table 1: Doses</caption><col width="50%"/><col align="center"/><thead>\
      <tr styleCode="Botrule"><th styleCode="Rrule">Age<footnote ID="f1">In years.</footnote></th>\
      <th>Dose (mg/m<sup>2</sup>)</th></tr></thead><tfoot><tr><td colspan="2">n = 4</td></tr></tfoot><tbody>\
      <tr><td rowspan="2">2&#x2013;5</td><td>&lt; 5</td></tr><tr><td>6<footnoteRef IDREF="f1"/></td></tr>\
      </tbody></table>
      """)
    #expect(table.caption == [.text("Table 1: Doses")])
    #expect(table.alignments == [.leading, .center])
    #expect(table.header.map { $0.map(\.plainText) } == [["Age*", "Dose (mg/m2)"]])
    #expect(table.body.map { $0.map(\.plainText) } == [["2–5", "< 5"], ["6*"]])
    #expect(table.body[0][0].rowSpan == 2)
    #expect(table.footer[0][0].columnSpan == 2)
    #expect(table.notes == [[.superscript([.text("*")]), .text(" In years.")]])
  }

  @Test(
    "Broken markup keeps its words",
    arguments: [
      ("<table><tr><td>5 mg<td>twice daily</table>", "5 mg twice daily"),
      ("<table><tr><td><content styleCode=\"bold\">5 mg</td><td>daily</td></tr></table>", "5 mg daily"),
      ("<table><tr><td>A &nbsp; B & C</td></tr></table>", "A \u{A0} B & C"),
      ("<table><tr><td>under <5 mg</td></tr></table>", "under <5 mg"),
      ("no markup at all", "no markup at all"),
      ("<table><tbody><tr><td>cut o", "cut o"),
    ])
  func brokenMarkup(markup: String, words: String) {
    let (blocks, diagnostics) = read(markup)
    #expect(blocks.plainText(separator: " ") == words)
    #expect(diagnostics.allSatisfy { $0.line == 7 && $0.rule == "markup" })
    #expect(diagnostics.isEmpty == (words == "no markup at all"))
  }

  @Test("Links to ids lead where the caller says, and else are words")
  func links() {
    let markup =
      "<paragraph>see <linkHtml href=\"#S1\">1</linkHtml> and <linkHtml href=\"#S2\">2</linkHtml></paragraph>"
    let blocks = read(markup) { $0 == "S1" ? .section(anchor: "one") : nil }.blocks
    #expect(
      blocks.map(\.content) == [
        .paragraph([
          .text("see "), .link(Link(target: .section(anchor: "one"), content: [.text("1")])), .text(" and 2"),
        ])
      ])
  }

  @Test("Nesting beyond the limit keeps its words")
  func nesting() {
    let markup =
      String(repeating: "<list><item>", count: 90) + "deep" + String(repeating: "</item></list>", count: 90)
    let (blocks, diagnostics) = read(markup, limits: ReaderLimits(depth: 5))
    #expect(blocks.plainText() == "deep")
    #expect(diagnostics.map(\.rule) == ["too-deep"])
  }

  @Test("Cells beyond the limit are left out, and that is said")
  func cellLimit() {
    let markup = "<table>" + String(repeating: "<tr><td>x</td></tr>", count: 20) + "</table>"
    let (blocks, diagnostics) = read(markup, limits: ReaderLimits(tableCells: 12))
    #expect(blocks.plainText(separator: "").filter { $0 == "x" }.count == 12)
    #expect(diagnostics.map(\.rule) == ["too-large"])
  }
}
