import MonographModel

/// How the predicates of a library read from either end, in the order in which groups are shown: see
/// ``MonographModel/Predicate/order(of:)``.
struct RelationReadings {
  /// The places of the readings, by the keys of the predicates' phrases; 0 for no predicate.
  private var outgoing: [Int32]
  private var incoming: [Int32]
  /// The places of readings that relations have from either end: `interacts with`.
  private(set) var mixed: Set<Int> = []

  /// The readings of the predicates with some keys.
  init(_ predicates: Set<Int>, phrases: [String]) {
    outgoing = Array(repeating: 0, count: phrases.count + 1)
    incoming = outgoing
    var inverses: [Int: String] = [:]
    for key in predicates { inverses[key] = Predicate.inverse(of: phrases[key - 1]) }
    let readings = Set(predicates.map { phrases[$0 - 1] }).union(inverses.values)
    let order = readings.map { (order: Predicate.order(of: $0), reading: $0) }
      .sorted { ($0.order, $0.reading) < ($1.order, $1.reading) }
    var places: [String: Int32] = [:]
    for (place, entry) in order.enumerated() { places[entry.reading] = Int32(place + 1) }
    for (key, inverse) in inverses {
      outgoing[key] = places[phrases[key - 1]] ?? 0
      incoming[key] = places[inverse] ?? 0
    }
    mixed = Set(outgoing.map(Int.init)).intersection(incoming.map(Int.init))
  }

  /// The place of the reading of a predicate.
  func place(of predicate: Int, isOutgoing: Bool) -> Int {
    Int(isOutgoing ? outgoing[predicate] : incoming[predicate])
  }
}
