import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

/// Screens of a label: a boxed warning, a table of 26 columns, a table with spans and footnotes. The expected ones
/// stand in `Screens/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A label on the screen")
struct LabelScreenTests {
  private static let keys = ["", "]t", "<Space>", "]t", "]t", "<Space>", "G"]

  @Test("shows what was recorded", arguments: [(80, 24), (40, 24)])
  func screens(columns: Int, rows: Int) throws {
    try compare(name: "label-\(columns)x\(rows)", columns: columns, rows: rows, glyphs: .unicode)
  }

  @Test("shows it in ASCII")
  func ascii() throws { try compare(name: "label-80x24-ascii", columns: 80, rows: 24, glyphs: .ascii) }

  private func compare(name: String, columns: Int, rows: Int, glyphs: GlyphSet) throws {
    var browser = ScriptedBrowser(
      MemoryLibrary([LabelTables.page]), opening: "/drugs/alphadol", columns: columns, rows: rows,
      glyphs: glyphs)
    var recording = ""
    for keys in Self.keys {
      browser.press(keys)
      recording += "== \(keys.isEmpty ? "open" : keys)\n" + browser.screen.joined(separator: "\n") + "\n"
    }
    try Recording(beside: #filePath, folder: "Screens").compare(recording, with: name)
  }

  @Test("the header that stays in sight is that of the part of the table below it")
  func stickyHeader() {
    let columns = (1...14).map { Table.Cell([.text("c\($0)")], isHeader: true) }
    let rows = (1...40).map { row in
      [Table.Cell([.text("r\(row)")], isHeader: true)]
        + (1...14).map { Table.Cell([.text("v\(row)-\($0)")]) }
    }
    let page = Monograph(
      entity: LabelFixture.entity, title: "Wide", source: Source(document: "wide"),
      sections: [
        Section(
          heading: [.text("Wide")], level: 1, anchor: "wide",
          blocks: [
            Block(.table(Table(header: [[Table.Cell([.text("Row")], isHeader: true)] + columns], body: rows)))
          ])
      ])
    var browser = ScriptedBrowser(
      MemoryLibrary([page]), opening: "/drugs/alphadol", columns: 60, rows: 20)
    var parts: Set<[Int]> = []
    while browser.state.page?.view.isAtEnd == false {
      var heads: [Int]?
      for line in browser.screen.dropFirst().dropLast(2) {
        let words = line.split(separator: " ")
        if words.first == "Row" {
          heads = words.dropFirst().compactMap { Int($0.dropFirst()) }
        } else if let heads, words.first?.hasPrefix("r") == true {
          let shown = words.dropFirst().compactMap { $0.split(separator: "-").last.flatMap { Int($0) } }
          #expect(shown == heads)
          parts.insert(shown)
        }
      }
      browser.press("j")
    }
    #expect(parts.count > 1)
  }

  @Test("whatever is pressed while sources change and a file is read again, the frame is whole")
  func anything() {
    let keys =
      (0x21..<0x7F).map { $0 == 0x3C ? "<lt>" : String(UnicodeScalar($0)) }
      + [
        "w", "w", "W", "S", "D", "D", "t", "r", "<Enter>", "<Enter>", "<Esc>", "<Esc>", "<BS>", "<Down>",
        "<Tab>",
      ]
    var random = SystemRandomNumberGenerator.seeded(7)
    var browser = ScriptedBrowser(.labels, opening: "/drugs/alphadol")
    let readings = [LabelFixture.page, LabelFixture.structured, LabelTables.page]
    for step in 0..<500 {
      browser.press(keys[Int(random.next() % UInt64(keys.count))])
      if step % 7 == 0 {
        browser.resize(columns: 1 + Int(random.next() % 200), rows: 1 + Int(random.next() % 60))
      }
      if step % 11 == 0 {
        let monograph = readings[Int(random.next() % 3)]
        let page = Page(
          entity: monograph.entity, title: monograph.title, kind: monograph.kind, monograph: monograph,
          documents: [DocumentEntry(of: monograph)])
        let diagnostics = (0..<Int(random.next() % 4)).map {
          Diagnostic(
            file: "a.md", line: $0 * 3, column: $0, rule: "rule", severity: .warning, message: "Words.")
        }
        browser.send(.fileRead(page, file: "a.md", diagnostics))
      }
      if step % 31 == 0 { browser.send(.fileLost("a.md: gone")) }
      let frame = browser.frame
      #expect(frame.cursor.row >= 0 && frame.cursor.row < browser.state.size.rows)
      #expect(frame.cursor.column >= 0 && frame.cursor.column < browser.state.size.columns)
      #expect(browser.screen.count == browser.state.size.rows)
    }
  }
}
