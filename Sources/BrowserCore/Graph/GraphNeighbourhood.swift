import MonographModel

/// What can be selected in the graph: the focus, or a row of one of its sides.
public enum GraphSpot: Hashable, Sendable {
  /// The focus.
  case focus
  /// A row, by its place on its side.
  case row(GraphSide, Int)
}

/// The neighbourhood of a focus as it is shown: what was read, what is selected, what each column shows.
public struct GraphNeighbourhood: Hashable, Sendable {
  /// The neighbours of a neighbour.
  public struct SecondRing: Hashable, Sendable {
    /// The relation below which they stand.
    public var relation: Neighbours.Edge
    /// What was read of them.
    public var reading: GraphReading
  }

  /// The relations of the focus.
  public internal(set) var reading: GraphReading
  /// The neighbours of one neighbour, where they are shown.
  public internal(set) var ring: SecondRing?
  /// What is selected.
  public internal(set) var selected = GraphSpot.focus
  /// The row of each side that was selected last.
  var lastRows: [GraphSide: Int] = [:]
  /// The first line that each column shows.
  var tops: [GraphColumn.Place: Int] = [:]

  init(_ reading: GraphReading) {
    self.reading = reading
    selectFirst()
  }

  /// The rows of a side, with the second ring below the relation that it belongs to.
  public func rows(_ side: GraphSide) -> [GraphRow] {
    var rows = reading.rows(side)
    guard let ring, ring.relation.side == side,
      let index = rows.firstIndex(of: .relation(ring.relation, isSecondRing: false))
    else { return rows }
    rows.insert(contentsOf: ring.reading.secondRing, at: index + 1)
    return rows
  }

  /// The selected row; nil where the focus is selected.
  public var selectedRow: GraphRow? {
    guard case .row(let side, let index) = selected else { return nil }
    let rows = rows(side)
    return rows.indices.contains(index) ? rows[index] : nil
  }

  // MARK: Selecting

  mutating func select(_ spot: GraphSpot) {
    selected = spot
    if case .row(let side, let index) = spot { lastRows[side] = index }
  }

  /// Selects the first relation: an outgoing one where there is one.
  mutating func selectFirst() {
    let side = [GraphSide.outgoing, .incoming].first { !reading.rows($0).isEmpty }
    lastRows = [:]
    select(side.map { .row($0, 0) } ?? .focus)
  }

  /// Goes to the column at the left or the right, to the row that was selected there last; false where there is none.
  mutating func moveAcross(_ direction: Direction) -> Bool {
    let side: GraphSide = direction == .forward ? .outgoing : .incoming
    if case .row(let now, _) = selected {
      guard now != side else { return false }
      selected = .focus
      return true
    }
    let count = rows(side).count
    guard count > 0 else { return false }
    select(.row(side, min(lastRows[side] ?? 0, count - 1)))
    return true
  }

  // MARK: Changes that move rows

  /// Changes what was read and keeps selected what was; where more was asked for, the first that came of it.
  mutating func change(_ change: (inout GraphNeighbourhood) -> Void) {
    let before = Dictionary(uniqueKeysWithValues: GraphSide.allCases.map { ($0, rows($0)) })
    change(&self)
    for side in GraphSide.allCases {
      guard let old = before[side], let index = lastRows[side], old.indices.contains(index) else { continue }
      lastRows[side] = place(of: old[index], at: index, in: rows(side), of: old)
    }
    if case .row(let side, _) = selected {
      selected = rows(side).isEmpty ? .focus : .row(side, lastRows[side] ?? 0)
    }
  }

  private func place(of row: GraphRow, at index: Int, in rows: [GraphRow], of old: [GraphRow]) -> Int {
    let last = max(0, rows.count - 1)
    switch row {
    case .relation, .remark:
      let same = rows.indices.filter { rows[$0] == row }
      return same.min { abs($0 - index) < abs($1 - index) } ?? min(index, last)
    case .more(let more):
      // What stood next to the sign of more is where the new ones begin.
      if more.isEarlier {
        let next = old[(index + 1)...].first { if case .relation = $0 { true } else { false } }
        guard let next, let place = rows.firstIndex(of: next) else { return min(index, last) }
        return max(0, place - 1)
      }
      let previous = old[..<index].last { if case .relation = $0 { true } else { false } }
      guard let previous, let place = rows.lastIndex(of: previous) else { return min(index, last) }
      return min(place + 1, last)
    }
  }
}
