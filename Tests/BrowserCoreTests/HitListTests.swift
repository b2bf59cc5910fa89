import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

@Suite("The list of hits and what follows from it")
struct HitListTests {
  private func list(_ browser: ScriptedBrowser) -> ListOverlay? {
    if case .list(let list) = browser.state.overlays.last { list } else { nil }
  }

  private func title(_ browser: ScriptedBrowser) -> String? { browser.state.page?.page.title }

  private func section(_ browser: ScriptedBrowser) -> String? {
    guard let view = browser.state.page?.view, let section = view.currentSection else { return nil }
    return view.layout.sections[section].title
  }

  private func selectedPlace(_ browser: ScriptedBrowser) -> String? {
    guard case .hit(let hit) = list(browser)?.selected?.target else { return nil }
    return "\(hit.title): \(hit.sectionPath.last ?? "")"
  }

  // MARK: The list

  @Test("hits stand under their pages, pages in the order of their best hits, and the first one is selected")
  func groups() throws {
    var browser = ScriptedBrowser(.hits)
    browser.press("kidney")
    let rows = try #require(list(browser)).entries.compactMap(\.row)
    #expect(
      rows.map { row in
        switch row {
        case .page(let title, _, _): title
        case .place(let path, _): "  \(path.joined(separator: " > "))"
        default: "?"
        }
      } == [
        "Alphadol", "  Special Populations > Renal Impairment", "  Dosing > Oral", "Betadol", "  Overview",
      ])
    #expect(selectedPlace(browser) == "Alphadol: Renal Impairment")
    #expect(list(browser)?.note == "3 of 3 places")
  }

  @Test("the words that matched are marked in the line that answers")
  func marks() throws {
    var browser = ScriptedBrowser(.hits)
    browser.press("kidney")
    guard case .place(_, let line) = list(browser)?.selected?.row else {
      Issue.record("no place is selected")
      return
    }
    #expect(line.runs.filter(\.isMatch).map(\.text) == ["dose", "30"])
    #expect(line.text == "Halve the dose below 30 mL/min.")
  }

  @Test("the results of the last question stay until those of the next come")
  func typing() {
    var browser = ScriptedBrowser(.hits)
    browser.press("kidney")
    let rows = browser.screen.dropFirst(2)
    browser.holdsAnswers = true
    browser.press("x")
    #expect(browser.screen.dropFirst(2) == rows)
    browser.answerAll()
    #expect(list(browser)?.note == "nothing found")
  }

  @Test("past the end the list asks for more, and shows what comes after without moving what is shown")
  func more() {
    var browser = ScriptedBrowser(.hits)
    browser.press("many")
    #expect(list(browser)?.note == "20 of 90 places")
    #expect(browser.effects.last == .search("many", limit: 20, generation: 4))
    browser.press(String(repeating: "<Down>", count: 19))
    #expect(selectedPlace(browser) == "Alphadol: Row 20")
    #expect(browser.screen.contains { $0.contains("70 more places: Down goes on") })
    browser.press("<Down>")
    #expect(browser.effects.last == .search("many", limit: 60, generation: 4))
    #expect(list(browser)?.note == "60 of 90 places")
    #expect(selectedPlace(browser) == "Alphadol: Row 21")
    browser.press(String(repeating: "<PgDn>", count: 30))
    #expect(list(browser)?.note == "90 of 90 places")
    #expect(selectedPlace(browser) == "Alphadol: Row 90")
    let count = browser.effects.count
    browser.press("<Down><Down>")
    #expect(browser.effects.count == count)
  }

  @Test("the name of the drug stays over its places", arguments: [(80, 12), (40, 12), (80, 24), (22, 8)])
  func stickyHeading(columns: Int, rows: Int) {
    var browser = ScriptedBrowser(.hits, columns: columns, rows: rows)
    browser.press("many")
    for key in ["<Down>", "<Down>", "<PgDn>", "<PgDn>", "<Up>", "<PgUp>", "<Up>", "<PgDn>"] {
      browser.press(String(repeating: key, count: 5))
      #expect(browser.screen.contains { $0.hasPrefix("Alphadol") })
      #expect(browser.screen.contains { $0.hasPrefix("> ") }, "\(key): the selection is out of sight")
    }
  }

  @Test("more that comes late for another question is dropped; a failure lets the end ask again")
  func lateMore() {
    var browser = ScriptedBrowser(.hits)
    browser.press("many" + String(repeating: "<Down>", count: 19))
    browser.holdsAnswers = true
    browser.press("<Down><BS>")
    browser.answerAll()
    #expect(list(browser)?.note == "nothing found")
    browser.press("y" + String(repeating: "<Down>", count: 19))
    browser.holdsAnswers = true
    browser.press("<Down>")
    let count = browser.effects.count
    browser.press("<Down>")
    #expect(browser.effects.count == count)
    browser.send(.failed("the disk is gone"))
    browser.press("<Down>")
    #expect(browser.effects.count == count + 1)
  }

  @Test("remarks stand first and cannot be chosen")
  func remarks() {
    var browser = ScriptedBrowser(.hits)
    browser.press("fever kind:drog")
    #expect(browser.screen[2].contains("No kind is “drog”"))
    #expect(selectedPlace(browser) == "Alphadol: Withdrawal")
  }

  // MARK: Did you mean

  @Test("what may have been meant stands apart, and Enter alone opens none of it")
  func suggestions() {
    var browser = ScriptedBrowser(.hits)
    browser.press("alfadol")
    #expect(list(browser)?.selected?.row == .question)
    browser.press("<Enter>")
    #expect(browser.state.page == nil)
    #expect(browser.state.message?.text.contains("Down") == true)
    browser.press("<Down><Enter>")
    #expect(title(browser) == "Alphadol")
    #expect(section(browser) == "Oral")
  }

  @Test("Enter before the answer opens none of it either")
  func eagerEnter() {
    var browser = ScriptedBrowser(.hits)
    browser.holdsAnswers = true
    browser.press("alfadol<Enter>")
    browser.answerAll()
    #expect(browser.state.page == nil)
    #expect(list(browser)?.selected?.row == .question)
  }

  @Test("where there is an exact hit it is selected; n never goes on to another name")
  func exactFirst() {
    var browser = ScriptedBrowser(.hits)
    browser.press("fever alfadol")
    #expect(selectedPlace(browser) == "Betadol: Overview")
    browser.press("<Enter>nnnn")
    #expect(title(browser) == "Betadol")
    #expect(browser.state.message?.text.contains("last hit") == true)
  }

  @Test("a suggestion without hits asks the question with its name")
  func refining() {
    var browser = ScriptedBrowser(.hits)
    browser.press("alphadine<Down><Enter>")
    #expect(list(browser)?.field?.text == "alphadol")
    #expect(browser.effects.last == .search("alphadol", limit: 20, generation: 10))
    browser.press("<BS>")
    #expect(list(browser)?.field?.text == "alphado")
  }

  @Test("names that are mistaken for others are spelt so and marked, in every list of names")
  func lookAlikes() {
    let caution: @Sendable (String) -> NameCaution? = {
      $0 == "Alphadol" ? NameCaution(spelling: "AlphaDOL", mistakenFor: ["alphaDINE"]) : nil
    }
    var browser = ScriptedBrowser(.hits, caution: caution)
    browser.press("kidney")
    #expect(browser.screen[2].hasPrefix("AlphaDOL ! not alphaDINE  drug; test agonist; tablet, oral"))
    browser.press("<Esc>oalpha")
    #expect(browser.screen[2].hasPrefix("> AlphaDOL  ! not alphaDINE; drug"))
  }

  // MARK: Landing

  @Test("Enter lands on the line with all the words marked; back returns to the list as it was")
  func landing() {
    var browser = ScriptedBrowser(.hits, rows: 12)
    browser.press("kidney<Down>")
    let screen = browser.screen
    browser.press("<Enter>")
    #expect(section(browser) == "Oral")
    #expect(browser.cursorRow.contains("Starting dose"))
    let page = browser.state.page
    #expect(page?.search?.pattern == "dose daily")
    #expect(page?.search?.matches.isEmpty == false)
    browser.press("<BS>")
    #expect(browser.screen == screen)
    browser.press("<Down>")
    #expect(selectedPlace(browser) == "Betadol: Overview")
  }

  @Test("n goes through the page's matches, then on to the next hit, and N comes back; back is the list")
  func stepping() {
    var browser = ScriptedBrowser(.hits, rows: 12)
    browser.press("kidney<Enter>")
    let matches = browser.state.page?.search?.matches.count ?? 0
    let current = browser.state.page?.search?.current ?? 0
    #expect(matches > 1)
    browser.press(String(repeating: "n", count: matches - 1 - current))
    #expect(browser.state.page?.search?.current == matches - 1)
    browser.press("n")
    #expect(browser.state.message?.text == "hit 2 of 3: Alphadol: Oral")
    #expect(section(browser) == "Oral")
    browser.press("200n")
    #expect(browser.state.message?.text == "hit 3 of 3: Betadol: Overview")
    #expect(title(browser) == "Betadol")
    browser.press("200n")
    #expect(browser.state.message?.text == "that was the last hit; back returns to the list")
    browser.press("200N")
    #expect(browser.state.message?.text == "hit 2 of 3: Alphadol: Oral")
    browser.press("<BS>")
    #expect(list(browser)?.field?.text == "kidney")
    #expect(selectedPlace(browser) == "Alphadol: Oral")
  }

  @Test("n tells which match of how many it is on, and the key and the number of the next hit")
  func matchesAreCounted() {
    var browser = ScriptedBrowser(.hits, rows: 12)
    browser.press("kidney<Enter>n")
    let search = browser.state.page?.search
    let place = "match \((search?.current ?? 0) + 1) of \(search?.matches.count ?? 0)"
    #expect(browser.state.message?.text == "\(place); ]h: hit 2 of 3")
    browser.press("]h]hN")
    #expect(browser.state.message?.text.hasPrefix("hit 2 of 3") == true)
  }

  @Test("where the hits are about others the remark that says so is chosen, and seen to be")
  func chosenRemark() {
    var library = MemoryLibrary.hits
    library.answers["gammadol"] = SearchResult(
      query: "", hits: library.answers["kidney"]?.hits ?? [], isElsewhere: true,
      remarks: ["No page of “gammadol” in this library."])
    var browser = ScriptedBrowser(library, rows: 12)
    browser.press("gammadol")
    #expect(browser.screen[2] == "> No page of “gammadol” in this library.")
    browser.press("<Enter>")
    #expect(browser.state.page == nil)
    #expect(browser.state.message?.text == "Down goes to what is about others; Enter opens it there")
    browser.press("<Down>")
    #expect(browser.screen[2] == "  No page of “gammadol” in this library.")
    #expect(selectedPlace(browser) == "Alphadol: Renal Impairment")
  }

  @Test("]h and [h go from hit to hit, whatever was looked for on the page")
  func hitKeys() {
    var browser = ScriptedBrowser(.hits, rows: 12)
    browser.press("kidney<Enter>/mg/l<Enter>]h")
    #expect(browser.state.message?.text == "hit 2 of 3: Alphadol: Oral")
    browser.press("]h[h[h[h")
    #expect(browser.state.message?.text == "that was the first hit; back returns to the list")
    browser.press("<BS>")
    #expect(selectedPlace(browser) == "Alphadol: Renal Impairment")
    browser.press("<C-u><Esc>oTestitis<Enter>]h")
    #expect(browser.state.message?.text == "no search led to this page; s searches the library")
  }

  @Test("a search typed on the page is its own: n goes round")
  func typedSearch() {
    var browser = ScriptedBrowser(.hits, rows: 12)
    browser.press("kidney<Enter>/mg/l<Enter>9n")
    #expect(browser.state.message?.text.contains("went round") == true)
    #expect(title(browser) == "Alphadol")
  }

  @Test("a hit in a table lands on its row, with the header in sight")
  func table() {
    var browser = ScriptedBrowser(.hits, rows: 12)
    browser.press("alfadol<Down><Down><Enter>")
    #expect(section(browser) == "Levels")
    #expect(browser.cursorRow.contains("40 mg/L"))
    #expect(browser.screen.contains { $0.contains("Day") && $0.contains("Level") })
  }
}
