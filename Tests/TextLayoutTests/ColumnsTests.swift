import MonographModel
import TextLayout
import Testing

@Suite("Texts that are compared")
struct ColumnsTests {
  private let alpha = Column(
    name: "Alphadol, Ward handbook, 2024-05-01",
    parts: [
      [paragraph("Begin with 5 mg 3 times daily. Halve the dose where the kidneys fail.")],
      [Block(.table(table("Route | Dose", "oral | 5 mg", "into the spine | 50 mcg per day")))],
    ])
  private let beta = Column(
    name: "Betadol, Amber Pharma Inc, 2026-07-02", hasBoxedWarning: true,
    parts: [
      [paragraph("Begin with 2 mg."), bullets("with food", "at night")],
      [Block(.table(table("Route | Dose", "oral | 2 mg")))],
    ])

  private func drawing(_ columns: Column..., width: Int, isWide: Bool = true, glyphs: GlyphSet = .unicode)
    -> String
  {
    let page = monograph([
      Section(heading: [.text("Dosing")], level: 1, anchor: "dosing", blocks: [Block(.columns(columns))])
    ])
    let options = DocumentLayout.Options(width: width, glyphs: glyphs, allowsColumns: isWide)
    return TextLayoutTests.drawing(page, options)
  }

  @Test("stand side by side under their names, tables beside tables, in a wide window")
  func beside() {
    #expect(
      drawing(alpha, beta, width: 83) == """
        Dosing
           Alphadol, Ward handbook, 2024-05-01     │ ! Betadol, Amber Pharma Inc,
                                                   │   2026-07-02
           ────────────────────────────────────────────────────────────────────────────────
           Begin with 5 mg 3 times daily. Halve    │ Begin with 2 mg.
           the dose where the kidneys fail.        │ • with food
                                                   │ • at night
                                                   │
           Route           Dose                    │ Route  Dose
           ──────────────  ──────────────          │ ─────  ────
           oral            5 mg                    │ oral   2 mg
           into the spine  50 mcg per day          │
        """)
  }

  @Test("stand one under the other in a narrow window")
  func stacked() {
    #expect(
      drawing(alpha, beta, width: 83, isWide: false) == """
        Dosing
           Alphadol, Ward handbook, 2024-05-01
             Begin with 5 mg 3 times daily. Halve the dose where the kidneys fail.

             Route           Dose
             ──────────────  ──────────────
             oral            5 mg
             into the spine  50 mcg per day

           ! Betadol, Amber Pharma Inc, 2026-07-02
             Begin with 2 mg.
             • with food
             • at night

             Route  Dose
             ─────  ────
             oral   2 mg
        """)
  }

  @Test("stand one under the other where each would have fewer than 24 columns")
  func cramped() {
    #expect(drawing(alpha, beta, width: 50) == drawing(alpha, beta, width: 50, isWide: false))
    #expect(drawing(alpha, beta, width: 54) != drawing(alpha, beta, width: 54, isWide: false))
  }

  @Test("keep to ASCII, and to ten columns")
  func ascii() {
    #expect(
      drawing(alpha, beta, width: 10, glyphs: .ascii).split(separator: "\n").allSatisfy {
        $0.utf8.count <= 10
      })
    #expect(drawing(alpha, beta, width: 83, glyphs: .ascii).utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("have names that stay in sight: all of them side by side, each over its own text else")
  func names() {
    let page = monograph([
      Section(heading: [], level: 0, anchor: "", blocks: [Block(.columns([alpha, beta]))])
    ])
    var layout = DocumentLayout(page, missing: [], options: .init(width: 83, allowsColumns: true))
    let lines = layout.lines(of: 0)
    #expect(layout.header(ofTable: 0, over: lines.count - 1)?.lines == 0..<3)
    layout.setOptions(.init(width: 83))
    let stacked = layout.lines(of: 0)
    let over = (0..<stacked.count).map { line in
      layout.header(ofTable: 0, over: line).map { stacked[$0.lines.lowerBound].text.prefix(8) } ?? ""
    }
    #expect(Set(over) == ["   Alpha", "   ! Bet", ""])
    #expect(over.last == "   ! Bet")
  }

  @Test("are one text: links are numbered and words found through all of them, names are not searched")
  func oneText() {
    let left = Column(
      name: "Alphadol", parts: [[paragraph(link(.section(anchor: "a"), "left"), .text(" side"))]])
    let right = Column(
      name: "Betadol", parts: [[paragraph(link(.section(anchor: "b"), "right"), .text(" side"))]])
    let page = monograph([
      Section(heading: [], level: 0, anchor: "", blocks: [Block(.columns([left, right]))])
    ])
    var layout = DocumentLayout(page, missing: [], options: .init(width: 83, allowsColumns: true))
    #expect(layout.links.map(\.text) == ["left", "right"])
    #expect(layout.text(of: 0) == "left side\nright side")
    let line = layout.lines(of: 0)[2]
    #expect(line.columns(ofLink: 1) == 45..<50)
    #expect(line.marked([15..<20], .match).spans.contains { $0.text == " side" && $0.style.traits == .match })
  }
}
