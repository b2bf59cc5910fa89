import GRDB
import MonographModel

extension LibraryContents {
  /// Notes a relation that the front matter states.
  mutating func stage(_ relation: Relation, document: Int) throws(LibraryError) {
    let subject = paths.key(of: relation.subject)
    let object = paths.key(of: relation.object)
    paths.note(name: relation.subjectName, of: subject)
    paths.note(name: relation.objectName, of: object)
    let origin: OriginTag =
      switch relation.origin {
      case .frontMatter: .frontMatter
      case .diagram: .diagram
      case .graph: .graph
      }
    // Apart from the call below: within it, every new phrase would copy all others.
    let staged = StagedRelation(
      subject: .path(subject), object: .path(object), predicate: phrases.key(of: relation.predicate),
      source: phrases.key(of: relation.source), evidence: phrases.key(of: relation.evidence),
      note: phrases.key(of: relation.note),
      isNegated: relation.isNegated, publications: RelationPublications.joined(relation.publications),
      document: document, section: nil, origin: origin)
    try stage(staged)
  }

  func stage(_ relation: StagedRelation) throws(LibraryError) {
    try relations.append { $0.write(relation) }
  }

  /// Writes all relations: those that were noted, then the edges of diagrams whose two ends are known, with the
  /// subject as it is drawn.
  mutating func insertRelations(_ resolution: EntityResolution, into database: Database) throws {
    let statement = try RowStatement(
      "INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    var count = 0
    func insert(_ relation: StagedRelation) throws {
      count += 1
      try statement.run(
        .integer(count), .integer(resolution.key(of: relation.subject)), .integer(relation.predicate),
        .integer(resolution.key(of: relation.object)), .integer(relation.isNegated ? 1 : 0),
        .optional(relation.source), .optional(relation.evidence), .optional(relation.publications),
        .optional(relation.document), .integer(Int(relation.origin.rawValue)), .optional(relation.section),
        .optional(relation.note))
    }
    try relations.forEach { decoder in try insert(try decoder.stagedRelation()) }
    if !edges.edges.isEmpty {
      let names = PageNames(claims, in: resolution)
      for edge in edges.edges {
        guard let from = names.entity(of: edge.from, paths: paths, in: resolution),
          let to = names.entity(of: edge.to, paths: paths, in: resolution)
        else { continue }
        try insert(
          StagedRelation(
            subject: .entity(from), object: .entity(to), predicate: phrases.key(of: edge.label),
            source: phrases.key(of: edge.source) as Int, evidence: nil, note: nil, isNegated: false,
            publications: nil,
            document: edge.document, section: edge.section, origin: .diagram))
      }
    }
    relationCount = count
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
