import MonographModel

extension TextCollector {
  /// A diagram told as text: under each subject a line for each predicate with everything it leads to, then
  /// the groups, the nodes without an edge, and what the source says of the diagram.
  mutating func collect(_ diagram: Diagram) -> [DiagramPart] {
    var parts: [DiagramPart] = []
    let stars = diagram.stars
    for star in stars {
      separate()
      let count = star.edgeCount == 1 ? "1 relation" : "\(star.edgeCount) relations"
      let place = stars.count == 1 ? " in this diagram" : ""
      parts.append(
        .line(
          passage {
            $0.add(diagram.nodes[star.subject], .label)
            $0.decorate(": " + count + place, Style(.secondary))
          }))
      parts.append(.relations(star.rays.map { collect($0, in: diagram) }))
    }
    for group in diagram.groups {
      let nodes = group.nodes.filter(diagram.nodes.indices.contains)
      parts.append(
        collect(nodes, of: diagram) { collector in
          guard group.label.isEmpty else { return collector.add(group.label, Style(.label)) }
          collector.decorate("group", Style(.label))
        })
    }
    let loose = diagram.looseNodes
    if !loose.isEmpty {
      parts.append(collect(loose, of: diagram) { $0.decorate("without relations", Style(.label)) })
    }
    if let statement = diagram.statement, !statement.isEmpty {
      separate()
      parts.append(
        .line(
          passage {
            if !statement.hasPrefix("Source") { $0.decorate("Source: ", Style(.secondary)) }
            $0.add(statement, Style(.secondary))
          }))
    }
    return parts
  }

  private mutating func collect(_ ray: DiagramRay, in diagram: Diagram) -> LayoutDefinition {
    labelled(
      by: { collector in
        if ray.label.isEmpty {
          collector.decorate(ray.heads.words, Style(.label))
        } else {
          collector.add(ray.label, Style(.label))
          if let remark = ray.heads.remark { collector.decorate(" (" + remark + ")", Style(.label)) }
        }
      },
      objects: { collector in
        for (position, object) in ray.objects.enumerated() {
          if position > 0 { collector.addComma() }
          collector.add(diagram.nodes[object.node], .body)
          guard object.count > 1 else { continue }
          collector.decorate(space: TextByte.bindingSpace, Style(.body))
          let times = collector.page.glyphs == .unicode ? "×" : "x"
          collector.decorate(times + String(object.count), Style(.secondary))
        }
      })
  }

  private mutating func collect(
    _ nodes: [Int], of diagram: Diagram, label: (inout TextCollector) -> Void
  ) -> DiagramPart {
    separate()
    return .line(
      passage { collector in
        label(&collector)
        collector.decorate(":", Style(.label))
        collector.add(space: TextByte.bindingSpace, Style(.label))
        for (position, node) in nodes.enumerated() {
          if position > 0 { collector.addComma() }
          collector.add(diagram.nodes[node], .body)
        }
      })
  }

  private mutating func labelled(
    by label: (inout TextCollector) -> Void, objects: (inout TextCollector) -> Void
  ) -> LayoutDefinition {
    separate()
    let term = passage(label)
    decorate(":", Style(.label))
    add(space: TextByte.bindingSpace, Style(.label))
    let words = passage(objects)
    return LayoutDefinition(
      term: term, runIn: term.through(words), includesFirst: true,
      definitions: [[LayoutBlock(content: .paragraph(words))]])
  }

  private mutating func addComma() {
    decorate(",", Style(.body))
    add(space: 0x20, Style(.body))
  }

  /// A node's label, a link where the node stands for an entity.
  private mutating func add(_ node: Diagram.Node, _ role: Role) {
    guard let entity = node.entity else { return add(node.label, Style(role)) }
    addLink(to: page.target(of: .entity(entity, anchor: nil)), node.label)
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
