import Foundation
import GRDB

/// One side of a search for shortest paths from both ends: the entities around one of them, by their distance.
///
/// For each entity met it knows how many shortest ways lead to it and what the cheapest of them costs (counting of
/// shortest paths as in U. Brandes, "A faster algorithm for betweenness centrality", J. Math. Sociol. 25, 2001). Takes 13
/// bytes for each entity of the library.
struct PathSide {
  /// The distance of what was not met.
  static let unmet: UInt8 = .max

  /// Where it begins.
  let origin: Int
  /// How far it has come, in hops.
  private(set) var depth: UInt8 = 0
  /// The entities at that distance.
  private(set) var frontier: [Int]
  /// The distances from the origin, by the keys of entities.
  private(set) var distances: [UInt8]
  /// How many shortest ways lead from the origin; no more than `Int.max` are counted.
  private(set) var counts: [Int]
  /// The cost of what stands between the origin and an entity, on the cheapest shortest way: see ``weight(ofDegree:)``.
  private(set) var costs: [UInt32]

  /// Begins at an entity, whose key is one of the library's entities.
  init(from origin: Int, entities: Int) {
    self.origin = origin
    frontier = [origin]
    distances = Array(repeating: Self.unmet, count: entities + 1)
    counts = Array(repeating: 0, count: entities + 1)
    costs = Array(repeating: 0, count: entities + 1)
    distances[origin] = 0
    counts[origin] = 1
  }

  /// What it costs to go through an entity: the binary logarithm of how many others it is related to, in 65536ths, so
  /// that sums are exact. General hubs join everything with everything, and say little.
  static func weight(ofDegree degree: Int) -> UInt32 {
    UInt32((log2(Double(max(1, degree))) * 65_536).rounded())
  }

  /// What it costs to go from the origin to what follows an entity.
  func cost(through entity: Int, map: EntityMap) throws -> UInt32 {
    entity == origin ? 0 : costs[entity] + Self.weight(ofDegree: try map.degree(of: entity))
  }

  /// What has to be read for the next step.
  func work(_ map: EntityMap) throws -> Int { try frontier.reduce(0) { $0 + (try map.degree(of: $1)) } }

  /// Goes one hop further.
  mutating func advance(_ map: EntityMap, in database: Database, checkCancellation: () throws -> Void) throws
  {
    depth += 1
    let (distance, limit) = (depth, distances.count - 1)
    var next: [Int] = []
    for entity in frontier {
      try checkCancellation()
      let cost = try cost(through: entity, map: map)
      let count = counts[entity]
      try Self.withNeighbours(of: entity, in: database) { bytes in
        try distances.withUnsafeMutableBufferPointer { distances in
          try counts.withUnsafeMutableBufferPointer { counts in
            try costs.withUnsafeMutableBufferPointer { costs in
              try NeighbourKeys.forEach(in: bytes, limit: limit) { neighbour in
                if distances[neighbour] == Self.unmet {
                  distances[neighbour] = distance
                  counts[neighbour] = count
                  costs[neighbour] = cost
                  next.append(neighbour)
                } else if distances[neighbour] == distance {
                  counts[neighbour] = counts[neighbour].saturatingAdd(count)
                  costs[neighbour] = min(costs[neighbour], cost)
                }
              }
            }
          }
        }
      }
    }
    frontier = next
  }

  /// The entities one hop nearer to the origin than an entity that was met, with the costs through them: no more than
  /// a number, the cheapest.
  func steps(
    from entity: Int, limit: Int, map: EntityMap, in database: Database
  ) throws -> [(entity: Int, cost: UInt32)] {
    guard distances[entity] > 1 else { return [(origin, 0)] }
    let distance = distances[entity] - 1
    var steps: [(entity: Int, cost: UInt32)] = []
    try Self.withNeighbours(of: entity, in: database) { bytes in
      try NeighbourKeys.forEach(in: bytes, limit: distances.count - 1) { neighbour in
        guard distances[neighbour] == distance else { return }
        steps.append((neighbour, try cost(through: neighbour, map: map)))
        if steps.count >= 64 * limit { Self.keepCheapest(limit, of: &steps) }
      }
    }
    guard !steps.isEmpty else { throw Neighbourhood.damage }
    Self.keepCheapest(limit, of: &steps)
    return steps
  }

  private static func keepCheapest(_ limit: Int, of steps: inout [(entity: Int, cost: UInt32)]) {
    steps.sort { ($0.cost, $0.entity) < ($1.cost, $1.entity) }
    if steps.count > limit { steps.removeLast(steps.count - limit) }
  }

  private static func withNeighbours(
    of entity: Int, in database: Database, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    _ = try database.firstRow("SELECT neighbours FROM neighbourhood WHERE entity = ?", [entity]) { row in
      try row.bytes(body)
    }
  }
}

extension Int {
  /// The sum of two numbers that are not negative, or the greatest number where that is more.
  func saturatingAdd(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }

  /// The product likewise.
  func saturatingMultiply(_ other: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? .max : product
  }
}
