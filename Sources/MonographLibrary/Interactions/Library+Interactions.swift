import GRDB
import MonographModel
import MonographSearch

extension Library {
  /// What the library records between each two of some entities, in the order given. Nil where it knows nothing of one.
  ///
  /// Sentences are those of all documents about one of the two, in sections on interactions, contraindications and
  /// warnings, that name the other: by a name of its own, by a class that the library says it belongs to, or by a
  /// wider class that this one is of. Costs reading every document about the entities once, over the connection for
  /// searches. Throws ``LibraryError/interrupted`` when ``interrupt()`` was called meanwhile.
  public func interactions(among entities: [EntityID]) throws(LibraryError) -> InteractionRecords? {
    try readLong { database, map, isCancelled in
      let reader = InteractionReader(database: database, map: map, isCancelled: isCancelled)
      var read: [InteractionSubject] = []
      for entity in entities {
        guard let subject = try reader.subject(entity) else { return nil }
        read.append(subject)
      }
      var pairs: [PairRecords] = []
      for (index, first) in read.enumerated() {
        for second in read[(index + 1)...] { pairs.append(try reader.pair(first, second)) }
      }
      return InteractionRecords(subjects: read.map(\.summary), pairs: pairs)
    }
  }
}

/// Reads what ``Library/interactions(among:)`` tells.
struct InteractionReader {
  let database: Database
  let map: EntityMap
  let isCancelled: () -> Bool

  /// The most classes of a graph that are read for each way in which they are stated.
  private static let classLimit = 200
  /// The most relations of one reading between two entities.
  private static let relationLimit = 10_000

  /// What is recorded between two.
  func pair(_ first: InteractionSubject, _ second: InteractionSubject) throws -> PairRecords {
    let left = try first.mentions(of: second, isCancelled: isCancelled)
    let right = try second.mentions(of: first, isCancelled: isCancelled)
    let query = RelationQuery(words: second.name, limit: Self.relationLimit)
    var pair = PairRecords(
      first: first.entity, second: second.entity, mentions: left.mentions + right.mentions,
      relations: try edges(of: first.key, query).filter { $0.other == second.entity }.map(\.relation))
    pair.unlisted = left.unlisted + right.unlisted
    pair.sharedNames = first.sharedNames(with: second)
    return pair
  }

  /// An entity with its documents; nil where nothing knows it.
  func subject(_ id: EntityID) throws -> InteractionSubject? {
    guard let entity = try Library.entity(id, in: database) else { return nil }
    var documents: [InteractionSubject.Document] = []
    for (key, entry) in try Library.documents(of: entity.key, in: database) {
      if isCancelled() { throw LibraryError.interrupted }
      documents.append(
        InteractionSubject.Document(entry: entry, monograph: try Library.monograph(key, in: database)))
    }
    let same = try sameSubstance(entity)
    var classes = try graphClasses(of: entity.key)
    var statedOf: [String] = []
    if classes.isEmpty, documents.allSatisfy(\.classes.isEmpty) {
      for other in same {
        let stated = [other.entityClass].compactMap(\.self) + (try graphClasses(of: other.key))
        if !stated.isEmpty { statedOf.append(other.title) }
        classes += stated
      }
    }
    return InteractionSubject(
      key: entity.key, entity: entity.id, name: entity.title,
      bases: same.filter(\.isBase).map(\.title), documents: documents, classes: classes,
      classesStatedOf: statedOf)
  }

  // MARK: The same substance

  private struct Same {
    var key: Int
    var title: String
    var entityClass: String?
    /// Whether its name is the first words of the entity's.
    var isBase: Bool
  }

  /// The most entities of the same substance that are looked at.
  private static let sameLimit = 50

  /// The entities of the same substance by their names: the base, whose title is the name but for its last words, and
  /// the other salts and forms of that.
  private func sameSubstance(_ entity: Library.EntityRow) throws -> [Same] {
    let folded = FoldedName.fold(entity.title)
    var words = folded.split(separator: " ").map(String.init)
    // A combination is named by all of its parts.
    guard !words.contains("and"), words.count <= 6 else { return [] }
    var found: [Same] = []
    let plain = FoldedName.fold(SpokenNames.withoutSalt(entity.title))
    while words.count > 1, found.isEmpty {
      words.removeLast()
      if words.allSatisfy(WordClasses.standard.isSaltOrForm) { break }
      found += try entities(named: words.joined(separator: " "), kind: entity.kind, isBase: true)
    }
    let base = found.isEmpty ? plain : words.joined(separator: " ")
    found += try salts(of: base, kind: entity.kind, but: entity.key)
    return Array(found.prefix(Self.sameLimit))
  }

  private static let columns = """
    SELECT entity.id, entity.title, entity.class, name.folded FROM name
    CROSS JOIN entity ON entity.id = name.entity CROSS JOIN phrase AS kind ON kind.id = entity.kind
    WHERE name.role = \(NameRole.title.rawValue) AND kind.text = ?

    """

  private func entities(named name: String, kind: String, isBase: Bool) throws -> [Same] {
    var found: [Same] = []
    try database.forEachRow(Self.columns + "AND name.folded = ? ORDER BY name.id", [kind, name]) { row in
      found.append(
        Same(
          key: try row.integer(), title: try row.text(), entityClass: try row.optionalText(), isBase: isBase))
    }
    return found
  }

  private func salts(of base: String, kind: String, but entity: Int) throws -> [Same] {
    var found: [Same] = []
    let (from, to) = (base + " ", base + "!")
    try database.forEachRow(
      Self.columns + "AND name.folded > ? AND name.folded < ? ORDER BY name.id", [kind, from, to]
    ) { row in
      let same = Same(
        key: try row.integer(), title: try row.text(), entityClass: try row.optionalText(), isBase: false)
      let rest = try row.text().dropFirst(from.count).split(separator: " ").map(String.init)
      if same.key != entity, rest.allSatisfy(WordClasses.standard.isSaltOrForm) { found.append(same) }
    }
    return found
  }

  // MARK: The graph

  private func edges(of entity: Int, _ query: RelationQuery) throws -> [Neighbours.Edge] {
    var selection = try RelationSelection(
      query, of: entity, map: map, in: database, isCancelled: isCancelled)
    return try selection.groups().flatMap(\.edges)
  }

  /// The names of the classes that relations put an entity into: those of a graph that are of a kind of class.
  private func graphClasses(of entity: Int) throws -> [String] {
    var kinds: Set<String> = []
    try database.forEachRow("SELECT text FROM phrase WHERE text LIKE '%class%'") { row in
      kinds.insert(try row.text())
    }
    guard !kinds.isEmpty else { return [] }
    let query = RelationQuery(kinds: kinds, predicates: Self.membership, limit: Self.classLimit)
    return try edges(of: entity, query).filter { !$0.relation.isNegated }.map(\.otherName)
  }

  /// How the relation of a thing to its class reads from the thing.
  private static let membership: Set<String> = Set(
    ["included in", "is a", "member of", "part of", "subclass of", "has class", "belongs to"].flatMap {
      words in
      [words, words.split(separator: " ").joined(separator: "_")]
    })
}
