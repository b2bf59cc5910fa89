import GRDB
import MonographModel

extension Library {
  /// The links of a document in the order of the page, one for each target but the entity itself, and the
  /// targets that have no page, those of diagrams included.
  static func links(
    of document: Int, about entity: Int, in database: Database
  ) throws -> (mentions: [Neighbours.Mention], missing: Set<EntityID>) {
    var mentions: [Neighbours.Mention] = []
    var missing: Set<EntityID> = []
    var seen: Set<EntityID> = []
    try database.forEachRow(
      """
      SELECT link.origin, entity.path, entity.title, entity.has_page, section.anchor, link.sentence
      FROM link CROSS JOIN entity ON entity.id = link.target CROSS JOIN section ON section.id = link.section
      WHERE link.document = ? AND link.target <> ?
      ORDER BY link.ordinal
      """, [document, entity]
    ) { row in
      let origin = try row.integer()
      let mention = Neighbours.Mention(
        entity: try row.entity(), name: try row.text(), hasPage: try row.flag(), anchor: try row.text(),
        sentence: try row.text())
      if !mention.hasPage { missing.insert(mention.entity) }
      if origin == LinkOrigin.text.rawValue, seen.insert(mention.entity).inserted { mentions.append(mention) }
    }
    return (mentions, missing)
  }

  /// The links to an entity from the pages of others, one for each page and section, by name.
  static func backlinks(of entity: Int, in database: Database) throws -> [Neighbours.Mention] {
    struct Place: Hashable {
      var entity: EntityID
      var anchor: String
    }
    var mentions: [Neighbours.Mention] = []
    var seen: Set<Place> = []
    try database.forEachRow(
      """
      SELECT entity.path, entity.title, section.anchor, link.sentence
      FROM link CROSS JOIN document ON document.id = link.document
      CROSS JOIN entity ON entity.id = document.entity CROSS JOIN section ON section.id = link.section
      WHERE link.target = ? AND link.origin = ? AND document.entity <> link.target
      ORDER BY entity.title COLLATE NOCASE, entity.path, document.layer DESC, document.id, link.ordinal
      """, [entity, LinkOrigin.text.rawValue]
    ) { row in
      let mention = Neighbours.Mention(
        entity: try row.entity(), name: try row.text(), hasPage: true, anchor: try row.text(),
        sentence: try row.text())
      if seen.insert(Place(entity: mention.entity, anchor: mention.anchor)).inserted {
        mentions.append(mention)
      }
    }
    return mentions
  }

  /// The relations an entity is an end of: outgoing ones first, then by predicate, name and the order they
  /// were read in. One of an entity with itself counts as outgoing.
  static func edges(of entity: Int, in database: Database) throws -> [Neighbours.Edge] {
    let outgoing = try edges(
      where: "relation.subject = ?", orderedBy: "object", isOutgoing: true, entity: entity, in: database)
    let incoming = try edges(
      where: "relation.object = ? AND relation.subject <> relation.object", orderedBy: "subject",
      isOutgoing: false, entity: entity, in: database)
    return outgoing + incoming
  }

  private static func edges(
    where condition: String, orderedBy other: String, isOutgoing: Bool, entity: Int, in database: Database
  ) throws -> [Neighbours.Edge] {
    var edges: [Neighbours.Edge] = []
    try database.forEachRow(
      """
      SELECT subject.path, subject.title, subject.has_page, object.path, object.title, object.has_page,
        predicate.text, relation.negated, source.text, evidence.text, relation.publications,
        relation.origin, section.anchor
      FROM relation
      CROSS JOIN entity AS subject ON subject.id = relation.subject
      CROSS JOIN entity AS object ON object.id = relation.object
      CROSS JOIN phrase AS predicate ON predicate.id = relation.predicate
      LEFT JOIN phrase AS source ON source.id = relation.source
      LEFT JOIN phrase AS evidence ON evidence.id = relation.evidence
      LEFT JOIN section ON section.id = relation.section
      WHERE \(condition)
      ORDER BY predicate.text, \(other).title COLLATE NOCASE, \(other).path, relation.id
      """, [entity]
    ) { row in
      let subject = try row.entity()
      let subjectName = try row.text()
      let subjectHasPage = try row.flag()
      let object = try row.entity()
      let objectName = try row.text()
      let objectHasPage = try row.flag()
      let relation = Relation(
        subject: subject, subjectName: subjectName, predicate: try row.text(), object: object,
        objectName: objectName, isNegated: try row.flag(), source: try row.optionalText(),
        evidence: try row.optionalText(), publications: RelationPublications.split(try row.optionalText()),
        origin: try origin(&row))
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
