import MonographModel
import TextLayout
import Testing

private let agonist = paragraph(
  """
  Baclofen is a GABA-B (gamma-aminobutyric acid type B) receptor agonist primarily used to treat muscle \
  spasticity.
  """)

@Suite struct ParagraphTests {
  @Test func wrapsAtWordsAndNeverAtHyphens() {
    #expect(
      drawing(agonist, width: 41) == """
          Baclofen is a GABA-B
          (gamma-aminobutyric acid type B)
          receptor agonist primarily used to
          treat muscle spasticity.
        """)
    #expect(
      drawing(agonist, width: 79) == """
           Baclofen is a GABA-B (gamma-aminobutyric acid type B) receptor agonist
           primarily used to treat muscle spasticity.
        """)
  }

  @Test func valuesStayWithTheirUnits() {
    let dose = paragraph(
      "Start with 5 mg 3 times daily, increase by 5-15 mg every 3 days, at most 80-100 mg/day.")
    #expect(
      drawing(dose, width: 23) == """
         Start with 5 mg
         3 times daily,
         increase by 5-15 mg
         every 3 days, at most
         80-100 mg/day.
        """)
  }

  @Test func paragraphsStandApart() {
    #expect(
      drawing(paragraph("One."), paragraph("Two."), width: 23) == """
         One.

         Two.
        """)
  }

  @Test func demandedLineEndsAreKept() {
    #expect(
      drawing(paragraph(.text("one"), .lineBreak, .text("two three")), width: 41) == """
          one
          two three
        """)
  }

  @Test func blanksCountAsOne() {
    #expect(drawing(paragraph("a  b\tc \n d"), width: 41) == "  a b c d")
  }

  @Test func longWordIsBrokenAfterAHyphenOrSlash() {
    #expect(
      drawing(paragraph("See https://pubmed.ncbi.nlm.nih.gov/articles/35012345/ now"), width: 37) == """
          See
          https://pubmed.ncbi.nlm.nih.gov/
          articles/35012345/ now
        """)
  }

  @Test func longWordWithoutHyphensIsBrokenBetweenCharacters() {
    #expect(
      drawing(paragraph("Deoxyribonucleicacidpolymerase"), width: 20) == """
         Deoxyribonucleicaci
         dpolymerase
        """)
    #expect(
      drawing(paragraph("漢字漢字漢字漢字漢字漢字"), width: 20) == """
         漢字漢字漢字漢字漢
         字漢字
        """)
  }

  @Test func rangesAreNotBrokenInLongWords() {
    #expect(
      drawing(paragraph("benzodiazepines/barbiturates-80-100"), width: 20) == """
         benzodiazepines/
         barbiturates-80-100
        """)
  }

  @Test func scriptsAreRaisedAndLowered() {
    let text = paragraph(
      .text("m"), .superscript([.text("2")]), .text(", H"), .subscript([.text("2")]), .text("O, 10"),
      .superscript([.text("-3")]), .text(", AUC"), .subscript([.text("0-∞")]), .text(", x"),
      .superscript([.text("ab")]), .text(", note"), .superscript([.text("†")]))
    #expect(drawing(text, width: 79) == "   m², H₂O, 10⁻³, AUC_(0-∞), xᵃᵇ, note†")
    #expect(
      drawing(text, width: 79, glyphs: .ascii)
        == "   m^2, H_2O, 10^-3, AUC_(0-infinity), x^(ab), note(dagger)")
  }

  @Test func raisedSignsNeedNoBrackets() {
    let text = paragraph(
      .text("Tryn"), .superscript([.text("® ")]), .text("a"), .superscript([.text("†, ‡")]), .text(" b"),
      .superscript([.text(", ")]), .text("c"))
    #expect(drawing(text, width: 79) == "   Tryn® a†, ‡ b, c")
  }

  @Test func stylesFollowTheMarkup() {
    let text = paragraph(
      .text("a "), .strong([.text("b "), .emphasis([.text("c")])]), .text(" "), .code("d"),
      .struck([.text(" e")]))
    let spans = lines(
      monograph([Section(heading: [], level: 0, anchor: "", blocks: [text])]),
      DocumentLayout.Options(width: 41)
    ).flatMap(\.spans)
    #expect(
      spans == [
        Span("  ", width: 2, style: Style(.body)),
        Span("a ", width: 2, style: Style(.body), source: 0..<2),
        Span("b ", width: 2, style: Style(.body, .strong), source: 2..<4),
        Span("c", width: 1, style: Style(.body, [.strong, .emphasis]), source: 4..<5),
        Span(" ", width: 1, style: Style(.body), source: 5..<6),
        Span("d", width: 1, style: Style(.code), source: 6..<7),
        Span(" e", width: 2, style: Style(.body, .struck), source: 7..<9),
      ])
  }

  @Test func picturesAreTheirAlternativeText() {
    #expect(
      drawing(paragraph(.image(alternative: "Dose curve", source: "a.png")), width: 41)
        == "  [image: Dose curve]")
  }

  @Test func controlsOfTheSourceAreShown() {
    #expect(drawing(paragraph("a\u{1B}[31mb \u{202E}c"), width: 41) == "  a␛[31mb <U+202E>c")
    #expect(drawing(paragraph("a\u{1B}[31mb"), width: 41, glyphs: .ascii) == "  a^[[31mb")
  }

  @Test func codeKeepsItsLinesAndBlanks() {
    let code = Block(.code(CodeBlock(text: "if x:\n\treturn  1\n\n# a long line that goes past the edge")))
    #expect(
      drawing(code, width: 31) == """
           if x:
               return  1

           # a long line that goes
           past the edge
        """)
  }

  @Test func quotationsBearABar() {
    let quote = Block(.quote([paragraph("Taper slowly over 2+ weeks."), paragraph("Do not stop.")]))
    #expect(
      drawing(quote, width: 23) == """
         │ Taper slowly over
         │ 2+ weeks.
         │
         │ Do not stop.
        """)
    #expect(
      drawing(quote, width: 41, glyphs: .ascii) == """
          | Taper slowly over 2+ weeks.
          |
          | Do not stop.
        """)
  }

  @Test func rulesRunAcross() {
    #expect(drawing(Block(.thematicBreak), width: 23) == " ──────────────────────")
    #expect(drawing(Block(.thematicBreak), width: 23, glyphs: .ascii) == " ----------------------")
  }

  @Test func inferredBlocksAreMarked() {
    let block = Block(.paragraph([.text("Half-life 2-4 hours")]), inference: "moved from the infobox")
    #expect(
      drawing(block, width: 41) == """
          ~ inferred
          Half-life 2-4 hours
        """)
  }
}
