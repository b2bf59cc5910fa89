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
}
