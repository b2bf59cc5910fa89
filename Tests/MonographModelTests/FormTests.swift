import MonographModel
import Testing

@Suite("Routes and forms that an infobox states")
struct FormTests {
  private static func cell(_ text: String) -> Table.Cell { Table.Cell(text.isEmpty ? [] : [.text(text)]) }

  private static func page(_ tables: [Table]) -> Monograph {
    Monograph(
      entity: EntityID(path: "/drugs/x")!, title: "X", source: Source(document: "x"),
      infobox: tables.map { InfoboxPart(anchor: "a", title: "A", table: $0) })
  }

  private static func columns(_ names: [String], _ rows: [[String]]) -> Monograph {
    page([Table(header: [names.map(cell)], body: rows.map { $0.map(cell) })])
  }

  private static func rows(_ rows: [[String]]) -> Monograph {
    page([Table(body: rows.map { $0.map(cell) })])
  }

  @Test("in columns: each product's own, each once")
  func columns() {
    let page = Self.columns(
      ["Product", "Form", "Route"],
      [
        ["A 5 mg", "TABLET, FILM COATED", "ORAL"], ["A 10 mg", "TABLET, FILM COATED", "ORAL"],
        ["B", "INJECTION, SOLUTION", "INTRAVENOUS; INTRAMUSCULAR"], ["Kit", "KIT", ""], ["C", "", ""],
      ])
    #expect(
      page.form == "oral tablet, film coated / intravenous, intramuscular injection, solution / kit")
  }

  @Test("in rows: that of the whole page")
  func rows() {
    #expect(Self.rows([["Brand name", "A; B"], ["Route", "ORAL; TOPICAL"]]).form == "oral, topical")
    #expect(
      Self.rows([["Dosage form", "TABLET"], ["Routes of administration", "by mouth, IV, rectal"]]).form
        == "by mouth, IV, rectal tablet")
  }

  @Test("where none is stated there is none")
  func none() {
    #expect(Self.page([]).form == nil)
    #expect(Self.rows([["Brand name", "A"], ["Route", ""]]).form == nil)
    #expect(Self.rows([["Route"], [], ["Route", "a", "b"]]).form == nil)
    #expect(Self.columns(["Product", "Route"], [["A"], []]).form == nil)
    #expect(Self.page([Table(header: [[]], body: [[]])]).form == nil)
  }
}
