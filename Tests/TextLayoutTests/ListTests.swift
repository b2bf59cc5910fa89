import MonographModel
import TextLayout
import Testing

@Suite struct ListTests {
  @Test func bulletsHangAndStandClose() {
    let list = bullets("Severe rebound spasticity", "Seizures", "Taper slowly over 2+ weeks, never at once")
    #expect(
      drawing(list, width: 23) == """
         • Severe rebound
           spasticity
         • Seizures
         • Taper slowly over
           2+ weeks, never at
           once
        """)
    #expect(
      drawing(list, width: 57, glyphs: .ascii) == """
          * Severe rebound spasticity
          * Seizures
          * Taper slowly over 2+ weeks, never at once
        """)
  }

  @Test func numbersAreAligned() {
    let list = Block(.list(List(start: 9, items: [[paragraph("nine")], [paragraph("ten")]])))
    #expect(
      drawing(list, width: 41) == """
           9. nine
          10. ten
        """)
  }

  @Test func nestedListsStandUnderTheirItem() {
    let list = Block(
      .list(List(items: [[paragraph("Serious"), bullets("Seizures", "Coma")], [paragraph("Common")]])))
    #expect(
      drawing(list, width: 41) == """
          • Serious
            • Seizures
            • Coma
          • Common
        """)
  }

  @Test func itemsOfSeveralParagraphsStandApart() {
    let list = Block(.list(List(items: [[paragraph("One"), paragraph("more")], [paragraph("Two")]])))
    #expect(
      drawing(list, width: 41) == """
          • One

            more

          • Two
        """)
  }

  @Test func listInAListAndEmptyItems() {
    let list = Block(.list(List(items: [[bullets("deep")], []])))
    #expect(
      drawing(list, width: 41) == """
          • • deep
          •
        """)
  }

  @Test func announcedListFollowsItsSentence() {
    #expect(
      drawing(paragraph("Abrupt withdrawal can cause:"), bullets("Seizures"), paragraph("End."), width: 41)
        == """
          Abrupt withdrawal can cause:
          • Seizures

          End.
        """)
  }

  @Test func deepNestingKeepsRoomForText() {
    var list = bullets("5 mg 3 times daily in divided doses")
    for _ in 0..<6 { list = Block(.list(List(items: [[paragraph("x"), list]]))) }
    #expect(
      drawing(list, width: 20) == """
         • x
           • x
            • x
            • x
            • x
            • x
            • 5 mg
            3 times daily in
            divided doses
        """)
  }
}
