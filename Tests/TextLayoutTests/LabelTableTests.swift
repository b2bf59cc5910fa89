import Foundation
import BrowserTesting
import MonographModel
import TextLayout
import Testing

@Suite("A label's boxed warning, tables and footnotes, laid out")
struct LabelTableTests {
  @Test("as they were recorded", arguments: [80, 40])
  func snapshot(width: Int) throws {
    try Recording(beside: #filePath, folder: "Snapshots").compare(
      text(DocumentLayout.Options(width: width)), with: "label-\(width)")
  }

  @Test("as they were recorded, in ASCII")
  func ascii() throws {
    try Recording(beside: #filePath, folder: "Snapshots").compare(
      text(DocumentLayout.Options(width: 80, glyphs: .ascii)), with: "label-80-ascii")
  }

  private func text(_ options: DocumentLayout.Options) -> String {
    var layout = DocumentLayout(LabelTables.page, missing: [], options: options)
    var text = ""
    for item in layout.items.indices {
      if case .heading = layout.items[item].kind { text += "\n== \(layout.text(of: item))" }
      for line in layout.lines(of: item) { text += "\n" + line.text }
    }
    return text + "\n"
  }

  @Test(
    "at every width no line is too wide, and every byte is shown once", arguments: [GlyphSet.unicode, .ascii])
  func properties(glyphs: GlyphSet) {
    var layout = DocumentLayout(
      LabelTables.page, missing: [], options: DocumentLayout.Options(width: 20, glyphs: glyphs))
    for width in 20...200 {
      layout.setOptions(DocumentLayout.Options(width: width, glyphs: glyphs))
      for item in layout.items.indices {
        let text = Array(layout.text(of: item).utf8)
        var shown = Array(repeating: 0, count: text.count)
        for line in layout.lines(of: item) {
          #expect(line.width <= width)
          for offset in line.spans.flatMap({ $0.source ?? 0..<0 }) { shown[offset] += 1 }
        }
        #expect(text.indices.allSatisfy { shown[$0] == 1 || text[$0] <= 0x20 && shown[$0] == 0 })
      }
    }
  }

  @Test("what the last rows say of all columns stands once, below the parts of a table in bands")
  func notesBelowBands() {
    let doses = (1...6).map { "\($0)00 mg" }
    let grid = Table(
      header: [cells(["Clearance"] + (1...6).map { "R \($0)" }, isHeader: true)],
      body: ["60", "30", "15"].map { cells([$0] + doses) } + [
        [Table.Cell(blocks: [paragraph("Three times a day")], columnSpan: 7)],
        [Table.Cell(blocks: [paragraph("Halve it on dialysis")], columnSpan: 7)],
      ])
    let text = drawing(Block(.table(grid)), width: 40)
    let parts = text.components(separatedBy: "part ").count - 1
    #expect(parts > 1)
    #expect(text.components(separatedBy: "Three times a day").count == 2)
    let lines = text.split(separator: "\n").suffix(2).map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(lines == ["Three times a day", "Halve it on dialysis"])
    // Each part names its rows.
    #expect(text.components(separatedBy: "Clearance").count == parts + 1)
  }

  @Test("on cards of a table without a header the number of the column stands before each value")
  func numberedCards() {
    let long = "words that are far too long to stand beside others"
    let body = ["60", "30"].map { cells([$0, long, long, long]) }
    let text = drawing(
      Block(
        .table(Table(header: [], body: body + [[Table.Cell(blocks: [paragraph("A note")], columnSpan: 4)]]))),
      width: 24)
    #expect(text.contains("Column 2: words"))
    #expect(text.contains("Column 4: words"))
    #expect(!text.contains("Column 1"))
    #expect(text.contains("A note") && !text.contains(": A note"))
  }

  @Test("whatever the width, each mark of the schedule stands under its week and beside its drug")
  func schedule() {
    for isHeaderMarked in [true, false] {
      let table = Block(.table(LabelTables.schedule(isHeaderMarked: isHeaderMarked)))
      for width in 30...200 {
        var weeks: [Int: Int] = [:]
        var given: [String: Set<Int>] = [:]
        for line in drawing(table, width: width).split(separator: "\n") {
          let words = Self.words(line)
          if words.count > 1 || words.first?.text == "24", words.allSatisfy({ Int($0.text) != nil }) {
            weeks = Dictionary(uniqueKeysWithValues: words.map { ($0.column, Int($0.text) ?? -1) })
          }
          guard let name = words.first?.text, name.contains("adol") else { continue }
          for word in words.dropFirst() where word.text == "X" {
            given[name, default: []].insert(weeks[word.column] ?? -1)
          }
        }
        #expect(given["Alphadol"] == Set(stride(from: 0, through: 24, by: 3)), "at \(width)")
        #expect(given["Gammadol"] == [24], "at \(width)")
      }
    }
  }

  private static func words(_ line: Substring) -> [(column: Int, text: String)] {
    var words: [(column: Int, text: String)] = []
    var isInside = false
    for (column, character) in line.enumerated() {
      if character == " " {
        isInside = false
      } else if isInside {
        words[words.count - 1].text.append(character)
      } else {
        words.append((column, String(character)))
        isInside = true
      }
    }
    return words
  }

  @Test("a footer that claims columns nobody fills does not make the table too wide to draw")
  func footer() {
    let wide = drawing(Block(.table(LabelTables.reactions)), width: 100)
    #expect(wide.contains("Tachycardia    1"))
  }

  @Test("one row, or few columns with headers, stay cards, where each value is named")
  func cards() {
    let days = (1...9).map { "Day \($0)" }.joined(separator: " | ")
    let doses = (1...9).map { "\($0)0 mg" }.joined(separator: " | ")
    #expect(drawing(Block(.table(table(days, doses))), width: 40).contains("Day 9: 90 mg"))
    #expect(drawing(Block(.table(table(days, doses, doses))), width: 40).contains("part 1 of"))
  }

  @Test("the number of a note is never read into the dose after it")
  func numberedNotes() {
    let dose = paragraph(
      .superscript([.text("1")]), .text("15 mg, 10"), .superscript([.text("9")]), .text("/L"))
    #expect(drawing(dose, width: 41, glyphs: .ascii) == "  ^(1)15 mg, 10^9/L")
    #expect(drawing(dose, width: 41) == "  ¹15 mg, 10⁹/L")
    #expect(drawing(paragraph("¹15 mg, H₂O, X₂5"), width: 41, glyphs: .ascii) == "  ^1 15 mg, H_2O, X_2 5")
    let noted = Table(body: [cells(["a", "b"])], notes: [[.superscript([.text("1")]), .text("15 mg")]])
    #expect(drawing(Block(.table(noted)), width: 41, glyphs: .ascii).hasSuffix("^1 15 mg"))
  }
}
