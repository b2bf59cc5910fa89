import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

/// Screens of the graph. The expected ones stand in `Screens/`; `MONOGRAPH_RECORD=1` writes them anew, and that run
/// fails.
@Suite("The graph on the screen")
struct GraphScreenTests {
  private static let keys = [
    "e", "j", "5j", "G", "h", "h", "2j", "e", "j", "<Enter>", "l", "e", "<BS>", "e", "/gene", "<Enter>",
    "<Esc>", "=",
    "q", "<F1>", "q", "p", "<BS>",
  ]

  @Test("shows what was recorded", arguments: [(80, 24), (200, 24), (60, 24), (40, 12), (30, 9), (10, 3)])
  func screens(columns: Int, rows: Int) throws {
    try compare(name: "graph-\(columns)x\(rows)", columns: columns, rows: rows, glyphs: .unicode)
  }

  @Test("shows it in ASCII")
  func ascii() throws { try compare(name: "graph-80x24-ascii", columns: 80, rows: 24, glyphs: .ascii) }

  private func compare(name: String, columns: Int, rows: Int, glyphs: GlyphSet) throws {
    var browser = ScriptedBrowser(
      .graph, opening: "/drugs/alphadol", columns: columns, rows: rows, glyphs: glyphs)
    var recording = ""
    for keys in Self.keys {
      browser.press(keys)
      let cursor = browser.frame.cursor
      recording += "== \(keys)  (cursor \(cursor.column + 1),\(cursor.row + 1))\n"
      recording += browser.screen.joined(separator: "\n") + "\n"
    }
    try Recording(beside: #filePath, folder: "Screens").compare(recording, with: name)
  }

  @Test("direction, label and name stand on the line of each relation; the status line has it in full")
  func row() {
    var browser = ScriptedBrowser(.graph, opening: "/drugs/alphadol", columns: 80, rows: 24)
    browser.press("e")
    #expect(browser.screen.contains { $0.contains("├──► Betadol?") || $0.contains("┼──► Betadol?") })
    #expect(browser.cursorRow.contains(">Testitis"))
    #expect(
      browser.screen[22] == "Alphadol palliates Testitis (source: Test graph; evidence: GRADE: high)")
  }

  @Test("what is said not to hold is marked on its line, in its label and in full")
  func negated() {
    var browser = ScriptedBrowser(.graph, opening: "/drugs/alphadol", columns: 80, rows: 24)
    browser.press("eG")
    let row = browser.screen.firstIndex { $0.contains("NOT►>Gene 2?") }
    #expect(row.map { browser.screen[$0 - 1].hasSuffix("NOT binds") } == true)
    #expect(browser.screen[22].hasPrefix("Alphadol NOT binds Gene 2? (source: Test graph)"))
    browser.resize(columns: 200, rows: 24)
    #expect(browser.screen.contains { $0.contains("─ NOT binds ─") && $0.hasSuffix("►>Gene 2?") })
  }

  @Test("a relation without a source says so")
  func noSource() {
    var browser = ScriptedBrowser(.graph, opening: "/drugs/alphadol", columns: 80, rows: 24)
    browser.press("e2h")
    browser.press("h/gammadol<Enter>")
    #expect(browser.screen[22] == "Gammadol? interacts with Alphadol (source not stated)")
  }

  @Test("whatever the size, each relation is on the screen at some place, with its whole label and name")
  func everythingReachable() {
    var faults: [String] = []
    for seed in 0..<3 as Range<UInt64> {
      let graph = RandomGraph(seed: seed)
      for (columns, rows) in graph.sizes {
        var browser = ScriptedBrowser(
          graph.library, opening: graph.centre.path, columns: columns, rows: rows,
          glyphs: seed % 3 == 0 ? .ascii : .unicode)
        browser.press("e")
        faults += graph.faults(&browser).prefix(3).map { "\(columns)x\(rows), seed \(seed): \($0)" }
      }
    }
    #expect(faults == [])
  }

  @Test("whatever the size and the keys, no line is wider than the screen and nothing in it is a control")
  func anything() {
    var random = SystemRandomNumberGenerator.seeded(5)
    let keys = [
      "j", "k", "h", "l", "<Enter>", "<BS>", "e", "g", "G", "<PgDn>", "<PgUp>", "d", "u", "/a<Enter>",
    ]
    var faults: [String] = []
    for seed in 0..<4 as Range<UInt64> {
      let graph = RandomGraph(seed: seed)
      var browser = ScriptedBrowser(graph.library, opening: graph.centre.path)
      browser.press("e")
      for step in 0..<80 {
        browser.press(keys[Int(random.next() % UInt64(keys.count))])
        browser.resize(columns: 10 + Int(random.next() % 191), rows: 3 + Int(random.next() % 48))
        let frame = browser.frame
        if frame.cursor.row >= frame.size.rows || frame.cursor.column >= frame.size.columns {
          faults.append("seed \(seed), step \(step): the cursor is off the screen")
        }
        if frame.cells.contains(where: {
          $0.scalar != 0 && ($0.scalar < 0x20 || (0x7F..<0xA0).contains($0.scalar))
        }) {
          faults.append("seed \(seed), step \(step): a control character")
        }
        faults += graph.linesTooWide(browser.state).map { "seed \(seed), step \(step): \($0)" }
      }
    }
    #expect(faults == [])
  }
}
