import MonographModel
import Testing

@Suite("Words found as the library's search compares them")
struct TermFinderTests {
  private func found(_ pattern: String, in text: String, isOpen: Bool = true) -> [String] {
    let bytes = Array(text.utf8)
    return TermFinder([pattern], isOpen: isOpen).ranges(in: text).map {
      String(decoding: bytes[$0], as: UTF8.self)
    }
  }

  @Test(
    "whatever way they are written",
    arguments: [
      ("half life", "The half-life is long", ["half-life"]),
      ("half-life", "its half life, its halflife", ["half life", "halflife"]),
      ("halflife", "The half-life is long", ["half-life"]),
      ("µg", "50 mcg or 50 ug or 50 μg", ["mcg", "ug", "μg"]),
      ("50 mcg", "50μg daily", ["50μg"]),
      ("tnf alpha", "TNF-α and TNFα", ["TNF-α", "TNFα"]),
      ("gabab", "the GABA-B receptor", ["GABA-B"]),
      ("5ht3", "a 5-HT3 antagonist", ["5-HT3"]),
      ("menieres", "Ménière's disease", ["Ménière's"]),
      ("0.5", ".5 and 0·5", [".5", "0·5"]),
      ("1000", "1,000 mg", ["1,000"]),
    ])
  func spellings(pattern: String, text: String, expected: [String]) {
    #expect(found(pattern, in: text) == expected)
  }

  @Test("the last word may be a beginning while it is typed, those before it not")
  func beginnings() {
    #expect(found("half l", in: "half-life, half long, halfway light") == ["half-life", "half long"])
    #expect(found("dose", in: "doses and dose", isOpen: false) == ["dose"])
    #expect(found("life", in: "half-life, wildlife", isOpen: false) == ["life"])
  }

  @Test("numbers that stand beside each other are not one")
  func numbers() {
    #expect(found("15", in: "15-30 1530", isOpen: false) == ["15"])
    #expect(found("1530", in: "15-30").isEmpty)
    #expect(found("15 30", in: "1530").isEmpty)
  }

  @Test("several words at once, in order, overlapping ones as one")
  func several() {
    let text = "Renal impairment: reduce the dose in renal-impairment"
    let bytes = Array(text.utf8)
    let ranges = TermFinder(["dose", "renal impairment", "renal"]).ranges(in: text)
    #expect(
      ranges.map { String(decoding: bytes[$0], as: UTF8.self) } == [
        "Renal impairment", "dose", "renal-impairment",
      ])
  }

  @Test("nothing is found of a text without words")
  func empty() {
    #expect(TermFinder(["", " - ", "…"]).isEmpty)
    #expect(TermFinder([]).ranges(in: "text").isEmpty)
  }

  @Test("a longer pattern narrows a shorter one only where all it finds was found before")
  func narrowing() {
    func narrows(_ longer: String, _ shorter: String) -> Bool {
      TermFinder([longer], isOpen: true).narrows(TermFinder([shorter], isOpen: true))
    }
    #expect(narrows("hal", "ha"))
    #expect(narrows("half l", "half"))
    #expect(narrows("half-l", "half"))
    #expect(!narrows("ug", "u"), "ug is mcg, which does not begin with u")
    #expect(!narrows("1,000", "1,0"))
  }
}
