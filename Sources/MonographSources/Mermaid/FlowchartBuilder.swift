import MonographModel

/// Puts a flowchart together: nodes in the order they are named, edges, groups.
struct FlowchartBuilder {
  /// A subgraph while it is read.
  private struct OpenGroup {
    var number: Int
    var offset: Int
    var members: [Int] = []
  }

  private(set) var nodes: [Diagram.Node] = []
  private(set) var edges: [Diagram.Edge] = []
  private(set) var hasTooManyEdges = false
  private let edgeLimit: Int
  private var numbers: [String: Int] = [:]
  private var labelled: Set<Int> = []
  private var groups: [Diagram.Group] = []
  private var groupLabels: [String: String] = [:]
  private var openGroups: [OpenGroup] = []
  private var owned: Set<Int> = []

  init(edgeLimit: Int) { self.edgeLimit = edgeLimit }

  /// The number of a node that a statement names. A label given later replaces one given before.
  mutating func node(_ node: MermaidNode) -> Int {
    let number: Int
    if let known = numbers[node.name] {
      number = known
    } else {
      number = nodes.count
      numbers[node.name] = number
      nodes.append(Diagram.Node(name: node.name, label: node.name))
    }
    if let label = node.label {
      nodes[number].label = label
      labelled.insert(number)
    }
    if !openGroups.isEmpty { openGroups[openGroups.count - 1].members.append(number) }
    return number
  }

  /// Adds an edge from each of some nodes to each of others. An edge with a head only at its beginning
  /// leads the other way.
  mutating func connect(_ starts: [Int], _ ends: [Int], _ edge: MermaidEdge, line: Int) {
    guard !edge.isInvisible else { return }
    let isReversed = edge.hasStartHead && !edge.hasEndHead
    let heads: Diagram.Edge.Heads =
      edge.hasStartHead && edge.hasEndHead ? .both : edge.hasStartHead || edge.hasEndHead ? .end : .none
    for start in starts {
      for end in ends {
        guard edges.count < edgeLimit else {
          hasTooManyEdges = true
          return
        }
        edges.append(
          Diagram.Edge(
            from: isReversed ? end : start, to: isReversed ? start : end, label: edge.label, heads: heads,
            line: line))
      }
    }
  }

  /// Begins a group.
  mutating func beginGroup(id: String, label: String, offset: Int) {
    openGroups.append(OpenGroup(number: groups.count, offset: offset))
    groups.append(Diagram.Group(label: label, nodes: []))
    groupLabels[id] = label
  }

  /// Ends the innermost group; false where none is open. A node belongs to the first group that ends with
  /// it, and to the groups around that.
  mutating func endGroup() -> Bool {
    guard let group = openGroups.popLast() else { return false }
    var members: [Int] = []
    var seen: Set<Int> = []
    for member in groups[group.number].nodes + group.members.filter({ !owned.contains($0) })
    where seen.insert(member).inserted {
      members.append(member)
    }
    owned.formUnion(members)
    groups[group.number].nodes = members
    if let outer = openGroups.last { groups[outer.number].nodes += members }
    return true
  }

  /// Ends the groups that the source left open, and gives the offsets where they begin.
  mutating func endOpenGroups() -> [Int] {
    let offsets = openGroups.map(\.offset)
    while endGroup() {}
    return offsets
  }

  var isInGroup: Bool { !openGroups.isEmpty }

  /// The diagram. A node that stands for a group, and has no text of its own, gets the group's.
  func diagram(direction: Diagram.Direction, statement: String?, text: String) -> Diagram {
    var nodes = nodes
    for number in nodes.indices where !labelled.contains(number) {
      if let label = groupLabels[nodes[number].name] { nodes[number].label = label }
    }
    return Diagram(
      direction: direction, statement: statement, nodes: nodes, edges: edges, groups: groups, text: text)
  }
}
