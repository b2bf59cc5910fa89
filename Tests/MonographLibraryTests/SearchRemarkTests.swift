import MonographModel
import MonographSearch
import Testing

@testable import MonographLibrary

/// What a person is told besides the hits, with pages and tables of its own.
@Suite struct SearchRemarkTests {
  let folder: TemporaryFolder
  let library: Library
  let vocabulary: Vocabulary

  private static let synonyms = """
    groups:
      - name: brands
        drugs: true
        reason: "{left} and {right} are one"
        rows: |
          glossin = glossorel
          marvexin = marvol
          calcidrel > glossin
    """

  private static let topics = """
    advice: [avoid]
    topics:
      - name: dose
        quantity: needed
        asked: [dose]
        headings: [dosing]
        answers: [usual dose, daily, mg]
      - name: pregnancy
        whole: true
        asked: [pregnancy]
        headings: [pregnan-]
        answers: [pregnant]
      - name: interactions
        asked: [interaction, interactions]
        headings: [interaction-]
        answers: [avoid]
      - name: two together
        asked: [safe together]
        headings: [interaction-]
        answers: [avoid]
    """

  private static func page(
    _ name: String, kind: String = "drug", entityClass: String? = nil, _ sections: [Section]
  ) -> Monograph {
    Monograph(
      entity: EntityID(folder: "drugs", slug: name.lowercased().replacing(" ", with: "-"))!, title: name,
      kind: kind,
      entityClass: entityClass,
      source: Source(document: name, publisher: kind == "drug" ? "A book" : "A paper"),
      sections: sections)
  }

  init() throws {
    folder = try TemporaryFolder()
    vocabulary = Vocabulary(
      topics: try TopicTable(yaml: Self.topics, file: "topics.yaml"),
      synonyms: try SynonymTable(yaml: Self.synonyms, file: "synonyms.yaml"),
      lookAlikes: try LookAlikeNames(
        yaml: "lists:\n  - name: own\n    rows: |\n      calciol, carciol\n", file: "look-alikes.yaml"))
    library = try folder.library([
      Self.page(
        "Glossin", entityClass: "Glossinid",
        [
          section("Dosing", [paragraph(.text("The usual dose is 5 mg daily."))]),
          section("Interactions", [paragraph(.text("Avoid it with all tenorids."))]),
        ]),
      Self.page(
        "Tenorin calcium", entityClass: "Tenorid",
        [
          section("Dosing", [paragraph(.text("The usual dose is 7 mg daily. It is no marvexin."))]),
          section("Pregnancy", [paragraph(.text("Not for those who are pregnant."))]),
        ]),
      Self.page("Tenoral", [section("Dosing", [paragraph(.text("The usual dose is 9 mg daily."))])]),
      Self.page(
        "Plain water", kind: "disease", [section("Text", [paragraph(.text("Of 5 × 10⁹/L and 10 to 90."))])]),
      Self.page("Aching", kind: "disease", [section("Text", [paragraph(.text("It hurts."))])]),
    ])
  }

  private func search(_ query: String, limit: Int = 10) throws -> SearchResult {
    try library.search(query, limit: limit, vocabulary: vocabulary)
  }

  private func titles(_ query: String) throws -> [String] { try search(query).hits.map(\.title) }

