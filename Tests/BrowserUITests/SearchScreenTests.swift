import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

/// Screens of the list of hits. The expected ones stand in `Screens/`; `MONOGRAPH_RECORD=1` writes them anew, and that
/// run fails.
@Suite("The list of hits on the screen")
struct SearchScreenTests {
  private static let keys = [
    "kidney", "<Down>", "<Enter>", "<BS>", "<C-u>alfadol", "<Down>", "<C-u>fever alfadol",
    "<C-u>fever kind:drog",
    "<C-u>many", "<C-u>alphadine", "<C-u>nothing of the kind",
  ]

  @Test("shows what was recorded", arguments: [(80, 24), (40, 16), (200, 24)])
  func screens(columns: Int, rows: Int) throws {
    try compare(name: "search-\(columns)x\(rows)", columns: columns, rows: rows, glyphs: .unicode)
  }

  @Test("shows it in ASCII")
  func ascii() throws { try compare(name: "search-80x24-ascii", columns: 80, rows: 24, glyphs: .ascii) }

  private func compare(name: String, columns: Int, rows: Int, glyphs: GlyphSet) throws {
    var browser = ScriptedBrowser(.hits, columns: columns, rows: rows, glyphs: glyphs) { name in
      name == "Betadol" ? NameCaution(spelling: "betaDOL", mistakenFor: ["betaDINE"]) : nil
    }
    var recording = ""
    for keys in Self.keys {
      browser.press(keys)
      recording += "== \(keys)\n" + browser.screen.joined(separator: "\n") + "\n"
    }
    try Recording(beside: #filePath, folder: "Screens").compare(recording, with: name)
  }

  @Test("a name is never cut, whatever the width", arguments: [20, 40, 80])
  func longNames(columns: Int) {
    let title = "Hydrochlorothiazide, triamterene and something-with-a-very-long-name"
    let row = HitRow.page(
      title: title, caution: nil, facts: ["drug", "a fact that is as long as a line can be"])
    let lines = row.lines(columns: columns, glyphs: .unicode, isSelected: false)
    #expect(lines.allSatisfy { $0.width <= columns })
    let words = lines.map(\.text).joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.filter { $0 != " " }.hasPrefix(title.filter { $0 != " " }))
  }

  @Test("a long line is shown where it matches; whole where it is selected")
  func longLines() {
    let filler = String(repeating: "other words ", count: 12)
    let line = Snippet(runs: [
      Snippet.Run(text: filler, isMatch: false), Snippet.Run(text: "found", isMatch: true),
      Snippet.Run(text: " " + filler, isMatch: false),
    ])
    let row = HitRow.place(path: ["Section"], line: line)
    let short = row.lines(columns: 60, glyphs: .unicode, isSelected: false)
    #expect(short.count == 2)
    #expect(short[1].text.contains("found"))
    #expect(short[1].text.hasPrefix("    …"))
    let whole = row.lines(columns: 60, glyphs: .unicode, isSelected: true)
    #expect(whole.count == 7)
    #expect(whole.allSatisfy { $0.width <= 60 })
    #expect(short.flatMap(\.spans).contains { $0.style.traits.contains(.match) && $0.text == "found" })
  }
}
