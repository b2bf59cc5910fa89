import MonographModel

/// Reads Mermaid's source into a diagram and reports what it does not understand.
struct MermaidReader {
  let context: ReadingContext

  /// The diagram of a flowchart's source that begins at a line of the file; nil for other types of diagram,
  /// which stay text.
  func diagram(_ source: String, firstLine: Int) -> Diagram? {
    var parser = FlowchartParser(source, firstLine: firstLine, edgeLimit: context.limits.diagramEdges)
    let type = parser.takeType()
    guard FlowchartParser.isFlowchart(type) else {
      context.log.report(
        .mermaid, line: firstLine, severity: .note,
        type.isEmpty
          ? "The diagram has no type; its source is shown."
          : "A diagram of the type “\(type.prefix(40))” is not drawn; its source is shown.")
      return nil
    }
    var diagram = parser.parse()
    tie(parser.clicks, in: &diagram, parser: parser)
    for fault in parser.faults {
      context.log.report(.mermaid, line: parser.line(at: fault.offset), fault.message)
    }
    return diagram
  }

  /// Gives nodes the entities that `click` lines name.
  private func tie(_ clicks: [FlowchartParser.Click], in diagram: inout Diagram, parser: FlowchartParser) {
    guard !clicks.isEmpty else { return }
    let resolver = context.linkResolver
    let numbers = Dictionary(
      diagram.nodes.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    for click in clicks {
      guard case .entity(let entity, let anchor) = resolver.target(of: click.address) else { continue }
      let line = parser.line(at: click.offset)
      guard let number = numbers[click.node] else {
        context.log.report(
          .mermaid, line: line, "The line ties “\(click.node.prefix(40))”, which is no node of the diagram.")
        continue
      }
      diagram.nodes[number].entity = entity
      context.links.append(LinkUse(target: entity, anchor: anchor, line: line))
    }
  }

  /// Whether running text begins as a flowchart's source does.
  static func isHeader(_ text: String) -> Bool {
    guard text.hasPrefix("flowchart") || text.hasPrefix("graph") else { return false }
    let words = text.split(separator: " ", maxSplits: 2)
    guard words.count >= 2, FlowchartParser.isFlowchart(String(words[0])) else { return false }
    return ["TB", "TD", "BT", "LR", "RL"].contains(words[1])
  }
}