  @Test func aDrugThatTheTablesKnowAndNoPageIsCalledIsMissing() throws {
    for query in ["marvol dose", "dose marvol"] {
      let result = try search(query)
      #expect(
        result.remarks.first
          == "No page of “marvol” (marvexin) in this library. What follows is about others.")
      #expect(result.isElsewhere)
    }
    #expect(
      try search("marvexin dose").remarks.first?.hasPrefix("No page of “marvexin” in this library.") == true)
  }

  @Test func aBrandOpensThePageOfItsSubstance() throws {
    let result = try search("glossorel dose")
    #expect(result.hits.first?.title == "Glossin" && result.remarks.isEmpty && !result.isElsewhere)
  }

  @Test func theNameOfADrugIsNoMisspellingOfAnother() throws {
    // Both are within two edits of “calcium”; what is no name is offered it still.
    #expect(try search("calciol dose").suggestions.isEmpty)
    #expect(try search("calciol dose").remarks.first?.hasPrefix("No page of “calciol”") == true)
    #expect(try search("glossim dose").suggestions.map(\.name) == ["glossin"])
  }

  @Test func whatIsNoMoreThanASaltOrAFormIsNoName() throws {
    let reasons = try search("calcium dose").hits.flatMap(\.reasons).map(\.text)
    #expect(!reasons.isEmpty && !reasons.contains { $0.hasPrefix("name ") })
    #expect(try titles("tenorin calcium dose").first == "Tenorin calcium")
  }

  @Test func aMisspeltTopicIsReadAsTheTopic() throws {
    for (typed, word) in [
      ("pregnency", "pregnancy"), ("pregnanyc", "pregnancy"), ("interacton", "interaction"),
    ] {
      let result = try search("tenorin \(typed)")
      #expect(result.remarks.first == "“\(typed)” is read as “\(word)”.")
    }
    #expect(try search("tenorin pregnency").hits.first?.sectionPath == ["Pregnancy"])
    // A word that is being typed, one of the library, a drug and one with two edits stay as they are.
    for query in ["tenorin pregna", "tenorin hurts", "glossorel", "tenorin prognency"] {
      #expect(try !search(query).remarks.contains { $0.contains("is read as") }, "\(query)")
    }
  }

  @Test func aTopicOfWhichAPageSaysNothingIsNamed() throws {
    let nothing =
      "Nothing about pregnancy stands on a page of “glossin” in this library. What follows is other text."
    #expect(try search("glossin pregnancy").remarks == [nothing])
    #expect(try search("tenorin pregnancy").remarks == [])
    #expect(try search("glossin dose").remarks == [])
    #expect(try search("glossin pregnancy dose").remarks == [nothing])
  }

  @Test func aBeginningOfSeveralNamesShowsThemInTurn() throws {
    let result = try search("teno dose")
    #expect(result.remarks == ["“teno” begins several names here: tenoral, tenorin."])
    #expect(Set(result.hits.prefix(2).map(\.title)) == ["Tenorin calcium", "Tenoral"])
    #expect(try search("gloss dose").remarks == [])
  }

  @Test func aTopicMayBeTypedInPart() throws {
    let places = try search("glossin interac").hits.map(\.sectionPath)
    #expect(places.first == ["Interactions"])
  }

  @Test func whatIsLeftOutIsSaid() throws {
    let result = try search("glossin -daily")
    #expect(result.remarks == ["Without “daily”."])
    #expect(result.hits.map(\.sectionPath) == [["Interactions"]])
  }

  @Test func filtersAloneListPagesByName() throws {
    #expect(try titles("kind:disease") == ["Aching", "Plain water"])
    #expect(try search("kind:disease", limit: 1).total == 2)
    #expect(try titles("source:book") == ["Glossin", "Tenoral", "Tenorin calcium"])
    #expect(try titles("kind:disease source:book").isEmpty)
  }

  @Test func aFilterWithoutAValueOrWithAWrongOneTellsWhatExists() throws {
    #expect(try search("kind:").remarks == ["kind: takes one of drug, disease."])
    #expect(try search("source:").remarks == ["source: takes one of A book, A paper."])
    #expect(
      try search("in:").remarks.first?.hasPrefix("in: takes a heading or a topic: dose, pregnancy") == true)
    #expect(
      try search("kind:xyz").remarks == ["No kind begins with “xyz”. This library has: drug, disease."])
    #expect(try search("in:dosing").remarks.first?.hasPrefix("in: narrows a search for words.") == true)
  }

  @Test func aPowerIsFoundAsItIsPrinted() throws {
    for query in ["10^9", "10^9/L", "10⁹", "10⁹/L"] {
      #expect(try search(query).hits.map(\.title) == ["Plain water"], "\(query)")
    }
    #expect(try search("10^8").hits.isEmpty)
  }

  @Test func aClassThatIsNamedInPlaceOfItsMemberIsSaid() throws {
    #expect(
      try search("glossin tenorin").remarks == [
        "“glossin” and “tenorin” are not named together in this library; a page of “glossin” speaks of “Tenorid”, "
          + "the class of “tenorin”."
      ])
    #expect(try search("glossin tenoral").remarks.first?.hasPrefix("None recorded in this library") == true)
  }
}
