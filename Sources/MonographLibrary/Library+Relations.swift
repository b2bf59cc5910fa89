import GRDB
import MonographModel

extension Library {
  /// The most relations of an entity that are read.
  static let relationLimit = 500

  /// The relations with one predicate and direction.
  private struct Group {
    var isOutgoing: Bool
    var predicate: Int
    var name: String
    var count: Int
    var order: Int
  }

  /// The relations an entity is an end of, and how many there are: outgoing ones first, then by predicate, name
  /// and the order they were read in. One of an entity with itself counts as outgoing.
  ///
  /// Where there are more than ``relationLimit``, as many are read: whole groups in the order of
  /// ``MonographModel/Predicate/order(of:)``, and of the last one the first by name. The groups are counted
  /// and the relations found in an index, about 2 ms for an entity with 20,000.
  static func edges(
    of entity: Int, in database: Database
  ) throws -> (edges: [Neighbours.Edge], count: Int) {
    var groups = try groups(isOutgoing: true, of: entity, in: database)
    groups += try self.groups(isOutgoing: false, of: entity, in: database)
    let count = groups.reduce(0) { $0 + $1.count }
    if count > relationLimit {
      var rest = relationLimit
      let chosen = groups.enumerated().sorted {
        ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
      }
      for (index, group) in chosen {
        groups[index].count = min(group.count, rest)
        rest -= groups[index].count
      }
    }
    var edges: [Neighbours.Edge] = []
    for group in groups where group.count > 0 {
      edges += try self.edges(of: group, entity: entity, in: database)
    }
    return (edges, count)
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
        Group(
          isOutgoing: isOutgoing, predicate: predicate, name: name, count: try row.integer(),
          order: Predicate.order(of: isOutgoing ? name : Predicate.inverse(of: name))))
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
