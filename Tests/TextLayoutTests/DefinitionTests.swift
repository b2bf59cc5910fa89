import MonographModel
import TextLayout
import Testing

private let dosing = definitions(
  ("For severe spasticity", "Oral therapy failures"), ("Delivery", "Implanted pump"),
  ("Dose", "50-1200 μg/day"),
  ("Advantages", "Higher CNS penetration, lower systemic effects"))

@Suite struct DefinitionTests {
  @Test func termsStandInAColumnWhereTheyAreShort() {
    #expect(
      drawing(dosing, width: 73) == """
           For severe spasticity  Oral therapy failures
           Delivery               Implanted pump
           Dose                   50-1200 μg/day
           Advantages             Higher CNS penetration, lower systemic effects
        """)
  }

  @Test func termsRunInWhereTheyAreLong() {
    #expect(
      drawing(dosing, width: 41) == """
          For severe spasticity: Oral therapy
            failures
          Delivery: Implanted pump
          Dose: 50-1200 μg/day
          Advantages: Higher CNS penetration,
            lower systemic effects
        """)
  }

  @Test func termIsNotSeparatedFromItsValue() {
    #expect(
      drawing(dosing, width: 23) == """
         For severe
           spasticity: Oral
           therapy failures
         Delivery: Implanted
           pump
         Dose: 50-1200 μg/day
         Advantages: Higher CNS
           penetration, lower
           systemic effects
        """)
  }

  @Test func severalDefinitionsStandOnLinesOfTheirOwn() {
    let list = Block(
      .definitionList([
        Definition(
          term: [.text("Peak")], definitions: [[paragraph("2-3 hours")], [paragraph("later with food")]])
      ]))
    #expect(
      drawing(list, width: 41) == """
          Peak  2-3 hours
                later with food
        """)
    #expect(
      drawing(list, width: 23) == """
         Peak  2-3 hours
               later with food
        """)
    let spasticity = Block(
      .definitionList([
        Definition(
          term: [.text("Presynaptic inhibition")],
          definitions: [
            [paragraph("Reduces excitatory neurotransmitter release")],
            [paragraph("Decreases monosynaptic and polysynaptic reflexes")],
          ])
      ]))
    #expect(
      drawing(spasticity, width: 41) == """
          Presynaptic inhibition: Reduces
              excitatory neurotransmitter release
            Decreases monosynaptic and
              polysynaptic reflexes
        """)
    #expect(
      drawing(spasticity, width: 71) == """
           Presynaptic inhibition  Reduces excitatory neurotransmitter release
                                   Decreases monosynaptic and polysynaptic
                                     reflexes
        """)
  }

  @Test func listUnderATerm() {
    let list = Block(
      .definitionList([
        Definition(
          term: [.text("Presynaptic inhibition")],
          definitions: [[bullets("Reduces excitatory neurotransmitter release", "Decreases reflexes")]])
      ]))
    #expect(
      drawing(list, width: 41) == """
          Presynaptic inhibition:
            • Reduces excitatory neurotransmitter
              release
            • Decreases reflexes
        """)
    #expect(
      drawing(list, width: 79) == """
           Presynaptic inhibition  • Reduces excitatory neurotransmitter release
                                   • Decreases reflexes
        """)
  }

  @Test func termWithAColonGetsNoSecond() {
    #expect(
      drawing(definitions(("A rather long term of the source:", "value")), width: 37) == """
          A rather long term of the
            source: value
        """)
  }

  @Test func termsAndValuesHaveRolesOfTheirOwn() {
    let page = monograph([Section(heading: [], level: 0, anchor: "", blocks: [definitions(("Dose", "5 μg"))])]
    )
    #expect(
      lines(page, DocumentLayout.Options(width: 41, glyphs: .ascii)).map(\.spans) == [
        [
          Span("  ", width: 2, style: Style(.body)),
          Span("Dose", width: 4, style: Style(.label), source: 0..<4),
          Span("  ", width: 2, style: Style(.body)),
          Span("5 ", width: 2, style: Style(.body), source: 5..<7),
          Span("mc", width: 2, style: Style(.body), source: 7..<9),
          Span("g", width: 1, style: Style(.body), source: 9..<10),
        ]
      ])
  }
}
