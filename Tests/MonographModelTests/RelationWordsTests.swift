import Testing

@testable import MonographModel

@Suite struct RelationWordsTests {
  private let relation = Relation(
    subject: EntityID(folder: "drugs", slug: "a")!, predicate: "treats",
    object: EntityID(folder: "diseases", slug: "b")!, isNegated: true)

  @Test("From its other end a relation reads the other way; that it does not hold is said first")
  func reading() {
    let edge = Neighbours.Edge(relation: relation, isOutgoing: true, hasPage: true)
    #expect(edge.reading == "treats" && edge.statedReading == "NOT treats")
    let back = Neighbours.Edge(relation: relation, isOutgoing: false, hasPage: true)
    #expect(back.reading == Predicate.inverse(of: "treats") && back.reading != "treats")
  }

  @Test("What is known of a relation stands in one order, and a source that is not stated is said so")
  func statement() {
    var relation = relation
    #expect(relation.statement == "source not stated")
    relation.source = "S"
    relation.evidence = "high"
    relation.note = "n"
    relation.publications = ["PMID:1", "PMID:2"]
    #expect(relation.statement == "source: S; evidence: high; note: n; PMID:1, PMID:2")
  }
}
