import MonographModel
import Testing

@Suite("A table's cells have their places")
struct TableGridTests {
  private func cell(_ text: String, columns: Int = 1, rows: Int = 1) -> Table.Cell {
    Table.Cell(blocks: [Block(.paragraph([.text(text)]))], columnSpan: columns, rowSpan: rows)
  }

  /// The words at each place, a dot where there is no cell.
  private func drawing(_ table: Table) -> [String] {
    let grid = table.grid
    #expect(grid.rowCount == grid.places.count)
    #expect(grid.places.allSatisfy { $0.count == grid.columnCount })
    return grid.places.map { row in
      row.map { $0.map { grid.cells[$0].cell.plainText } ?? "." }.joined(separator: " ")
    }
  }

  @Test("A cell that spans covers its places, and later cells go round it")
  func spans() {
    let table = Table(
      header: [[cell("h", columns: 2), cell("i")]],
      body: [[cell("a", rows: 2), cell("b"), cell("c")], [cell("d", columns: 2)]], footer: [[cell("f")]])
    #expect(drawing(table) == ["h h i", "a b c", "a d d", "f . ."])
    #expect(
      table.grid.cells.map(\.origin)
        == [(0, 0), (0, 2), (1, 0), (1, 1), (1, 2), (2, 1), (3, 0)].map(Table.Position.init(row:column:)))
  }

  @Test("Ragged rows are filled up with nothing")
  func ragged() {
    let table = Table(body: [[cell("a")], [], [cell("b"), cell("c"), cell("d")]])
    #expect(drawing(table) == ["a . .", ". . .", "b c d"])
    #expect(drawing(Table(body: [])) == [])
  }

  @Test("A span is cut at the end of its row group and at 1,000 columns")
  func edges() {
    let rows = Table(header: [[cell("h", rows: 9)]], body: [[cell("a")], [cell("b", rows: .max)]])
    #expect(drawing(rows) == ["h", "a", "b"])
    #expect(rows.grid.cells.map(\.cell.rowSpan) == [1, 1, 1])
    let wide = Table(body: [[cell("a"), cell("b", columns: .max)]]).grid
    #expect(wide.columnCount == 1_000)
    #expect(wide.cells.map(\.cell.columnSpan) == [1, 999])
  }

  @Test("A span of less than one counts as one")
  func nonsense() {
    var odd = cell("a", columns: -3, rows: 0)
    #expect((odd.columnSpan, odd.rowSpan) == (1, 1))
    (odd.columnSpan, odd.rowSpan) = (-3, -3)
    #expect(drawing(Table(body: [[odd, cell("b")]])) == ["a b"])
  }

  @Test("Where two spans meet, the earlier cell keeps the place")
  func overlap() {
    let table = Table(body: [[cell("a"), cell("b", rows: 2)], [cell("c", columns: 2), cell("d")]])
    #expect(drawing(table) == ["a b .", "c b d"])
  }
}
