/// The labels and sizes of what stands in the ranks of a drawing, across the ranks and along their order.
///
/// Across is from rank to rank: rows of a drawing downwards, columns of one to the right. Along is within a
/// rank.
struct LayeredShapes {
  /// How an item is drawn.
  struct Shape {
    /// Its label in lines.
    var label: WrappedLabel
    /// The columns and rows of the box, of a node; of the label, of an edge.
    var columns: Int
    var rows: Int
    /// The cells it takes within its rank, and from rank to rank.
    var along: Int
    var across: Int
    /// The cells along its box that segments can be tied to, from its beginning.
    var ports: Range<Int>
  }

  /// Whether the ranks are one below the other.
  let isDown: Bool
  /// The shape of each item.
  private(set) var shapes: [Shape] = []
  /// The labels of the loops, by edge.
  private(set) var loopLabels: [Int: WrappedLabel] = [:]

  private let graph: LayeredGraph

  /// Measures the items of a graph.
  init(_ graph: LayeredGraph, of piece: DiagramPiece, isDown: Bool, room: LabelRoom) {
    self.graph = graph
    self.isDown = isDown
    var ties = Array(repeating: (entering: 0, leaving: 0), count: graph.items.count)
    for segment in graph.segments.joined() {
      ties[segment.from].leaving += 1
      ties[segment.to].entering += 1
    }
    for edge in graph.loops.joined() { loopLabels[edge] = Self.label(ofEdge: edge, in: piece, room) }
    shapes = graph.items.indices.map { item in
      switch graph.items[item].kind {
      case .node(let node):
        let label = piece.nodes[node].wrapped(to: room.node)
        return box(label, ports: max(ties[item].entering, ties[item].leaving), loops: graph.loops[node])
      case .label(let edge): return line(Self.label(ofEdge: edge, in: piece, room))
      case .bend: return line(WrappedLabel())
      }
    }
  }

  /// The blank cells between two neighbours in a rank.
  func gap(between item: Int, and next: Int) -> Int {
    let (item, next) = (graph.items[item], graph.items[next])
    if isDown { return item.isBend && next.isBend ? 1 : 2 }
    if item.isNode && next.isNode { return 0 }
    return item.isNode || next.isNode ? 1 : 0
  }

  private static func label(ofEdge edge: Int, in piece: DiagramPiece, _ room: LabelRoom) -> WrappedLabel {
    guard let label = piece.edges[edge].label?.wrapped(to: room.edge) else { return WrappedLabel() }
    return piece.edges[edge].isLabelRepeated ? label.repeated : label
  }

  /// A box with room for its label, its segments, and its loops beside it.
  private func box(_ label: WrappedLabel, ports: Int, loops: [Int]) -> Shape {
    let labels = loops.map { loopLabels[$0] ?? WrappedLabel() }
    var columns = max(label.columns, 1) + 4
    var rows = max(label.lines.count, 1) + 2
    guard isDown else {
      rows = max(rows, ports + 2)
      columns = max(columns, 3 * loops.count + 2)
      let below = labels.isEmpty ? 0 : labels.reduce(1) { $0 + max(1, $1.lines.count) }
      // Labels of loops begin two columns after their line.
      let widest = labels.map(\.columns).max() ?? 0
      return Shape(
        label: label, columns: columns, rows: rows, along: rows + below,
        across: labels.isEmpty ? columns : max(columns, columns + widest + 1), ports: 1..<(rows - 1))
    }
    columns = max(columns, 2 * ports + 1)
    rows = max(rows, labels.reduce(2) { $0 + max(2, $1.lines.count) })
    let beside = labels.isEmpty ? 0 : 2 + (labels.map(\.columns).max() ?? 0) + 1
    return Shape(
      label: label, columns: columns, rows: rows, along: columns + beside, across: rows,
      ports: 1..<(columns - 1))
  }

  /// A line, with its label to its right, or on it.
  private func line(_ label: WrappedLabel) -> Shape {
    let lines = label.lines.count
    guard isDown else {
      // What is below the line is set off from the next line.
      return Shape(
        label: label, columns: label.columns, rows: lines, along: lines > 1 ? lines + 1 : 1,
        across: lines == 0 ? 1 : label.columns + 2, ports: 0..<1)
    }
    return Shape(
      label: label, columns: label.columns, rows: lines, along: lines == 0 ? 1 : label.columns + 2,
      across: max(1, lines), ports: 0..<1)
  }
}
