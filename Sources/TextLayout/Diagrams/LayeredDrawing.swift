import MonographModel

/// A piece of a diagram drawn in layers, one below the other or one beside the other: nodes in boxes, each
/// edge a line of its own with its label on it. (The steps are those of Sugiyama, Tagawa, Toda 1981; labels
/// stand in ranks of their own, as in Gansner, Koutsofios, North, Vo 1993.)
struct LayeredDrawing {
  /// The drawing; nil where it does not fit.
  private(set) var canvas: LineCanvas?

  private let graph: LayeredGraph
  private let shapes: LayeredShapes
  private let placement: LayeredPlacement
  private let isDown: Bool
  private let isMirrored: Bool
  /// The channel behind each rank, the first cell of each rank, and its depth.
  private var channels: [ChannelRouting] = []
  private var leads: [Int] = []
  private var rankStarts: [Int] = []
  private var rankDepths: [Int] = []
  private var depth = 0
  private var sheet = LineCanvas()
  private var isWhole = true

  /// Draws a graph; nil where no rank fits.
  init?(
    _ graph: LayeredGraph, of piece: DiagramPiece, direction: Diagram.Direction, room: LabelRoom,
    measure: Int
  ) {
    isDown = direction == .topDown || direction == .bottomUp
    // Labels of loops stand to the right of their box, where a drawing to the left has its other edges.
    let hasLoops = graph.loops.contains { !$0.isEmpty }
    isMirrored = direction == .bottomUp || direction == .rightLeft && !hasLoops
    self.graph = graph
    shapes = LayeredShapes(graph, of: piece, isDown: isDown, room: room)
    let limit = isDown ? measure : .max
    guard let placement = LayeredPlacement(graph, shapes, limit: limit) else { return nil }
    self.placement = placement
    measureRanks()
    guard isDown || depth <= measure else { return nil }
    for item in graph.items.indices { draw(item) }
    for rank in graph.segments.indices {
      for segment in graph.segments[rank].indices { draw(segment, leaving: rank) }
    }
    for (node, edges) in graph.loops.enumerated() { draw(edges, on: node, of: piece) }
    if isWhole, sheet.width <= measure { canvas = sheet }
  }

  private mutating func measureRanks() {
    for rank in graph.ranks.indices {
      rankStarts.append(depth)
      rankDepths.append(graph.ranks[rank].reduce(1) { max($0, shapes.shapes[$1].across) })
      depth += rankDepths[rank]
      guard rank < graph.segments.count else { break }
      let segments = graph.segments[rank]
      let channel = ChannelRouting(
        segments.indices.map {
          (placement.start(of: $0, leaving: rank), placement.end(of: $0, leaving: rank))
        })
      channels.append(channel)
      let startHead = segments.contains(where: \.hasStartHead) ? 1 : 0
      let endHead = segments.contains(where: \.hasEndHead) ? 1 : 0
      let lead = startHead + (isDown ? 0 : 1)
      leads.append(lead)
      let trail = isDown || channel.trackCount == 0 || endHead > 0 ? endHead : 1
      depth += lead + channel.trackCount + trail
    }
  }

  // MARK: Places on the sheet

  private func cell(along: Int, across: Int) -> (column: Int, row: Int) {
    let across = isMirrored ? depth - 1 - across : across
    return isDown ? (along, across) : (across, along)
  }

  /// The upper left cell of what takes so many cells.
  private func corner(of item: Int, columns: Int, rows: Int) -> (column: Int, row: Int) {
    let start = rankStarts[graph.items[item].rank]
    let across = isDown ? rows : columns
    let first = isMirrored ? depth - start - across : start
    return isDown ? (placement.starts[item], first) : (first, placement.starts[item])
  }

  private mutating func drawAcross(along: Int, from start: Int, to end: Int) {
    let (first, last) = (cell(along: along, across: start), cell(along: along, across: end))
    if isDown {
      sheet.drawVertical(column: first.column, from: first.row, to: last.row)
    } else {
      sheet.drawHorizontal(row: first.row, from: first.column, to: last.column)
    }
  }

  private mutating func drawAlong(across: Int, from start: Int, to end: Int) {
    let (first, last) = (cell(along: start, across: across), cell(along: end, across: across))
    if isDown {
      sheet.drawHorizontal(row: first.row, from: first.column, to: last.column)
    } else {
      sheet.drawVertical(column: first.column, from: first.row, to: last.row)
    }
  }

  private mutating func drawHead(along: Int, across: Int, isForwards: Bool) {
    let place = cell(along: along, across: across)
    let direction: LineCanvas.Direction =
      switch (isDown, isForwards != isMirrored) {
      case (true, true): .down
      case (true, false): .up
      case (false, true): .right
      case (false, false): .left
      }
    sheet.drawHead(direction, column: place.column, row: place.row)
  }

