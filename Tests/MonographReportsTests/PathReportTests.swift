import MonographModel
import MonographReports
import Testing

@Suite("The ways between two things as a page")
struct PathReportTests {
  private func node(_ path: String, _ name: String, hasPage: Bool = true, degree: Int = 3) -> PathNode {
    PathNode(entity: EntityID(path: path)!, name: name, hasPage: hasPage, degree: degree)
  }

  private func edge(
    _ subject: PathNode, _ predicate: String, _ object: PathNode, from: PathNode, evidence: String? = nil,
    source: String? = "a graph"
  ) -> Neighbours.Edge {
    Neighbours.Edge(
      relation: Relation(
        subject: subject.entity, subjectName: subject.name, predicate: predicate, object: object.entity,
        objectName: object.name, source: source, evidence: evidence, origin: .graph),
      isOutgoing: subject.entity == from.entity,
      hasPage: subject.entity == from.entity ? object.hasPage : subject.hasPage)
  }

  private var alpha: PathNode { node("/drugs/alphadol", "Alphadol") }
  private var testitis: PathNode { node("/diseases/testitis", "Testitis") }
  private var gam: PathNode { node("/genes/gam1", "GAM1", hasPage: false, degree: 12) }
  private var hub: PathNode { node("/genes/hub", "HUB", hasPage: false, degree: 9_000) }

  private func path(through gene: PathNode, evidence: String?) -> EntityPath {
    EntityPath(
      nodes: [alpha, gene, testitis],
      hops: [
        [
          edge(alpha, "binds", gene, from: alpha, evidence: "high"),
          edge(alpha, "inhibits", gene, from: alpha, source: nil),
        ],
        [edge(testitis, "associates", gene, from: gene, evidence: evidence)],
      ])
  }

  private func tree(_ answer: PathAnswer) throws -> String {
    try #require(PathReport(answer).page.monograph).sections.map(\.treeText).joined(separator: "\n")
  }

  @Test("paths of one pattern stand together; each hop says which way, by whom and on what evidence")
  func patterns() throws {
    let answer = PathAnswer(
      from: alpha, to: testitis,
      paths: [path(through: gam, evidence: "low"), path(through: hub, evidence: nil)],
      seen: 40)
    #expect(
      try tree(answer) == """
        # What was found
        Alphadol to Testitis
        A path is not evidence of effect. It tells what is recorded, one step after another, and nothing of what follows.
        2 shortest paths of 2 hops. Paths through things that are related to much come last.
        Weakest evidence on them, the best of each step counted: not stated.
        # drug → binds, inhibits → gene ← associates ← disease
        2 paths
        Alphadol → binds GAM1 (source: a graph; evidence: high) → also inhibits GAM1 (source not stated; evidence: not stated) ← associated with Testitis (source: a graph; evidence: low) Weakest evidence: low. Related to how many things: GAM1 12. Alphadol → binds HUB (source: a graph; evidence: high) → also inhibits HUB (source not stated; evidence: not stated) ← associated with Testitis (source: a graph; evidence: not stated) Weakest evidence: not stated. Related to how many things: HUB 9,000.
        """)
  }

  @Test("what is negated is marked, also where the way goes against it")
  func negated() throws {
    var against = edge(testitis, "associates", gam, from: gam, evidence: "high")
    against.relation.isNegated = true
    let answer = PathAnswer(
      from: gam, to: testitis,
      paths: [
        EntityPath(nodes: [gam, testitis], hops: [[edge(gam, "causes", testitis, from: gam), against]])
      ])
    let text = try tree(answer)
    #expect(text.contains("the best of each step counted: not stated"), "what does not hold is no evidence")
    #expect(text.contains("# gene → causes → and ← NOT associates ← disease"))
    #expect(text.contains("← also NOT associated with Testitis"))
  }

  @Test("a way of no steps has no evidence to be weak")
  func same() throws {
    let text = try tree(
      PathAnswer(from: alpha, to: alpha, paths: [EntityPath(nodes: [alpha], hops: [])], reach: 0))
    #expect(text.contains("They are one and the same."))
    #expect(!text.contains("Weakest"))
  }

  @Test("no path says so, and how far it looked, and that this is not that there is none")
  func none() throws {
    let text = try tree(PathAnswer(from: alpha, to: testitis, paths: [], reach: 4, seen: 1_234))
    #expect(
      text.contains(
        "No path of at most 4 hops between them is recorded in this library; 1,234 entities were looked through. That none is recorded does not say that there is none."
      ))
    #expect(text.contains(PathReport.caution))
  }

  @Test("more paths than are shown are counted")
  func counted() throws {
    let answer = PathAnswer(
      from: alpha, to: testitis, paths: [path(through: gam, evidence: "low")], count: 5_000)
    #expect(
      try tree(answer).contains(
        "5,000 shortest paths of 2 hops; shown: 1, through the least connected things."))
  }

  @Test("relations of a step that were not read are counted, and mechanisms that were not, named")
  func unread() throws {
    var path = path(through: gam, evidence: "low")
    path.hopCounts = [10_000, 1]
    let text = try tree(
      PathAnswer(from: alpha, to: testitis, paths: [path], unreadMechanisms: ["DrugMechDB path LONG_1"]))
    #expect(text.contains("and 9,998 more relations between the two; the panel of either page lists them"))
    #expect(text.contains("Too long to be drawn, and not looked through: DrugMechDB path LONG_1."))
  }

  @Test("a mechanism that a source states whole comes first, drawn, with its references")
  func mechanism() throws {
    let mechanism = MechanismGraph(
      source: "DrugMechDB path X_1", nodes: [alpha, gam, testitis],
      relations: [
        Relation(
          subject: alpha.entity, predicate: "decreases activity of", object: gam.entity,
          note: "on the path: a remark"),
        Relation(
          subject: gam.entity, predicate: "causes", object: testitis.entity, note: "on the path: a remark"),
      ], publications: ["https://example.org/1"])
    let page = PathReport(PathAnswer(from: alpha, to: testitis, paths: [], mechanisms: [mechanism])).page
    let sections = try #require(page.monograph).sections
    #expect(sections.map(\.title) == ["What was found", "Mechanisms as stated"])
    let stated = try #require(sections[1].subsections.first)
    #expect(stated.title == "DrugMechDB path X_1")
    guard case .diagram(let diagram) = stated.blocks.first?.content else {
      Issue.record("no diagram")
      return
    }
    #expect(diagram.edges.map(\.label) == ["decreases activity of", "causes"])
    #expect(diagram.nodes.map(\.entity) == [alpha.entity, gam.entity, testitis.entity])
    #expect(stated.treeText.contains("Note: on the path: a remark\nReferences: https://example.org/1"))
    #expect(page.missing == [gam.entity])
    #expect(page.report == .path(from: alpha.entity, to: testitis.entity))
  }
}

extension Section {
  /// The heading and the plain text of each block, a line each.
  fileprivate var treeText: String {
    (["# \(title)"] + blocks.map { [$0].plainText(separator: " ") }).joined(separator: "\n")
  }
}
