import BrowserCore
import BrowserTesting
import Testing

@Suite("Commands by their words")
struct CommandLineTests {
  private func browser() -> ScriptedBrowser { ScriptedBrowser(.ward, opening: "/drugs/alphadol") }

  @Test("a word, or a beginning that only one has, does what its key does")
  func words() {
    var browser = browser()
    browser.press(":contents<Enter>")
    #expect(browser.state.panels.focus == .contents)
    browser = self.browser()
    browser.press(":inde<Enter>")
    guard case .list(let list) = browser.state.overlays.last else {
      Issue.record("no list")
      return
    }
    #expect(list.purpose == .index)
    browser = self.browser()
    browser.press(":q<Enter>")
    #expect(browser.hasQuit)
  }

  @Test("what follows the word is typed into the field that it opens")
  func arguments() {
    var browser = browser()
    browser.press(":open beta<Enter>")
    browser.press("<Enter>")
    #expect(browser.state.page?.page.title == "Betadol")
  }

  @Test("Tab completes as far as the words agree; the words that are left are shown")
  func completion() {
    var browser = browser()
    browser.press(":co<Tab>")
    #expect(browser.screen.contains { $0.hasPrefix(":co") && $0.contains("contents compare") })
    browser.press("n<Tab>")
    #expect(browser.screen.contains { $0.hasPrefix(":contents") })
    browser.press("<Esc>")
    #expect(browser.state.prompt == nil)
  }

  @Test("a word that means nothing, or several things, says so and does nothing")
  func faults() {
    var browser = browser()
    browser.press(":xyz<Enter>")
    #expect(browser.state.message?.text == ":xyz does nothing here; : and Tab shows what does")
    browser.press(":co<Enter>")
    #expect(browser.state.message?.text == ":co may be contents, compare")
    browser.press(":<Enter>")
    #expect(browser.state.prompt == nil)
    #expect(browser.state.page?.page.title == "Alphadol")
  }

  @Test("every word stands for one command")
  func unique() {
    let words = CommandTable.entries.compactMap { entry in entry.word.map { (entry.command, $0) } }
    #expect(Set(words.map(\.1)).count == Set(words.map(\.0)).count)
  }
}

@Suite("Marked drugs")
struct MarkedDrugTests {
  @Test("M marks the drug of the page and takes the mark away; a disease is not marked")
  func toggle() {
    var browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol")
    browser.press("M")
    #expect(browser.state.marked.map(\.name) == ["Alphadol"])
    browser.press("obeta<Enter>M")
    #expect(browser.state.marked.map(\.name) == ["Alphadol", "Betadol"])
    browser.press("M")
    #expect(browser.state.marked.map(\.name) == ["Alphadol"])
    browser.press("otest<Enter>M")
    #expect(browser.state.marked.map(\.name) == ["Alphadol"])
    #expect(browser.state.message?.isError == true)
  }

  @Test(":interactions asks for what is recorded between them, and wants two")
  func interactions() {
    var browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol")
    browser.press(":interactions<Enter>")
    #expect(browser.state.message?.text == "mark at least two drugs with M first; 0 marked")
    browser.press("Mobeta<Enter>M")
    browser.holdsAnswers = true
    browser.press(":int<Enter>")
    #expect(browser.state.work?.sentence == "looking up interactions")
    let marked = browser.state.marked.map(\.entity)
    #expect(
      browser.effects.contains {
        if case .report(.interactions(marked), _, _) = $0 { true } else { false }
      })
  }

  @Test("Esc leaves off what takes a while; an answer that comes all the same is not taken")
  func stop() {
    var browser = ScriptedBrowser(.ward, opening: "/drugs/alphadol")
    browser.press("Mobeta<Enter>M")
    browser.holdsAnswers = true
    browser.press(":int<Enter><Esc>")
    #expect(browser.state.work == nil)
    #expect(browser.effects.contains(.stopWork))
    browser.answerAll()
    #expect(browser.state.page?.page.title == "Betadol")
  }
}
