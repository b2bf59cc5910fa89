import MonographModel
import Testing

@Suite("A diagram's subject")
struct DiagramSubjectTests {
  private func diagram(_ edges: [(Int, Int)]) -> Diagram {
    Diagram(
      nodes: ["a", "b", "c"].map { Diagram.Node(name: $0, label: $0.uppercased()) },
      edges: edges.map { Diagram.Edge(from: $0.0, to: $0.1) })
  }

  @Test("is the node that every edge begins at")
  func subject() {
    #expect(diagram([(1, 0), (1, 2), (1, 0)]).subject == Diagram.Node(name: "b", label: "B"))
  }

  @Test("is missing where edges begin at several nodes, at none, or at one that is not there")
  func noSubject() {
    #expect(diagram([(0, 1), (1, 2)]).subject == nil)
    #expect(diagram([]).subject == nil)
    #expect(diagram([(7, 1)]).subject == nil)
    #expect(diagram([(-1, 1)]).subject == nil)
  }
}
