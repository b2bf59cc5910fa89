import GRDB
import MonographModel

/// Reads relations as one of their ends sees them.
struct RelationReader {
  /// An end of a relation.
  private struct End {
    var id: EntityID
    var title: String
    var hasPage: Bool
    var kind: String
    var degree: Int
  }

  private let database: Database
  /// The entity that sees them.
  let entity: Int
  private let own: End
  private var phrases: [Int: String] = [:]

  /// - Throws: Damage where there is no such entity, since its key comes from a row of another table.
  init(of entity: Int, in database: Database) throws {
    self.database = database
    self.entity = entity
    let end = try database.firstRow(
      """
      SELECT entity.path, entity.title, entity.has_page, kind.text, entity.degree
      FROM entity LEFT JOIN phrase AS kind ON kind.id = entity.kind WHERE entity.id = ?
      """, [entity]
    ) { row in
      End(
        id: try row.entity(), title: try row.text(), hasPage: try row.flag(),
        kind: try row.optionalText() ?? "", degree: try row.integer())
    }
    guard let end else { throw Neighbourhood.damage }
    own = end
  }

  /// The entity as a node of a path.
  var node: PathNode {
    PathNode(entity: own.id, name: own.title, kind: own.kind, hasPage: own.hasPage, degree: own.degree)
  }

  /// A phrase by its key.
  mutating func phrase(_ key: Int) throws -> String {
    if let text = phrases[key] { return text }
    let text = try database.firstRow("SELECT text FROM phrase WHERE id = ?", [key]) { try $0.text() }
    guard let text else { throw Neighbourhood.damage }
    phrases[key] = text
    return text
  }

  /// How the relations of a group read from the entity.
  mutating func reading(of group: Neighbourhood.Group) throws -> String {
    guard let member = group.members.first else { throw Neighbourhood.damage }
    let predicate = try phrase(member.predicate)
    return member.isOutgoing ? predicate : Predicate.inverse(of: predicate)
  }

  /// The relations of a group at some places, in order.
  mutating func edges(of group: Neighbourhood.Group, at places: Range<Int>) throws -> [Neighbours.Edge] {
    guard !places.isEmpty else { return [] }
    let rows = group.first + places.lowerBound..<group.first + places.upperBound
    guard group.isListed else { return try edges(inRows: rows) }
    var listed: [Int] = []
    try RelationList.forEachRow(at: rows, in: database) { row in
      listed.append(row)
      return true
    }
    return try edges(inRows: listed)
  }

  /// The relations of rows in any order, each as often as it is named. One query for many rows takes half the time of
  /// one for each.
  mutating func edges(inRows rows: [Int]) throws -> [Neighbours.Edge] {
    var edges: [Neighbours.Edge] = []
    for start in stride(from: 0, to: rows.count, by: 1_000) {
      let wanted = rows[start..<min(rows.count, start + 1_000)]
      let list = "[" + wanted.map(String.init).joined(separator: ",") + "]"
      var read: [Int: Neighbours.Edge] = [:]
      try forEachEdge("relation.id IN (SELECT value FROM json_each(?2))", [entity, list]) { read[$0] = $1 }
      for row in wanted {
        guard let edge = read[row] else { throw Neighbourhood.damage }
        edges.append(edge)
      }
    }
    return edges
  }

  /// The relations of rows that follow one another. Throws damage where one of them is not there, or not of
  /// the entity.
  mutating func edges(inRows rows: Range<Int>) throws -> [Neighbours.Edge] {
    var edges: [Neighbours.Edge] = []
    try forEachEdge(
      "relation.id >= ?2 AND relation.id < ?3", [entity, rows.lowerBound, rows.upperBound]
    ) { edges.append($1) }
    guard edges.count == rows.count else { throw Neighbourhood.damage }
    return edges
  }

  /// Calls a closure with each relation between the entity and another, in the order of their rows: those of which it
  /// is the subject, then those of which it is the object.
  mutating func forEachEdge(with other: Int, _ body: (Neighbours.Edge) -> Void) throws {
    try forEachEdge("relation.subject = ?1 AND relation.object = ?2", [entity, other]) { body($1) }
    guard other != entity else { return }
    try forEachEdge("relation.subject = ?2 AND relation.object = ?1", [entity, other]) { body($1) }
  }

  private mutating func forEachEdge(
    _ condition: String, _ arguments: StatementArguments, _ body: (Int, Neighbours.Edge) -> Void
  ) throws {
    let (entity, own) = (entity, own)
    // The columns stand in the order in which they are read.
    try database.forEachRow(
      """
      SELECT relation.id, relation.subject, relation.object, relation.predicate, relation.flags, relation.source,
        relation.evidence, relation.publications, relation.note, section.anchor,
        other.path, other.title, other.has_page, other.kind, other.degree
      FROM relation
      CROSS JOIN entity AS other
        ON other.id = CASE relation.subject WHEN ?1 THEN relation.object ELSE relation.subject END
      LEFT JOIN section ON section.id = relation.section
      WHERE \(condition) ORDER BY relation.id
      """, arguments
    ) { row in
      let number = try row.integer()
      let subject = try row.integer()
      let object = try row.integer()
      guard subject == entity || object == entity else { throw Neighbourhood.damage }
      let predicate = try phrase(try row.integer())
      let flags = try row.integer()
      let source = try row.optionalInteger()
      let evidence = try row.optionalInteger()
      let publications = RelationPublications.split(try row.optionalText())
      let note = try row.optionalInteger()
      let anchor = try row.optionalText()
      let other = End(
        id: try row.entity(), title: try row.text(), hasPage: try row.flag(),
        kind: try phrase(try row.integer()), degree: try row.integer())
      let isOutgoing = subject == entity
      let origin: Relation.Origin
      switch UInt8(exactly: flags >> 1).flatMap(OriginTag.init(rawValue:)) {
      case .frontMatter: origin = .frontMatter
      case .diagram: origin = .diagram(anchor: anchor ?? "")
      case .graph: origin = .graph
      case nil: throw Neighbourhood.damage
      }
      let (subjectEnd, objectEnd) = isOutgoing ? (own, other) : (other, own)
      let relation = Relation(
        subject: subjectEnd.id, subjectName: subjectEnd.title, predicate: predicate, object: objectEnd.id,
        objectName: objectEnd.title, isNegated: flags & 1 == 1, source: try source.map { try phrase($0) },
        evidence: try evidence.map { try phrase($0) }, note: try note.map { try phrase($0) },
        publications: publications, origin: origin)
      body(
        number,
        Neighbours.Edge(
          relation: relation, isOutgoing: isOutgoing, hasPage: other.hasPage, otherKind: other.kind,
          otherDegree: other.degree))
    }
  }
}
