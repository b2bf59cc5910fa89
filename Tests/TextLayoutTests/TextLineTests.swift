import TextLayout
import Testing

@Suite struct TextLineTests {
  private let line = TextLine(spans: [
    Span("  ", width: 2, style: Style(.body)),
    Span("take 5 ", width: 7, style: Style(.body), source: 10..<17),
    Span("mc", width: 2, style: Style(.body), source: 17..<20),
    Span("g 漢字", width: 6, style: Style(.body, .strong), link: 3, source: 20..<28),
  ])

  @Test func markingSplitsSpansAtTheEdges() {
    #expect(
      line.marked([15..<16, 21..<25], .match)
        == TextLine(spans: [
          Span("  ", width: 2, style: Style(.body)),
          Span("take ", width: 5, style: Style(.body), source: 10..<15),
          Span("5", width: 1, style: Style(.body, .match), source: 15..<16),
          Span(" ", width: 1, style: Style(.body), source: 16..<17),
          Span("mc", width: 2, style: Style(.body), source: 17..<20),
          Span("g", width: 1, style: Style(.body, .strong), link: 3, source: 20..<21),
          Span(" 漢", width: 3, style: Style(.body, [.strong, .match]), link: 3, source: 21..<25),
          Span("字", width: 2, style: Style(.body, .strong), link: 3, source: 25..<28),
        ]))
  }

  @Test func spelledOutCharactersAreMarkedWhole() {
    #expect(
      line.marked([18..<20], .currentMatch).spans[2]
        == Span("mc", width: 2, style: Style(.body, .currentMatch), source: 17..<20))
  }

  @Test func charactersAreNotCutInTwo() {
    #expect(
      line.marked([23..<24], .match).spans.dropFirst(3) == [
        Span("g 漢字", width: 6, style: Style(.body, [.strong, .match]), link: 3, source: 20..<28)
      ])
  }

  @Test func markingElsewhereChangesNothing() {
    #expect(line.marked([0..<10, 28..<40], .match) == line)
    #expect(line.marked([], .match) == line)
  }

  @Test func columnsOfALink() {
    #expect(line.columns(ofLink: 3) == 11..<17)
    #expect(line.columns(ofLink: 4) == nil)
  }

  @Test func firstOffset() {
    #expect(line.firstOffset() == 10)
    #expect(TextLine(spans: [.init(" ", width: 1, style: Style(.body))]).firstOffset() == nil)
  }
}

@Suite struct DisplayTextTests {
  @Test func widths() {
    #expect(DisplayText.width(of: "50 μg") == 5)
    #expect(DisplayText.width(of: "漢字") == 4)
    #expect(DisplayText.width(of: "e\u{301}") == 1)
  }

  @Test func wrapping() {
    #expect(
      DisplayText.wrap("Increase by 5-15 mg every 3 days", width: 17) == [
        "Increase by", "5-15 mg", "every 3 days",
      ])
    #expect(DisplayText.wrap("", width: 17) == [""])
    #expect(DisplayText.wrap("a  b", width: 17) == ["a b"])
  }

  @Test func truncating() {
    #expect(DisplayText.truncate("Mechanism of Action", width: 10, glyphs: .unicode) == "Mechanism…")
    #expect(DisplayText.truncate("Mechanism of Action", width: 10, glyphs: .ascii) == "Mechani...")
    #expect(DisplayText.truncate("Dosing", width: 6, glyphs: .unicode) == "Dosing")
    #expect(DisplayText.truncate("漢字漢字", width: 6, glyphs: .unicode) == "漢字…")
    #expect(DisplayText.truncate("Dosing", width: 2, glyphs: .ascii) == "..")
    #expect(DisplayText.truncate("Dosing", width: 0, glyphs: .unicode) == "")
  }
}
