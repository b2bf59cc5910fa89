import MonographModel

/// Parses Mermaid's flowcharts, statement by statement, by the language's reference
/// (mermaid.js.org/syntax/flowchart.html). Styles and classes are stepped over; what is not understood is a
/// fault at its place, and reading goes on with the next statement.
struct FlowchartParser {
  /// A node tied to an address by a `click` line.
  struct Click {
    var node: String
    var address: String
    var offset: Int
  }

  private var scanner: MermaidScanner
  private let source: String
  private let lines: SourceText
  private let firstLine: Int
  private var builder: FlowchartBuilder
  private var direction = Diagram.Direction.topDown
  private var title: String?
  private var accessibleTitle: String?
  private var description: String?
  private var edgeIDs: Set<String> = []
  private(set) var clicks: [Click] = []
  private(set) var faults: [MermaidFault] = []

  init(_ source: String, firstLine: Int, edgeLimit: Int) {
    self.source = source
    self.firstLine = firstLine
    scanner = MermaidScanner(source)
    lines = SourceText(bytes: scanner.bytes)
    builder = FlowchartBuilder(edgeLimit: edgeLimit)
  }

  /// The name of the diagram's type: the first word after front matter, directives and comments.
  mutating func takeType() -> String {
    takeFrontMatter()
    scanner.skipToStatement()
    let start = scanner.index
    while let byte = scanner.current, byte.isASCIILetter || byte.isASCIIDigit || byte == .hyphen {
      scanner.index += 1
    }
    return scanner.bytes[start..<scanner.index].text
  }

  /// Whether a diagram type is a flowchart.
  static func isFlowchart(_ type: String) -> Bool {
    type == "flowchart" || type == "graph" || type == "flowchart-elk"
  }

  /// Reads everything after the type.
  mutating func parse() -> Diagram {
    takeHeader()
    while true {
      scanner.skipToStatement()
      guard scanner.current != nil else { break }
      let start = scanner.index
      do throws(MermaidFault) {
        try takeStatement()
        scanner.skipBlanks()
        if !scanner.isAtStatementEnd {
          throw MermaidFault(offset: scanner.index, message: notUnderstood(scanner.takeStatement()))
        }
      } catch {
        faults.append(error)
        if scanner.index <= start { scanner.index = start }
        _ = scanner.takeStatement()
      }
    }
    for offset in builder.endOpenGroups() {
      faults.append(MermaidFault(offset: offset, message: "A subgraph has no “end”."))
    }
    if builder.hasTooManyEdges {
      faults.append(MermaidFault(offset: 0, message: "The diagram has too many edges; the rest is left out."))
    }
    return builder.diagram(
      direction: direction, statement: description ?? accessibleTitle ?? title, text: source)
  }

  /// The line of the file that an offset stands on.
  func line(at offset: Int) -> Int { firstLine + lines.line(at: offset) - 1 }

  // MARK: - What stands before the statements

  /// Steps over front matter between `---` lines, keeping its title.
  private mutating func takeFrontMatter() {
    scanner.skipWhitespace()
    let place = FrontMatter.place(in: SourceText(bytes: Array(scanner.bytes[scanner.index...])))
    guard place.bodyLine > 1, !place.isUnended else { return }
    let rest = SourceText(bytes: Array(scanner.bytes[scanner.index...]))
    for number in place.yaml where rest.line(number).starts(with: "title:".utf8) {
      title = MermaidLabel.text(rest.line(number).dropFirst(6))
    }
    scanner.index += rest.offset(ofLine: place.bodyLine)
  }

  private mutating func takeHeader() {
    scanner.skipBlanks()
    guard !scanner.isAtStatementEnd else { return }
    let start = scanner.index
    let words = scanner.takeStatement().trimmingWhitespace.text
    guard let named = Self.direction(words) else {
      faults.append(MermaidFault(offset: start, message: "“\(words.prefix(40))” is no direction."))
      return
    }
    direction = named
  }

  private static func direction(_ name: String) -> Diagram.Direction? {
    switch name {
    case "TB", "TD", "v": .topDown
    case "BT", "^": .bottomUp
    case "LR", ">": .leftRight
    case "RL", "<": .rightLeft
    default: nil
    }
  }

  // MARK: - Statements

  private mutating func takeStatement() throws(MermaidFault) {
    let word = scanner.word
    let following = scanner.peek(word.utf8.count)
    let isAlone = following.map { $0.isASCIIWhitespace || $0 == .semicolon } ?? true
    switch word {
    case "subgraph" where isAlone: takeSubgraph()
    case "end" where isAlone:
      let start = scanner.index
      scanner.index += 3
      if !builder.endGroup() { throw MermaidFault(offset: start, message: "An “end” ends no subgraph.") }
    case "direction" where isAlone: try takeDirection()
    case "style" where isAlone, "linkStyle" where isAlone, "classDef" where isAlone, "class" where isAlone:
      _ = scanner.takeStatement()
    case "click" where isAlone: try takeClick()
    case "accTitle" where isAlone || following == .colon: accessibleTitle = try takeAccessibleText()
    case "accDescr" where isAlone || following == .colon || following == .leftBrace:
      description = try takeAccessibleText()
    default: try takeNodesAndEdges()
    }
  }

