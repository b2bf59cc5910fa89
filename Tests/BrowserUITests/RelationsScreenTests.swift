import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

/// Screens of the relations panel. The expected ones stand in `Screens/`; `MONOGRAPH_RECORD=1` writes them anew, and
/// that run fails.
@Suite("The relations panel on the screen")
struct RelationsScreenTests {
  private static let keys = [
    "r", "j", "jj", "jjjj", "<Right>", "O", "OO", "/gam", "<C-u>kind:", "g<Tab>", "<C-u>source:x", "<Esc>G",
    "z",
  ]

  @Test("shows what was recorded", arguments: [(80, 24), (40, 16), (132, 30), (200, 30)])
  func screens(columns: Int, rows: Int) throws {
    try compare(name: "relations-\(columns)x\(rows)", columns: columns, rows: rows, glyphs: .unicode)
  }

  @Test("shows it in ASCII")
  func ascii() throws { try compare(name: "relations-80x24-ascii", columns: 80, rows: 24, glyphs: .ascii) }

  private func compare(name: String, columns: Int, rows: Int, glyphs: GlyphSet) throws {
    var browser = ScriptedBrowser(
      .relations, opening: "/drugs/alphadol", columns: columns, rows: rows, glyphs: glyphs)
    var recording = ""
    for keys in Self.keys {
      browser.press(keys)
      recording += "== \(keys)\n" + browser.screen.joined(separator: "\n") + "\n"
    }
    try Recording(beside: #filePath, folder: "Screens").compare(recording, with: name)
  }

  @Test(
    "a hub at every width: the heading stays, what is waited for is said", arguments: [10, 30, 80, 132, 200])
  func hub(columns: Int) throws {
    var browser = ScriptedBrowser(.hub(20_000), opening: "/diseases/hub", columns: columns, rows: 24)
    var recording = ""
    for keys in ["r", "10j", "50j", "G", "/kind:g", "<Enter>50j"] {
      browser.press(keys)
      recording += "== \(keys)\n" + browser.screen.joined(separator: "\n") + "\n"
    }
    browser.holdsAnswers = true
    browser.press("50j")
    recording += "== waiting\n" + browser.screen.joined(separator: "\n") + "\n"
    try Recording(beside: #filePath, folder: "Screens").compare(recording, with: "hub-\(columns)x24")
  }

  @Test("what is said of the selected one and does not fit is counted")
  func longStatement() {
    var library = MemoryLibrary(markdown: [])
    let drug = EntityID(path: "/drugs/alphadol")!
    let publications = (1...300).map { "PMID:\($0)" }
    library.relate(
      drug, title: "Alphadol",
      [
        Neighbours.Edge(
          relation: Relation(
            subject: drug, predicate: "treats", object: EntityID(path: "/diseases/testitis")!,
            publications: publications), isOutgoing: true, hasPage: false)
      ])
    var browser = ScriptedBrowser(library, opening: "/drugs/alphadol", columns: 80, rows: 24)
    browser.press("r")
    #expect(browser.screen.contains { $0.hasSuffix("more lines; z shows more") })
    browser.resize(columns: 200, rows: 60)
    browser.press("z")
    #expect(browser.screen.contains { $0.contains("PMID:300") })
  }
}
