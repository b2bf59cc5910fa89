import BrowserTesting
import MonographModel
import Testing

@testable import BrowserCore

@Suite("The relations of a hub")
struct RelationHubTests {
  private func browser(_ count: Int, columns: Int = 80, rows: Int = 24) -> ScriptedBrowser {
    ScriptedBrowser(.hub(count), opening: "/diseases/hub", columns: columns, rows: rows)
  }

  private func questions(_ browser: ScriptedBrowser) -> [RelationQuery] {
    browser.effects.compactMap { if case .relations(_, let query, _) = $0 { query } else { nil } }
  }

  private func held(_ browser: ScriptedBrowser) -> Int {
    browser.state.page?.relations.all.groups.reduce(0) { $0 + $1.edges.count } ?? 0
  }

  @Test("opens with the first of each group, and the end of a group leads to more")
  func opening() {
    var browser = browser(20_000)
    #expect(held(browser) == 105)
    browser.press("r")
    #expect(browser.state.page?.relations.title == "Relations, 20,000")
    browser.holdsAnswers = true
    browser.press("G")
    #expect(browser.state.page?.relations.selectedRow?.label == "Drug 19999?")
    browser.press("kkkkk")
    #expect(browser.state.page?.relations.selectedRow?.label == "9,945 more: being read")
    browser.press("<Enter>jk")
    #expect(questions(browser).count == 1)
    browser.answerAll()
    #expect(held(browser) == 155)
    #expect(browser.state.page?.relations.selected?.name == "GENE10050")
    #expect(questions(browser).first?.offset == 50)
  }

  @Test("what was selected stays selected where more arrives above it, and in its row of the window")
  func arrivalAbove() {
    var browser = browser(400)
    browser.press("r")
    browser.holdsAnswers = true
    browser.press(String(repeating: "j", count: 50))
    #expect(browser.state.page?.relations.selectedRow?.label == "150 more: being read")
    browser.press("jj")
    let name = browser.state.page?.relations.selected?.name
    let row = browser.frame.cursor.row
    browser.answerAll()
    #expect(browser.state.page?.relations.selected?.name == name)
    #expect(browser.frame.cursor.row == row)
    #expect(held(browser) == 155)
  }

  @Test(
    "every relation is reached by walking down, once, and by walking up again", arguments: [7, 333, 5_000])
  func reachable(count: Int) {
    var browser = browser(count, rows: 40)
    browser.press("rg")
    func walk(_ key: String) -> [String] {
      var names: [String] = []
      var place: NeighbourRow?
      while let row = browser.state.page?.relations.selectedRow, row != place {
        place = row
        if case .entry(let entry) = row { names.append(entry.name) }
        browser.press(key)
      }
      return names
    }
    let down = walk("j")
    #expect(down.count == count)
    #expect(Set(down).count == count)
    #expect(held(browser) <= 2 * HeldRelations.limit + 5)
    #expect(walk("k") == down.reversed())
  }

  @Test("a filter asks the library where not all is held, and drops what answers an earlier one")
  func filter() {
    var browser = browser(20_000)
    browser.press("r")
    browser.holdsAnswers = true
    browser.press("/drug 9")
    #expect(browser.state.relationLabels.contains("looking through 20,000 relations"))
    // What is held is narrowed at once.
    #expect(browser.state.relationLabels.contains("treated by (5 of 10,000)"))
    browser.answerAll()
    #expect(browser.state.relationLabels.first == "treated by (3,439)")
    #expect(questions(browser).last?.words == "drug 9")
    browser.press(" kind:gene")
    #expect(browser.state.page?.relations.rows.contains { $0.group != nil } == false)
    browser.press("<C-u>source:small kind:gene<Enter>")
    #expect(browser.state.relationLabels.first == "associated with (1,000)")
    browser.press("G")
    #expect(browser.state.page?.relations.selected?.place == 50)
    browser.press("/<Esc>")
    #expect(browser.state.page?.relations.title == "Relations, 20,000")
  }

  @Test("another order is read from the library, group by group")
  func order() {
    var browser = browser(20_000)
    browser.press("rOO")
    #expect(browser.state.page?.relations.title == "Relations by degree, 20,000")
    #expect(browser.state.page?.relations.rows.first { $0.isSelectable }?.label == "Drug 9999?")
    browser.press("jG")
    #expect(questions(browser).map(\.order) == [.name, .degree])
  }

  @Test("an answer for a page that was left is kept for coming back; one that nobody waits for is dropped")
  func staleAnswers() {
    var browser = browser(400)
    browser.press("r")
    browser.holdsAnswers = true
    browser.press(String(repeating: "j", count: 50))
    let page = browser.state.page?.page
    browser.send(.opened(MemoryLibrary.relations.page(EntityID(path: "/drugs/alphadol")!)!, .top))
    let labels = browser.state.relationLabels
    browser.answerAll()
    #expect(browser.state.relationLabels == labels)
    browser.press("<BS>")
    #expect(browser.state.page?.page == page)
    #expect(held(browser) == 155)
    browser.send(.related(page!.entity, RelationQuery(offset: 50), page!.neighbours.groups, generation: 99))
    #expect(held(browser) == 155)
  }

  @Test("after a failure the same can be asked again")
  func failure() {
    var browser = browser(400)
    browser.press("r")
    browser.holdsAnswers = true
    browser.press(String(repeating: "j", count: 50))
    browser.send(.failed("the library cannot be read"))
    #expect(browser.state.page?.relations.selectedRow?.label == "150 more")
    browser.press("<Enter>")
    #expect(questions(browser).count == 2)
  }

  @Test("numbers open neighbours that were read later, too")
  func numbers() {
    var browser = browser(400)
    browser.press("r" + String(repeating: "j", count: 55))
    let entry = browser.state.page?.relations.selected
    let number = entry?.number ?? 0
    #expect(number > 105)
    browser.press("\(number)<Enter>")
    #expect(browser.state.page?.page.entity == entry?.entity)
  }
}
