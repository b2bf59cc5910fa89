import BrowserTesting
import MonographModel
import Testing

@testable import BrowserCore

@Suite("The relations panel")
struct RelationsPanelTests {
  private func browser(columns: Int = 80, rows: Int = 24) -> ScriptedBrowser {
    ScriptedBrowser(.relations, opening: "/drugs/alphadol", columns: columns, rows: rows)
  }

  private func selected(_ browser: ScriptedBrowser) -> NeighbourRow.Entry? {
    browser.state.page?.relations.selected
  }

  @Test("groups stand in the clinical order with counts; parallel, negated and missing ones are told apart")
  func groups() {
    #expect(
      browser().state.relationLabels == [
        "Links (1)", "testitis",
        "treats (3)", "Testitis", "Testitis", "NOT Fever?",
        "activates (2)", "GAM1?", "gamma protein with a name that is long?",
        "inhibited by (1)", "GAM2?",
        "+occurs together in literature with (1)",
        "GAMMA: 3 relations in this page's diagram", "GAMMA activates GAM1?", "GAMMA regulates GAM1?",
        "GAMMA inhibits nerve cells",
        "Linked from (1)", "Testitis",
      ])
  }

  @Test(
    "evidence and source stand beside each, the kind where kinds differ; the selected one has all that is said"
  )
  func statements() {
    var browser = browser()
    browser.press("rj")
    #expect(selected(browser)?.remark == "evidence: high; Test graph; 2 publications")
    #expect(
      selected(browser)?.detail
        == "Alphadol treats Testitis; kind: disease; related to 12; source: Test graph; evidence: high; "
        + "note: in adults only; PMID:1, PMID:2")
    browser.press("jj")
    #expect(selected(browser)?.remark == "source not stated")
    #expect(selected(browser)?.detail.hasPrefix("Alphadol NOT treats Fever; ") == true)
    browser.press("j")
    #expect(selected(browser)?.remark == "gene")
    browser.press("jj")
    #expect(selected(browser)?.detail.hasPrefix("GAM2 inhibits Alphadol; ") == true)
  }

  @Test("what all of a group share is said once, over it")
  func shared() {
    let headings = browser().state.page?.relations.rows.compactMap { row -> String? in
      if case .heading(let heading) = row { heading.shared } else { nil }
    }
    #expect(headings == ["Test graph"])
  }

  @Test("co-occurrence is closed until asked for; any group folds with Left and opens with Right")
  func folding() {
    var browser = browser()
    browser.press("r")
    browser.press(String(repeating: "j", count: 7))
    #expect(browser.state.page?.relations.selectedRow?.label == "+occurs together in literature with (1)")
    browser.press("<Right>")
    #expect(selected(browser)?.name == "GAM3")
    browser.press("<Left>")
    #expect(browser.state.page?.relations.selectedRow?.label == "+occurs together in literature with (1)")
    browser.press("kk<Left>")
    #expect(browser.state.page?.relations.selectedRow?.label == "+activates (2)")
    #expect(!browser.state.relationLabels.contains("GAM1?"))
    browser.press("<Enter>")
    #expect(selected(browser)?.name == "GAM1")
    browser.press("<Right>")
    #expect(browser.state.message?.text == "Right unfolds a group marked +; Enter opens a neighbour")
  }

  @Test("a diagram's edge opens its entity, or goes to the diagram where none is named")
  func diagram() {
    var browser = browser()
    browser.press("rGk")
    #expect(selected(browser)?.name == "GAMMA inhibits nerve cells")
    browser.press("<Enter>")
    #expect(browser.state.panels.focus == .page)
    let section = browser.state.page?.view.currentSection.flatMap {
      browser.state.page?.view.layout.sections[$0].title
    }
    #expect(section == "Network")
    browser.press("<BS>k<Enter>")
    #expect(browser.state.page?.page.entity.path == "/genes/gam1")
  }

  @Test("Enter opens the other end, and back returns to the panel with the same one selected")
  func back() {
    var browser = browser()
    browser.press("rjjj<Enter>")
    #expect(browser.state.page?.page.title == "Fever")
    browser.press("<BS>")
    #expect(browser.state.panels.focus == .relations)
    #expect(selected(browser)?.name == "Fever")
  }

  @Test("the same one is selected when the page has to be read again, too")
  func backToForgotten() throws {
    let library = MemoryLibrary.hub(40)
    var browser = ScriptedBrowser(library, opening: "/diseases/hub", columns: 132, rows: 43)
    browser.press("rjjj")
    let chosen = try #require(selected(browser))
    for number in 0..<10 {
      let other = try #require(EntityID(path: "/drugs/drug-\(number)").flatMap { library.page($0) })
      browser.send(.opened(other, .top))
    }
    browser.press(String(repeating: "<BS>", count: 10))
    #expect(browser.state.page?.page.title == "Hub disease")
    #expect(selected(browser) == chosen)
  }

  @Test("O sorts by name, by degree, by evidence again, and says so")
  func order() {
    var browser = browser()
    browser.press("rO")
    #expect(browser.state.page?.relations.title == "Relations by name")
    #expect(browser.state.relationLabels[2...5] == ["treats (3)", "NOT Fever?", "Testitis", "Testitis"])
    browser.press("O")
    #expect(browser.state.page?.relations.title == "Relations by degree")
    #expect(
      browser.state.page?.relations.rows.compactMap { row -> String? in
        if case .entry(let entry) = row, entry.group == .relation("treats") { entry.remark } else { nil }
      }.first == "related to 1,204; source not stated")
    browser.press("O")
    #expect(browser.state.page?.relations.title == "Relations")
    #expect(browser.state.relationLabels == self.browser().state.relationLabels)
  }

  @Test("typing narrows by name, by kind and by source; a value that nothing has says which there are")
  func filter() {
    var browser = browser()
    browser.press("r/gam")
    #expect(
      browser.state.relationLabels == [
        "activates (2)", "GAM1?", "gamma protein with a name that is long?", "inhibited by (1)", "GAM2?",
        "occurs together in literature with (1)", "GAM3?",
        "GAMMA: 3 relations in this page's diagram", "GAMMA activates GAM1?", "GAMMA regulates GAM1?",
        "GAMMA inhibits nerve cells",
      ])
    browser.press("<C-u>kind:")
    #expect(browser.state.relationLabels.first == "kind: disease 3, gene 3, protein 1; Tab completes")
    browser.press("g<Tab>")
    #expect(browser.state.page?.relations.list.filter?.text == "kind:gene ")
    browser.press("source:test")
    #expect(
      browser.state.relationLabels.filter { !$0.hasPrefix("source:") } == [
        "activates (1 of 2)", "GAM1?", "inhibited by (1)", "GAM2?", "occurs together in literature with (1)",
        "GAM3?", "GAMMA: 2 of 3 relations in this page's diagram", "GAMMA activates GAM1?",
        "GAMMA regulates GAM1?",
      ])
    browser.press("<C-u>kind:drog")
    #expect(
      browser.state.relationLabels.first?.hasPrefix("No relation here has the kind “drog”: disease 3, gene 3")
        == true)
    browser.press("<Esc>")
    #expect(browser.state.relationLabels == self.browser().state.relationLabels)
  }
}
