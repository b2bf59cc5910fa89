import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

@Suite("Several sources about one drug")
struct SourceSwitchTests {
  private func browser(_ library: MemoryLibrary, columns: Int = 80) -> ScriptedBrowser {
    ScriptedBrowser(library, opening: "/drugs/alphadol", columns: columns)
  }

  private func document(_ browser: ScriptedBrowser) -> String? { browser.state.page?.page.document }

  private func section(_ browser: ScriptedBrowser) -> String? {
    guard let view = browser.state.page?.view, let section = view.currentSection else { return nil }
    return view.layout.sections[section].title
  }

  private func contents(_ browser: ScriptedBrowser) -> [String] {
    guard let page = browser.state.page else { return [] }
    return page.shownSections.map { page.view.layout.sections[$0].title }.filter { !$0.hasPrefix("Study") }
  }

  @Test("of two, w goes to the other and back, at the section that says the same")
  func two() {
    var browser = browser(.twoSources)
    #expect(document(browser) == "drugs/alphadol.md")
    browser.press(".r")
    #expect(section(browser) == "Renal impairment")
    browser.press("w")
    #expect(document(browser) == LabelFixture.structured.source.document)
    #expect(section(browser) == "2.3 Dosage in Patients with Renal Impairment")
    browser.press("w")
    #expect(document(browser) == "drugs/alphadol.md")
    #expect(section(browser) == "Renal impairment")
  }

  @Test(
    "the section is found by its name in labels, its heading, its question, or what it stands within",
    arguments: [
      (".w", "2.4 Discontinuation of Alphadol"), (".d", "2 DOSAGE AND ADMINISTRATION"),
      ("/Study 7<Enter>", "Study 7"),
    ])
  func counterpart(keys: String, expected: String) {
    var browser = browser(.twoSources)
    browser.press(keys)
    browser.press("w")
    #expect(section(browser) == expected)
  }

  @Test("a sub-section that another source lacks leads to the section it stands within")
  func parent() {
    var browser = browser(.labels)
    browser.press("w")
    // Newest first: the hospital's page is the last of three, after it comes the label of 2026.
    #expect(document(browser) == LabelFixture.structured.source.document)
    browser.press(".w")
    browser.press("w")
    #expect(document(browser) == LabelFixture.flattened.source.document)
    #expect(section(browser) == "Dosage and administration")
  }

