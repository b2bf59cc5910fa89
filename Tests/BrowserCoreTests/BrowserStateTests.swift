import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

/// Key scripts and the state they lead to.
@Suite("The browser under a person's keys")
struct BrowserStateTests {
  private func browser(columns: Int = 80, rows: Int = 24) -> ScriptedBrowser {
    ScriptedBrowser(.ward, opening: "/drugs/alphadol", columns: columns, rows: rows)
  }

  private func title(_ browser: ScriptedBrowser) -> String? { browser.state.page?.page.title }

  private func section(_ browser: ScriptedBrowser) -> String? {
    guard let view = browser.state.page?.view, let section = view.currentSection else { return nil }
    return view.layout.sections[section].title
  }

  private func focusedLink(_ browser: ScriptedBrowser) -> String? {
    guard let view = browser.state.page?.view, case .link(let link) = view.focus else { return nil }
    return view.layout.links[link].text
  }

  // MARK: Links and places

  @Test("Tab goes through the links in order, Enter follows, Backspace comes back to the same link")
  func followAndBack() {
    var browser = browser()
    browser.press("<Tab>")
    #expect(focusedLink(browser) == "testitis")
    browser.press("<Enter>")
    #expect(title(browser) == "Testitis")
    browser.press("<BS>")
    #expect(title(browser) == "Alphadol")
    #expect(focusedLink(browser) == "testitis")
  }

  @Test("back restores the line that was at the top; forward goes where back came from")
  func backRestoresLine() {
    var browser = browser(rows: 12)
    browser.press("8j")
    let top = browser.state.page?.view.topPassage
    let screen = browser.screen
    browser.press("s")
    browser.press("differs<Enter>")
    #expect(title(browser) == "Betadol")
    browser.press("H")
    browser.press("<Esc>")
    #expect(browser.state.page?.view.topPassage == top)
    #expect(browser.screen.dropLast(2) == screen.dropLast(2))
    browser.press("L")
    #expect(title(browser) == "Betadol")
  }

  @Test("a link to a section of another page opens there; a link within the page is a place too")
  func anchors() {
    var browser = ScriptedBrowser(.ward, opening: "/diseases/testitis")
    browser.press("2<Enter>")
    #expect(title(browser) == "Alphadol")
    #expect(section(browser) == "Oral")
  }

  @Test("digits alone never fire; Enter follows the number, Backspace mends it, Esc drops it")
  func numbers() {
    var browser = browser()
    browser.press("1")
    #expect(title(browser) == "Alphadol")
    browser.press("9<BS><Enter>")
    #expect(title(browser) == "Testitis")
    browser.press("<BS>1<Esc>")
    #expect(title(browser) == "Alphadol")
    browser.press("99<Enter>")
    #expect(browser.state.message?.text == "no link 99 on this page")
  }

  @Test("a missing entity opens as a page that says what the library knows of it")
  func missing() {
    var browser = browser()
    browser.press("2<Enter>")
    #expect(title(browser) == "gammas")
    #expect(browser.state.page?.page.monograph == nil)
    #expect(browser.screen.contains { $0.contains("No page in this library") })
    #expect(browser.screen.contains { $0.contains("Alphadol") })
  }

  @Test("a citation opens its reference in place; q returns to the same place")
  func citation() {
    var browser = browser()
    browser.press("3<Enter>")
    #expect(browser.screen.contains { $0.contains("One A. First words. 2001.") })
    browser.press("q")
    #expect(browser.state.overlays.isEmpty)
    #expect(title(browser) == "Alphadol")
    browser.press("3<Enter><BS>")
    #expect(browser.state.overlays.isEmpty)
    #expect(title(browser) == "Alphadol")
  }

  @Test("an address outside is shown, not opened")
  func outside() {
    var browser = browser()
    browser.press("]t")
    browser.press("5<Enter>")
    #expect(browser.screen.contains { $0.contains("https://example.org/") })
    #expect(!browser.effects.contains(.quit))
  }

