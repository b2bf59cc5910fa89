import MonographModel

/// The edges of the diagrams of a library, kept until all pages are known, since a node may be tied to its
/// entity by a name alone.
struct DiagramEdges {
  /// One of them, with the places it came from.
  struct Edge {
    var from: Diagram.Node
    var to: Diagram.Node
    var label: String
    var source: String
    var document: Int
    var section: Int
  }

  /// All of them, in order.
  private(set) var edges: [Edge] = []

  /// Adds the edges of a diagram. Those with an end that no page could be found for by name are kept too:
  /// its page may be added later.
  mutating func add(_ diagram: Diagram, source: String, document: Int, section: Int) {
    for edge in diagram.edges {
      edges.append(
        Edge(
          from: diagram.nodes[edge.from], to: diagram.nodes[edge.to], label: edge.label,
          source: diagram.statement ?? source, document: document, section: section))
    }
  }
}

/// Finds the one page that a diagram's label names.
struct PageNames {
  private var titles: [String: Int?] = [:]
  private var aliases: [String: Int?] = [:]

  /// Gathers the titles and aliases of documents, by the keys of their entities.
  init(_ claims: [EntityClaim], in resolution: EntityResolution) {
    for (index, claim) in claims.enumerated() where claim.isDocument {
      let entity = resolution.key(of: .claim(index))
      Self.note(entity, under: claim.title.lowercased(), in: &titles)
      for alias in claim.aliases { Self.note(entity, under: alias.lowercased(), in: &aliases) }
    }
  }

  /// The entity that a node stands for: the one it is tied to, else the one page whose title is its label
  /// but for case, else the one page with such an alias. A name that two share names neither.
  func entity(of node: Diagram.Node, paths: PathTable, in resolution: EntityResolution) -> Int? {
    if let id = node.entity { return paths.existingKey(of: id).map { resolution.key(of: .path($0)) } }
    let folded = node.label.lowercased()
    if let entity = titles[folded] { return entity }
    if let entity = aliases[folded] { return entity }
    return nil
  }

  private static func note(_ entity: Int, under name: String, in table: inout [String: Int?]) {
    switch table[name] {
    case .none: table[name] = .some(entity)
    case .some(let standing): if standing != entity { table[name] = .some(nil) }
    }
  }
}
