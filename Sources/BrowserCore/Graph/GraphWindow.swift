/// The part of a column that a window of so many rows shows, and how many relations are out of sight.
///
/// What is above and below is counted on a line of its own each; where the name of the relation at the top is out of
/// sight, it is said again. A window of fewer than five rows has room for neither.
public struct GraphWindow: Hashable, Sendable {
  /// The lines shown.
  public private(set) var lines: Range<Int>
  /// The lines that name the relation of the first one shown, where they are out of sight themselves.
  public private(set) var caption: Range<Int>
  /// How many relations are out of sight above and below.
  public private(set) var above: Int, below: Int
  /// Whether what is out of sight is counted on lines of its own.
  public let isCounted: Bool

  /// The window whose first line is `top`. Costs the lines of the column.
  init(_ column: GraphColumn, top: Int, rows: Int, keeping selected: GraphSpot) {
    isCounted = rows >= 5
    (lines, caption) = Self.extent(column, top: top, rows: rows, keeping: selected)
    (above, below) = (0, 0)
    guard !lines.isEmpty else { return }
    // A row of which a part is in sight is not counted.
    var last = column.lines[lines.lowerBound].spot
    for line in column.lines[..<lines.lowerBound].reversed() where line.spot != last {
      above += line.weight
      last = line.spot
    }
    last = column.lines[lines.upperBound - 1].spot
    for line in column.lines[lines.upperBound...] where line.spot != last {
      below += line.weight
      last = line.spot
    }
  }

  /// The lines shown from `top` on, and those that say again what relation the first is of. Costs the rows of the window.
  private static func extent(
    _ column: GraphColumn, top: Int, rows: Int, keeping selected: GraphSpot
  ) -> (lines: Range<Int>, caption: Range<Int>) {
    let lines = column.lines
    guard !lines.isEmpty, rows > 0 else { return (0..<0, 0..<0) }
    let isCounted = rows >= 5
    let top = max(0, min(top, lines.count - 1))
    var caption = 0..<0
    var room = rows
    if isCounted, top > 0 {
      room -= 1
      if lines[top].isCaption {
        caption = (lines[..<top].lastIndex { !$0.isCaption } ?? -1) + 1..<top
      } else {
        caption = lines[top].caption ?? 0..<0
      }
      // A name of a relation that takes the window leaves no room for the relation.
      caption = caption.lowerBound..<min(caption.upperBound, caption.lowerBound + max(0, room - 3))
      room -= caption.count
    }
    var end = min(lines.count, top + room)
    if end < lines.count {
      if isCounted { end = max(top + 1, end - 1) }
      // A row is shown whole or not at all, but for one that is longer than the window.
      while end > top + 1, lines[end - 1].isCaption || lines[end].spot == lines[end - 1].spot {
        guard lines[end - 1].spot != selected || column.height(of: selected) < room - 1 else { break }
        end -= 1
      }
    }
    return (top..<end, caption)
  }

  /// The top nearest to `top` from which a spot is in sight, and no row is empty while something is out of sight above.
  static func top(
    of column: GraphColumn, near top: Int, rows: Int, showing spot: GraphSpot?, keeping selected: GraphSpot
  ) -> Int {
    var top = max(0, min(top, column.lines.count - 1))
    func end(_ top: Int) -> Int {
      extent(column, top: top, rows: rows, keeping: selected).lines.upperBound
    }
    if let lines = spot.flatMap({ column.extents[$0] }) {
      let isInside = lines.contains(top) && column.height(of: selected) > rows - 3
      if lines.lowerBound < top, !isInside { top = lines.lowerBound }
      if lines.upperBound > top + rows + 1 {
        top = max(top, min(lines.lowerBound, lines.upperBound - rows))
      }
      while top < lines.lowerBound, end(top) < lines.upperBound { top += 1 }
    }
    while top > 0, end(top - 1) == column.lines.count { top -= 1 }
    return top
  }
}

extension GraphColumn {
  /// How many lines a row takes.
  func height(of spot: GraphSpot) -> Int { extents[spot]?.count ?? 0 }
}
