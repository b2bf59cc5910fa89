import MonographModel
import Testing

@testable import MonographLibrary

@Suite("Links of a section come with the sentence they stand in")
struct SectionLinksTests {
  private static let platelets = Inline.link(
    Link(
      target: .entity(EntityID(folder: "cells", slug: "platelet")!, anchor: nil),
      content: [.text("platelets")]))

  private func sentences(_ inlines: [Inline]) -> [String] {
    SectionLinks(Section(heading: [], level: 1, anchor: "a", blocks: [Block(.paragraph(inlines))])).links
      .map(\.sentence)
  }

  @Test("Exponents stay raised in it")
  func exponents() {
    let content: [Inline] = [
      .text("Stop. Below 50 × 10"), .superscript([.text("9")]), .text("/L "), Self.platelets,
      .text(" give none for 10"), .superscript([.text("-3")]), .text(" mol. Then go on."),
    ]
    #expect(sentences(content) == ["Below 50 × 10⁹/L platelets give none for 10⁻³ mol."])
  }

  @Test("A link that is itself raised, or touches a mark, is found")
  func raisedLinks() {
    #expect(
      sentences([.text("Count"), .superscript([.text("a")]), Self.platelets, .text(" now.")])
        == ["Count a platelets now."])
    #expect(sentences([.text("See 10"), .superscript([Self.platelets])]) == ["See 10ᵖˡᵃᵗᵉˡᵉᵗˢ"])
  }
}
