import MonographModel

/// A relation whose ends are not yet known as entities.
struct StagedRelation {
  /// The ends, as they are named.
  var subject: EntityReference
  var object: EntityReference
  /// The phrases: predicate, source, evidence, note.
  var predicate: Int
  var source: Int?
  var evidence: Int?
  var note: Int?
  var isNegated: Bool
  /// As ``RelationPublications`` joins them.
  var publications: String?
  /// The section where it is a diagram's.
  var section: Int?
  var origin: OriginTag
}

extension PageEncoder {
  /// Writes a relation for a ``StagingFile``.
  mutating func write(_ relation: StagedRelation) {
    write(count: relation.subject.code)
    write(count: relation.object.code)
    write(count: relation.predicate)
    write(byte: relation.origin.rawValue << 1 | (relation.isNegated ? 1 : 0))
    // Keys begin at 1.
    write(count: relation.source ?? 0)
    write(count: relation.evidence ?? 0)
    write(count: relation.note ?? 0)
    write(count: relation.section ?? 0)
    write(relation.publications ?? "")
  }
}

extension PageDecoder {
  /// Reads a relation from a ``StagingFile``.
  mutating func stagedRelation() throws(PageCodecError) -> StagedRelation {
    let subject = EntityReference(code: try number())
    let object = EntityReference(code: try number())
    let predicate = try number()
    let flags = try byte()
    guard let origin = OriginTag(rawValue: flags >> 1) else { throw invalid }
    let source = try key()
    let evidence = try key()
    let note = try key()
    let section = try key()
    let publications = try text()
    return StagedRelation(
      subject: subject, object: object, predicate: predicate, source: source, evidence: evidence, note: note,
      isNegated: flags & 1 == 1, publications: publications.isEmpty ? nil : publications, section: section,
      origin: origin)
  }

  private mutating func key() throws(PageCodecError) -> Int? {
    let number = try number()
    return number == 0 ? nil : number
  }
}
