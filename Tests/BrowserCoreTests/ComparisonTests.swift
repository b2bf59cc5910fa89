import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

@Suite("Pages side by side, and marked drugs")
struct ComparisonTests {
  private func browser(columns: Int = 130, rows: Int = 30) -> ScriptedBrowser {
    ScriptedBrowser(.ward, opening: "/drugs/alphadol", columns: columns, rows: rows)
  }

  private func title(_ browser: ScriptedBrowser) -> String? { browser.state.page?.page.title }

  @Test("c asks for a page by name and puts it beside this one, over the whole width")
  func compare() {
    var browser = browser()
    browser.press("cbeta<Enter>")
    #expect(title(browser) == "Comparison: Alphadol, Betadol")
    #expect(browser.state.arrangement.contents == nil && browser.state.arrangement.relations == nil)
    #expect(browser.state.page?.view.layout.options.width == 128)
    #expect(browser.screen[1].contains("│ Betadol"))
    browser.press("t")
    #expect(browser.state.arrangement.contents != nil)
    browser.press("t")
    #expect(browser.state.arrangement.contents == nil)
  }

  @Test("under 120 columns they stand one under the other")
  func stacked() {
    var browser = browser(columns: 119)
    browser.press("cbeta<Enter>")
    #expect(!browser.screen[1].contains("Betadol"))
    browser.resize(columns: 120, rows: 30)
    #expect(browser.screen[1].contains("│ Betadol"))
  }

  @Test("c on a comparison adds a page; what stands there is not put there again")
  func adding() {
    var browser = browser()
    browser.press("cbeta<Enter>ctest<Enter>")
    #expect(title(browser) == "Comparison: Alphadol, Betadol, Testitis")
    browser.press("calpha<Enter>")
    #expect(title(browser) == "Comparison: Alphadol, Betadol, Testitis")
    #expect(browser.state.message?.isError == true)
  }

  @Test("no more than four stand side by side")
  func four() {
    var browser = ScriptedBrowser(.twentyLabels, opening: "/drugs/alphadol", columns: 200, rows: 40)
    for _ in 0..<3 {
      #expect(browser.state.page?.page.report == nil || title(browser) != nil)
      browser.press("c")
      browser.press("<Esc>")
    }
    let subjects = (1...4).map { ReportRequest.Subject(entity: LabelFixture.entity, document: "set-\($0)") }
    let request = ReportRequest.comparison(subjects)
    var page = Page(entity: request.pageID, title: "Comparison", kind: "comparison", monograph: nil)
    page.report = request
    browser.send(.opened(page, .top))
    browser.press("c")
    #expect(browser.state.message?.text == "4 pages stand side by side, and no more do")
    #expect(browser.state.overlays.isEmpty)
  }

  @Test("the other sources about the same drug are offered before anything is typed")
  func sources() {
    var browser = ScriptedBrowser(.twoSources, opening: "/drugs/alphadol", columns: 130, rows: 30)
    browser.press("c")
    guard case .list(let list)? = browser.state.overlays.last else {
      Issue.record("no list")
      return
    }
    #expect(list.entries.map(\.title) == ["ALPHADOL (alphadol hydrochloride) tablet"])
    browser.press("x<BS>")
    browser.press("<Enter>")
    #expect(title(browser) == "Comparison: Alphadol, ALPHADOL (alphadol hydrochloride) tablet")
  }

  @Test("a link leads to a page, and back returns to the line in the comparison")
  func back() {
    var browser = browser(rows: 12)
    browser.press("cbeta<Enter><Space><Space>")
    let top = browser.state.page?.view.topPassage
    browser.press("obeta<Enter><BS>")
    #expect(title(browser) == "Comparison: Alphadol, Betadol")
    #expect(browser.state.page?.view.topPassage == top)
  }

  @Test("a comparison that is no longer kept is made again where it was left")
  func remade() {
    var browser = browser(rows: 12)
    browser.press("cbeta<Enter><Space><Space>")
    let top = browser.state.page?.view.topPassage
    for _ in 0..<5 { browser.press("oalpha<Enter>obeta<Enter>otest<Enter>") }
    for _ in 0..<4 { browser.press("calpha<Enter><BS>") }
    let request = browser.effects.count
    for _ in 0..<15 { browser.press("<BS>") }
    #expect(title(browser) == "Comparison: Alphadol, Betadol")
    #expect(browser.state.page?.view.topPassage == top)
    #expect(browser.effects.count >= request)
  }

  @Test(
    "what a comparison has not is said",
    arguments: [
      ("r", "a report has no relations of its own"),
      ("w", "the program made this page; what stands on it names its source"),
      ("\\", "no source text: the program made this page; follow a link to a page and ask there"),
    ])
  func absent(key: String, sentence: String) {
    var browser = browser()
    browser.press("cbeta<Enter>")
    browser.press(key)
    #expect(browser.state.message?.text == sentence)
    #expect(browser.state.panels.focus == .page)
  }

  @Test("= tells what it was made from")
  func facts() {
    var browser = browser()
    browser.press("cbeta<Enter>=")
    let screen = browser.screen.joined(separator: "\n")
    #expect(screen.contains("/drugs/alphadol") && screen.contains("/drugs/betadol"))
    #expect(!screen.contains("Licence "))
  }

  @Test("a citation opens the reference of the column it stands in")
  func citation() {
    var browser = browser()
    browser.press("cbeta<Enter>]r<Enter>")
    #expect(browser.screen.joined().contains("First words"))
    #expect(browser.screen.joined().contains("Reference 1"))
  }

  @Test("c on the start page is no command, and on a page that is none it says so")
  func nowhere() {
    var browser = ScriptedBrowser(.ward)
    browser.press("<Esc>c")
    #expect(browser.state.overlays.isEmpty && browser.state.page == nil)
    var missing = ScriptedBrowser(.ward, opening: "/entities/gammas")
    missing.press("c")
    #expect(missing.state.message?.text.hasSuffix("there is nothing to compare") == true)
  }

  // MARK: Interactions

  @Test("with one drug marked, :interactions says what is missing; with two it shows them")
  func marked() {
    var browser = browser()
    browser.press("M:interactions<Enter>")
    #expect(browser.state.message?.text == "mark at least two drugs with M first; 1 marked")
    browser.press("obeta<Enter>M:interactions<Enter>")
    #expect(title(browser) == "Interactions: Alphadol, Betadol")
    #expect(browser.screen.joined(separator: "\n").contains("none recorded in this library"))
    browser.press("c")
    #expect(browser.state.message?.isError == true)
    browser.press("M")
    #expect(browser.state.marked.count == 2)
  }

  @Test("a ninth drug is not marked, and what is no drug neither")
  func nine() {
    var browser = ScriptedBrowser(
      MemoryLibrary(
        (1...9).map {
          Monograph(
            entity: EntityID(folder: "drugs", slug: "drug\($0)")!, title: "Drug\($0)",
            source: Source(document: "\($0)"))
        }))
    for number in 1...9 { browser.press("<Esc>odrug\(number)<Enter>M") }
    #expect(browser.state.marked.count == 8)
    #expect(browser.state.message?.text.hasPrefix("8 drugs are marked") == true)
    var ward = ScriptedBrowser(.ward, opening: "/diseases/testitis")
    ward.press("M")
    #expect(ward.state.marked.isEmpty && ward.state.message?.isError == true)
  }
}
