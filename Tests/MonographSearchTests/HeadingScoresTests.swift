import Testing

@testable import MonographSearch

@Suite("Scores of headings")
struct HeadingScoresTests {
  @Test("A heading is kept; one as long as a sentence is worked out anew, alike")
  func keeping() {
    let topics = TopicTable.standard
    let scores = HeadingScores(topics: topics)
    let dose = topics.asked(by: ["dose"])[0].topic
    let short = "Dosing in adults"
    let long = "Dosing " + String(repeating: "in adults ", count: 30)
    for heading in [short, short, long] {
      #expect(scores.score(heading, for: dose) == topics.topics[dose].score(heading: heading))
      #expect(scores.score(heading, for: dose) > 0)
      #expect(!scores.isOnChildren(heading))
    }
    #expect(scores.keptCount == 1)
  }
}