  @Test("what no section answers to opens at the top, and says so")
  func nothingLikeIt() {
    var browser = browser(.labels)
    browser.press("w.b")
    browser.press("w")
    #expect(document(browser) == LabelFixture.flattened.source.document)
    #expect(browser.state.page?.view.isAtStart == true)
    #expect(
      browser.state.message?.text
        == "this source has no section like “WARNING: SUDDEN WITHDRAWAL”; this is its top")
  }

  @Test("the header names the document that is read, and the page it belongs to beside it")
  func header() {
    var browser = browser(.twoSources)
    #expect(browser.screen[0].hasPrefix("Alphadol  drug"))
    browser.press("w")
    let title = LabelFixture.structured.title
    #expect(title != "Alphadol")
    #expect(browser.screen[0].hasPrefix("\(title)  Alphadol, drug"))
  }

  @Test("the top of one is the top of the other")
  func top() {
    var browser = browser(.twoSources)
    browser.press("w")
    #expect(browser.state.page?.view.isAtStart == true)
    #expect(browser.state.message == nil)
  }

  @Test("going round reaches every source once; back goes through them, each at its own line")
  func roundAndBack() {
    var browser = browser(.labels)
    browser.press("8j")
    let top = browser.state.page?.view.topPassage
    var seen = [document(browser)]
    for _ in 0..<3 {
      browser.press("w")
      seen.append(document(browser))
    }
    #expect(Set(seen).count == 3)
    #expect(seen[3] == seen[0])
    browser.press("<BS><BS><BS>")
    #expect(document(browser) == "drugs/alphadol.md")
    #expect(browser.state.page?.view.topPassage == top)
  }

  @Test("switching to and fro comes back to the line that was left")
  func toAndFro() {
    var browser = browser(.twoSources)
    browser.press("/Study 5<Enter><Esc>2j")
    let top = browser.state.page?.view.topPassage
    browser.press("ww")
    #expect(document(browser) == "drugs/alphadol.md")
    #expect(browser.state.page?.view.topPassage == top)
  }

  @Test("the status line says which of how many is read, in ever shorter forms")
  func status() {
    var browser = browser(.labels, columns: 110)
    browser.press("w")
    #expect(
      browser.screen[22]
        == "source 1 of 3: DailyMed, Amber Pharma Inc, version 8, dated 2026-07-02, not reviewed")
    browser.resize(columns: 80, rows: 24)
    #expect(
      browser.screen[22] == "1 of 3: DailyMed, Amber Pharma Inc, version 8, dated 2026-07-02, not reviewed")
    browser.resize(columns: 60, rows: 24)
    #expect(browser.screen[22] == "1 of 3: Amber Pharma Inc, dated 2026-07-02, not reviewed")
    browser.resize(columns: 40, rows: 24)
    #expect(browser.screen[22] == "1 of 3: dated 2026-07-02, not reviewed")
  }

  @Test("W lists the sources with date, version and company, the newest first; Enter opens one")
  func list() {
    var browser = browser(.labels)
    browser.press("W")
    #expect(
      Array(browser.screen[1...7]) == [
        "Sources  3 about Alphadol",
        "    1 ALPHADOL (alphadol hydrochloride) tablet",
        "    2026-07-02, version 8, Amber Pharma Inc, DailyMed",
        "    2 Alphadol capsules",
        "    2025-11-30, version 2, Birch Labs, openFDA drug label",
        ">   3 Alphadol  being read",
        "    2024-05-01, version 3, Ward handbook",
      ])
    browser.press("gj<Enter>")
    #expect(document(browser) == LabelFixture.flattened.source.document)
    browser.press("W1<Enter>")
    #expect(document(browser) == LabelFixture.structured.source.document)
    browser.press("W<Enter>")
    #expect(browser.state.overlays.isEmpty)
    #expect(document(browser) == LabelFixture.structured.source.document)
  }

  @Test("of twenty labels one is found by its company, on a small screen too", arguments: [80, 40])
  func twenty(columns: Int) {
    var browser = browser(.twentyLabels, columns: columns)
    browser.press("W/company 17<Enter><Enter>")
    #expect(browser.state.page?.monograph.source.labeler == "Company 17")
    #expect(browser.screen[22].hasPrefix(columns == 80 ? "source 4 of 20: " : "4 of 20: "))
  }

  @Test("with one source w says so, and a missing entity has none")
  func one() {
    var browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol")
    browser.press("w")
    #expect(browser.state.message?.text == "this is the only source about Alphadol in this library")
    browser.press("2<Enter>W")
    #expect(browser.state.message?.text == "no source: this library has no page about gammas")
  }

  @Test(
    "clinical jumps find the sections of a label by code, by key and by heading",
    arguments: [
      (".n", "1 INDICATIONS AND USAGE"), (".d", "2 DOSAGE AND ADMINISTRATION"),
      (".r", "2.3 Dosage in Patients with Renal Impairment"), (".w", "2.4 Discontinuation of Alphadol"),
      (".c", "4 CONTRAINDICATIONS"), (".b", "WARNING: SUDDEN WITHDRAWAL"), (".o", "10 OVERDOSAGE"),
    ])
  func jumps(keys: String, expected: String) {
    var browser = browser(.twoSources)
    browser.press("w")
    browser.press(keys)
    #expect(section(browser) == expected)
  }

  @Test("S puts the contents in clinical order and back; the page keeps the source's order")
  func clinicalOrder() {
    var browser = browser(.twoSources)
    browser.press("w")
    let source = contents(browser)
    let page = browser.state.page?.view.layout.sections.map(\.title)
    browser.press("S")
    #expect(
      contents(browser) == [
        "WARNING: SUDDEN WITHDRAWAL", "1 INDICATIONS AND USAGE", "2 DOSAGE AND ADMINISTRATION",
        "2.3 Dosage in Patients with Renal Impairment", "2.4 Discontinuation of Alphadol",
        "4 CONTRAINDICATIONS", "5 WARNINGS AND PRECAUTIONS", "10 OVERDOSAGE", "11 DESCRIPTION",
      ])
    #expect(browser.state.page?.view.layout.sections.map(\.title) == page)
    #expect(browser.screen[1].hasPrefix("Contents, clinical "))
    // It holds for the next page, too, and the entry chosen is the section gone to.
    browser.press("w")
    #expect(contents(browser).first == "Dosing")
    browser.press("<BS>tg2j<Enter>")
    #expect(section(browser) == "2 DOSAGE AND ADMINISTRATION")
    browser.press("S")
    #expect(contents(browser) == source)
  }

  @Test("= tells the date of the section in view, its name in the source, the set id, the licence, the note")
  func facts() {
    var browser = ScriptedBrowser(.labels, opening: "/drugs/alphadol", columns: 80, rows: 60)
    browser.press("w.r=")
    let screen = browser.screen.joined(separator: "\n")
    for words in [
      "2026-03-01", "42229-5", "0a1b2c3d-0000-4000-8000-000000000001", "Amber Pharma Inc", "2026-07-02",
      "CC0-1.0",
      "this is 1 of 3", "may differ from the label approved now",
    ] {
      #expect(screen.contains(words), "\(words)")
    }
    browser.press("q.d=")
    #expect(browser.screen.contains { $0.contains("34068-7 (dosage_and_administration)") })
    #expect(browser.screen.contains { $0.contains("2026-02-01") })
  }
}