  private mutating func write(_ label: WrappedLabel, column: Int, row: Int, isOnLine: Bool = false) {
    if !sheet.write(label, column: column, row: row, isOnLine: isOnLine) { isWhole = false }
  }

  // MARK: Items

  private mutating func draw(_ item: Int) {
    let shape = shapes.shapes[item]
    guard graph.items[item].isNode else { return drawLine(item) }
    let place = corner(of: item, columns: shape.columns, rows: shape.rows)
    sheet.drawBox(column: place.column, row: place.row, width: shape.columns, height: shape.rows)
    let left = (shape.columns - 2 - shape.label.columns) / 2
    let above = (shape.rows - 2 - shape.label.lines.count) / 2
    write(shape.label, column: place.column + 1 + left, row: place.row + 1 + above)
  }

  private mutating func drawLine(_ item: Int) {
    let shape = shapes.shapes[item]
    let rank = graph.items[item].rank
    drawAcross(
      along: placement.starts[item], from: rankStarts[rank], to: rankStarts[rank] + rankDepths[rank] - 1)
    if isDown {
      let place = corner(of: item, columns: 0, rows: shape.rows)
      write(shape.label, column: place.column + 2, row: place.row)
    } else {
      let place = corner(of: item, columns: shape.columns + 2, rows: 0)
      write(shape.label, column: place.column + 1, row: place.row, isOnLine: true)
    }
  }

  // MARK: Segments

  private mutating func draw(_ index: Int, leaving rank: Int) {
    let segment = graph.segments[rank][index]
    var start = rankStarts[rank] + rankDepths[rank] - 1
    if graph.items[segment.from].isNode {
      start = rankStarts[rank] + shapes.shapes[segment.from].boxDepth(isDown: isDown) - 1
    }
    if segment.hasStartHead { start += 1 }
    let end = rankStarts[rank + 1] - (segment.hasEndHead ? 1 : 0)
    let firstTrack = rankStarts[rank] + rankDepths[rank] + leads[rank]
    var place = placement.start(of: index, leaving: rank)
    let first = place
    var reached = start
    for step in channels[rank].steps[index] {
      drawAcross(along: place, from: reached, to: firstTrack + step.track)
      drawAlong(across: firstTrack + step.track, from: step.start, to: step.end)
      reached = firstTrack + step.track
      place = step.end
    }
    drawAcross(along: place, from: reached, to: end)
    if segment.hasStartHead { drawHead(along: first, across: start, isForwards: false) }
    if segment.hasEndHead { drawHead(along: place, across: end, isForwards: true) }
  }

  // MARK: Loops

  private mutating func draw(_ edges: [Int], on node: Int, of piece: DiagramPiece) {
    let shape = shapes.shapes[node]
    let place = corner(of: node, columns: shape.columns, rows: shape.rows)
    if isDown {
      var row = place.row + 1
      for edge in edges {
        let label = shapes.loopLabels[edge] ?? WrappedLabel()
        let last = row + max(2, label.lines.count) - 1
        let side = place.column + shape.columns - 1
        for (end, hasHead) in zip([row, last], piece.edges[edge].heads.ends) {
          sheet.drawHorizontal(row: end, from: side + (hasHead ? 1 : 0), to: side + 2)
          if hasHead { sheet.drawHead(.left, column: side + 1, row: end) }
        }
        sheet.drawVertical(column: side + 2, from: row, to: last)
        write(label, column: side + 4, row: row)
        row = last + 1
      }
    } else {
      var row = place.row + shape.rows + 1
      for (position, edge) in edges.enumerated().reversed() {
        let label = shapes.loopLabels[edge] ?? WrappedLabel()
        let left = place.column + 1 + 3 * position
        let side = place.row + shape.rows - 1
        for (column, hasHead) in zip([left, left + 2], piece.edges[edge].heads.ends) {
          sheet.drawVertical(column: column, from: side + (hasHead ? 1 : 0), to: row)
          if hasHead { sheet.drawHead(.up, column: column, row: side + 1) }
        }
        sheet.drawHorizontal(row: row, from: left, to: left + 2)
        write(label, column: left + 4, row: row)
        row += max(1, label.lines.count)
      }
    }
  }
}

extension LayeredShapes.Shape {
  /// The cells of the box from rank to rank, its loops apart.
  fileprivate func boxDepth(isDown: Bool) -> Int { isDown ? rows : columns }
}

extension Diagram.Edge.Heads {
  /// Whether the edge has a head where it begins, and where it ends.
  fileprivate var ends: [Bool] {
    switch self {
    case .none: [false, false]
    case .end: [false, true]
    case .both: [true, true]
    }
  }
}
