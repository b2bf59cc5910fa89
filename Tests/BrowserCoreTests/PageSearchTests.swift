import BrowserCore
import BrowserTesting
import MonographModel
import TextLayout
import Testing

@Suite("Finding on the page")
struct PageSearchTests {
  private static func layout(_ paragraphs: [String]) -> DocumentLayout {
    let page = Monograph(
      entity: EntityID(path: "/drugs/a")!, title: "A", source: Source(document: "a"),
      sections: [
        Section(
          heading: [.text("Words")], level: 1, anchor: "words",
          blocks: paragraphs.map { Block(.paragraph([.text($0)])) })
      ])
    return DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 60))
  }

  private static func found(_ search: PageSearch, in layout: DocumentLayout) -> [String] {
    search.matches.map { match in
      String(decoding: Array(layout.text(of: match.item).utf8)[match.range], as: UTF8.self)
    }
  }

  @Test(
    "letters anywhere are found, and words as the library's search compares them",
    arguments: [
      ("ife", ["ife", "ife"]), ("half life", ["half-life", "half life"]), ("5 mcg", ["5 µg", "5mcg"]),
      ("beta-b", ["β-blocker"]), ("LIF", ["lif", "lif"]), ("-l", ["-l"]), ("cafe", ["café"]),
    ])
  func matches(pattern: String, expected: [String]) {
    let layout = Self.layout(["The half-life of 5 µg; a β-blocker.", "Its half life after 5mcg in a café."])
    let search = PageSearch(pattern: pattern, direction: .forward, in: layout)
    #expect(Self.found(search, in: layout) == expected)
  }

  @Test("letter by letter finds what the whole pattern finds at once")
  func narrowing() {
    let layout = Self.layout([
      "Half-lives of 50 μg and 50 ug, 1,000 mcg", "half of it", "TNFα or TNF alpha; Ménière’s", "ug",
      "µmol per h",
      "5-HT3, 5 ht3, 15-30", "\u{2028}a  b\tc",
    ])
    for pattern in [
      "half-lives", "ug", "50 µg", "tnf alp", "1,000", "meniere's", "µmol", "5-ht3", "5ht3", "a b c", "15-3",
      "--",
    ] {
      var narrowed: PageSearch?
      for count in 1...pattern.count {
        narrowed = PageSearch(
          pattern: String(pattern.prefix(count)), direction: .forward, in: layout, narrowing: narrowed)
      }
      let whole = PageSearch(pattern: pattern, direction: .forward, in: layout)
      #expect(narrowed?.matches == whole.matches, "\(pattern)")
    }
  }

  @Test("the words of a hit are found whole, neighbours as one")
  func words() {
    let layout = Self.layout(["Renal impairment: doses", "impairment, renal dose-renal"])
    let search = PageSearch(words: ["renal", "Impairment", "dose"], in: layout)
    #expect(Self.found(search, in: layout) == ["Renal impairment", "impairment", "renal dose-renal"])
  }

  private static let dosing = DocumentLayout(
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
  func narrowingWord(word: String) {
    var search: PageSearch?
    for length in 0...word.count {
      let pattern = String(word.prefix(length))
      search = PageSearch(pattern: pattern, direction: .forward, in: Self.dosing, narrowing: search)
      let whole = PageSearch(pattern: pattern, direction: .forward, in: Self.dosing)
      #expect(search?.matches == whole.matches, "\(pattern)")
    }
  }

  @Test("widens again where a letter is taken back, or another word begins")
  func widening() {
    let narrow = PageSearch(pattern: "5 mg n", direction: .forward, in: Self.dosing)
    for pattern in ["5 mg", "dose", ""] {
      let wide = PageSearch(pattern: pattern, direction: .forward, in: Self.dosing, narrowing: narrow)
      #expect(wide == PageSearch(pattern: pattern, direction: .forward, in: Self.dosing))
    }
  }
}
