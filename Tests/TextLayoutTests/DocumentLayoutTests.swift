import MonographModel
import TextLayout
import Testing

private let oralTable = table("Parameter | Value", "Maximum | 80-100 mg/day")
private let page = monograph(
  [
    Section(
      heading: [.text("Overview")], level: 1, anchor: "overview",
      blocks: [
        Block(
          .paragraph([
            .text("Acts on "), link(.entity(entity("/entities/neurons"), anchor: nil), "neurons"),
            .citation(["bowery2010"]),
          ]), lines: LineRange(first: 5, last: 5)),
        paragraph("More."),
      ], lines: LineRange(first: 3, last: 7)),
    Section(
      heading: [.text("Dosing")], level: 1, anchor: "dosing",
      subsections: [
        Section(
          heading: [.text("Oral Baclofen")], level: 2, anchor: "dosing/oral-baclofen",
          blocks: [Block(.table(oralTable), inference: "moved from the infobox")]),
        Section(
          heading: [.text("Withdrawal")], level: 2, anchor: "dosing/withdrawal",
          blocks: [
            Block(
              .callout(Callout(severity: .boxedWarning, blocks: [paragraph("Taper slowly over 2+ weeks")])))
          ],
          subsections: [
            Section(heading: [.text("Intrathecal")], level: 3, anchor: "dosing/withdrawal/intrathecal")
          ]),
      ]),
    Section(
      heading: [.text("References")], level: 1, anchor: "references", blocks: [Block(.bibliography)]),
  ],
  references: [
    Reference(key: "bowery2010", authors: ["Bowery NG et al."], title: "Pharmacology", year: "2010")
  ],
  infobox: [InfoboxPart(anchor: "dosing/oral-baclofen", title: "Oral Baclofen", table: oralTable)])

private func layout(width: Int = 61) -> DocumentLayout {
  DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: width))
}

