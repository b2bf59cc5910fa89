import MonographModel
import Testing

@testable import MonographSearch

@Suite("Topics of questions")
struct QueryTopicTests {
  @Test("A topic counts as much as any other word unless it says otherwise")
  func weight() {
    #expect(QueryTopic(name: "dose", asked: ["dose"]).weight == 1)
  }
}