  @Test("F numbers the links; typing a part of one and Enter follows it")
  func hints() {
    var browser = browser()
    browser.press("F")
    #expect(browser.screen.contains { $0.contains("[1]testitis") })
    browser.press("beta<Enter>")
    #expect(title(browser) == "Betadol")
    browser.press("<BS>F<Esc>")
    #expect(!browser.screen.contains { $0.contains("[1]testitis") })
  }

  @Test("a link chosen by number or hint out of sight: back returns to where the choice began")
  func choiceOutOfSight() {
    for keys in ["4<Enter>", "F4<Enter>", "Fbeta<Enter>"] {
      var browser = browser(rows: 12)
      browser.press("2j")
      let top = browser.state.page?.view.topPassage
      let section = section(browser)
      browser.press(keys)
      #expect(title(browser) == "Betadol")
      browser.press("<BS>")
      #expect(browser.state.page?.view.topPassage == top, "after \(keys)")
      #expect(self.section(browser) == section, "after \(keys)")
    }
  }

  @Test("Esc leaves the hints and returns to where they began")
  func cancelledHints() {
    var browser = browser(rows: 12)
    browser.press("2j")
    let screen = browser.screen
    browser.press("F4")
    #expect(browser.screen != screen)
    browser.press("<Esc>")
    #expect(browser.screen == screen)
  }

  // MARK: Moving

  @Test("counts repeat; the ends stop and say so")
  func scrolling() {
    var browser = browser(rows: 12)
    browser.press("k")
    #expect(browser.state.message?.text == "top of the page")
    browser.press("3j2k")
    #expect(browser.state.page?.view.top.line == 1 || browser.state.page?.view.top.item == 1)
    browser.press("G")
    #expect(browser.state.page?.view.isAtEnd == true)
    #expect(browser.state.page?.view.percent == 100)
    browser.press("j")
    #expect(browser.state.message?.text == "end of the page")
    browser.press("g")
    #expect(browser.state.page?.view.isAtStart == true)
  }

  @Test("J and K go from section to section")
  func sections() {
    var browser = browser(rows: 12)
    browser.press("J")
    #expect(section(browser) == "Overview")
    browser.press("JJ")
    #expect(section(browser) == "Oral")
    browser.press("K")
    #expect(section(browser) == "Dosing")
    browser.press("3J")
    #expect(section(browser) == "Special Populations")
  }

  @Test("clinical jumps go to the section that answers, or say it is not stated")
  func clinicalJumps() {
    var browser = browser(rows: 12)
    browser.press(".r")
    #expect(section(browser) == "Renal Impairment")
    browser.press(".w")
    #expect(section(browser) == "Withdrawal")
    browser.press(".p")
    #expect(browser.state.message?.text == "pregnancy: Not stated in this source")
    #expect(section(browser) == "Withdrawal")
  }

  @Test("a clinical jump where there is no page says that, not that something is not stated")
  func clinicalJumpWithoutPage() {
    var browser = ScriptedBrowser(.ward, opening: "/entities/gammas", columns: 80, rows: 12)
    browser.press(".d")
    #expect(browser.state.message?.text == "dose: this library has no page about gammas")
  }

  @Test("] and [ go to tables, warnings, lists and citations")
  func landmarks() {
    var browser = browser(rows: 12)
    browser.press("]w")
    #expect(section(browser) == "Withdrawal")
    browser.press("]t")
    #expect(section(browser) == "Levels")
    browser.press("[w")
    #expect(section(browser) == "Withdrawal")
    browser.press("]r")
    #expect(browser.state.message?.text == "no citation that way")
    browser.press("g]r")
    #expect(focusedLink(browser) == "[1]")
  }

  @Test("the header of a long table stays while its rows scroll")
  func stickyHeader() {
    var browser = browser(rows: 10)
    browser.press("]t4j")
    let lines = browser.state.page?.view.visibleLines.map(\.line.text) ?? []
    #expect(lines.first?.contains("Day") == true)
    #expect(!lines.contains { $0.contains("10 mg/L") })
  }

  // MARK: Finding in the page