@Suite struct DocumentLayoutTests {
  @Test func aPageAtThreeWidths() {
    #expect(
      drawing(page, DocumentLayout.Options(width: 61)) == """
        Overview
           Acts on neurons[1]

           Infobox: 1 table (Oral Baclofen)

           More.

        Dosing
         Oral Baclofen
           ~ inferred
           Parameter  Value
           ─────────  ─────────────
           Maximum    80-100 mg/day

         Withdrawal
           ! BOXED WARNING
           ! Taper slowly over 2+ weeks

          Intrathecal

        References
           1. Bowery NG et al. Pharmacology. 2010. ↑
        """)
    #expect(
      drawing(page, DocumentLayout.Options(width: 41)) == """
        Overview
          Acts on neurons[1]

          Infobox: 1 table (Oral Baclofen)

          More.

        Dosing
         Oral Baclofen
          ~ inferred
          Parameter  Value
          ─────────  ─────────────
          Maximum    80-100 mg/day

         Withdrawal
          ! BOXED WARNING
          ! Taper slowly over 2+ weeks

         Intrathecal

        References
          1. Bowery NG et al. Pharmacology.
             2010. ↑
        """)
    #expect(
      drawing(page, DocumentLayout.Options(width: 23, glyphs: .ascii)) == """
        Overview
         Acts on neurons[1]

         Infobox: 1 table (Oral
         Baclofen)

         More.

        Dosing
        Oral Baclofen
         ~ inferred
         Parameter: Maximum
         Value: 80-100 mg/day

        Withdrawal
         ! BOXED WARNING
         ! Taper slowly over
         ! 2+ weeks

        Intrathecal

        References
         1. Bowery NG et al.
            Pharmacology.
            2010. ^
        """)
  }

  @Test func longHeadingsHang() {
    let long = monograph([
      Section(heading: [.text("Comparison to Other Antispastics in Use")], level: 1, anchor: "a"),
      Section(heading: [.text("Next")], level: 1, anchor: "b"),
    ])
    #expect(
      drawing(long, DocumentLayout.Options(width: 23)) == """
        Comparison to Other
          Antispastics in Use

        Next
        """)
  }

  @Test func itemsAreHeadingsAndBlocksInOrder() {
    let layout = layout()
    #expect(
      layout.items.map(\.kind) == [
        .heading(level: 1), .paragraph, .infobox, .paragraph, .heading(level: 1), .heading(level: 2), .table,
        .heading(level: 2), .callout(.boxedWarning), .heading(level: 3), .heading(level: 1), .bibliography,
      ])
    #expect(layout.items.map(\.section) == [0, 0, 0, 0, 1, 2, 2, 3, 3, 4, 5, 5])
    #expect(layout.items[0].lines == LineRange(first: 3, last: 3))
    #expect(layout.items[1].lines == LineRange(first: 5, last: 5))
    #expect(layout.items.compactMap(\.inference) == ["moved from the infobox"])
  }

  @Test func sectionsKnowTheirPlaceAndContents() {
    #expect(
      layout().sections == [
        SectionEntry(anchor: "overview", title: "Overview", sectionPath: ["Overview"], items: 0..<4),
        SectionEntry(anchor: "dosing", title: "Dosing", sectionPath: ["Dosing"], items: 4..<5),
        SectionEntry(
          anchor: "dosing/oral-baclofen", title: "Oral Baclofen", depth: 1, parent: 1,
          sectionPath: ["Dosing", "Oral Baclofen"], items: 5..<7, hasTable: true),
        SectionEntry(
          anchor: "dosing/withdrawal", title: "Withdrawal", depth: 1, parent: 1,
          sectionPath: ["Dosing", "Withdrawal"], items: 7..<9, hasWarning: true, hasBoxedWarning: true),
        SectionEntry(
          anchor: "dosing/withdrawal/intrathecal", title: "Intrathecal", depth: 2, parent: 3,
          sectionPath: ["Dosing", "Withdrawal", "Intrathecal"], items: 9..<10),
        SectionEntry(
          anchor: "references", title: "References", sectionPath: ["References"], items: 10..<12),
      ])
  }

  @Test func sectionsAndItemsLeadToEachOther() {
    let layout = layout()
    #expect(layout.section(anchor: "dosing/withdrawal") == 3)
    #expect(layout.section(anchor: "nowhere") == nil)
    #expect(layout.item(ofSection: 3) == 7)
    #expect(layout.item(ofSection: 99) == nil)
    #expect(layout.section(ofItem: 8) == 3)
    #expect(layout.section(ofItem: -1) == nil)
  }

  @Test func linksAreInReadingOrder() {
    #expect(
      layout().links == [
        PageLink(target: .entity(entity("/entities/neurons"), anchor: nil), text: "neurons", item: 1),
        PageLink(target: .reference(key: "bowery2010"), text: "[1]", item: 1),
        PageLink(target: .infobox, text: "Infobox: 1 table (Oral Baclofen)", item: 2),
        PageLink(target: .citations(key: "bowery2010"), text: "cited in", item: 11),
      ])
  }

  @Test func textIsTheWordsOfTheItem() {
    let layout = layout()
    #expect(layout.text(of: 1) == "Acts on neurons[1]")
    #expect(layout.text(of: 6) == "Parameter\nValue\nMaximum\n80-100 mg/day")
    #expect(layout.text(of: 8) == "BOXED WARNING\nTaper slowly over 2+ weeks")
    #expect(layout.text(of: 11) == "Bowery NG et al. Pharmacology. 2010.")
    #expect(layout.text(of: 99) == "")
  }

  @Test func weightsAreTheLengthsOfTheTexts() {
    let layout = layout()
    #expect(layout.items.map(\.weight) == layout.items.indices.map { max(1, layout.text(of: $0).utf8.count) })
    #expect(layout.items.last.map { $0.startWeight + $0.weight } == layout.totalWeight)
  }

  @Test func linesAreLaidOutOnceAndDroppedWithTheOptions() {
    var layout = layout()
    #expect(layout.cachedLines(of: 1) == nil)
    let lines = layout.lines(of: 1)
    #expect(layout.cachedLines(of: 1) == lines)
    layout.setOptions(layout.options)
    #expect(layout.cachedLines(of: 1) == lines)
    layout.setOptions(DocumentLayout.Options(width: 41))
    #expect(layout.cachedLines(of: 1) == nil)
    #expect(layout.lines(of: 99) == [])
  }

  @Test func infoboxIsAPageOfItsOwn() {
    #expect(
      drawing(DocumentLayout.infobox(of: page), DocumentLayout.Options(width: 41)) == """
        Oral Baclofen
          Parameter  Value
          ─────────  ─────────────
          Maximum    80-100 mg/day
        """)
  }

  @Test func emptyPage() {
    let layout = DocumentLayout(monograph([]), missing: [], options: DocumentLayout.Options(width: 41))
    #expect(layout.items.isEmpty)
    #expect(layout.sections.isEmpty)
  }
}
