import MonographModel

/// A row of one side of the graph.
public enum GraphRow: Hashable, Sendable {
  /// A relation: of the focus, or in the second ring of a neighbour.
  case relation(Neighbours.Edge, isSecondRing: Bool)
  /// Relations that are there and were not read.
  case more(More)
  /// A sentence about the second ring.
  case remark(String)

  /// Relations of a group that were not read.
  public struct More: Hashable, Sendable {
    /// How they read from the entity.
    public var reading: String
    /// How many there are.
    public var count: Int
    /// Whether they stand before those that were read.
    public var isEarlier: Bool
    /// Whether they may belong to the other side.
    public var isOnEitherSide: Bool
    /// Whether they are of the second ring.
    public var isSecondRing: Bool
    /// Whether they are being read.
    public var isReading: Bool

    /// What the row says.
    var sentence: String {
      let number = Neighbours.grouped(count)
      let place = isEarlier ? "earlier" : "more"
      let side = isOnEitherSide ? ", on either side" : ""
      return "\(number) \(place): \(reading)\(side)" + (isReading ? "; reading them" : "")
    }
  }

  /// Whether it belongs to the second ring.
  public var isSecondRing: Bool {
    switch self {
    case .relation(_, let isSecondRing): isSecondRing
    case .more(let more): more.isSecondRing
    case .remark: true
    }
  }

  /// How many relations it stands for.
  var weight: Int {
    switch self {
    case .relation: 1
    case .more(let more): more.count
    case .remark: 0
    }
  }
}

extension GraphReading {
  /// The rows of one side, the groups in their order.
  func rows(_ side: GraphSide) -> [GraphRow] {
    var rows: [GraphRow] = []
    for part in parts {
      let sides = part.sides
      guard sides.contains(side) else { continue }
      let isOnEitherSide = sides.count > 1
      if let more = more(before: part, isOnEitherSide, isSecondRing: false) { rows.append(more) }
      for edge in part.edges where edge.side == side { rows.append(.relation(edge, isSecondRing: false)) }
      if let more = more(after: part, isOnEitherSide, isSecondRing: false) { rows.append(more) }
    }
    return rows
  }

  /// The rows of a second ring: both directions, the groups in their order.
  var secondRing: [GraphRow] {
    guard isRead else { return [.remark("reading its relations")] }
    guard !isEmpty else { return [.remark("no relations recorded in this library")] }
    var rows: [GraphRow] = []
    for part in parts {
      if let more = more(before: part, false, isSecondRing: true) { rows.append(more) }
      rows += part.edges.map { .relation($0, isSecondRing: true) }
      if let more = more(after: part, false, isSecondRing: true) { rows.append(more) }
    }
    return rows
  }

  private func more(before part: Part, _ isOnEitherSide: Bool, isSecondRing: Bool) -> GraphRow? {
    guard part.offset > 0 else { return nil }
    return .more(
      GraphRow.More(
        reading: part.reading, count: part.offset, isEarlier: true, isOnEitherSide: isOnEitherSide,
        isSecondRing: isSecondRing, isReading: isReading(part.reading)))
  }

  private func more(after part: Part, _ isOnEitherSide: Bool, isSecondRing: Bool) -> GraphRow? {
    guard part.remaining > 0 else { return nil }
    return .more(
      GraphRow.More(
        reading: part.reading, count: part.remaining, isEarlier: false, isOnEitherSide: isOnEitherSide,
        isSecondRing: isSecondRing, isReading: isReading(part.reading)))
  }
}
