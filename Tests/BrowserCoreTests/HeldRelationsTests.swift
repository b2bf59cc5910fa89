import MonographModel
import Testing

@testable import BrowserCore

@Suite("Relations that are held")
struct HeldRelationsTests {
  private static let hub = EntityID(path: "/diseases/hub")!

  private func edges(_ range: Range<Int>) -> [Neighbours.Edge] {
    range.map { number in
      Neighbours.Edge(
        relation: Relation(
          subject: Self.hub, predicate: "presents", object: EntityID(path: "/entities/symptom-\(number)")!),
        isOutgoing: true, hasPage: false)
    }
  }

  private func held(_ count: Int) -> HeldRelations {
    HeldRelations(
      query: RelationQuery(), [RelationGroup(reading: "presents", count: count, edges: edges(0..<50))])
  }

  /// Asks at an end and answers as a library of so many relations does.
  private func grow(_ held: inout HeldRelations, _ direction: Direction, count: Int) -> Bool {
    guard let query = held.ask(for: "presents", direction, generation: 1) else { return false }
    let answer = edges(query.offset..<min(count, query.offset + query.limit))
    return held.take(
      [RelationGroup(reading: "presents", count: count, edges: answer)], to: query, generation: 1)
  }

  @Test("grow to the end and back, and are never more than the limit")
  func bounded() {
    var held = held(2_345)
    while grow(&held, .forward, count: 2_345) {
      #expect(held.groups[0].edges.count <= HeldRelations.limit)
      #expect(held.groups[0].edges == edges(held.groups[0].first..<held.groups[0].end))
    }
    #expect(held.groups[0].end == 2_345)
    while grow(&held, .backward, count: 2_345) {
      #expect(held.groups[0].edges.count <= HeldRelations.limit)
      #expect(held.groups[0].edges == edges(held.groups[0].first..<held.groups[0].end))
    }
    #expect(held.groups[0].first == 0)
  }

  @Test("ask nothing twice, and take no answer that was not asked for")
  func onceEach() throws {
    var held = held(200)
    let asked = held.ask(for: "presents", .forward, generation: 7)
    let query = try #require(asked)
    #expect(query == RelationQuery(reading: "presents", offset: 50))
    #expect(query.isOfAll, "it is answered without a look at the whole group")
    let again = held.ask(for: "presents", .forward, generation: 8)
    #expect(again == nil)
    let unknown = held.ask(for: "treats", .forward, generation: 8)
    #expect(unknown == nil)
    let answer = [RelationGroup(reading: "presents", count: 200, edges: edges(50..<100))]
    let other = held.take(answer, to: query, generation: 6)
    #expect(!other)
    let first = held.take(answer, to: query, generation: 7)
    #expect(first)
    let twice = held.take(answer, to: query, generation: 7)
    #expect(!twice)
    #expect(held.groups[0].edges == edges(0..<100))
  }

  @Test("end where the library has no more, whatever it counted")
  func shortAnswer() throws {
    var held = held(200)
    let asked = held.ask(for: "presents", .forward, generation: 1)
    let query = try #require(asked)
    _ = held.take([], to: query, generation: 1)
    #expect(held.isWhole)
    let more = held.ask(for: "presents", .forward, generation: 2)
    #expect(more == nil)
  }
}
