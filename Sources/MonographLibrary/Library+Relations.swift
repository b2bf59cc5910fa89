import GRDB
import MonographModel

extension Library {
  /// The relations of an entity, by how they read from it; nil where nothing knows the entity.
  public func relations(
    of id: EntityID, _ query: RelationQuery = RelationQuery()
  ) throws(LibraryError) -> [RelationGroup]? {
    try read { database in
      guard let entity = try Self.entity(id, in: database) else { return nil }
      return try Self.relationGroups(of: entity.key, query, in: database)
    }
  }

  /// What the relations of an entity can be narrowed to.
  public func relationFacets(of id: EntityID) throws(LibraryError) -> RelationFacets {
    var (kinds, sources): ([String: Int], [String: Int]) = ([:], [:])
    for group in try relations(of: id, RelationQuery(limit: .max)) ?? [] {
      for edge in group.edges {
        kinds[edge.otherKind, default: 0] += 1
        if let source = edge.relation.source { sources[source, default: 0] += 1 }
      }
    }
    func facets(_ counts: [String: Int]) -> [RelationFacets.Facet] {
      counts.map { RelationFacets.Facet(value: $0.key, count: $0.value) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
    return RelationFacets(kinds: facets(kinds), sources: facets(sources))
  }

  /// The relations with one predicate and direction.
  private struct Group {
    var isOutgoing: Bool
    var predicate: Int
    var name: String
    var count: Int
  }

  /// The relations that an entity is an end of. One of an entity with itself counts as outgoing.
  static func relationGroups(
    of entity: Int, _ query: RelationQuery, in database: Database
  ) throws -> [RelationGroup] {
    var groups = try groups(isOutgoing: true, of: entity, in: database)
    groups += try self.groups(isOutgoing: false, of: entity, in: database)
    var edges: [Neighbours.Edge] = []
    for group in groups { edges += try self.edges(of: group, entity: entity, in: database) }
    let words = query.words.lowercased().split(separator: " ")
    edges = edges.filter { edge in
      (query.kinds.isEmpty || query.kinds.contains(edge.otherKind))
        && (query.sources.isEmpty || query.sources.contains(edge.relation.source ?? ""))
        && (query.predicates.isEmpty || query.predicates.contains(edge.reading)
          || query.predicates.contains(edge.relation.predicate))
        && words.allSatisfy(edge.otherName.lowercased().contains)
    }
    if query.order == .name { edges.sort { $0.otherName < $1.otherName } }
    if query.order == .degree {
      edges.sort { ($1.otherDegree, $0.otherName) < ($0.otherDegree, $1.otherName) }
    }
    return RelationGroup.groups(of: edges).map { group in
      var group = group
      group.edges = Array(group.edges.dropFirst(query.offset).prefix(query.limit))
      return group
    }
  }

  private static func groups(
    isOutgoing: Bool, of entity: Int, in database: Database
  ) throws -> [Group] {
    var groups: [Group] = []
    try database.forEachRow(
      """
      SELECT relation.predicate, phrase.text, count(*)
      FROM relation CROSS JOIN phrase ON phrase.id = relation.predicate
      WHERE \(isOutgoing ? "subject = ?" : "object = ? AND subject <> object")
      GROUP BY relation.predicate ORDER BY phrase.text
      """, [entity]
    ) { row in
      let predicate = try row.integer()
      let name = try row.text()
      groups.append(
        Group(isOutgoing: isOutgoing, predicate: predicate, name: name, count: try row.integer()))
    }
    return groups
  }

  private static func edges(
    of group: Group, entity: Int, in database: Database
  ) throws -> [Neighbours.Edge] {
    let isOutgoing = group.isOutgoing
    var edges: [Neighbours.Edge] = []
    try database.forEachRow(
      """
      SELECT subject.path, subject.title, subject.has_page, object.path, object.title, object.has_page,
        relation.negated, source.text, evidence.text, relation.publications, relation.origin, section.anchor,
        note.text
      FROM relation
      CROSS JOIN entity AS subject ON subject.id = relation.subject
      CROSS JOIN entity AS object ON object.id = relation.object
      LEFT JOIN phrase AS source ON source.id = relation.source
      LEFT JOIN phrase AS evidence ON evidence.id = relation.evidence
      LEFT JOIN phrase AS note ON note.id = relation.note
      LEFT JOIN section ON section.id = relation.section
      WHERE \(isOutgoing
        ? "relation.subject = ?1" : "relation.object = ?1 AND relation.subject <> relation.object")
        AND relation.predicate = ?2
      ORDER BY \(isOutgoing ? "relation.object" : "relation.subject"), relation.id
      LIMIT ?3
      """, [entity, group.predicate, group.count]
    ) { row in
      let subject = try row.entity()
      let subjectName = try row.text()
      let subjectHasPage = try row.flag()
      let object = try row.entity()
      let objectName = try row.text()
      let objectHasPage = try row.flag()
      var relation = Relation(
        subject: subject, subjectName: subjectName, predicate: group.name, object: object,
        objectName: objectName, isNegated: try row.flag(), source: try row.optionalText(),
        evidence: try row.optionalText(), publications: RelationPublications.split(try row.optionalText()),
        origin: try origin(&row))
      relation.note = try row.optionalText()
      edges.append(
        Neighbours.Edge(
          relation: relation, isOutgoing: isOutgoing, hasPage: isOutgoing ? objectHasPage : subjectHasPage))
    }
    return edges
  }

  private static func origin(_ row: inout ColumnReader) throws -> Relation.Origin {
    let tag = try row.integer()
    let anchor = try row.optionalText()
    switch UInt8(exactly: tag).flatMap(OriginTag.init(rawValue:)) {
    case .frontMatter: return .frontMatter
    case .diagram: return .diagram(anchor: anchor ?? "")
    case .graph: return .graph
    case nil: throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a relation of unknown origin")
    }
  }
}
