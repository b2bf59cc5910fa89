import GRDB
import MonographModel

extension Library {
  /// What the library records between each two of some entities, in the order given. Nil where it knows nothing of one.
  ///
  /// Sentences are those of all documents about one of the two, in sections on interactions, contraindications and
  /// warnings, that name the other: by a name of its own, or by a class that the library says it belongs to. Costs
  /// reading every document about the entities once. Throws ``LibraryError/interrupted`` when ``interrupt()`` was
  /// called meanwhile.
  public func interactions(among entities: [EntityID]) throws(LibraryError) -> InteractionRecords? {
    let before = interruptions.load(ordering: .acquiring)
    var read: [InteractionSubject] = []
    for entity in entities {
      guard let subject = try interactionSubject(entity, before: before) else { return nil }
      read.append(subject)
    }
    var pairs: [PairRecords] = []
    for (index, first) in read.enumerated() {
      for second in read[(index + 1)...] {
        if interruptions.load(ordering: .acquiring) != before { throw .interrupted }
        pairs.append(
          PairRecords(
            first: first.entity, second: second.entity,
            mentions: first.mentions(of: second) + second.mentions(of: first),
            relations: try relations(between: first, and: second)))
      }
    }
    return InteractionRecords(subjects: read.map(\.summary), pairs: pairs)
  }

  /// The relations between two entities, as they are stated; each once.
  private func relations(
    between first: InteractionSubject, and second: InteractionSubject
  ) throws(LibraryError) -> [Relation] {
    let query = RelationQuery(words: second.name, limit: .max)
    return (try relations(of: first.entity, query) ?? []).flatMap(\.edges).filter {
      $0.other == second.entity
    }
    .map(\.relation)
  }

  private func interactionSubject(
    _ id: EntityID, before: Int
  ) throws(LibraryError) -> InteractionSubject? {
    let classes = try classes(of: id)
    return try read { database in
      guard let entity = try Self.entity(id, in: database) else { return nil }
      var documents: [InteractionSubject.Document] = []
      for (key, entry) in try Self.documents(of: entity.key, in: database) {
        if self.interruptions.load(ordering: .acquiring) != before { throw LibraryError.interrupted }
        documents.append(
          InteractionSubject.Document(entry: entry, monograph: try Self.monograph(key, in: database)))
      }
      return InteractionSubject(
        entity: entity.id, name: entity.title, documents: documents, classes: classes)
    }
  }

  /// The names of the classes that relations put an entity into: those of a graph that are of a kind of class.
  private func classes(of id: EntityID) throws(LibraryError) -> [String] {
    (try relations(of: id, RelationQuery(limit: .max)) ?? []).flatMap(\.edges).filter { edge in
      let reading = edge.reading.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
      return !edge.relation.isNegated && edge.otherKind.lowercased().contains("class")
        && Self.membership.contains(reading)
    }.map(\.otherName)
  }

  /// How the relation of a thing to its class reads from the thing.
  private static let membership: Set<String> = [
    "included in", "is a", "member of", "part of", "subclass of", "has class", "belongs to",
  ]
}
