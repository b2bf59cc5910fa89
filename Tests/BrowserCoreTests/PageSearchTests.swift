import BrowserCore
import MonographModel
import TextLayout
import Testing

@Suite("Find in the page, letter by letter")
struct PageSearchTests {
  private static let layout = DocumentLayout(
    Monograph(
      entity: EntityID(folder: "drugs", slug: "x")!, title: "X", source: Source(document: "x"),
      sections: [
        Section(
          heading: [.text("Dosing")], level: 2, anchor: "dosing",
          blocks: ["5 mg daily", "Größe 10 µg", "no dose", "5 mg nightly, 5 MG", "grosse", ""].map {
            Block(.paragraph([.text($0)]))
          })
      ]), missing: [], options: DocumentLayout.Options(width: 80))

  @Test(
    "gives what looking for the whole word at once gives",
    arguments: ["5 mg n", "mg", "größe", "gro", "GRO", "10 μg", "xyz", "5 mg  "])
  func narrowing(word: String) {
    var search: PageSearch?
    for length in 0...word.count {
      let pattern = String(word.prefix(length))
      search = PageSearch(pattern: pattern, direction: .forward, in: Self.layout, narrowing: search)
      let whole = PageSearch(pattern: pattern, direction: .forward, in: Self.layout)
      #expect(search?.matches == whole.matches, "\(pattern)")
    }
  }

  @Test("widens again where a letter is taken back, or another word begins")
  func widening() {
    let narrow = PageSearch(pattern: "5 mg n", direction: .forward, in: Self.layout)
    for pattern in ["5 mg", "dose", ""] {
      let wide = PageSearch(pattern: pattern, direction: .forward, in: Self.layout, narrowing: narrow)
      #expect(wide == PageSearch(pattern: pattern, direction: .forward, in: Self.layout))
    }
  }
}
