import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

/// Screens of the list of hits. The expected ones stand in `Screens/`; `MONOGRAPH_RECORD=1` writes them anew, and that
/// run fails.
@Suite("The list of hits on the screen")
struct SearchScreenTests {
  private static let keys = [
    "kidney", "<Down>", "<Enter>", "<BS>", "<C-u>alfadol", "<Down>", "<C-u>fever alfadol",
    "<C-u>fever kind:drog",
    "<C-u>many", "<C-u>alphadine", "<C-u>nothing of the kind",
  ]

  @Test("shows what was recorded", arguments: [(80, 24), (40, 16), (200, 24)])
  func screens(columns: Int, rows: Int) throws {
    try compare(name: "search-\(columns)x\(rows)", columns: columns, rows: rows, glyphs: .unicode)
  }

  @Test("shows it in ASCII")
  func ascii() throws { try compare(name: "search-80x24-ascii", columns: 80, rows: 24, glyphs: .ascii) }

  private func compare(name: String, columns: Int, rows: Int, glyphs: GlyphSet) throws {
    var browser = ScriptedBrowser(.hits, columns: columns, rows: rows, glyphs: glyphs) { name in
      name == "Betadol" ? NameCaution(spelling: "betaDOL", mistakenFor: ["betaDINE"]) : nil
    }
    var recording = ""
    for keys in Self.keys {
      browser.press(keys)
      recording += "== \(keys)\n" + browser.screen.joined(separator: "\n") + "\n"
    }
    try Recording(beside: #filePath, folder: "Screens").compare(recording, with: name)
  }

  @Test("a name is never cut, whatever the width", arguments: [20, 40, 80])
  func longNames(columns: Int) {
    let title = "Hydrochlorothiazide, triamterene and something-with-a-very-long-name"
    let row = HitRow.page(
      title: title, caution: nil,
      facts: [
        PageFact(subject: .kind, text: "drug"),
        PageFact(subject: .labeler, text: "a fact that is as long as a line can be"),
      ])
    let lines = row.lines(columns: columns, glyphs: .unicode, isSelected: false)
    #expect(lines.allSatisfy { $0.width <= columns })
    let words = lines.map(\.text).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.filter { $0 != " " }.hasPrefix(title.filter { $0 != " " }))
  }

  @Test(
    "what tells two labels of a drug apart is said longest; a fact is whole or left out",
    arguments: [
      (100, "Metformin  drug; Biguanide; oral tablet / oral solution; Rebottle Inc; openFDA drug label"),
      (80, "Metformin  drug; Biguanide; oral tablet / oral solution; Rebottle Inc"),
      (60, "Metformin  drug; oral tablet / oral solution; Rebottle Inc"),
      (45, "Metformin  drug; oral tablet / oral solution"),
      (40, "Metformin  oral tablet / oral solution"),
      (32, "Metformin  drug; oral tablet / …"), (30, "Metformin  oral tablet / …"),
      (26, "Metformin  oral tablet / …"), (20, "Metformin  drug"),
      (12, "Metformin"),
    ])
  func facts(columns: Int, expected: String) {
    let hit = SearchHit(
      entity: EntityID(path: "/drugs/metformin")!, title: "Metformin", kind: "drug", entityClass: "Biguanide",
      form: "oral tablet / oral solution", sectionPath: [], anchor: "", document: "x",
      publisher: "openFDA drug label", labeler: "Rebottle Inc", sectionKey: "", snippet: Snippet(runs: []),
      score: 1)
    let lines = HitRow.page(title: hit.title, caution: nil, facts: hit.pageFacts)
      .lines(columns: columns, glyphs: .unicode, isSelected: false)
    #expect(lines.map(\.text) == [expected])
    #expect(lines.allSatisfy { $0.width <= columns })
  }

  @Test("without a labeler the source takes its place")
  func publisherAlone() {
    let facts = [
      PageFact(subject: .kind, text: "drug"), PageFact(subject: .entityClass, text: "test agonist"),
      PageFact(subject: .publisher, text: "wiki page"),
    ]
    func text(_ columns: Int) -> String {
      HitRow.page(title: "Alphadol", caution: nil, facts: facts)
        .lines(columns: columns, glyphs: .unicode, isSelected: false)[0].text
    }
    #expect(text(80) == "Alphadol  drug; test agonist; wiki page")
    #expect(text(30) == "Alphadol  drug; wiki page")
  }

  // MARK: The field

  private static let question = "maximum daily dose of betadol in renal impairment"

  @Test("a long question shows what is being typed, and signs where something is out of sight")
  func longQuestions() {
    var browser = ScriptedBrowser(.hits, columns: 40, rows: 12)
    browser.press(Self.question)
    #expect(browser.screen[1] == "Search: …of betadol in renal impairment")
    #expect(browser.cursorRow == browser.screen[1])
    #expect(browser.frame.cursor.column == browser.screen[1].count)
    browser.press("<Left><Left>")
    #expect(browser.screen[1] == "Search: …of betadol in renal impairment")
    #expect(browser.frame.cursor.column == browser.screen[1].count - 2)
    browser.press("<C-a>")
    #expect(browser.screen[1] == "Search: maximum daily dose of betadol …")
    #expect(browser.frame.cursor.column == 8)
    browser.press(String(repeating: "<Right>", count: 18))
    #expect(browser.screen[1] == "Search: maximum daily dose of betadol …")
    browser.press("<End>" + String(repeating: "<Left>", count: 35))
    #expect(browser.screen[1] == "Search: maximum daily dose of betadol …")
    browser.press("abcdefghijklmnopqrstu")
    #expect(browser.screen[1] == "Search: …hijklmnopqrstudose of betadol…")
    #expect(browser.frame.cursor.column == 23)
  }

