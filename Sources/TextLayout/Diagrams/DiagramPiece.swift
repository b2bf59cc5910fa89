import MonographModel

/// Nodes that edges tie together, and their edges: what is drawn as one.
struct DiagramPiece: Sendable {
  /// An edge between two nodes of the piece.
  struct Edge: Sendable {
    /// The index in ``DiagramPiece/nodes`` of the node it begins at.
    var from: Int
    /// The index of the node it ends at.
    var to: Int
    /// What is written on it.
    var label: DiagramLabel?
    /// Whether an edge before it shows the same words, which count as that edge's.
    var isLabelRepeated: Bool
    /// The ends that have heads.
    var heads: Diagram.Edge.Heads

    /// Whether it leads back to where it begins.
    var isLoop: Bool { from == to }
  }

  /// The labels of the nodes, in the order of the source.
  var nodes: [DiagramLabel] = []
  /// The edges, in the order of the source.
  var edges: [Edge] = []

  /// The node at which every edge begins, where there is one.
  var hub: Int? {
    guard let first = edges.first?.from, edges.allSatisfy({ $0.from == first }) else { return nil }
    return first
  }
}

extension LayoutDiagram {
  /// The pieces that no edge ties to one another, in the order of the source.
  func pieces(of text: StyledText, glyphs: GlyphSet) -> [DiagramPiece] {
    var leaders = Array(nodes.indices)
    func leader(of node: Int) -> Int {
      var node = node
      while leaders[node] != node { node = leaders[node] }
      return node
    }
    for edge in edges {
      let (a, b) = (leader(of: edge.from), leader(of: edge.to))
      leaders[max(a, b)] = min(a, b)
    }
    let tied = Set(edges.flatMap { [$0.from, $0.to] })
    var pieces: [DiagramPiece] = []
    var places: [Int: Int] = [:]
    var indices = Array(repeating: 0, count: nodes.count)
    for node in nodes.indices where tied.contains(node) {
      let leader = leader(of: node)
      let place = places[leader] ?? pieces.count
      if place == pieces.count {
        places[leader] = place
        pieces.append(DiagramPiece())
      }
      indices[node] = pieces[place].nodes.count
      pieces[place].nodes.append(DiagramLabel(nodes[node], of: text, glyphs: glyphs))
    }
    var shown: Set<Passage> = []
    for edge in edges {
      guard let place = places[leader(of: edge.from)] else { continue }
      pieces[place].edges.append(
        DiagramPiece.Edge(
          from: indices[edge.from], to: indices[edge.to],
          label: edge.label.map { DiagramLabel($0, of: text, glyphs: glyphs) },
          isLabelRepeated: edge.label.map { !shown.insert($0).inserted } ?? false, heads: edge.heads))
    }
    return pieces
  }
}
