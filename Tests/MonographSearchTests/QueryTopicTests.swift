import MonographModel
import Testing

@testable import MonographSearch

@Suite("Topics of questions")
struct QueryTopicTests {
  private let table = TopicTable.standard

  private func asked(_ question: String) -> [String] {
    table.asked(by: TermForm.terms(question)).map { table.topics[$0.topic].name }
  }

  @Test(
    "The words of a question ask for topics, the longest phrase first",
    arguments: [
      ("gabapentin renal dose", ["renal impairment", "dose"]),
      ("kidney dose gabapentin", ["renal impairment", "dose"]),
      ("baclofen max dose", ["maximum dose"]),
      ("bbw diazepam", ["boxed warning"]),
      ("stop baclofen suddenly", ["stopping", "stopping"]),
      ("doxazosin se", ["adverse effects"]),
      ("half-life of apixaban", ["pharmacokinetics"]),
      ("hiccups", []),
      ("antidotes", ["antidote"]),
      ("target of lamotrigine", ["mechanism"]),
      ("epoetin hb target", ["target of treatment"]),
      ("gabapentin how to come off", ["how to stop"]),
      ("testosterone fbc", ["blood tests"]),
      ("adalimumab tb screening", ["tests before treatment"]),
    ])
  func topics(question: String, names: [String]) {
    #expect(asked(question) == names)
  }

  @Test("A section answers by its own heading and key, and less surely by those above it")
  func sections() throws {
    let dose = try #require(table.topics.first { $0.name == "dose" })
    let chapter = LabelSection(sourceKey: "dosage_and_administration")
    let whole = dose.score(
      headings: ["2 Dosage and Administration"], key: "dosage_and_administration", chapter: chapter)
    let part = dose.score(
      headings: ["2 Dosage and Administration", "2.6 Dialysis"], key: "2.6", chapter: chapter)
    let other = dose.score(
      headings: ["7 Drug Interactions"], key: "drug_interactions",
      chapter: LabelSection(sourceKey: "drug_interactions"))
    #expect(whole == 1)
    #expect(part > 0.7 && part < whole)
    #expect(other == 0)
  }

  @Test("A word that is being typed may come to ask for what words with its beginning ask for")
  func begun() throws {
    let table = try TopicTable(
      yaml: """
        topics:
          - name: meeting
            asked: [interact, interaction, mix]
          - name: spacing
            asked: [interval]
        """, file: "t.yaml")
    #expect(table.begun(by: "inter").map(\.topic) == [0, 1])
    #expect(table.begun(by: "inter").map(\.share) == [2.0 / 3, 1.0 / 3])
    #expect(table.begun(by: "intera").map(\.share) == [1])
    #expect(table.begun(by: "x").isEmpty)
    #expect(table.words == ["interact", "interaction", "mix", "interval"])
  }

  @Test(
    "Headings of findings behind advice are told from others",
    arguments: [
      ("Data", true), ("Animal Data", true), ("14.2 Clinical Studies", true), ("Data Sheet", false),
      ("Dosage", false),
    ])
  func findings(heading: String, isOnData: Bool) {
    #expect(HeadingScores(topics: table).isOnData(heading) == isOnData)
  }

  @Test("A phrase asks for a topic once, in singular and plural")
  func onePhrase() throws {
    let table = try TopicTable(
      yaml: """
        topics:
          - name: reversal
            asked: [antidote, antidotes]
        """, file: "t.yaml")
    #expect(table.asked(by: ["antidotes"]).count == 1)
    #expect(table.topics[0].asked == [["antidote"]])
  }

  @Test(
    "A faulty table is refused with its line",
    arguments: [
      ("topics:\n  - name: dose\n    asked: [dose]\n    clinical: doses", 4),
      ("topics:\n  - name: dose\n    asked: [dose]\n    sections: {dosing: 1}", 4),
      ("topics:\n  - name: dose\n    asked: []", 2),
      ("topics:\n  - name: dose\n    asked: [dose]\n    quantity: some", 4),
      ("topics:\n  - name: dose\n    asked: [dose]\n    wieght: 1", 4),
    ])
  func faults(yaml: String, line: Int) {
    #expect(throws: VocabularyError.self) { try TopicTable(yaml: yaml, file: "topics.yaml") }
    do {
      _ = try TopicTable(yaml: yaml, file: "topics.yaml")
    } catch {
      #expect(error.line == line)
    }
  }
}
