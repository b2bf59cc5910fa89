import GRDB
import MonographModel

extension LibraryContents {
  /// Writes a relation that the front matter states.
  mutating func insert(_ relation: Relation, document: Int, into database: Database) throws {
    let subject = entities.key(of: relation.subject)
    let object = entities.key(of: relation.object)
    entities.note(name: relation.subjectName, of: subject)
    entities.note(name: relation.objectName, of: object)
    let origin: OriginTag =
      switch relation.origin {
      case .frontMatter: .frontMatter
      case .diagram: .diagram
      case .graph: .graph
      }
    try insertRelation(
      [
        subject, phrases.key(of: relation.predicate) as Int, object, relation.isNegated,
        phrases.key(of: relation.source), phrases.key(of: relation.evidence),
        RelationPublications.joined(relation.publications), document, origin.rawValue, nil,
      ], into: database)
  }

  /// Writes the edges of diagrams whose two ends are known, with the subject as it is drawn.
  mutating func insertDiagramRelations(
    redirects: [Int: Int], into database: Database
  ) throws {
    for edge in edges.edges {
      guard let from = pageNames.entity(of: edge.from, in: entities),
        let to = pageNames.entity(of: edge.to, in: entities)
      else { continue }
      let subject = redirects[from] ?? from
      let object = redirects[to] ?? to
      try insertRelation(
        [
          subject, phrases.key(of: edge.label) as Int, object, false, phrases.key(of: edge.source) as Int,
          nil,
          nil, edge.document, OriginTag.diagram.rawValue, edge.section,
        ], into: database)
    }
  }

  private mutating func insertRelation(
    _ columns: [(any DatabaseValueConvertible)?], into database: Database
  ) throws {
    relationCount += 1
    try database.cachedStatement(sql: "INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .execute(arguments: StatementArguments([relationCount] + columns))
  }
}

/// The publications of a relation as one column.
enum RelationPublications {
  private static let separator: Character = "\u{1F}"

  /// Nil for none.
  static func joined(_ publications: [String]) -> String? {
    publications.isEmpty ? nil : publications.joined(separator: String(separator))
  }

  /// The publications of a column.
  static func split(_ column: String?) -> [String] {
    column?.split(separator: separator, omittingEmptySubsequences: false).map(String.init) ?? []
  }
}
