/// Layers for the nodes of a directed graph, so that every edge leads from a layer to a later one.
///
/// Cycles are broken by turning round the edges that a search in depth finds leading back; then a node's
/// layer is the length of the longest path to it, and nodes that nothing leads to move up to what they lead
/// to. (Sugiyama, Tagawa, Toda: Methods for Visual Understanding of Hierarchical System Structures, IEEE
/// Trans. SMC 11(2), 1981; Gansner, Koutsofios, North, Vo: A Technique for Drawing Directed Graphs, IEEE
/// Trans. Software Eng. 19(3), 1993.) Costs nodes times edges at most.
struct Layering: Equatable {
  /// The layer of each node, from 0.
  private(set) var layers: [Int]
  /// For each edge whether it was turned round.
  private(set) var isTurned: [Bool]

  /// Finds layers. Edges from a node to itself do not count.
  init(nodeCount: Int, edges: [(from: Int, to: Int)]) {
    layers = Array(repeating: 0, count: nodeCount)
    isTurned = Array(repeating: false, count: edges.count)
    var leaving = Array(repeating: [Int](), count: nodeCount)
    for (index, edge) in edges.enumerated() where edge.from != edge.to { leaving[edge.from].append(index) }
    let order = breakCycles(edges, leaving: leaving)
    let ties = edges.indices.filter { edges[$0].from != edges[$0].to }.map { directed(edges, $0) }
    for node in order {
      for tie in ties where tie.from == node { layers[tie.to] = max(layers[tie.to], layers[node] + 1) }
    }
    for node in 0..<nodeCount {
      guard !ties.contains(where: { $0.to == node }) else { continue }
      let next = ties.filter { $0.from == node }.map { layers[$0.to] }.min()
      if let next { layers[node] = next - 1 }
    }
  }

  private func directed(_ edges: [(from: Int, to: Int)], _ edge: Int) -> (from: Int, to: Int) {
    isTurned[edge] ? (edges[edge].to, edges[edge].from) : edges[edge]
  }

  /// Turns round the edges that lead back; gives the nodes in an order in which all edges lead on.
  private mutating func breakCycles(_ edges: [(from: Int, to: Int)], leaving: [[Int]]) -> [Int] {
    enum Visit { case new, open, done }
    var visits = Array(repeating: Visit.new, count: leaving.count)
    var finished: [Int] = []
    let entered = Set(edges.filter { $0.from != $0.to }.map(\.to))
    // From nodes that nothing leads to, first: what is drawn begins where the source begins.
    let starts = leaving.indices.filter { !entered.contains($0) } + leaving.indices
    for start in starts where visits[start] == .new {
      visits[start] = .open
      var path = [(node: start, next: 0)]
      while let top = path.last {
        guard top.next < leaving[top.node].count else {
          visits[top.node] = .done
          finished.append(top.node)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let edge = leaving[top.node][top.next]
        let target = edges[edge].to
        switch visits[target] {
        case .new:
          visits[target] = .open
          path.append((target, 0))
        case .open: isTurned[edge] = true
        case .done: break
        }
      }
    }
    return finished.reversed()
  }
}
