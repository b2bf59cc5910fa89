import TextLayout
import Testing

@Suite struct LineCanvasTests {
  private func words(_ text: String) -> [Span] {
    [Span(text, width: DisplayText.width(of: text), style: Style(.body))]
  }

  private func drawing(_ canvas: LineCanvas, _ glyphs: GlyphSet = .unicode) -> String {
    canvas.lines(glyphs: glyphs).map(\.text).joined(separator: "\n")
  }

  /// Two boxes, an arrow between them, a line that crosses it.
  private var crossed: LineCanvas {
    var canvas = LineCanvas()
    canvas.drawBox(column: 0, row: 0, width: 6, height: 3)
    canvas.write(words("漢字"), column: 1, row: 1)
    canvas.drawHorizontal(row: 1, from: 5, to: 12)
    canvas.drawHead(.right, column: 13, row: 1)
    canvas.drawBox(column: 14, row: 0, width: 5, height: 3)
    canvas.write(words("B"), column: 16, row: 1)
    canvas.drawVertical(column: 9, from: 0, to: 3)
    canvas.drawHead(.down, column: 9, row: 4)
    return canvas
  }

  @Test func linesMergeWhereTheyMeet() {
    #expect(
      drawing(crossed) == """
        ┌────┐   │    ┌───┐
        │漢字├───┼───►│ B │
        └────┘   │    └───┘
                 │
                 ▼
        """)
    #expect(crossed.width == 19)
    #expect(crossed.height == 5)
  }

  @Test func inASCII() {
    #expect(
      drawing(crossed, .ascii) == """
        +----+   |    +---+
        |漢字+---+--->| B |
        +----+   |    +---+
                 |
                 v
        """)
  }

  @Test func everyCornerAndJunction() {
    var canvas = LineCanvas()
    for row in [0, 2, 4] { canvas.drawHorizontal(row: row, from: 6, to: 0) }
    for column in [0, 3, 6] { canvas.drawVertical(column: column, from: 4, to: 0) }
    canvas.drawHead(.up, column: 1, row: 1)
    canvas.drawHead(.left, column: 5, row: 3)
    #expect(
      drawing(canvas) == """
        ┌──┬──┐
        │▲ │  │
        ├──┼──┤
        │  │ ◄│
        └──┴──┘
        """)
  }

  @Test func wordsHideLinesAndNeverOtherWords() {
    var canvas = LineCanvas()
    canvas.drawHorizontal(row: 0, from: 0, to: 14)
    let written = [(" binds ", 3), ("to", 9), ("it", 2), ("all", -1), ("A", 0)].map { text, column in
      canvas.write(words(text), column: column, row: 0)
    }
    #expect(written == [true, false, false, false, true])
    #expect(drawing(canvas) == "A── binds ─────")
  }

  @Test func wordsKeepTheirStyleLinkAndPlace() {
    var canvas = LineCanvas()
    let span = Span("LC3", width: 3, style: Style(.link), link: 4, source: 10..<13)
    canvas.write([span], column: 4, row: 1)
    canvas.drawHorizontal(row: 1, from: 0, to: 2, style: Style(.selection))
    #expect(
      canvas.lines(glyphs: .unicode).map(\.spans) == [
        [],
        [
          Span("───", width: 3, style: Style(.selection)), Span(" ", width: 1, style: Style(.body)), span,
        ],
      ])
  }

  @Test func whatLiesOutsideIsNotDrawn() {
    var canvas = LineCanvas()
    canvas.drawHorizontal(row: 0, from: -3, to: 2)
    canvas.drawVertical(column: -1, from: 0, to: 5)
    canvas.drawBox(column: 0, row: 1, width: 1, height: 3)
    #expect(drawing(canvas) == "───")
    #expect(LineCanvas().lines(glyphs: .ascii).isEmpty)
  }
}