  @Test("find is incremental, wraps, and Esc returns to where it began")
  func find() {
    var browser = browser(rows: 12)
    browser.press("/mg/l")
    #expect(browser.state.page?.search?.matches.count == 9)
    #expect(section(browser) == "Levels")
    browser.press("<Esc>")
    #expect(browser.state.page?.view.isAtStart == true)
    #expect(browser.state.page?.search == nil)
    browser.press("/mg/l<Enter>nn")
    #expect(browser.state.page?.search?.current == 2)
    browser.press("NNN")
    #expect(browser.state.page?.search?.current == 8)
    #expect(browser.state.message?.text.contains("9 of 9") == true)
  }

  @Test("what is not on the page is said so, and the place kept")
  func findNothing() {
    var browser = browser(rows: 12)
    browser.press("2j/zebra<Enter>")
    #expect(browser.state.message?.text.contains("zebra") == true)
    #expect(browser.state.message?.isError == true)
  }

  // MARK: Searching the library

  @Test("search as you type opens the section with the words marked; back returns to the list")
  func search() {
    var browser = ScriptedBrowser(.ward)
    browser.press("below 30")
    #expect(browser.screen.contains { $0.contains("Renal Impairment") })
    browser.press("<Enter>")
    #expect(title(browser) == "Alphadol")
    #expect(section(browser) == "Renal Impairment")
    #expect(browser.state.page?.search?.matches.isEmpty == false)
    browser.press("<BS>")
    #expect(browser.state.page == nil)
    #expect(browser.screen.contains { $0.contains("below 30") })
  }

  @Test("open by name takes the first match at Enter, and nothing by itself")
  func openByName() {
    var browser = ScriptedBrowser(.ward)
    browser.press("<Esc>obet")
    #expect(browser.state.page == nil)
    browser.press("<Enter>")
    #expect(title(browser) == "Betadol")
  }

  @Test("the index lists everything by kind; / filters it")
  func index() {
    var browser = ScriptedBrowser(.ward)
    browser.press("<Esc>i")
    #expect(browser.screen.contains { $0.contains("disease") })
    browser.press("/beta<Enter><Enter>")
    #expect(title(browser) == "Betadol")
  }

  @Test("an answer to an earlier question is dropped")
  func lateAnswer() {
    var browser = ScriptedBrowser(.ward)
    browser.press("fever")
    let before = browser.screen
    let late = SearchHit(
      entity: EntityID(path: "/drugs/betadol")!, title: "Late", kind: "drug", sectionPath: [], anchor: "",
      document: "", sectionKey: "", snippet: Snippet(runs: []), score: 1)
    browser.send(.found(SearchResult(query: "f", hits: [late]), names: [], generation: 1))
    #expect(browser.screen == before)
  }

  @Test("Enter before the answer takes the first entry of the answer to come, not one of an earlier one")
  func enterBeforeAnswer() {
    var browser = ScriptedBrowser(.ward)
    browser.press("<Esc>oalpha")
    browser.press("<BS><BS><BS><BS><BS>")
    browser.holdsAnswers = true
    browser.press("betadol<Enter>")
    #expect(browser.state.page == nil)
    browser.answerAll()
    #expect(title(browser) == "Betadol")
  }

  @Test("a further letter takes Enter back")
  func letterAfterEnter() {
    var browser = ScriptedBrowser(.ward)
    browser.press("<Esc>o")
    browser.holdsAnswers = true
    browser.press("beta<Enter>x")
    browser.answerAll()
    #expect(browser.state.page == nil)
  }

  // MARK: Panels

  @Test("t focuses the contents, again closes it; Enter there goes to the section")
  func contents() {
    var browser = browser()
    browser.press("t")
    #expect(browser.state.panels.focus == .contents)
    browser.press("jj<Enter>")
    #expect(browser.state.panels.focus == .page)
    #expect(section(browser) == "Oral")
    browser.press("tt")
    #expect(browser.state.arrangement.contents == nil)
    browser.press("t")
    #expect(browser.state.arrangement.contents != nil)
  }

  @Test("sections fold with Left and unfold with Right")
  func folding() {
    var browser = browser()
    browser.press("tj<Left>")
    #expect(!browser.screen.contains { $0.hasPrefix("  ") && $0.contains("Oral ") })
    browser.press("<Right>")
    #expect(browser.state.page?.folded.isEmpty == true)
  }

