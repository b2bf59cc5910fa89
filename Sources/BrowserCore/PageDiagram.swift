import MonographModel
import TextLayout

/// A diagram on a page, and where it stands.
struct PageDiagram: Hashable, Sendable {
  /// The diagram.
  var diagram: Diagram
  /// The anchor of its section.
  var anchor: String
  /// How many diagrams of the section stand before it.
  var place: Int

  /// The indices of the nodes at which edges begin, in the order in which they are first named.
  var subjects: [Int] {
    var seen: Set<Int> = []
    return edges.compactMap { seen.insert($0.from).inserted ? $0.from : nil }
  }

  /// The edges between nodes that are there.
  var edges: [Diagram.Edge] {
    let nodes = diagram.nodes.indices
    return diagram.edges.filter { nodes.contains($0.from) && nodes.contains($0.to) }
  }

  /// What an edge says, with both ends as they stand in the diagram.
  func sentence(of edge: Diagram.Edge) -> String {
    let words =
      edge.label.isEmpty
      ? edge.heads.words : edge.label + (edge.heads.remark.map { " (\($0))" } ?? "")
    return "\(diagram.nodes[edge.from].label) \(words) \(diagram.nodes[edge.to].label)"
  }
}

extension Monograph {
  /// The diagrams of the page, in its order.
  var diagrams: [PageDiagram] {
    allSections.flatMap { section in
      section.blocks.flatMap(\.diagrams).enumerated().map { place, diagram in
        PageDiagram(diagram: diagram, anchor: section.anchor, place: place)
      }
    }
  }
}

extension Block {
  /// The diagram that it is, or those that it holds.
  fileprivate var diagrams: [Diagram] {
    switch content {
    case .diagram(let diagram): [diagram]
    case .list(let list): list.items.flatMap { $0.flatMap(\.diagrams) }
    case .definitionList(let definitions):
      definitions.flatMap { $0.definitions.flatMap { $0.flatMap(\.diagrams) } }
    case .callout(let callout): callout.blocks.flatMap(\.diagrams)
    case .quote(let blocks): blocks.flatMap(\.diagrams)
    case .columns(let columns): columns.flatMap { $0.blocks.flatMap(\.diagrams) }
    case .paragraph, .table, .code, .thematicBreak, .bibliography: []
    }
  }
}

extension DocumentLayout {
  /// The item of a diagram, else the heading of its section; nil where the page has no such section.
  func item(of diagram: PageDiagram) -> Int? {
    guard let section = sections.first(where: { $0.anchor == diagram.anchor }) else { return nil }
    let drawn = section.items.filter { items[$0].kind == .diagram }
    return drawn.indices.contains(diagram.place) ? drawn[diagram.place] : section.firstItem
  }
}
