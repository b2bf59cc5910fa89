import MonographModel
import Testing

@testable import BrowserCore

@Suite("What is typed to narrow relations")
struct RelationFilterTests {
  private let facets = RelationFacets(
    kinds: [.init(value: "gene", count: 9), .init(value: "drug", count: 2)],
    sources: [
      .init(value: "Hetionet v1.0", count: 7), .init(value: "DrugBank", count: 3),
      .init(value: "test page, section Overview", count: 1),
    ])

  @Test(
    "any text is a question to the library",
    arguments: [
      ("", RelationQuery()), ("gaba b", RelationQuery(words: "gaba b")),
      ("kind:g", RelationQuery(kinds: ["gene"])), ("KIND:G x", RelationQuery(words: "x", kinds: ["gene"])),
      ("kind: x", RelationQuery(words: "x")),
      ("kind:gene kind:drug", RelationQuery(kinds: ["gene", "drug"])),
      ("source:\"Hetionet v1.0\"", RelationQuery(sources: ["Hetionet v1.0"])),
      ("source:\"hetio", RelationQuery(sources: ["Hetionet v1.0"])),
      ("source:overview", RelationQuery(sources: ["test page, section Overview"])),
      ("in:dosing", RelationQuery(words: "in:dosing")), ("\"a b\"", RelationQuery(words: "a b")),
      ("\"", RelationQuery()),
    ])
  func questions(text: String, expected: RelationQuery) {
    #expect(RelationFilter(text).query(order: .evidence, facets: facets) == expected)
  }

  @Test("a value that nothing has is no question")
  func unknown() {
    let filter = RelationFilter("x kind:protein")
    #expect(filter.query(order: .name, facets: facets) == nil)
    #expect(filter.unknown(in: facets)?.value == "protein")
  }

  @Test(
    "Tab completes the value typed last",
    arguments: [
      ("x kind:g", "x kind:gene "), ("source:h", "source:\"Hetionet v1.0\" "),
      ("source:overv", "source:\"test page, section Overview\" "),
      ("kind:", nil), ("kind:x", nil), ("kind:gene x", nil), ("kind:gene ", nil),
    ])
  func completion(text: String, expected: String?) {
    #expect(RelationFilter(text).completion(facets: facets) == expected)
  }

  @Test("what was completed is read as what was meant")
  func roundTrip() {
    for source in facets.sources {
      let completed = RelationFilter("source:\(source.value.prefix(3))").completion(facets: facets)
      #expect(
        RelationFilter(completed ?? "").query(order: .evidence, facets: facets)
          == RelationQuery(sources: [source.value]))
    }
  }
}