  @Test("r opens the drawer, q closes it, q again quits")
  func drawer() {
    var browser = browser()
    browser.press("r")
    #expect(browser.state.arrangement.relations != nil)
    browser.press("q")
    #expect(browser.state.arrangement.relations == nil)
    #expect(!browser.hasQuit)
    browser.press("q")
    #expect(browser.hasQuit)
  }

  @Test("in a narrow window a panel takes the page's place and Esc returns")
  func narrow() {
    var browser = browser(columns: 50, rows: 15)
    browser.press("t")
    #expect(browser.state.arrangement.page == nil)
    browser.press("<Esc>")
    #expect(browser.state.arrangement.page != nil)
  }

  @Test("z gives the page the whole width and back")
  func zoom() {
    var browser = browser()
    browser.press("z")
    #expect(browser.state.arrangement.page?.columns == 80)
    browser.press("z")
    #expect(browser.state.arrangement.page?.columns == 55)
  }

  @Test("a resize keeps the text at the top and the focused link")
  func resize() {
    var browser = browser(rows: 12)
    browser.press("gJJJ")
    let item = browser.state.page?.view.top.item
    for (columns, rows) in [(40, 12), (200, 50), (20, 5), (132, 10), (80, 12)] {
      browser.resize(columns: columns, rows: rows)
    }
    #expect(browser.state.page?.view.top.item == item)
    browser.press("g<Tab>")
    browser.resize(columns: 57, rows: 30)
    #expect(focusedLink(browser) == "testitis")
  }

  // MARK: Keys

  @Test("an unbound key says so; a prefix waits and shows how it goes on")
  func prefixes() {
    var browser = browser()
    browser.press("X")
    #expect(browser.state.message?.text == "X does nothing here; h shows the keys")
    browser.press(".")
    #expect(browser.state.wakeAfter == 400)
    browser.send(.timeout)
    #expect(browser.state.wakeAfter == nil)
    #expect(browser.screen.contains { $0.contains("renal impairment") })
    browser.press("<Esc>")
    #expect(browser.state.pending.isEmpty)
  }

  @Test("Ctrl-Q quits in the middle of a command, too; a wrong letter tells the right ones")
  func quitAfterPrefix() {
    var browser = browser()
    browser.press("]X")
    #expect(browser.state.message?.text == "]X does nothing; ] goes on with h l r t w")
    browser.press(".<C-q>")
    #expect(browser.hasQuit)
  }

  @Test("the filtered relations keep the headings of their groups")
  func filteredRelations() {
    var browser = browser(columns: 132, rows: 30)
    browser.press("r/beta<Enter>")
    let rows = browser.state.page?.relations.rows ?? []
    #expect(rows.map(\.label) == ["Links (1 of 3)", "Betadol", "Linked from (1 of 2)", "Betadol"])
  }

  @Test("a long message is shown whole")
  func longMessage() {
    var browser = browser()
    let sentence =
      "The library /somewhere/far/away/in/a/deep/folder/national.library is damaged (database disk "
      + "image is malformed). Make it again with monograph build, or copy it again."
    browser.send(.failed(sentence))
    let screen = browser.screen.joined(separator: " ")
    #expect(screen.contains("or copy it again."))
  }

  @Test("Esc and Ctrl-C never quit, whatever is open")
  func escapeNeverQuits() {
    var browser = browser()
    browser.press("<Esc><C-c>/x<Esc>r<Esc>t<Esc>h<Esc>s<Esc><C-c><Esc><Esc>")
    #expect(!browser.hasQuit)
    #expect(title(browser) == "Alphadol")
  }

  @Test("where am I tells source, dates and licence")
  func facts() {
    var browser = browser()
    browser.press("=")
    let screen = browser.screen.joined(separator: "\n")
    #expect(screen.contains("test page"))
    #expect(screen.contains("not reviewed"))
    #expect(screen.contains("CC0-1.0"))
  }

  @Test("the source text of the block in focus is shown as it stands in the file")
  func sourceText() {
    var browser = browser()
    browser.press("]t\\")
    #expect(browser.screen.contains { $0.contains("| Day | Level |") })
  }
}
