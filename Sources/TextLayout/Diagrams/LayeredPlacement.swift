/// Where the items of each rank stand along it, and where segments are tied to them.
///
/// Each rank in turn is placed as near to its neighbours as its order allows, down and up; bends pull
/// hardest, so that long edges run straight. Costs a few looks at each segment.
struct LayeredPlacement {
  private static let sweeps = 8
  private static let refinements = 3

  /// The beginning of each item.
  private(set) var starts: [Int]
  /// For each segment of a rank its place on the item it leaves, and on the item it enters.
  private(set) var leaving: [[Int]]
  private(set) var entering: [[Int]]
  /// The cells along the ranks.
  private(set) var breadth = 0

  private let graph: LayeredGraph
  private let shapes: LayeredShapes

  /// Places items within so many cells; nil where a rank takes more.
  init?(_ graph: LayeredGraph, _ shapes: LayeredShapes, limit: Int) {
    self.graph = graph
    self.shapes = shapes
    starts = Array(repeating: 0, count: graph.items.count)
    leaving = graph.segments.map { Array(repeating: 0, count: $0.count) }
    entering = leaving
    for rank in graph.ranks {
      var place = 0
      for (position, item) in rank.enumerated() {
        starts[item] = place
        place += extent(of: item, at: position, in: rank)
      }
      guard place <= limit else { return nil }
    }
    spreadPorts()
    for sweep in 0..<Self.sweeps {
      let isDownwards = sweep.isMultiple(of: 2)
      for rank in isDownwards ? Array(graph.ranks.indices) : graph.ranks.indices.reversed() {
        place(rank, fromAbove: isDownwards, fromBelow: !isDownwards, limit: limit)
      }
    }
    for _ in 0..<Self.refinements {
      for rank in graph.ranks.indices { place(rank, fromAbove: true, fromBelow: true, limit: limit) }
      choosePorts()
    }
    for rank in graph.ranks.indices where rank % 2 == 1 {
      place(rank, fromAbove: true, fromBelow: true, limit: limit)
    }
    choosePorts()
    let first = starts.min() ?? 0
    for item in starts.indices {
      starts[item] -= first
      breadth = max(breadth, starts[item] + shapes.shapes[item].along)
    }
  }

  /// Where a segment leaves its rank.
  func start(of segment: Int, leaving rank: Int) -> Int {
    starts[graph.segments[rank][segment].from] + leaving[rank][segment]
  }

  /// Where a segment enters the next rank.
  func end(of segment: Int, leaving rank: Int) -> Int {
    starts[graph.segments[rank][segment].to] + entering[rank][segment]
  }

  private func extent(of item: Int, at position: Int, in rank: [Int]) -> Int {
    let gap = position + 1 < rank.count ? shapes.gap(between: item, and: rank[position + 1]) : 0
    return shapes.shapes[item].along + gap
  }

  private mutating func place(_ rank: Int, fromAbove: Bool, fromBelow: Bool, limit: Int) {
    var wishes: [Int: (sum: Double, weight: Double)] = [:]
    func wish(_ item: Int, _ place: Int, from other: Int) {
      let weight = Self.weight(graph.items[item], graph.items[other])
      let known = wishes[item] ?? (0, 0)
      wishes[item] = (known.sum + weight * Double(place), known.weight + weight)
    }
    if fromAbove, rank > 0 {
      for (index, segment) in graph.segments[rank - 1].enumerated() {
        let place = start(of: index, leaving: rank - 1) - entering[rank - 1][index]
        wish(segment.to, place, from: segment.from)
      }
    }
    if fromBelow, rank < graph.segments.count {
      for (index, segment) in graph.segments[rank].enumerated() {
        wish(segment.from, end(of: index, leaving: rank) - leaving[rank][index], from: segment.to)
      }
    }
    let items = graph.ranks[rank]
    let intervals = items.enumerated().map { position, item in
      let wish = wishes[item] ?? (Double(starts[item]) * 0.05, 0.05)
      return OrderedPlacement.Interval(
        wish: wish.sum / wish.weight, weight: wish.weight, extent: extent(of: item, at: position, in: items))
    }
    for (item, start) in zip(items, OrderedPlacement.starts(of: intervals, limit: limit)) {
      starts[item] = start
    }
  }

  private static func weight(_ item: LayeredGraph.Item, _ other: LayeredGraph.Item) -> Double {
    switch (item.isNode, other.isNode) {
    case (false, false): 8
    case (true, true): 1
    default: item.isBend || other.isBend ? 2 : 1
    }
  }

  /// Spreads the segments of each box evenly over it.
  private mutating func spreadPorts() {
    let shapes = shapes
    forEachSide { item, segments in
      let ports = shapes.shapes[item].ports
      return segments.indices.map {
        ports.lowerBound + (2 * $0 + 1) * ports.count / (2 * segments.count)
      }
    }
  }

  /// Ties each segment where it runs straightest.
  private mutating func choosePorts() {
    let (graph, shapes, starts) = (graph, shapes, starts)
    forEachSide { item, others in
      let ports = shapes.shapes[item].ports
      let apart = shapes.isDown && graph.items[item].isNode ? 2 : 1
      let intervals = others.enumerated().map { position, other in
        OrderedPlacement.Interval(
          wish: Double(other - starts[item] - ports.lowerBound), weight: 1,
          extent: position + 1 < others.count ? apart : 1)
      }
      return OrderedPlacement.starts(of: intervals, limit: ports.count).map { $0 + ports.lowerBound }
    }
  }

  /// Gives the segments on either side of each item, in order, places on it. `place` gets the item, and where
  /// the segments' other ends are.
  private mutating func forEachSide(_ place: (Int, [Int]) -> [Int]) {
    var positions = Array(repeating: 0, count: graph.items.count)
    for rank in graph.ranks {
      for (position, item) in rank.enumerated() { positions[item] = position }
    }
    for rank in graph.segments.indices {
      let segments = graph.segments[rank]
      let above = Dictionary(grouping: segments.indices, by: { segments[$0].from })
      let below = Dictionary(grouping: segments.indices, by: { segments[$0].to })
      for (item, unsorted) in above {
        let ordered = unsorted.sorted { positions[segments[$0].to] < positions[segments[$1].to] }
        let places = place(item, ordered.map { end(of: $0, leaving: rank) })
        for (index, port) in zip(ordered, places) { leaving[rank][index] = port }
      }
      for (item, unsorted) in below {
        let ordered = unsorted.sorted { positions[segments[$0].from] < positions[segments[$1].from] }
        let places = place(item, ordered.map { start(of: $0, leaving: rank) })
        for (index, port) in zip(ordered, places) { entering[rank][index] = port }
      }
    }
  }
}
