import MonographModel
import TextLayout
import Testing

@Suite struct CalloutTests {
  private let withdrawal = Block(
    .callout(
      Callout(
        severity: .warning, title: [.text("Withdrawal")],
        blocks: [
          paragraph("Abrupt withdrawal can cause:"),
          Block(.list(List(items: [[paragraph("Severe rebound spasticity"), bullets("Seizures")]]))),
          paragraph("Taper slowly over 2+ weeks"),
        ])))

  @Test func everyLineBearsTheMark() {
    #expect(
      drawing(withdrawal, width: 41) == """
          ! WARNING  Withdrawal
          ! Abrupt withdrawal can cause:
          ! • Severe rebound spasticity
          !   • Seizures
          !
          ! Taper slowly over 2+ weeks
        """)
    #expect(
      drawing(withdrawal, width: 23, glyphs: .ascii) == """
         ! WARNING  Withdrawal
         ! Abrupt withdrawal
         ! can cause:
         ! * Severe rebound
         !   spasticity
         !   * Seizures
         !
         ! Taper slowly over
         ! 2+ weeks
        """)
  }

  @Test(arguments: [
    (Callout.Severity.note, "i NOTE"), (.tip, "i TIP"), (.important, "! IMPORTANT"), (.warning, "! WARNING"),
    (.caution, "! CAUTION"), (.boxedWarning, "! BOXED WARNING"),
  ])
  func theWordComesFirst(_ severity: Callout.Severity, _ line: String) {
    #expect(drawing(Block(.callout(Callout(severity: severity, blocks: []))), width: 41) == "  " + line)
  }

  @Test func longTitlesWrapUnderTheMark() {
    let callout = Callout(
      severity: .boxedWarning, title: [.text("Abrupt discontinuation of intrathecal baclofen")], blocks: [])
    #expect(
      drawing(Block(.callout(callout)), width: 41) == """
          ! BOXED WARNING  Abrupt discontinuation
          ! of intrathecal baclofen
        """)
  }

  @Test func tablesInsideBearTheMark() {
    let callout = Callout(
      severity: .caution, blocks: [Block(.table(table("Drug | Risk", "Lithium | Toxicity")))])
    #expect(
      drawing(Block(.callout(callout)), width: 41) == """
          ! CAUTION
          ! Drug     Risk
          ! ───────  ────────
          ! Lithium  Toxicity
        """)
  }

  @Test func rolesTellMarkTitleAndText() {
    let callout = Callout(severity: .warning, title: [.text("Stop")], blocks: [paragraph("Now")])
    let page = monograph([Section(heading: [], level: 0, anchor: "", blocks: [Block(.callout(callout))])])
    let styles = lines(page, DocumentLayout.Options(width: 41)).map { $0.spans.dropFirst().map(\.style.role) }
    #expect(
      styles == [
        [.warningMark, .warningTitle, .warningTitle, .warningTitle], [.warningMark, .warning],
      ])
  }
}
