import Testing

@testable import MonographSearch

@Suite("What stands in the search box")
struct SearchQueryTests {
  @Test("Words are words, whatever stands between them")
  func words() {
    #expect(SearchQuery("  renal\u{A0}dose\tgabapentin ").words == ["renal", "dose", "gabapentin"])
    #expect(SearchQuery("").words.isEmpty)
    #expect(SearchQuery("?! — 🙂").words.isEmpty)
  }

  @Test("Quotation marks hold a phrase together; one alone is nothing")
  func phrases() {
    let query = SearchQuery("“renal impairment” dose")
    #expect(query.phrases == [["renal", "impairment"]])
    #expect(query.words == ["renal", "impairment", "dose"])
    #expect(SearchQuery("\"renal dose").words == ["renal", "dose"])
    #expect(SearchQuery("\"renal dose").phrases.isEmpty)
  }

  @Test("A minus before a word leaves it out; one within a word is a hyphen")
  func exclusion() {
    let query = SearchQuery("half-life -child -\"renal dose\" - x")
    #expect(query.words == ["half-life", "x"])
    #expect(query.excluded == [["child"], ["renal", "dose"]])
  }

  @Test("A power of ten is one number, however it is typed", arguments: ["10^9/L", "10⁹/L"])
  func powers(text: String) {
    #expect(SearchQuery(text).phrases == [["10", "9", "l"]])
    #expect(SearchQuery("10 9").phrases.isEmpty && SearchQuery("5-HT3 x^y").phrases.isEmpty)
  }

  @Test("Filters are taken out; other words with a colon are words")
  func filters() {
    let query = SearchQuery("kind:disease IN:dosing source:openfda DRUGBANK:DB00181")
    #expect(query.filters.map(\.name) == [.kind, .section, .source])
    #expect(query.filters.map(\.value) == ["disease", "dosing", "openfda"])
    #expect(query.words == ["DRUGBANK:DB00181"])
  }

  @Test("The last word may be the beginning of one until something follows it")
  func ending() {
    #expect(SearchQuery("bacl").endsInsideWord)
    #expect(!SearchQuery("bacl ").endsInsideWord)
    #expect(!SearchQuery("\"bacl\"").endsInsideWord)
    #expect(!SearchQuery("bacl kind:drug").endsInsideWord)
  }

  @Test(
    "Any text is a query, in bounded time",
    arguments: ["\"\"\"", "- - -", "in:", ":", "\u{0}\u{1B}[2J", "a -\""])
  func anything(text: String) {
    #expect(SearchQuery(text).words.count <= 2)
    let long = SearchQuery(String(repeating: text + "ab ", count: 10_000))
    #expect(long.words.count <= SearchQuery.wordLimit)
  }

  @Test("Phrases, words to leave out and filters are as few as words")
  func limit() {
    let limit = SearchQuery.wordLimit
    func many(_ piece: (Int) -> String) -> SearchQuery {
      SearchQuery((0..<3 * limit).map(piece).joined(separator: " "))
    }
    #expect(many { "\"a\($0) b\"" }.phrases.count == limit / 2)
    #expect(many { "-a\($0)" }.excluded == (0..<limit).map { ["a\($0)"] })
    #expect(many { "kind:a\($0)" }.filters.count == limit)
    // A long phrase is looked for by its beginning; of one to leave out that would leave out too much.
    let long = (0..<3 * limit).map { "a\($0)" }.joined(separator: " ")
    #expect(SearchQuery("\"\(long)\"").phrases == [(0..<limit).map { "a\($0)" }])
    #expect(SearchQuery("x -\"\(long)\" -b").excluded == [["b"]])
  }
}
