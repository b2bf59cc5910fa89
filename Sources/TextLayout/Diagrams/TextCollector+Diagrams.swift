import MonographModel

extension TextCollector {
  /// Gathers the words of a diagram, each once, in the order of the list: under each subject a line for each
  /// predicate with everything it leads to, then the groups, the nodes without an edge, and what the source
  /// says of the diagram. A node is one link, however often the list or the drawing names it.
  mutating func collect(_ diagram: Diagram) -> LayoutDiagram {
    var words = DiagramWords(diagram)
    var layout = LayoutDiagram(direction: diagram.direction, nodes: [])
    let stars = diagram.stars
    for star in stars {
      separate()
      let count = star.edgeCount == 1 ? "1 relation" : "\(star.edgeCount) relations"
      let place = stars.count == 1 ? " in this diagram" : ""
      layout.relations.append(
        .line(
          passage {
            $0.add(star.subject, .label, &words)
            $0.decorate(": " + count + place, Style(.secondary))
          }))
      layout.relations.append(.relations(star.rays.map { collect($0, of: star.subject, &words) }))
    }
    for group in diagram.groups {
      let nodes = group.nodes.filter(diagram.nodes.indices.contains)
      layout.notes.append(
        collect(nodes, &words) { collector in
          guard group.label.isEmpty else { return collector.add(group.label, Style(.label)) }
          collector.decorate("group", Style(.label))
        })
    }
    let loose = diagram.looseNodes
    if !loose.isEmpty {
      layout.notes.append(collect(loose, &words) { $0.decorate("without relations", Style(.label)) })
    }
    if let statement = diagram.statement, !statement.isEmpty {
      separate()
      layout.notes.append(
        .line(
          passage {
            if !statement.hasPrefix("Source") { $0.decorate("Source: ", Style(.secondary)) }
            $0.add(statement, Style(.secondary))
          }))
    }
    layout.nodes = words.nodes
    layout.edges = words.edges
    return layout
  }

  private mutating func collect(
    _ ray: DiagramRay, of subject: Int, _ words: inout DiagramWords
  ) -> LayoutDefinition {
    separate()
    let term = passage { collector in
      guard !ray.label.isEmpty else { return collector.decorate(ray.heads.words, Style(.label)) }
      let label = collector.passage { $0.add(ray.label, Style(.label)) }
      words.note(label, of: ray, from: subject)
      if let remark = ray.heads.remark { collector.decorate(" (" + remark + ")", Style(.label)) }
    }
    decorate(":", Style(.label))
    add(space: TextByte.bindingSpace, Style(.label))
    let objects = passage { collector in
      for (position, object) in ray.objects.enumerated() {
        if position > 0 { collector.addComma() }
        collector.add(object.node, .body, &words)
        guard object.count > 1 else { continue }
        collector.decorate(space: TextByte.bindingSpace, Style(.body))
        let times = collector.page.glyphs == .unicode ? "×" : "x"
        collector.decorate(times + String(object.count), Style(.secondary))
      }
    }
    return LayoutDefinition(
      term: term, runIn: term.through(objects), includesFirst: true,
      definitions: [[LayoutBlock(content: .paragraph(objects))]])
  }

  private mutating func collect(
    _ nodes: [Int], _ words: inout DiagramWords, label: (inout TextCollector) -> Void
  ) -> DiagramPart {
    separate()
    return .line(
      passage { collector in
        label(&collector)
        collector.decorate(":", Style(.label))
        collector.add(space: TextByte.bindingSpace, Style(.label))
        for (position, node) in nodes.enumerated() {
          if position > 0 { collector.addComma() }
          collector.add(node, .body, &words)
        }
      })
  }

  private mutating func addComma() {
    decorate(",", Style(.body))
    add(space: 0x20, Style(.body))
  }

  /// A node's label, a link where the node stands for an entity. Named again, it is the same link, and its
  /// words are decoration.
  private mutating func add(_ index: Int, _ role: Role, _ words: inout DiagramWords) {
    let node = words.diagram.nodes[index]
    let target = node.entity.map { page.target(of: .entity($0, anchor: nil)) }
    guard words.isNamed[index] else {
      words.isNamed[index] = true
      if target != nil { words.links[index] = linkCount }
      words.nodes[index] = passage { collector in
        guard let target else { return collector.add(node.label, Style(role)) }
        collector.addLink(to: target, node.label)
      }
      return
    }
    guard let target, let link = words.links[index] else { return decorate(node.label, Style(role)) }
    decorateLink(to: target, link: link, node.label)
  }
}

/// What was gathered of a diagram so far.
private struct DiagramWords {
  let diagram: Diagram
  /// Whether each node was named.
  var isNamed: [Bool]
  /// The link of each node that stands for an entity, once it was named.
  var links: [Int?]
  /// The words of each node, once it was named.
  var nodes: [Passage]
  /// The edges that can be drawn.
  var edges: [LayoutDiagram.Edge]

  private var edgesOfRays: [RayKey: [Int]] = [:]

  private struct RayKey: Hashable {
    var subject: Int
    var label: String
    var heads: Diagram.Edge.Heads
  }

  init(_ diagram: Diagram) {
    self.diagram = diagram
    isNamed = Array(repeating: false, count: diagram.nodes.count)
    links = Array(repeating: nil, count: diagram.nodes.count)
    nodes = Array(repeating: Passage(bytes: 0..<0, firstRun: 0), count: diagram.nodes.count)
    edges = []
    for edge in diagram.edges
    where diagram.nodes.indices.contains(edge.from) && diagram.nodes.indices.contains(edge.to) {
      let key = RayKey(subject: edge.from, label: edge.label, heads: edge.heads)
      edgesOfRays[key, default: []].append(edges.count)
      edges.append(LayoutDiagram.Edge(from: edge.from, to: edge.to, label: nil, heads: edge.heads))
    }
  }

  /// Takes note of the words on the edges of a ray.
  mutating func note(_ label: Passage, of ray: DiagramRay, from subject: Int) {
    let key = RayKey(subject: subject, label: ray.label, heads: ray.heads)
    for edge in edgesOfRays[key] ?? [] { edges[edge].label = label }
  }
}

extension Diagram.Edge.Heads {
  /// What an edge without words says.
  public var words: String {
    switch self {
    case .end: "leads to"
    case .both: "leads to and from"
    case .none: "linked with"
    }
  }

  /// What the words of an edge leave open.
  public var remark: String? {
    switch self {
    case .end: nil
    case .both: "both ways"
    case .none: "no direction"
    }
  }
}
