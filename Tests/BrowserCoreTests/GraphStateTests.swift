import BrowserCore
import BrowserTesting
import MonographModel
import Testing

@Suite("The graph round an entity")
struct GraphStateTests {
  private func browser(_ path: String = "/drugs/alphadol") -> ScriptedBrowser {
    ScriptedBrowser(.graph, opening: path, columns: 100, rows: 30)
  }

  @Test("stands relations on the side they are stated from, those that read alike from both ends too")
  func sides() {
    var browser = browser()
    browser.press("e")
    #expect(
      browser.names(.incoming)
        == [
          "Gammadol interacts with", "Gene 3 has activity modulated by what is given with",
          "Test agonists includes",
        ].sorted())
    #expect(
      browser.names(.outgoing).filter { $0.hasSuffix("interacts with") } == ["Betadol interacts with"])
  }

  @Test("is opened by its key, by its word, and from the relations panel about the entry selected there")
  func opening() {
    for keys in ["e", ":graph<Enter>"] {
      var browser = browser()
      browser.press(keys)
      #expect(browser.graph?.focus.entity.path == "/drugs/alphadol", "\(keys)")
      #expect(browser.state.context == .graph)
    }
  }

  @Test("Enter puts the selected neighbour in the middle, and Backspace brings back exactly what was left")
  func recentre() {
    var browser = browser()
    browser.press("ehhje")
    let left = browser.graph
    browser.press("l")
    browser.press("hh<Enter>")
    #expect(browser.graph?.trail.map(\.name).first == "Alphadol")
    #expect(browser.graph?.trail.count == 2)
    for back in ["<BS>", "H", "<C-o>"] {
      var copy = browser
      copy.press(back)
      #expect(copy.graph == left, "\(back)")
      copy.press(back)
      #expect(copy.graph == nil && copy.state.page?.page.title == "Alphadol", "\(back)")
    }
  }

  @Test(
    "a walk of any length and back, at any size, ends where it began, with the ring and the scroll position")
  func walks() {
    var random = Splitmix(state: 3)
    for _ in 0..<12 {
      var browser = browser(random.below(2) == 0 ? "/drugs/alphadol" : "/diseases/testitis")
      browser.resize(columns: 10 + random.below(190), rows: 3 + random.below(47))
      browser.press("e")
      var left: [GraphState?] = []
      for _ in 0..<8 {
        for _ in 0..<random.below(12) { browser.press(["j", "k", "h", "l", "e", "G"][random.below(6)]) }
        let before = browser.graph
        browser.press("<Enter>")
        if browser.graph?.trail.count != before?.trail.count { left.append(before) }
      }
      for before in left.reversed() {
        for _ in 0..<random.below(12) { browser.press(["j", "k", "h", "l", "e", "G"][random.below(6)]) }
        browser.press("<BS>")
        #expect(browser.graph == before)
      }
    }
  }

  @Test("moving past the last relation that was read reads more, until all have been seen")
  func paging() {
    var browser = browser("/entities/nothing")
    browser.send(.opened(MemoryLibrary.graph.page(EntityID(path: "/diseases/hubitis")!)!, .top))
    browser.press("e")
    #expect(browser.graph?.focus.shown.reading.parts.first?.edges.count == 50)
    #expect(browser.graph?.focus.shown.reading.parts.first?.remaining == 70)
    browser.press("49j")
    #expect(browser.selectedName == "Gene 50")
    browser.press("j")
    #expect(browser.selectedName == "Gene 51")
    #expect(browser.graph?.focus.shown.reading.parts.first?.remaining == 20)
    browser.press("GG")
    #expect(browser.selectedName == "Gene 120")
    #expect(browser.graph?.focus.shown.reading.parts.first?.remaining == 0)
  }

  @Test("of a hub no more than a part is held; what was let go is read again on the way up")
  func bounded() {
    var library = MemoryLibrary.graph
    let hub = EntityID(path: "/diseases/bighub")!
    library.relate(
      (1...1_000).map {
        Relation(
          subject: hub, predicate: "associates", object: EntityID(path: "/genes/gene-\($0)")!,
          objectName: "Gene \($0)", source: "x", origin: .graph)
      })
    var browser = ScriptedBrowser(library, opening: hub.path, columns: 100, rows: 30)
    browser.press("e")
    var down: [String] = []
    for _ in 1...1_000 {
      down.append(browser.selectedName)
      browser.press("j")
      #expect((browser.graph?.focus.shown.reading.parts.first?.edges.count ?? 0) <= 300)
    }
    #expect(down == (1...1_000).map { "Gene \($0)" })
    var up: [String] = []
    for _ in 1...1_000 {
      up.append(browser.selectedName)
      browser.press("k")
      #expect((browser.graph?.focus.shown.reading.parts.first?.edges.count ?? 0) <= 300)
    }
    #expect(up == down.reversed())
  }

  @Test("the second ring stands below its neighbour, can be walked, and is hidden again by the same key")
  func secondRing() {
    var browser = browser()
    browser.press("e")
    let before = browser.graph
    browser.press("e")
    #expect(browser.rows(.outgoing).filter(\.isSecondRing).count == 4)
    browser.press("jj")
    #expect(browser.graph?.focus.shown.selectedRow?.isSecondRing == true)
    browser.press("e")
    #expect(browser.graph == before)
    browser.press("ejj<Enter>")
    #expect(browser.graph?.trail.count == 2)
  }

  @Test("/ narrows to names that hold the words, in the library; Esc shows what was there")
  func filter() {
    var browser = browser()
    browser.press("ejj")
    let before = browser.graph
    browser.press("/gene")
    #expect(browser.rows(.outgoing).count == 2 && browser.rows(.incoming).count == 1)
    browser.press("<Enter>j")
    #expect(browser.state.context == .graph && browser.selectedName == "Gene 2")
    browser.press("<Esc>")
    #expect(browser.graph == before)
    browser.press("/nothing like it")
    #expect(browser.rows(.outgoing).isEmpty && browser.rows(.incoming).isEmpty)
    browser.press("<Esc>")
    #expect(browser.graph == before)
  }

  @Test("a page opened from the graph leads back to the graph as it was")
  func openPage() {
    var browser = browser()
    browser.press("ejjhh")
    browser.press("l")
    browser.press("l")
    browser.press("g")
    let before = browser.graph
    browser.press("p")
    #expect(browser.state.page?.page.title == "Testitis" && browser.graph == nil)
    browser.press("<BS>")
    #expect(browser.state.page?.page.title == "Alphadol" && browser.graph == before)
  }

  @Test("an entity without relations says so and how to go on: links are not relations")
  func none() {
    var browser = browser("/drugs/lonelidol")
    browser.press("e")
    #expect(
      browser.graph.flatMap { GraphWords.absence(of: $0.focus) }
        == "No relation of Lonelidol is recorded in this library. Links, which are not relations: 1 from its page, "
        + "0 to it; r lists them.")
    browser.press("jklh<Enter>epG/x<Esc>")
    browser.press("<BS><BS>")
    #expect(browser.state.page?.page.title == "Lonelidol")
  }

  @Test("a resize keeps the selection")
  func resize() {
    var browser = browser()
    browser.press("e4j")
    let selected = browser.graph?.focus.shown.selected
    for (columns, rows) in [(200, 50), (80, 24), (50, 20), (30, 8), (10, 3), (1, 1), (80, 24)] {
      browser.resize(columns: columns, rows: rows)
      #expect(browser.graph?.focus.shown.selected == selected)
      #expect(columns < 30 || browser.cursorRow.contains(">"))
    }
  }

  @Test("an answer that comes late goes to the focus that asked; a failure lets it be asked again")
  func lateAnswers() {
    var browser = browser()
    browser.holdsAnswers = true
    browser.press("e<Enter>")
    #expect(browser.graph?.focus.shown.reading.isRead == false)
    browser.press("<Enter>jk")
    browser.answerAll()
    #expect(browser.graph?.focus.name == "Testitis")
    #expect(browser.names(.outgoing) == ["Test organ localizes"])
  }

  @Test("digits count moves and choose nothing; F1 shows the keys; = shows the relation in full")
  func otherKeys() {
    var browser = browser()
    browser.press("e3j")
    #expect(browser.graph?.focus.shown.selected == .row(.outgoing, 3))
    browser.press("12<Enter>")
    #expect(browser.graph?.trail.count == 1 && browser.state.message?.isError == true)
    browser.press("<F1>")
    #expect(browser.state.context == .document)
    browser.press("q=")
    #expect(browser.state.context == .document)
    browser.press("q")
    #expect(browser.graph?.focus.shown.selected == .row(.outgoing, 3))
    browser.press("<Esc>")
    #expect(browser.graph == nil)
  }

  @Test("the trail keeps the last focuses and counts those before them")
  func trail() {
    var browser = browser()
    browser.press("e")
    for _ in 0..<60 { browser.press("<Enter>hh<Enter>") }
    let graph = browser.graph
    #expect(graph?.trail.count == GraphState.longestTrail)
    #expect((graph?.forgotten ?? 0) > 0)
    #expect(graph?.title(columns: 60, glyphs: .unicode).contains(" earlier) > ") == true)
  }
}

extension ScriptedBrowser {
  fileprivate var graph: GraphState? {
    if case .graph(let graph) = state.overlays.last { graph } else { nil }
  }

  fileprivate func rows(_ side: GraphSide) -> [GraphRow] { graph?.focus.shown.rows(side) ?? [] }

  /// The names and predicates of one side, A to Z.
  fileprivate func names(_ side: GraphSide) -> [String] {
    rows(side).compactMap { row in
      guard case .relation(let edge, _) = row else { return nil }
      return "\(edge.otherName) \(edge.relation.predicate)"
    }.sorted()
  }

  fileprivate var selectedName: String {
    guard case .relation(let edge, _) = graph?.focus.shown.selectedRow else { return "" }
    return edge.otherName
  }
}

/// Numbers that are the same in every run (Steele, Lea and Flood's SplitMix64).
private struct Splitmix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
