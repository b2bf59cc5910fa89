import GRDB
import MonographModel

/// Looks for the shortest paths between two entities: breadth first from both ends (I. Pohl, "Bi-directional search",
/// Machine Intelligence 6, 1971), each time from that side of which less has to be read, until the sides meet.
///
/// A path costs the sum of the weights of what it goes through (``PathSide/weight(ofDegree:)``). The cheapest are
/// made from where the sides meet, the best first: both sides know what the cheapest way home costs, so that
/// nothing is looked at that is not among them, however many millions of paths there are.
struct PathSearch {
  private let map: EntityMap
  private let database: Database
  private let checkCancellation: () throws -> Void
  private var near: PathSide
  private var far: PathSide
  /// Where the sides met.
  private var meeting: [Int] = []
  /// The steps home from entities, by their keys: near side, far side.
  private var steps: (near: [Int: [(entity: Int, cost: UInt32)]], far: [Int: [(entity: Int, cost: UInt32)]])

  /// A path of which both ends may be open.
  private struct Draft {
    var cost: UInt32
    var nodes: [Int]
  }

  /// Searches. Both entities are keys of the library's entities.
  init(
    from: Int, to: Int, longest: Int, map: EntityMap, in database: Database,
    checkCancellation: @escaping () throws -> Void
  ) throws {
    self.map = map
    self.database = database
    self.checkCancellation = checkCancellation
    near = PathSide(from: from, entities: map.count)
    far = PathSide(from: to, entities: map.count)
    steps = ([:], [:])
    if from == to { meeting = [from] }
    while meeting.isEmpty, Int(near.depth + far.depth) < longest, !near.frontier.isEmpty,
      !far.frontier.isEmpty
    {
      if try near.work(map) <= far.work(map) {
        try near.advance(map, in: database, checkCancellation: checkCancellation)
        meeting = near.frontier.filter { far.distances[$0] != PathSide.unmet }
      } else {
        try far.advance(map, in: database, checkCancellation: checkCancellation)
        meeting = far.frontier.filter { near.distances[$0] != PathSide.unmet }
      }
    }
  }

  /// The length of the shortest paths, in hops; nil where there is none.
  var length: Int? { meeting.isEmpty ? nil : Int(near.depth + far.depth) }

  /// How many entities were met.
  var seen: Int {
    zip(near.distances, far.distances).count { $0 != PathSide.unmet || $1 != PathSide.unmet }
  }

  /// How many shortest paths there are; no more than `Int.max` are counted.
  var count: Int {
    meeting.reduce(0) { $0.saturatingAdd(near.counts[$1].saturatingMultiply(far.counts[$1])) }
  }

  /// The cheapest of them, no more than a number, each as the keys of its entities; equal ones by the names of their
  /// entities.
  mutating func paths(limit: Int) throws -> [[Int]] {
    guard limit > 0 else { return [] }
    var drafts = try meeting.map { entity in
      Draft(cost: near.costs[entity] + (try through(entity)) + far.costs[entity], nodes: [entity])
    }
    Self.keepCheapest(limit, of: &drafts)
    while let index = drafts.firstIndex(where: { !isWhole($0) }) {
      try checkCancellation()
      let draft = drafts.remove(at: index)
      drafts += try extended(draft, limit: limit)
      Self.keepCheapest(limit, of: &drafts)
    }
    return drafts.map(\.nodes)
  }

  /// The weight of where the sides meet, which may be an end.
  private func through(_ entity: Int) throws -> UInt32 {
    entity == near.origin || entity == far.origin
      ? 0 : PathSide.weight(ofDegree: try map.degree(of: entity))
  }

  private func isWhole(_ draft: Draft) -> Bool {
    draft.nodes.first == near.origin && draft.nodes.last == far.origin
  }

  /// A draft with one more entity at its beginning, or at its end where it begins at the beginning. What that costs more
  /// than the cheapest way is added.
  private mutating func extended(_ draft: Draft, limit: Int) throws -> [Draft] {
    let isNear = draft.nodes[0] != near.origin
    let (side, end) = isNear ? (near, draft.nodes[0]) : (far, draft.nodes[draft.nodes.count - 1])
    let known = isNear ? steps.near[end] : steps.far[end]
    let steps = try known ?? side.steps(from: end, limit: limit, map: map, in: database)
    if isNear { self.steps.near[end] = steps } else { self.steps.far[end] = steps }
    return steps.map { step in
      Draft(
        cost: draft.cost + step.cost - min(side.costs[end], step.cost),
        nodes: isNear ? [step.entity] + draft.nodes : draft.nodes + [step.entity])
    }
  }

  /// Each draft stands for a path of its cost at least, so that what is beyond the limit is not needed.
  private static func keepCheapest(_ limit: Int, of drafts: inout [Draft]) {
    drafts.sort { $0.cost != $1.cost ? $0.cost < $1.cost : $0.nodes.lexicographicallyPrecedes($1.nodes) }
    if drafts.count > limit { drafts.removeLast(drafts.count - limit) }
  }
}
