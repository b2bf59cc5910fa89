import MonographModel
import TextLayout
import Testing

private func cell(_ text: String, columns: Int = 1, rows: Int = 1, isHeader: Bool = false) -> Table.Cell {
  Table.Cell(
    blocks: text.isEmpty ? [] : [paragraph(text)], isHeader: isHeader, columnSpan: columns, rowSpan: rows)
}

private let oral = Block(
  .table(
    table(
      "Parameter | Value", "Starting dose | 5 mg 3 times daily",
      "Titration | Increase by 5-15 mg every 3 days",
      "Maximum | 80-100 mg/day")))

/// Two header rows, a cell over two rows, a cell over three columns, numbers to the right.
private let renal = Table(
  caption: [.text("Dose in renal impairment")], alignments: [.leading, .trailing, .trailing],
  header: [
    [cell("Clearance", rows: 2), cell("Dose", columns: 2), cell("Notes", rows: 2)],
    [cell("Adult"), cell("Child")],
  ],
  body: [
    [cell("≥ 60 mL/min", isHeader: true), cell("5 mg"), cell("2 mg"), cell("")],
    [
      cell("30-59 mL/min", isHeader: true), cell("2.5 mg"), cell("1 mg"),
      cell("Monitor for sedation", rows: 2),
    ],
    [cell("15-29 mL/min", isHeader: true), cell("2 mg"), cell("")],
    [cell("Dialysis", isHeader: true), cell("avoid", columns: 3)],
  ], notes: [[.text("Clearance by Cockcroft and Gault.")]])

@Suite struct GridTests {
  @Test func columnsTakeTheirNaturalWidthWhereTheyFit() {
    #expect(
      drawing(oral, width: 61) == """
           Parameter      Value
           ─────────────  ────────────────────────────────
           Starting dose  5 mg 3 times daily
           Titration      Increase by 5-15 mg every 3 days
           Maximum        80-100 mg/day
        """)
  }

  @Test func columnsShrinkByWrappingWordsNeverValues() {
    #expect(
      drawing(oral, width: 41) == """
          Parameter      Value
          ═════════════  ════════════════════════
          Starting dose  5 mg 3 times daily
          ─────────────  ────────────────────────
          Titration      Increase by 5-15 mg
                         every 3 days
          ─────────────  ────────────────────────
          Maximum        80-100 mg/day
        """)
  }

  @Test func linesInASCII() {
    #expect(
      drawing(oral, width: 41, glyphs: .ascii) == """
          Parameter      Value
          =============  ========================
          Starting dose  5 mg 3 times daily
          -------------  ------------------------
          Titration      Increase by 5-15 mg
                         every 3 days
          -------------  ------------------------
          Maximum        80-100 mg/day
        """)
  }

  @Test func spansAreHonoured() {
    #expect(
      drawing(Block(.table(renal)), width: 79) == """
           Dose in renal impairment
           Clearance         Dose       Notes
                         ─────────────
                          Adult  Child
           ────────────  ──────  ─────  ────────────────────
           ≥ 60 mL/min     5 mg   2 mg
           30-59 mL/min  2.5 mg   1 mg  Monitor for sedation
           15-29 mL/min    2 mg
           Dialysis      ────────────── avoid ──────────────
           Clearance by Cockcroft and Gault.
        """)
  }

  @Test func cellOverSeveralRowsGoesOnBesideTheirRules() {
    #expect(
      drawing(Block(.table(renal)), width: 41) == """
          Dose in renal impairment
          Clearance         Dose       Notes
                        ─────────────
                         Adult  Child
          ════════════  ══════  ═════  ══════════
          ≥ 60 mL/min     5 mg   2 mg
          ────────────  ──────  ─────  ──────────
          30-59 mL/min  2.5 mg   1 mg  Monitor
          ────────────  ──────  ─────  for
          15-29 mL/min    2 mg         sedation
          ────────────  ──────  ─────  ──────────
          Dialysis      ───────── avoid ─────────
          Clearance by Cockcroft and Gault.
        """)
  }

  @Test func footerIsSetOff() {
    let totals = Table(
      alignments: [.leading, .trailing], header: [cells(["Drug", "Patients"])],
      body: [cells(["Baclofen", "12"])],
      footer: [cells(["Total", "12"])])
    #expect(
      drawing(Block(.table(totals)), width: 41) == """
          Drug      Patients
          ────────  ────────
          Baclofen        12
          ────────  ────────
          Total           12
        """)
  }

  @Test func withoutAHeaderAndWithEmptyCells() {
    #expect(
      drawing(Block(.table(table("", "a | b", "ccc |", "d"))), width: 41) == """
          a    b
          ccc
          d
        """)
  }

  @Test func oneColumn() {
    #expect(
      drawing(Block(.table(table("Indication", "Multiple sclerosis", "Stroke"))), width: 41) == """
          Indication
          ──────────────────
          Multiple sclerosis
          Stroke
        """)
  }

  @Test func headerAlone() {
    #expect(drawing(Block(.table(table("Drug | Dose"))), width: 41) == "  Drug  Dose")
  }

  @Test func emptyTable() {
    #expect(drawing(Block(.table(Table(body: []))), width: 41) == "")
  }

  @Test func listsInCells() {
    let cell = Table.Cell(blocks: [paragraph("Acts on:"), bullets("spinal cord", "brain")])
    let drugs = Table(header: [cells(["Drug", "Action"])], body: [[Table.Cell([.text("Baclofen")]), cell]])
    #expect(
      drawing(Block(.table(drugs)), width: 41) == """
          Drug      Action
          ════════  ═════════════
          Baclofen  Acts on:
                    • spinal cord
                    • brain
        """)
  }

  @Test func linksAndCitationsInCells() {
    let row = [
      Table.Cell([link(.entity(entity("/drugs/tizanidine"), anchor: nil), "Tizanidine")]),
      Table.Cell([.text("alpha2"), .citation(["a"])]),
    ]
    let drugs = Table(header: [cells(["Drug", "Mechanism"])], body: [row])
    let page = monograph(
      [Section(heading: [], level: 0, anchor: "", blocks: [Block(.table(drugs))])],
      references: [Reference(key: "a", title: "A")])
    var layout = DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 41))
    let last = layout.lines(of: 0).last
    #expect(last?.text == "  Tizanidine  alpha2[1]")
    #expect(last?.columns(ofLink: 0) == 2..<12)
    #expect(last?.columns(ofLink: 1) == 20..<23)
  }

  @Test func headerLinesAreTheRowsAndTheirRule() {
    let page = monograph([
      Section(heading: [], level: 0, anchor: "", blocks: [paragraph("Before."), Block(.table(renal))])
    ])
    var layout = DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 79))
    #expect(layout.headerLines(ofTable: 1) == 2..<6)
    #expect(layout.headerLineCount(ofTable: 1) == 6)
    #expect(layout.headerLines(ofTable: 0).isEmpty)
    layout.setOptions(DocumentLayout.Options(width: 31))
    #expect(layout.headerLineCount(ofTable: 1) == 0)
  }
}

