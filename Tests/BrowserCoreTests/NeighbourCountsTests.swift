import BrowserTesting
import MonographModel
import TextLayout
import Testing

@testable import BrowserCore

@Suite("What a library holds more than it shows is said")
struct NeighbourCountsTests {
  private static let entity = EntityID(path: "/diseases/testitis")!

  private func page(
    edges count: Int?, monograph: Monograph? = nil, related: [NameMatch] = []
  ) -> Page {
    let relation = Relation(
      subject: Self.entity, predicate: "treated by", object: EntityID(path: "/drugs/alphadol")!)
    let neighbours = Neighbours(
      groups: [
        RelationGroup(
          reading: "treated by", count: count,
          edges: [Neighbours.Edge(relation: relation, isOutgoing: true, hasPage: true)])
      ])
    return Page(
      entity: Self.entity, title: "Testitis", kind: "disease", monograph: monograph,
      neighbours: count == 0 ? Neighbours() : neighbours, related: related)
  }

  private let monograph = Monograph(
    entity: Self.entity, title: "Testitis acuta", kind: "disease",
    source: Source(document: "x"), sections: [])

  private func state(_ page: Page) -> PageState {
    PageState(page: page, options: DocumentLayout.Options(width: 80), rows: 20)
  }

  private func text(_ state: PageState) -> String {
    state.view.layout.items.indices.map { state.view.layout.text(of: $0) }.joined(separator: "\n")
  }

  @Test("a group of which a part is read says how many there are, and leads to the others")
  func cut() {
    let cut = state(page(edges: 2837, monograph: monograph))
    #expect(cut.relations.rows.map(\.label) == ["treated by (2,837)", "alphadol", "2,836 more"])
    #expect(cut.relations.title == "Relations, 2,837")
    #expect(
      text(state(page(edges: 2837)))
        .contains("treated by: 1 of 2,837; the relations panel (r) lists the others"))
  }

  @Test("a whole list says nothing of it")
  func whole() {
    let whole = state(page(edges: 1, monograph: monograph))
    #expect(whole.relations.rows.map(\.label) == ["treated by (1)", "alphadol"])
    #expect(whole.relations.title == "Relations")
    #expect(Neighbours(backlinkCount: 0).backlinkNotice == nil)
    #expect(Neighbours(backlinkCount: 12_345).backlinkNotice?.hasPrefix("0 of 12,345 links") == true)
  }

  @Test("a missing page lists the pages whose names begin with its name, as links, before all else")
  func missing() {
    let match = NameMatch(
      entity: EntityID(path: "/diseases/testitis-acuta")!, title: "Testitis acuta", kind: "disease",
      quality: .prefix)
    let missing = state(page(edges: 1, related: [match]))
    #expect(text(missing).contains("Pages whose name begins with Testitis:"))
    #expect(missing.view.layout.links.first?.entity == match.entity)
  }

  @Test("a page leads to the entity that its relations are recorded under")
  func recordedUnder() {
    let match = NameMatch(
      entity: EntityID(path: "/diseases/testitis-b")!, title: "Testitis", kind: "disease", quality: .prefix,
      hasPage: false, relationCount: 49)
    let shown = state(page(edges: 0, monograph: monograph, related: [match]))
    #expect(shown.relations.rows.map(\.label) == ["Recorded under (1)", "Testitis?"])
    #expect(shown.relations.selected?.remark == "49 relations")
    #expect(shown.neighbours.nearest.map(\.entity) == [match.entity])
    #expect(shown.neighbours.neighbour(number: 1)?.entity == match.entity)
  }
}

@Suite("A list shows what follows the selection")
struct ListStateTests {
  @Test("as far as it belongs to it and there is room")
  func through() {
    var list = ListState(selection: 8)
    list.reveal(rows: 4, count: 10, through: 9) { $0 == 9 ? 2 : 1 }
    #expect(list.top == 7)
    list = ListState(selection: 8)
    list.reveal(rows: 4, count: 10, through: 9) { $0 == 9 ? 4 : 1 }
    #expect(list.top <= 8 && list.selection == 8)
  }
}
