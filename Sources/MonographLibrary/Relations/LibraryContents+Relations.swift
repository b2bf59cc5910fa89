import GRDB
import MonographModel

extension LibraryContents {
  /// Notes a relation that the front matter states.
  mutating func stage(_ relation: Relation) throws(LibraryError) {
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
      section: nil, origin: origin)
    try stage(staged)
  }

  mutating func stage(_ relation: StagedRelation) throws(LibraryError) {
    predicates.insert(relation.predicate)
    try relations.append { $0.write(relation) }
  }

  /// Writes all relations: those that were noted, and the edges of diagrams whose two ends are known, with the
  /// subject as it is drawn. Gives how many others each entity is related to, by its key.
  mutating func insertRelations(_ resolution: EntityResolution, into database: Database) throws -> [UInt32] {
    var drawn: [StagedRelation] = []
    if !edges.edges.isEmpty {
      let names = PageNames(claims, in: resolution)
      for edge in edges.edges {
        guard let from = names.entity(of: edge.from, paths: paths, in: resolution),
          let to = names.entity(of: edge.to, paths: paths, in: resolution)
        else { continue }
        drawn.append(
          StagedRelation(
            subject: .entity(from), object: .entity(to), predicate: phrases.key(of: edge.label),
            source: phrases.key(of: edge.source) as Int, evidence: nil, note: nil, isNegated: false,
            publications: nil, section: edge.section, origin: .diagram))
      }
    }
    var writer = RelationWriter(
      beside: relations.path, predicates: predicates.union(drawn.map(\.predicate)),
      phrases: phrases.phrases, resolution: resolution)
    try relations.forEach { decoder in try writer.add(try decoder.stagedRelation()) }
    for relation in drawn { try writer.add(relation) }
    try writer.write(into: database)
    relationCount = writer.count
    return writer.degrees
  }
}
