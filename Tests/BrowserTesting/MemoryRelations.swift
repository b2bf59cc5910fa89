import MonographModel

extension MemoryLibrary {
  /// The relations of an entity that a query asks for: narrowed, sorted, and of each group the part that is wanted, as a
  /// library answers. Evidence sorts them as they were given.
  func relations(of entity: EntityID, _ query: RelationQuery) -> [RelationGroup]? {
    guard pages[entity] != nil else { return nil }
    let words = query.words.lowercased().split(separator: " ")
    var found = (edges[entity] ?? []).filter { edge in
      (query.kinds.isEmpty || query.kinds.contains(edge.otherKind))
        && (query.sources.isEmpty || edge.relation.source.map(query.sources.contains) == true)
        && (query.predicates.isEmpty || query.predicates.contains(edge.reading)
          || query.predicates.contains(edge.relation.predicate))
        && words.allSatisfy(edge.otherName.lowercased().contains)
    }
    switch query.order {
    case .evidence: break
    case .name: found.sort { $0.otherName < $1.otherName }
    case .degree: found.sort { ($1.otherDegree, $0.otherName) < ($0.otherDegree, $1.otherName) }
    }
    return RelationGroup.groups(of: found).compactMap { group in
      guard query.reading == nil || query.reading == group.reading else { return nil }
      return RelationGroup(
        reading: group.reading, count: group.count, outgoingCount: group.outgoingCount,
        edges: Array(group.edges.dropFirst(query.offset).prefix(query.limit)))
    }
  }

  /// What the relations of an entity can be narrowed to.
  func facets(of entity: EntityID) -> RelationFacets {
    let all = edges[entity] ?? []
    func counted(_ values: [String]) -> [RelationFacets.Facet] {
      Dictionary(grouping: values) { $0 }
        .map { RelationFacets.Facet(value: $0.key, count: $0.value.count) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
    return RelationFacets(
      kinds: counted(all.map(\.otherKind)), sources: counted(all.compactMap(\.relation.source)),
      predicates: counted(all.flatMap { Set([$0.reading, $0.relation.predicate]) }))
  }

  /// Gives an entity these relations, and a page without a monograph where it has none.
  public mutating func relate(_ entity: EntityID, title: String, _ relations: [Neighbours.Edge]) {
    edges[entity, default: []] += relations
    if pages[entity] == nil {
      pages[entity] = Page(entity: entity, title: title, kind: entity.kind, monograph: nil)
    }
    let first = self.relations(of: entity, RelationQuery()) ?? []
    pages[entity]?.neighbours.groups = first
    for edge in relations where pages[edge.other] == nil {
      pages[edge.other] = Page(
        entity: edge.other, title: edge.otherName, kind: edge.otherKind, monograph: nil)
    }
  }
}
