/// A piece in which every edge begins at one node, drawn as a fan: the node in a box, and a row for each edge
/// with its label, its arrow and its target.
///
/// Edges to one target stand together. Each row names its target, so that it can be read and counted by
/// itself.
struct FanDrawing {
  private let hub: DiagramLabel
  private let rows: [Row]

  private struct Row {
    var edge: DiagramPiece.Edge
    var target: DiagramLabel
    /// Whether a row above it, or the box, shows the same target.
    var isTargetRepeated: Bool
    var isLabelRepeated: Bool
  }

  /// The rows of a fan, whose labels and targets take so many columns.
  private struct Columns {
    var label: Int
    var target: Int
  }

  /// Prepares a fan; nil for a piece that is none.
  init?(_ piece: DiagramPiece) {
    guard let hub = piece.hub else { return nil }
    self.hub = piece.nodes[hub]
    var targets: [Int] = []
    var edges: [Int: [DiagramPiece.Edge]] = [:]
    for edge in piece.edges {
      if edges[edge.to] == nil { targets.append(edge.to) }
      edges[edge.to, default: []].append(edge)
    }
    rows = targets.flatMap { target in
      (edges[target] ?? []).enumerated().map { position, edge in
        Row(
          edge: edge, target: piece.nodes[target], isTargetRepeated: position > 0 || target == hub,
          isLabelRepeated: edge.isLabelRepeated)
      }
    }
  }

  /// The fan, its node above the rows or to the left of them; above, too, where that takes fewer lines. Nil
  /// where it does not fit with every label whole.
  func canvas(isHubAbove: Bool, measure: Int) -> DrawnPiece? {
    let above = drawn(isHubAbove: true, measure: measure)
    let beside = isHubAbove && above != nil ? nil : drawn(isHubAbove: false, measure: measure)
    guard let above, let beside else { return above ?? beside }
    return above.canvas.height < beside.canvas.height ? above : beside
  }

  private func drawn(isHubAbove: Bool, measure: Int) -> DrawnPiece? {
    let box = hub.wrapped(to: isHubAbove ? measure - 4 : min(24, measure - 4))
    let trunk = isHubAbove ? 1 : box.columns + 5
    guard box.columns + 4 <= measure else { return nil }
    var best: LineCanvas?
    for columns in columns(in: measure - trunk) {
      let canvas = canvas(box, isHubAbove: isHubAbove, trunk: trunk, columns)
      guard canvas.width <= measure, canvas.height < best?.height ?? .max else { continue }
      best = canvas
    }
    let height = isHubAbove ? max(1, box.lines.count) + 2 : 0
    return best.map { DrawnPiece(canvas: $0, headerHeight: height) }
  }

  /// The widths of labels and targets to choose from.
  private func columns(in room: Int) -> [Columns] {
    let natural = rows.reduce(0) { max($0, $1.edge.label?.natural ?? 0) }
    let least = rows.reduce(0) { max($0, $1.edge.label?.least ?? 0) }
    let leastTarget = rows.reduce(1) { max($0, $1.target.least) }
    let caps = [natural, 30, 24, 20, 16, 13, 10, least].filter { $0 <= natural && $0 >= least }
    return caps.compactMap { label in
      let target = room - Self.targetOffset(labelColumns: label)
      return target >= leastTarget ? Columns(label: label, target: target) : nil
    }
  }

  /// From the trunk to the target: `├─ label ─► `.
  private static func targetOffset(labelColumns: Int) -> Int {
    labelColumns == 0 ? 5 : labelColumns + 7
  }

  private func canvas(
    _ box: WrappedLabel, isHubAbove: Bool, trunk: Int, _ columns: Columns
  ) -> LineCanvas {
    var canvas = LineCanvas()
    let height = max(1, box.lines.count) + 2
    canvas.drawBox(column: 0, row: 0, width: box.columns + 4, height: height)
    canvas.write(box, column: 2, row: 1)
    let start = isHubAbove ? height - 1 : 1
    if !isHubAbove { canvas.drawHorizontal(row: start, from: box.columns + 3, to: trunk) }
    let labels = rows.map { row in
      row.edge.label.map { label in
        let wrapped = label.wrapped(to: columns.label)
        return row.isLabelRepeated ? wrapped.repeated : wrapped
      } ?? WrappedLabel()
    }
    let widest = labels.reduce(0) { max($0, $1.columns) }
    var line = isHubAbove ? height : 1
    var last = line
    for (row, label) in zip(rows, labels) {
      let target = row.target.wrapped(to: columns.target)
      let end = trunk + Self.targetOffset(labelColumns: widest) - 2
      canvas.drawHorizontal(row: line, from: trunk, to: end)
      if row.edge.heads != .none { canvas.drawHead(.right, column: end, row: line) }
      if row.edge.heads == .both { canvas.drawHead(.left, column: trunk + 1, row: line) }
      canvas.write(label, column: trunk + 3, row: line, isOnLine: true)
      canvas.write(row.isTargetRepeated ? target.repeated : target, column: end + 2, row: line)
      last = line
      line += max(1, label.lines.count, target.lines.count)
    }
    if last > start { canvas.drawVertical(column: trunk, from: start, to: last) }
    return canvas
  }
}

extension LineCanvas {
  /// Writes a label, line under line. On a line, its first line has a blank on both sides. False where
  /// something was in the way.
  @discardableResult
  mutating func write(_ label: WrappedLabel, column: Int, row: Int, isOnLine: Bool = false) -> Bool {
    var isWritten = true
    for (offset, spans) in label.lines.enumerated() {
      let isBroken = isOnLine && offset == 0
      let line = isBroken ? [.blank(1)] + spans + [.blank(1)] : spans
      if !write(line, column: isBroken ? column - 1 : column, row: row + offset) { isWritten = false }
    }
    return isWritten
  }
}
