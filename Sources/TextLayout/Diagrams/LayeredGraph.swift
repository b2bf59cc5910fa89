/// A piece of a diagram in ranks: nodes stand in the even ranks, the labels of edges in the odd ones between,
/// and an edge that passes through a rank has a bend there. Every segment leads from a rank to the next.
struct LayeredGraph {
  /// Something that stands in a rank.
  struct Item: Hashable {
    /// What it is.
    enum Kind: Hashable {
      /// A node of the piece.
      case node(Int)
      /// The label of an edge, on its line.
      case label(edge: Int)
      /// A point of an edge that passes through.
      case bend(edge: Int)
    }

    /// What it is.
    var kind: Kind
    /// The rank.
    var rank: Int

    /// Whether it is a node.
    var isNode: Bool {
      if case .node = kind { return true }
      return false
    }
    /// Whether it is a bend.
    var isBend: Bool {
      if case .bend = kind { return true }
      return false
    }
  }

  /// A part of an edge, from an item of a rank to one of the next.
  struct Segment: Hashable {
    /// The item it leaves.
    var from: Int
    /// The item it enters.
    var to: Int
    /// The edge of the piece.
    var edge: Int
    /// Whether there is a head where it leaves a node, or where it enters one.
    var hasStartHead: Bool
    var hasEndHead: Bool
  }

  /// The most items of a drawing that could be followed by eye.
  static let mostItems = 600

  /// What stands in the ranks.
  private(set) var items: [Item]
  /// The items of each rank, in their order.
  private(set) var ranks: [[Int]]
  /// The segments, by the rank that they leave.
  private(set) var segments: [[Segment]]
  /// The indices of the edges that lead from a node to itself, by node.
  private(set) var loops: [[Int]]

  /// How many times lines cross, at least.
  private(set) var crossings = 0

  /// Ranks a piece and orders its ranks; nil where it takes too many items.
  init?(_ piece: DiagramPiece) {
    let ties = piece.edges.map { (from: $0.from, to: $0.to) }
    let layering = Layering(nodeCount: piece.nodes.count, edges: ties)
    items = piece.nodes.indices.map { Item(kind: .node($0), rank: 2 * layering.layers[$0]) }
    ranks = Array(repeating: [], count: 2 * (layering.layers.max() ?? 0) + 1)
    segments = Array(repeating: [], count: max(0, ranks.count - 1))
    loops = Array(repeating: [], count: piece.nodes.count)
    for node in items.indices { ranks[items[node].rank].append(node) }
    var fill = Array(repeating: 0, count: ranks.count)
    for (index, edge) in piece.edges.enumerated() {
      guard !edge.isLoop else {
        loops[edge.from].append(index)
        continue
      }
      let isTurned = layering.isTurned[index]
      add(
        index, from: isTurned ? edge.to : edge.from, to: isTurned ? edge.from : edge.to,
        startHead: edge.heads == .both || edge.heads == .end && isTurned,
        endHead: edge.heads == .both || edge.heads == .end && !isTurned,
        labelColumns: edge.label?.natural, &fill)
      guard items.count <= Self.mostItems else { return nil }
    }
    let order = RankOrder(
      ranks: ranks, segments: segments.map { $0.map { ($0.from, $0.to) } }, itemCount: items.count)
    ranks = order.ranks
    crossings = order.crossings
  }

  /// Adds an edge; its label goes into the rank on its way that holds the least.
  private mutating func add(
    _ edge: Int, from: Int, to: Int, startHead: Bool, endHead: Bool, labelColumns: Int?, _ fill: inout [Int]
  ) {
    let first = items[from].rank
    let last = items[to].rank
    var labelRank: Int?
    if let labelColumns {
      labelRank = stride(from: first + 1, to: last, by: 2).min { fill[$0] < fill[$1] }
      if let labelRank { fill[labelRank] += labelColumns + 4 }
    }
    var before = from
    for rank in (first + 1)..<last {
      let kind: Item.Kind = rank == labelRank ? .label(edge: edge) : .bend(edge: edge)
      let item = items.count
      items.append(Item(kind: kind, rank: rank))
      ranks[rank].append(item)
      segments[rank - 1].append(
        Segment(
          from: before, to: item, edge: edge, hasStartHead: startHead && before == from, hasEndHead: false))
      before = item
    }
    segments[last - 1].append(
      Segment(
        from: before, to: to, edge: edge, hasStartHead: false, hasEndHead: endHead))
  }
}
