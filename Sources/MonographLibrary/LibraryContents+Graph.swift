import MonographModel

extension LibraryContents {
  /// Notes a node of a graph table.
  mutating func insert(_ node: GraphNode, with rows: RowStatements) throws {
    let claim = EntityReference.claim(claims.count)
    file?.record { $0.write(node) }
    let name = node.name ?? ""
    let own = [node.identifier] + node.sameAs
    claims.append(
      EntityClaim(
        origin: .node(node.identifier), id: EntityIDTable.proposal(for: node), identity: .proposed,
        title: name, kind: node.kind.isEmpty ? "entity" : node.kind,
        identifiers: own.map { identifiers.key(of: $0) }))
    for name in [name] + node.aliases { try insert(name: name, role: .alias, of: claim, with: rows) }
    for identifier in own { try insert(name: identifier.curie, role: .identifier, of: claim, with: rows) }
    if let summary = node.summary, !summary.isEmpty {
      let source = phrases.key(of: node.source) ?? 0
      try summaries.append { encoder in
        encoder.write(count: claim.code)
        encoder.write(count: source)
        encoder.write(summary)
      }
    }
  }

  /// Notes an edge of a graph table.
  mutating func stage(_ edge: GraphEdge) throws(LibraryError) {
    let subject = identifiers.key(of: edge.subject)
    let object = identifiers.key(of: edge.object)
    ends.insert(subject)
    ends.insert(object)
    file?.record { $0.write(edge, subject: subject, object: object) }
    // Apart from the call below: within it, every new phrase would copy all others.
    let relation = StagedRelation(
      subject: .identifier(subject), object: .identifier(object),
      predicate: phrases.key(of: edge.predicate),
      source: phrases.key(of: edge.source), evidence: phrases.key(of: edge.evidence),
      note: phrases.key(of: edge.note),
      isNegated: edge.isNegated, publications: RelationPublications.joined(edge.publications),
      section: nil, origin: .graph)
    try stage(relation)
  }
}
