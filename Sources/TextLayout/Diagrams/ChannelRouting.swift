/// The tracks of the channel between two ranks, on which segments change their place.
///
/// Segments that overlap are given tracks of their own, and one that begins where another ends turns before
/// it, by the constrained left-edge algorithm; where these wishes go round in a circle, a segment is led over
/// a free place in two steps. (Hashimoto, Stevens: Wire Routing by Optimizing Channel Assignment within Large
/// Apertures, 8th Design Automation Workshop, 1971; Deutsch: A "Dogleg" Channel Router, 13th Design
/// Automation Conference, 1976.) Costs the segments squared, once more for each that takes two steps.
struct ChannelRouting: Equatable {
  /// A change of place.
  struct Step: Equatable {
    /// The place before.
    var start: Int
    /// The place after.
    var end: Int
    /// The track it runs on, from 0.
    var track: Int
  }

  /// For each segment its steps, in order; none where it runs straight.
  private(set) var steps: [[Step]]
  /// How many tracks there are.
  private(set) var trackCount = 0

  private struct Wire {
    var segment: Int
    var start: Int
    var end: Int
    /// Whether it is the second of two steps.
    var isSecond = false
    var low: Int { min(start, end) }
    var high: Int { max(start, end) }
  }

  /// Routes segments from place to place. No two begin at one place, and no two end at one.
  init(_ segments: [(start: Int, end: Int)]) {
    steps = Array(repeating: [], count: segments.count)
    var wires = segments.indices.filter { segments[$0].start != segments[$0].end }.map {
      Wire(segment: $0, start: segments[$0].start, end: segments[$0].end)
    }
    var taken = Set(segments.flatMap { [$0.start, $0.end] })
    while true {
      let (order, stuck) = Self.order(of: wires)
      guard let stuck else {
        assign(wires, in: order)
        return
      }
      let place = Self.freePlace(near: wires[stuck].start, taken)
      taken.insert(place)
      wires.append(Wire(segment: wires[stuck].segment, start: place, end: wires[stuck].end, isSecond: true))
      wires[stuck].end = place
    }
  }

  private static func freePlace(near place: Int, _ taken: Set<Int>) -> Int {
    var distance = 1
    while true {
      if place >= distance, !taken.contains(place - distance) { return place - distance }
      if !taken.contains(place + distance) { return place + distance }
      distance += 1
    }
  }

  /// Whether a wire must turn before another.
  private static func mustPrecede(_ wire: Wire, _ other: Wire) -> Bool {
    wire.segment == other.segment ? other.isSecond : wire.start == other.end
  }

  /// Whether a wire had better turn before another, so that the two cross once at most: of those that move
  /// the same way, the foremost first.
  private static func shouldPrecede(_ wire: Wire, _ other: Wire) -> Bool {
    let isRight = wire.end > wire.start
    guard wire.segment != other.segment, isRight == (other.end > other.start) else { return false }
    return isRight
      ? wire.start > other.start && wire.end > other.end
      : wire.start < other.start && wire.end < other.end
  }

  /// An order in which no wire stands before one that must precede it, or else a wire of a circle, not yet in
  /// steps.
  private static func order(of wires: [Wire]) -> (order: [Int], stuck: Int?) {
    let before = wires.indices.map { wire in
      wires.indices.filter { $0 != wire && mustPrecede(wires[$0], wires[wire]) }
    }
    var left = Array(wires.indices)
    var isPlaced = Array(repeating: false, count: wires.count)
    var order: [Int] = []
    while !left.isEmpty {
      let ready = left.filter { before[$0].allSatisfy { isPlaced[$0] } }
      guard let next = ready.min(by: { rank(wires[$0]) < rank(wires[$1]) }) else {
        return (
          [], circle(from: left[0], before, isPlaced).first { !isStep(wires[$0], of: wires) } ?? left[0]
        )
      }
      order.append(next)
      isPlaced[next] = true
      left.removeAll { $0 == next }
    }
    return (order, nil)
  }

  /// The foremost first, of those that move the same way.
  private static func rank(_ wire: Wire) -> Int { wire.end > wire.start ? -wire.start : wire.start }

  /// Wires that wait for each other, found by going from one that waits to one it waits for.
  private static func circle(from start: Int, _ before: [[Int]], _ isPlaced: [Bool]) -> ArraySlice<Int> {
    var path = [start]
    while let last = path.last, let next = before[last].first(where: { !isPlaced[$0] }) {
      if let repeated = path.firstIndex(of: next) { return path[repeated...] }
      path.append(next)
    }
    return path[...]
  }

  private static func isStep(_ wire: Wire, of wires: [Wire]) -> Bool {
    wire.isSecond || wires.contains { $0.segment == wire.segment && $0.isSecond }
  }

  private mutating func assign(_ wires: [Wire], in order: [Int]) {
    var placed: [(wire: Wire, track: Int)] = []
    for index in order {
      let wire = wires[index]
      var track = 0
      var blocked: Set<Int> = []
      for (other, otherTrack) in placed {
        let overlaps = other.low <= wire.high && wire.low <= other.high
        if Self.mustPrecede(other, wire) || overlaps && Self.shouldPrecede(other, wire) {
          track = max(track, otherTrack + 1)
        }
        if overlaps { blocked.insert(otherTrack) }
      }
      while blocked.contains(track) { track += 1 }
      placed.append((wire, track))
      trackCount = max(trackCount, track + 1)
    }
    for (wire, track) in placed.sorted(by: { $0.track < $1.track }) {
      steps[wire.segment].append(Step(start: wire.start, end: wire.end, track: track))
    }
  }
}
