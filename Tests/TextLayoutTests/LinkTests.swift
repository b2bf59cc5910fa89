import MonographModel
import TextLayout
import Testing

private let rna = entity("/entities/rna")
private let references = [
  Reference(
    key: "lubsen2011", authors: ["Lubsen J et al."], title: "Baclofen for spasticity", year: "2011",
    url: "https://doi.org/10.1002/14651858", note: "as given by the source page, not checked"),
  Reference(key: "zhu2020", title: "Baclofen in ALS", year: "2020"),
]
private let linked = paragraph(
  .text("In "), link(.entity(entity("/entities/neurons"), anchor: nil), "neurons"), .text(" and "),
  link(.entity(rna, anchor: "x"), "RNA"), .text(", see "), link(.section(anchor: "dosing"), "Dosing"),
  .text(" or "), link(.external("https://www.genome.jp/"), "KEGG"), .text("."))

@Suite struct LinkTests {
  @Test func kindsOfLinkAreToldApartWithoutColour() {
    #expect(
      drawing(linked, width: 57, missing: [rna]) == "  In neurons and RNA?, see Dosing or KEGG↗.")
    #expect(
      drawing(linked, width: 57, glyphs: .ascii, missing: [rna])
        == "  In neurons and RNA?, see Dosing or KEGG^.")
  }

  @Test func numbersStandBeforeLinks() {
    #expect(
      drawing(linked, width: 79, missing: [rna], showsLinkNumbers: true)
        == "   In [1]neurons and [2]RNA?, see [3]Dosing or [4]KEGG↗.")
  }

  @Test func spansKnowTheirLink() {
    let page = monograph([Section(heading: [], level: 0, anchor: "", blocks: [linked])])
    var layout = DocumentLayout(page, missing: [rna], options: DocumentLayout.Options(width: 23))
    let texts = layout.links.indices.map { link in
      layout.lines(of: 0).map { line in line.spans.filter { $0.link == link }.map(\.text).joined() }
    }
    #expect(
      texts == [["neurons", ""], ["RNA?", ""], ["", "Dosing"], ["", "KEGG↗"]])
    #expect(layout.links.map(\.text) == ["neurons", "RNA", "Dosing", "KEGG"])
    #expect(
      layout.links.map(\.target) == [
        .entity(entity("/entities/neurons"), anchor: nil), .missing(rna), .section(anchor: "dosing"),
        .external("https://www.genome.jp/"),
      ])
  }

  @Test func linkWithoutWordsIsNamedByItsTarget() {
    #expect(
      drawing(
        paragraph(.link(Link(target: .entity(entity("/diseases/a-b"), anchor: nil), content: []))), width: 41)
        == "  a b")
  }

  @Test func linksMayWrap() {
    let page = monograph([
      Section(
        heading: [], level: 0, anchor: "",
        blocks: [paragraph(link(.section(anchor: "a"), "amyotrophic lateral sclerosis"))])
    ])
    var layout = DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 23))
    #expect(layout.lines(of: 0).map { $0.columns(ofLink: 0) } == [1..<20, 1..<10])
  }

  @Test func citationsAreNumbersOfTheBibliography() {
    let text = paragraph(
      .text("spasticity"), .citation(["lubsen2011"]), .citation(["zhu2020", "lubsen2011"]), .text(" and "),
      .citation(["nobody"]))
    #expect(drawing(text, width: 57, references: references) == "  spasticity[1][2,1] and [@nobody?]")
    let page = monograph(
      [Section(heading: [], level: 0, anchor: "", blocks: [text])], references: references)
    let layout = DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 57))
    #expect(
      layout.links == [
        PageLink(target: .reference(key: "lubsen2011"), text: "[1]", item: 0),
        PageLink(target: .reference(key: "zhu2020"), text: "[2]", item: 0),
        PageLink(target: .reference(key: "lubsen2011"), text: "[1]", item: 0),
      ])
  }

  @Test func bibliographyListsReferencesAndLeadsBack() {
    let cited = paragraph(.text("So"), .citation(["lubsen2011"]))
    #expect(
      drawing(cited, Block(.bibliography), width: 57, references: references) == """
          So[1]

          1. Lubsen J et al. Baclofen for spasticity. 2011.
             https://doi.org/10.1002/14651858↗ (as given by the
             source page, not checked) ↑
          2. Author not stated. Baclofen in ALS. 2020.
        """)
  }

  @Test func bibliographyBeforeTheTextKnowsItsCitations() {
    let cited = paragraph(.text("So"), .citation(["zhu2020"]))
    let page = monograph(
      [Section(heading: [], level: 0, anchor: "", blocks: [Block(.bibliography), cited])],
      references: references)
    let layout = DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 57))
    #expect(
      layout.links.map(\.target) == [
        .external("https://doi.org/10.1002/14651858"), .citations(key: "zhu2020"), .reference(key: "zhu2020"),
      ])
  }
}