  /// Reads nodes, and edges from each of them to those that follow. Nodes count only once it is clear that
  /// they are meant as such: by an edge, or by the end of the statement.
  private mutating func takeNodesAndEdges() throws(MermaidFault) {
    let start = scanner.index
    if try takeEdgeAttributes() { return }
    let first = try takeNodes()
    skipToEdge()
    var place = scanner.index
    var next = try scanner.takeEdge()
    if first.isEmpty || (next == nil && !scanner.isAtStatementEnd) {
      scanner.index = start
      throw MermaidFault(offset: start, message: notUnderstood(scanner.takeStatement()))
    }
    var starts: [Int]?
    while let (edge, id) = next {
      if let id { edgeIDs.insert(id) }
      scanner.skipWhitespace()
      let nodes = try takeNodes()
      guard !nodes.isEmpty else { throw MermaidFault(offset: place, message: "An edge leads to no node.") }
      let numbers = starts ?? first.map { builder.node($0) }
      let ends = nodes.map { builder.node($0) }
      builder.connect(numbers, ends, edge, line: line(at: place))
      starts = ends
      skipToEdge()
      place = scanner.index
      next = try scanner.takeEdge()
    }
    if starts == nil { for node in first { _ = builder.node(node) } }
  }

  /// Steps over blanks, and over line ends where the next line begins with an edge, as the language has it.
  private mutating func skipToEdge() {
    scanner.skipBlanks()
    let place = scanner.index
    scanner.skipWhitespace()
    if !(scanner.isAt("--") || scanner.isAt("-.") || scanner.isAt("==")) { scanner.index = place }
  }

  /// Reads nodes joined by `&`.
  private mutating func takeNodes() throws(MermaidFault) -> [MermaidNode] {
    var nodes: [MermaidNode] = []
    while let (node, _) = try scanner.takeNode() {
      nodes.append(node)
      let place = scanner.index
      scanner.skipBlanks()
      guard scanner.take("&") else {
        scanner.index = place
        break
      }
      scanner.skipWhitespace()
    }
    return nodes
  }

  /// Steps over `e1@{ animate: true }`, which says how an edge moves and bends; false where a node is meant.
  private mutating func takeEdgeAttributes() throws(MermaidFault) -> Bool {
    let start = scanner.index
    if let (node, attributes) = try scanner.takeNode(), !attributes.isEmpty {
      let ofEdge = attributes.keys.allSatisfy { ["animate", "animation", "curve"].contains($0) }
      if ofEdge || edgeIDs.contains(node.name) { return true }
    }
    scanner.index = start
    return false
  }

  private mutating func takeSubgraph() {
    let start = scanner.index
    scanner.index += "subgraph".utf8.count
    scanner.skipBlanks()
    let place = scanner.index
    if let id = scanner.takeName() {
      let afterName = scanner.index
      scanner.skipBlanks()
      if scanner.current == .leftBracket, let label = scanner.takeShape() {
        return builder.beginGroup(id: id, label: label, offset: start)
      }
      scanner.index = afterName
    }
    scanner.index = place
    let label = MermaidLabel.text(scanner.takeStatement())
    builder.beginGroup(id: label, label: label, offset: start)
  }

  private mutating func takeDirection() throws(MermaidFault) {
    scanner.index += "direction".utf8.count
    let start = scanner.index
    let name = scanner.takeStatement().trimmingWhitespace.text
    guard let named = Self.direction(name) else {
      throw MermaidFault(offset: start, message: "“\(name.prefix(40))” is no direction.")
    }
    if !builder.isInGroup { direction = named }
  }

  /// Reads `click node "address"`, `click node href "address"`, and steps over calls of functions.
  private mutating func takeClick() throws(MermaidFault) {
    let start = scanner.index
    scanner.index += "click".utf8.count
    scanner.skipBlanks()
    guard let node = scanner.takeName() else {
      throw MermaidFault(offset: start, message: "A “click” names no node.")
    }
    scanner.skipBlanks()
    if scanner.word == "href" {
      scanner.index += 4
      scanner.skipBlanks()
    }
    let rest = scanner.takeStatement()
    guard rest.first == .quotationMark, let end = rest.dropFirst().firstIndex(of: .quotationMark) else {
      return
    }
    clicks.append(Click(node: node, address: rest[(rest.startIndex + 1)..<end].text, offset: start))
  }

  /// Reads `: text` up to the line's end, or `{ text }` over several lines.
  private mutating func takeAccessibleText() throws(MermaidFault) -> String {
    let start = scanner.index
    scanner.index += scanner.word.utf8.count
    scanner.skipBlanks()
    if scanner.take("{") {
      guard let end = scanner.bytes[scanner.index...].firstIndex(of: .rightBrace) else {
        throw MermaidFault(offset: start, message: "A description has no end.")
      }
      defer { scanner.index = end + 1 }
      return MermaidLabel.text(scanner.bytes[scanner.index..<end])
    }
    guard scanner.take(":") else {
      throw MermaidFault(offset: start, message: "A title or description has no text.")
    }
    let text = MermaidLabel.text(scanner.bytes[scanner.index..<scanner.lineEnd])
    scanner.skipLine()
    return text
  }

  private func notUnderstood(_ statement: ArraySlice<UInt8>) -> String {
    "“\(statement.trimmingWhitespace.text.prefix(60))” is not understood."
  }
}