  @Test("the cursor rests on the hit that is chosen, and in the field again with the next letter")
  func cursorOfList() {
    var browser = ScriptedBrowser(.hits, columns: 40, rows: 12)
    browser.press("kidney")
    #expect(browser.cursorRow.hasPrefix("Search: kidney"))
    browser.press("<Down>")
    #expect(browser.cursorRow.hasPrefix("> Dosing"))
    browser.press("x")
    #expect(browser.cursorRow.hasPrefix("Search: kidneyx"))
  }

  @Test("while a hit is chosen the beginning of a long question is shown")
  func beginningOfQuestion() {
    for glyphs in [GlyphSet.unicode, .ascii] {
      var browser = ScriptedBrowser(.hits, columns: 20, rows: 12, glyphs: glyphs)
      browser.press("fever kind:drog")
      #expect(browser.screen[0] == (glyphs == .unicode ? "Search: … kind:drog" : "Search: < kind:drog"))
      browser.press("<Down>")
      #expect(browser.screen[0] == (glyphs == .unicode ? "Search: fever kind…" : "Search: fever kind>"))
    }
  }

  @Test("whatever the width and the caret, what is at the caret is in sight", arguments: 1...30)
  func caretInSight(columns: Int) {
    var browser = ScriptedBrowser(.hits, columns: columns, rows: 12)
    browser.press("abcdefghijklmnopqrstuvwxyz漢字")
    for _ in 0..<28 {
      browser.press("<Left>")
      let frame = browser.frame
      #expect(frame.cursor.row == 0 && frame.cursor.column < columns)
    }
    #expect(columns < 12 || browser.screen[0].contains("abc"))
  }

  @Test("the smallest window names the drug", arguments: [(10, 3), (12, 4), (39, 9), (40, 10)])
  func smallestWindow(columns: Int, rows: Int) {
    var browser = ScriptedBrowser(.hits, opening: "/drugs/alphadol", columns: columns, rows: rows)
    #expect(browser.screen.contains { $0.contains("Alphadol") })
    browser.press("G")
    #expect(browser.screen.contains { $0.contains("Alphadol") })
    browser.press("skidney")
    #expect(browser.screen.contains { $0.contains("Alphadol") })
  }

  @Test("a long name stands in the first line before place and badge", arguments: [40, 50, 60, 80])
  func longTitle(columns: Int) {
    let title = "Hydrocortisone sodium succinate"
    let library = MemoryLibrary(markdown: [
      (
        document: "drugs/h.md",
        text:
          "---\ntitle: \(title)\n---\n\n## Boxed Warning\n\n> [!WARNING]\n> Can be fatal.\n\n## Uses\n\nx\n"
      )
    ])
    let browser = ScriptedBrowser(library, opening: "/drugs/h", columns: columns, rows: 12)
    #expect(browser.screen[0].hasPrefix(title))
    #expect(browser.screen[0].contains(columns < 50 ? "!" : columns < 60 ? "BOXED" : "BOXED WARNING"))
    #expect(browser.screen[0].hasSuffix("%"))
  }

  @Test("in a narrow first line the section stands before the kind")
  func narrowHeader() {
    let library = MemoryLibrary(markdown: [
      (
        document: "drugs/h.md",
        text: "---\ntitle: Alphadolol\n---\n\n## Use in specific populations\n\nx\n"
      )
    ])
    let narrow = ScriptedBrowser(library, opening: "/drugs/h", columns: 40, rows: 12)
    #expect(narrow.screen[0] == "Alphadolol  Use in specific po… 1/1 100%")
    let wide = ScriptedBrowser(library, opening: "/drugs/h", columns: 80, rows: 12)
    #expect(wide.screen[0].hasPrefix("Alphadolol  drug "))
    #expect(wide.screen[0].hasSuffix(" Use in specific populations 1/1 100%"))
  }

  @Test("a long line is shown where it matches; whole where it is selected")
  func longLines() {
    let filler = String(repeating: "other words ", count: 12)
    let line = Snippet(runs: [
      Snippet.Run(text: filler, isMatch: false), Snippet.Run(text: "found", isMatch: true),
      Snippet.Run(text: " " + filler, isMatch: false),
    ])
    let row = HitRow.place(path: ["Section"], line: line)
    let short = row.lines(columns: 60, glyphs: .unicode, isSelected: false)
    #expect(short.count == 2)
    #expect(short[1].text.contains("found"))
    #expect(short[1].text.hasPrefix("    …"))
    let whole = row.lines(columns: 60, glyphs: .unicode, isSelected: true)
    #expect(whole.count == 7)
    #expect(whole.allSatisfy { $0.width <= 60 })
    #expect(short.flatMap(\.spans).contains { $0.style.traits.contains(.match) && $0.text == "found" })
  }
}
