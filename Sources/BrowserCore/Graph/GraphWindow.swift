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

  /// The window whose first line is `top`.
  init(_ column: GraphColumn, top: Int, rows: Int, keeping selected: GraphSpot) {
    let lines = column.lines
    let top = max(0, min(top, lines.count - 1))
    isCounted = rows >= 5
    caption = 0..<0
    (above, below) = (0, 0)
    guard !lines.isEmpty, rows > 0 else {
      self.lines = 0..<0
      return
    }
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
    self.lines = top..<end
    var shown: Set<GraphSpot> = []
    for line in lines[top..<end] { shown.insert(line.spot) }
    var counted = shown
    for line in lines[..<top] where counted.insert(line.spot).inserted { above += line.weight }
    for line in lines[end...] where counted.insert(line.spot).inserted { below += line.weight }
  }

  /// The top nearest to `top` from which a spot is in sight, and no row is empty while something is out of sight above.
  static func top(
    of column: GraphColumn, near top: Int, rows: Int, showing spot: GraphSpot?, keeping selected: GraphSpot
  ) -> Int {
    var top = max(0, min(top, column.lines.count - 1))
    func window(_ top: Int) -> GraphWindow {
      GraphWindow(column, top: top, rows: rows, keeping: selected)
    }
    if let extent = spot.flatMap({ column.extents[$0] }) {
      let isInside = extent.contains(top) && column.height(of: selected) > rows - 3
      if extent.lowerBound < top, !isInside { top = extent.lowerBound }
      if extent.upperBound > top + rows + 1 {
        top = max(top, min(extent.lowerBound, extent.upperBound - rows))
      }
      while top < extent.lowerBound, window(top).lines.upperBound < extent.upperBound { top += 1 }
    }
    while top > 0, window(top - 1).lines.upperBound == column.lines.count { top -= 1 }
    return top
  }
}

extension GraphColumn {
  /// How many lines a row takes.
  func height(of spot: GraphSpot) -> Int { extents[spot]?.count ?? 0 }
}
