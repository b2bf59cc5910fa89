import BrowserCore
import BrowserTesting
import MonographModel
import MonographSources
import TextLayout
import Testing

@Suite("A page opened from its file")
struct PageFileTests {
  private static let text = """
    ---
    title: Alphadol
    nonsense: 1
    ---

    ## Dosing

    Begin low.

    5 mg 3 times daily [@nowhere].

    ## Withdrawal

    Taper over 2 weeks.

    ## Studies

    """ + (1...30).map { "Study \($0) tells nothing.\n\n" }.joined()

  private func page(_ text: String) -> (page: Page, diagnostics: [Diagnostic]) {
    let file = SourceFile(name: "drugs/alphadol.md", document: "drugs/alphadol.md", bytes: Array(text.utf8))
    let result = MarkdownReader().read(file)
    guard let monograph = result.monograph else { preconditionFailure("a page that can be read") }
    let page = Page(
      entity: monograph.entity, title: monograph.title, kind: monograph.kind, monograph: monograph,
      documents: [DocumentEntry(of: monograph)])
    return (page, result.diagnostics.sorted())
  }

  private func browser(_ text: String = text, columns: Int = 80, rows: Int = 24) -> ScriptedBrowser {
    var browser = ScriptedBrowser(.ward, columns: columns, rows: rows)
    read(text, in: &browser)
    return browser
  }

  private func read(_ text: String, in browser: inout ScriptedBrowser) {
    let (page, diagnostics) = page(text)
    browser.send(.fileRead(page, file: "drugs/alphadol.md", diagnostics))
  }

  private func top(_ browser: ScriptedBrowser) -> String? {
    browser.state.page.map { page in
      page.view.layout.text(of: page.view.topPassage.item)
    }
  }

  @Test("says how much is wrong, and what first: beside the page, in the strip, or on the status line")
  func places() {
    var browser = browser(columns: 130)
    #expect(browser.screen[1].contains("Diagnostics"))
    #expect(browser.screen.contains { $0.contains("3:1 ") || $0.contains(" 3") && $0.contains("note") })
    browser.resize(columns: 80, rows: 24)
    #expect(browser.screen[21].hasPrefix("1 error, 1 note: note 3"))
    #expect(browser.screen[21].hasSuffix("D opens"))
    browser.resize(columns: 50, rows: 24)
    #expect(browser.screen[22].hasSuffix("D 1 error, 1 note"))
    browser.press("D")
    #expect(browser.screen[1].hasPrefix("Diagnostics"))
    #expect(browser.screen[2].hasPrefix("> note 3"))
    #expect(browser.cursorRow.hasPrefix("> note 3"))
    browser.press("D")
    #expect(browser.state.panels.focus == .page)
  }

  @Test("Enter on a diagnostic goes to the block of its line, and back returns")
  func follow() {
    var browser = browser(rows: 14)
    browser.press("Dj<Enter>")
    #expect(browser.state.panels.focus == .page)
    #expect(top(browser)?.hasPrefix("5 mg 3 times daily") == true)
    #expect(browser.state.message?.text.hasPrefix("error 10") == true)
    browser.press("<BS>")
    #expect(browser.state.page?.view.isAtStart == true)
    browser.press("<Esc>GDg<Enter>")
    #expect(browser.state.page?.view.isAtStart == true)
    #expect(browser.state.message?.text.contains("front matter") == true)
  }

  @Test("D and r share the panel; D again, or q, closes the drawer")
  func panel() {
    var browser = browser()
    browser.press("D")
    #expect(browser.state.showsDiagnostics)
    browser.press("r")
    #expect(!browser.state.showsDiagnostics)
    #expect(browser.state.panels.focus == .relations)
    browser.press("D")
    #expect(browser.state.showsDiagnostics)
    browser.press("/error<Enter>")
    #expect(browser.state.diagnostics?.shown.count == 1)
    browser.press("q")
    #expect(browser.state.panels.focus == .page)
    #expect(!browser.hasQuit)
  }

  @Test(
    "read again, the page keeps its place though lines were put in before it, and tells what is wrong now")
  func keepsPlace() {
    var browser = browser(rows: 14)
    browser.press("/Study 12<Enter><Esc>")
    browser.press("2j")
    let before = top(browser)
    let screen = Array(browser.screen[1...8])
    read(
      Self.text.replacing("## Studies\n", with: "## Studies\n\nNew words.\n\nMore new words.\n"), in: &browser
    )
    #expect(top(browser) == before)
    #expect(Array(browser.screen[1...8]) == screen)
    #expect(browser.state.message?.text == "drugs/alphadol.md read again: 1 error, 1 note")
    read(Self.text.replacing("[@nowhere]", with: "").replacing("nonsense: 1\n", with: ""), in: &browser)
    #expect(top(browser) == before)
    #expect(browser.state.message?.text == "drugs/alphadol.md read again: no diagnostics")
    browser.press("D")
    #expect(browser.screen.contains { $0.contains("nothing found wrong") })
  }

  @Test("a changed block keeps its place in its section; a section that is gone leaves the reader near")
  func changedBlock() {
    var browser = browser(rows: 14)
    browser.press(".w")
    read(Self.text.replacing("Taper over 2 weeks.", with: "Taper over 4 weeks."), in: &browser)
    #expect(top(browser) == "Withdrawal")
    #expect(browser.screen.contains { $0.contains("Taper over 4 weeks") })
    read("---\ntitle: Alphadol\n---\n\n## Studies\n\nNothing.\n", in: &browser)
    #expect(browser.screen.contains { $0.contains("Nothing.") })
    read("", in: &browser)
    #expect(browser.state.page != nil)
  }

  @Test("a file that is gone is said so until it is back; the last good page stays")
  func gone() {
    var browser = browser()
    let page = browser.screen.prefix(20)
    browser.send(.fileLost("drugs/alphadol.md: It cannot be read."))
    browser.press("j")
    #expect(browser.screen[22] == "drugs/alphadol.md: It cannot be read.")
    browser.press("k")
    #expect(browser.screen.prefix(20) == page)
    browser.send(.fileUnchanged)
    #expect(browser.screen[22].hasPrefix("source not stated"))
  }

  @Test("another page has its relations; D says that it is no page from a file")
  func otherPage() {
    var browser = browser()
    browser.press("otesti<Enter>")
    #expect(browser.screen[21].hasPrefix("Related"))
    browser.press("D")
    #expect(browser.state.message?.text.contains("monograph FILE.md") == true)
    // The file may change meanwhile; going back shows it as it is now.
    read(Self.text.replacing("Begin low.", with: "Begin very low."), in: &browser)
    #expect(browser.state.page?.page.title == "Testitis")
  }
}
