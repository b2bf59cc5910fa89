/// Orders the items of each rank so that few lines cross: sweeps down and up, each rank by the barycentres of
/// its items' neighbours, and the best order met is kept. (Sugiyama, Tagawa, Toda 1981, as ``Layering``.)
/// Costs for each sweep the segments between two ranks, squared.
struct RankOrder: Equatable {
  private static let mostSweeps = 12

  /// The items of each rank, in order.
  private(set) var ranks: [[Int]]
  /// How many pairs of segments cross.
  private(set) var crossings = 0

  /// Orders ranks. `segments` are those that leave each rank, from item to item.
  init(ranks: [[Int]], segments: [[(from: Int, to: Int)]], itemCount: Int) {
    self.ranks = ranks
    var positions = Array(repeating: 0, count: itemCount)
    func note(_ rank: [Int]) {
      for (position, item) in rank.enumerated() { positions[item] = position }
    }
    func sort(_ rank: Int, by neighbours: [(item: Int, other: Int)], turnsTies: Bool) {
      var sums: [Int: (sum: Int, count: Int)] = [:]
      for (item, other) in neighbours {
        let known = sums[item] ?? (0, 0)
        sums[item] = (known.sum + positions[other], known.count + 1)
      }
      let keyed = self.ranks[rank].map { item in
        (item, sums[item].map { Double($0.sum) / Double($0.count) } ?? Double(positions[item]))
      }
      let turn = turnsTies ? -1 : 1
      let sorted = keyed.enumerated().sorted {
        ($0.element.1, turn * $0.offset) < ($1.element.1, turn * $1.offset)
      }
      self.ranks[rank] = sorted.map(\.element.0)
      note(self.ranks[rank])
    }
    func countCrossings() -> Int {
      segments.reduce(0) { sum, between in
        let pairs = between.map { (positions[$0.from], positions[$0.to]) }.sorted { $0 < $1 }
        var count = 0
        for (index, pair) in pairs.enumerated() {
          for other in pairs[(index + 1)...] where pair.0 < other.0 && pair.1 > other.1 { count += 1 }
        }
        return sum + count
      }
    }
    for rank in ranks { note(rank) }
    var best = self.ranks
    var fewest = countCrossings()
    for sweep in 0..<Self.mostSweeps where fewest > 0 {
      // Items with one barycentre may stand either way round.
      let turnsTies = sweep / 2 % 2 == 1
      if sweep.isMultiple(of: 2) {
        for rank in ranks.indices.dropFirst() {
          sort(rank, by: segments[rank - 1].map { ($0.to, $0.from) }, turnsTies: turnsTies)
        }
      } else {
        for rank in ranks.indices.dropLast().reversed() {
          sort(rank, by: segments[rank].map { ($0.from, $0.to) }, turnsTies: turnsTies)
        }
      }
      let count = countCrossings()
      if count < fewest { (fewest, best) = (count, self.ranks) }
    }
    self.ranks = best
    crossings = fewest
  }
}
