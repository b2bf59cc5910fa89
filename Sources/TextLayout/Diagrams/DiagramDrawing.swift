import MonographModel

/// Draws a diagram, or tells why it is not drawn.
enum DiagramDrawing {
  /// Why a diagram is told as a list.
  enum Obstacle: Hashable, Sendable {
    /// No drawing with whole labels fits the columns.
    case tooWide(columns: Int)
    /// It has more than could be followed by eye.
    case tooLarge(nodes: Int, edges: Int)
    /// So many of its lines would cross that it could not be followed by eye.
    case tooTangled(crossings: Int)
    /// A cell of a table is no place for it.
    case inTable

    /// What is said under the list.
    var words: String {
      switch self {
      case .tooWide(let columns): "Told as a list: too wide to draw in \(columns) columns."
      case .tooLarge(let nodes, let edges):
        "Told as a list: too large to draw (\(nodes) nodes, \(edges) edges)."
      case .tooTangled(let crossings):
        "Told as a list: in a drawing lines would cross \(crossings) times."
      case .inTable: "Told as a list: not drawn in a table."
      }
    }
  }

  /// The most nodes that are drawn.
  static let mostNodes = 60
  /// The most edges that are drawn.
  static let mostEdges = 150

  /// The lines of a drawing with every label whole, one piece under the other, or what forbids it.
  ///
  /// A piece is drawn in the direction the source asks for, its labels on more lines where that makes it fit;
  /// else along the other axis. One with more crossings than edges is not drawn. One in which every edge
  /// begins at the same node is drawn as a fan, unless it is small. Costs about the number of edges times
  /// that of layers, for each of at most ten attempts.
  static func lines(
    of diagram: LayoutDiagram, text: StyledText, glyphs: GlyphSet, measure: Int
  ) -> Result<DrawnDiagram, Obstacle> {
    let pieces = diagram.pieces(of: text, glyphs: glyphs)
    let count = pieces.reduce(0) { $0 + $1.nodes.count }
    guard count <= mostNodes, diagram.edges.count <= mostEdges else {
      return .failure(.tooLarge(nodes: count, edges: diagram.edges.count))
    }
    var drawn = DrawnDiagram()
    for piece in pieces {
      switch drawing(of: piece, direction: diagram.direction, measure: measure) {
      case .success(let piece): drawn.append(piece, glyphs: glyphs)
      case .failure(.tooLarge):
        return .failure(.tooLarge(nodes: count, edges: diagram.edges.count))
      case .failure(let obstacle): return .failure(obstacle)
      }
    }
    return .success(drawn)
  }

  private static func drawing(
    of piece: DiagramPiece, direction: Diagram.Direction, measure: Int
  ) -> Result<DrawnPiece, Obstacle> {
    let fan = FanDrawing(piece)
    let isDown = direction == .topDown || direction == .bottomUp
    if let fan, piece.edges.count >= (isDown ? 4 : 2),
      let drawn = fan.canvas(isHubAbove: isDown, measure: measure)
    {
      return .success(drawn)
    }
    guard let graph = LayeredGraph(piece) else {
      return .failure(.tooLarge(nodes: piece.nodes.count, edges: piece.edges.count))
    }
    guard graph.crossings <= piece.edges.count else {
      return .failure(.tooTangled(crossings: graph.crossings))
    }
    for direction in [direction, direction.turned] {
      for room in LabelRoom.all {
        let drawing = LayeredDrawing(graph, of: piece, direction: direction, room: room, measure: measure)
        if let canvas = drawing?.canvas { return .success(DrawnPiece(canvas: canvas)) }
      }
    }
    if let drawn = fan?.canvas(isHubAbove: isDown, measure: measure) { return .success(drawn) }
    return .failure(.tooWide(columns: measure))
  }
}

/// A piece as it is drawn.
struct DrawnPiece: Sendable {
  /// The drawing.
  var canvas: LineCanvas
  /// The lines at the top that name what the lines below lead from; 0 where there are none.
  var headerHeight = 0
}

/// The lines of a drawn diagram.
struct DrawnDiagram: Sendable {
  /// The lines.
  private(set) var lines: [TextLine] = []
  /// What stays in sight while the lines under it are: the box of a fan.
  private(set) var headers: [TableHeader] = []

  /// Adds a piece under the others.
  mutating func append(_ piece: DrawnPiece, glyphs: GlyphSet) {
    if !lines.isEmpty { lines.append(TextLine()) }
    let start = lines.count
    lines += piece.canvas.lines(glyphs: glyphs)
    guard piece.headerHeight > 0 else { return }
    headers.append(TableHeader(lines: start..<(start + piece.headerHeight), end: lines.count))
  }
}

extension DiagramDrawing.Obstacle: Error {}

/// How wide labels may be before they are set on several lines.
struct LabelRoom: Hashable, Sendable {
  /// The columns of a node's label.
  var node: Int
  /// The columns of an edge's label.
  var edge: Int

  /// From labels on one line to labels as narrow as their words.
  static let all = [
    LabelRoom(node: 60, edge: 40), LabelRoom(node: 28, edge: 22), LabelRoom(node: 20, edge: 15),
    LabelRoom(node: 14, edge: 11), LabelRoom(node: 1, edge: 1),
  ]
}

extension Diagram.Direction {
  /// The direction along the other axis.
  fileprivate var turned: Diagram.Direction {
    switch self {
    case .topDown, .bottomUp: .leftRight
    case .leftRight, .rightLeft: .topDown
    }
  }
}
