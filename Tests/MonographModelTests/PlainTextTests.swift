import MonographModel
import Testing

/// The words of blocks, as they are searched.
@Suite struct PlainTextTests {
  private func cell(_ words: String) -> Table.Cell { Table.Cell(blocks: [Block(.paragraph([.text(words)]))]) }

  @Test("A table is its caption, its rows and its notes, a line each; what has no words is left out")
  func table() {
    let table = Table(
      caption: [.text("Doses")], header: [[cell("Age"), cell("Dose")]],
      body: [[cell("2–5"), cell("5 mg")], [cell("")], [cell("6"), cell("10 mg")]], notes: [[.text("a note")]])
    #expect([Block(.table(table))].plainText() == "Doses\nAge Dose\n2–5 5 mg\n6 10 mg\na note")
  }

  @Test("A table takes time in proportion to its rows", .timeLimit(.minutes(2)))
  func manyRows() {
    let table = Table(body: Array(repeating: [cell("x")], count: 150_000))
    #expect([Block(.table(table))].plainText().utf8.count == 299_999)
  }

  @Test("A text is cut between its scalars")
  func cut() {
    #expect("5 µg".cut(toBytes: 3) == "5 ")
    #expect("5 µg".cut(toBytes: 4) == "5 µ")
    #expect("5 µg".cut(toBytes: 5) == "5 µg")
    #expect("µ".cut(toBytes: 1) == "")
  }
}