@Suite struct CardTests {
  @Test func rowsBecomeCards() {
    #expect(
      drawing(oral, width: 23) == """
         Parameter: Starting
           dose
         Value: 5 mg
           3 times daily

         Parameter: Titration
         Value: Increase by
           5-15 mg every 3 days

         Parameter: Maximum
         Value: 80-100 mg/day
        """)
  }

  @Test func rowHeadersNameTheCardAndHeaderPathsAreJoined() {
    #expect(
      drawing(Block(.table(renal)), width: 31) == """
         Dose in renal impairment
         Clearance: ≥ 60 mL/min
           Dose / Adult: 5 mg
           Dose / Child: 2 mg
           Notes:

         Clearance: 30-59 mL/min
           Dose / Adult: 2.5 mg
           Dose / Child: 1 mg
           Notes: Monitor for sedation

         Clearance: 15-29 mL/min
           Dose / Adult: 2 mg
           Dose / Child:
           Notes: Monitor for sedation

         Clearance: Dialysis
           Dose, Notes / Adult,
             Child: avoid

         Clearance by Cockcroft and
           Gault.
        """)
  }

  @Test func manyColumns() {
    let wide = Table(
      header: [cells((1...26).map { "Column \($0)" })], body: [cells((1...26).map { "\($0) mg" })])
    let text = drawing(Block(.table(wide)), width: 41)
    #expect(text == (1...26).map { "  Column \($0): \($0) mg" }.joined(separator: "\n"))
  }

  @Test func titleOverTheWholeTableStandsOnce() {
    let infobox = Table(
      header: [[cell("Baclofen", columns: 2)], cells(["Condition of use", "Recommendation"])],
      body: [cells(["Stroke", "Post-stroke spasticity"]), cells(["ALS", "Spasticity"])])
    #expect(
      drawing(Block(.table(infobox)), width: 23) == """
         Baclofen

         Condition of
           use: Stroke
         Recommendation:
           Post-stroke
           spasticity

         Condition of use: ALS
         Recommendation:
           Spasticity
        """)
  }

  @Test func blocksOfACellStandUnderItsLabel() {
    let cell = Table.Cell(blocks: [paragraph("Acts on:"), bullets("receptors of the spinal cord")])
    let drugs = Table(
      header: [cells(["Antispastic drug", "Neurotransmission"])],
      body: [[Table.Cell([.text("Baclofen")]), cell]])
    #expect(
      drawing(Block(.table(drugs)), width: 27) == """
         Antispastic drug: Baclofen
         Neurotransmission: Acts
           on:
           • receptors of the
             spinal cord
        """)
  }
}
