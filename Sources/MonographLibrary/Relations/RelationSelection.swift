import GRDB
import MonographModel

/// The relations of one entity that a filter lets through, in an order of their own. Every relation of the entity is
/// looked at, of which sixteen bytes are kept; those that are returned are then read whole.
struct RelationSelection {
  /// A relation that was let through.
  private struct Candidate {
    /// What it is sorted by; equal ones stay in the order of the group.
    var key: UInt64
    var place: UInt32
    var row: UInt32
  }

  private let query: RelationQuery
  private let words: [String]
  private let map: EntityMap
  private let database: Database
  private let isCancelled: () -> Bool
  private let neighbourhood: Neighbourhood
  private var reader: RelationReader
  /// Whether phrases are among those that were asked for, by their keys.
  private var isWantedKind: [Int: Bool] = [:]
  private var isWantedSource: [Int: Bool] = [:]
  private var isWantedPredicate: [Int: Bool] = [:]
  /// Whether the names of entities hold the words; nil where nobody looked.
  private var isWantedName: [Int: Bool] = [:]
  private var looked = 0

  init(
    _ query: RelationQuery, of entity: Int, map: EntityMap, in database: Database,
    isCancelled: @escaping () -> Bool
  ) throws {
    self.query = query
    self.map = map
    self.database = database
    self.isCancelled = isCancelled
    words = query.words.isEmpty ? [] : FoldedName.fold(query.words).split(separator: " ").map(String.init)
    neighbourhood = try Library.neighbourhood(of: entity, in: database) ?? Neighbourhood(groups: [])
    reader = try RelationReader(of: entity, in: database)
  }

  /// The groups of which something is let through.
  mutating func groups() throws -> [RelationGroup] {
    var groups: [RelationGroup] = []
    for group in neighbourhood.groups {
      let reading = try reader.reading(of: group)
      guard query.reading == nil || query.reading == reading else { continue }
      let isWhole = query.predicates.isEmpty || query.predicates.contains(reading)
      if !isWhole, try !group.members.contains(where: { try isWanted(predicate: $0.predicate) }) { continue }
      var candidates: [Candidate] = []
      var outgoingCount = 0
      try forEachRelation(of: group) { selection, place, relation in
        guard try isWhole || selection.isWanted(predicate: relation.predicate),
          try selection.isWanted(relation)
        else { return }
        if relation.isOutgoing { outgoingCount += 1 }
        candidates.append(
          Candidate(
            key: try selection.key(of: relation), place: UInt32(truncatingIfNeeded: place),
            row: UInt32(truncatingIfNeeded: relation.row)))
      }
      guard !candidates.isEmpty else { continue }
      candidates.sort { ($0.key, $0.place) < ($1.key, $1.place) }
      let wanted = candidates[query.places(of: candidates.count)].map(\.row)
      let edges = try reader.edges(inRows: wanted.map(Int.init))
      groups.append(
        RelationGroup(
          reading: reading, count: candidates.count, outgoingCount: outgoingCount, edges: edges))
    }
    return groups
  }

  /// How many relations have each kind of other end, each source, and each predicate.
  mutating func facets() throws -> RelationFacets {
    var (kinds, sources): ([Int: Int], [Int: Int]) = ([:], [:])
    for group in neighbourhood.groups {
      try forEachRelation(of: group) { selection, _, relation in
        kinds[try selection.map.kind(of: relation.other), default: 0] += 1
        if let source = relation.source { sources[source, default: 0] += 1 }
      }
    }
    func facets(_ counts: [Int: Int]) throws -> [RelationFacets.Facet] {
      try counts.map { RelationFacets.Facet(value: try reader.phrase($0.key), count: $0.value) }
        .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
    }
    return RelationFacets(
      kinds: try facets(kinds), sources: try facets(sources), predicates: try predicates())
  }

  /// How many relations each reading or stated predicate asks for.
  private mutating func predicates() throws -> [RelationFacets.Facet] {
    var counts: [String: Int] = [:]
    for group in neighbourhood.groups {
      let reading = try reader.reading(of: group)
      counts[reading, default: 0] += group.count
      for member in group.members {
        let predicate = try reader.phrase(member.predicate)
        if predicate != reading { counts[predicate, default: 0] += member.count }
      }
    }
    return counts.map { RelationFacets.Facet(value: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  /// What of a relation is looked at.
  private struct Look {
    var row: Int
    var isOutgoing: Bool
    var other: Int
    var predicate: Int
    var source: Int?
  }

  private mutating func forEachRelation(
    of group: Neighbourhood.Group, _ body: (inout RelationSelection, Int, Look) throws -> Void
  ) throws {
    let entity = reader.entity
    var place = 0
    func look(at row: inout ColumnReader) throws {
      let number = try row.integer()
      let subject = try row.integer()
      let object = try row.integer()
      guard subject == entity || object == entity else { throw Neighbourhood.damage }
      looked += 1
      if looked % 256 == 0, isCancelled() { throw LibraryError.interrupted }
      let look = Look(
        row: number, isOutgoing: subject == entity, other: subject == entity ? object : subject,
        predicate: try row.integer(),
        source: try row.optionalInteger())
      try body(&self, place, look)
      place += 1
    }
    let columns = "SELECT id, subject, object, predicate, source FROM relation "
    let places = group.first..<group.first + group.count
    if group.isListed {
      let statement = columns + "WHERE id = ?"
      try RelationList.forEachRow(at: places, in: database) { row in
        try database.forEachRow(statement, [row]) { try look(at: &$0) }
        return true
      }
    } else {
      try database.forEachRow(
        columns + "WHERE id >= ? AND id < ? ORDER BY id", [places.lowerBound, places.upperBound]
      ) { try look(at: &$0) }
    }
    guard place == group.count else { throw Neighbourhood.damage }
  }

  /// What a relation is sorted by in its group. Keys of entities are in the order of their names; the places of
  /// relations in that of the evidence.
  private func key(of relation: Look) throws -> UInt64 {
    switch query.order {
    case .evidence: 0
    case .name: UInt64(UInt32(truncatingIfNeeded: relation.other))
    case .degree:
      UInt64(UInt32.max - UInt32(truncatingIfNeeded: try map.degree(of: relation.other))) << 32
        | UInt64(UInt32(truncatingIfNeeded: relation.other))
    }
  }

  private mutating func isWanted(_ relation: Look) throws -> Bool {
    if !query.kinds.isEmpty, try !isWanted(kind: try map.kind(of: relation.other)) { return false }
    if !query.sources.isEmpty {
      guard let source = relation.source, try isWanted(source: source) else { return false }
    }
    return try words.isEmpty || isWanted(name: relation.other)
  }

  private mutating func isWanted(kind: Int) throws -> Bool {
    if let isWanted = isWantedKind[kind] { return isWanted }
    let isWanted = query.kinds.contains(try reader.phrase(kind))
    isWantedKind[kind] = isWanted
    return isWanted
  }

  private mutating func isWanted(source: Int) throws -> Bool {
    if let isWanted = isWantedSource[source] { return isWanted }
    let isWanted = query.sources.contains(try reader.phrase(source))
    isWantedSource[source] = isWanted
    return isWanted
  }

  private mutating func isWanted(predicate: Int) throws -> Bool {
    if let isWanted = isWantedPredicate[predicate] { return isWanted }
    let isWanted = query.predicates.contains(try reader.phrase(predicate))
    isWantedPredicate[predicate] = isWanted
    return isWanted
  }

  private mutating func isWanted(name entity: Int) throws -> Bool {
    if let isWanted = isWantedName[entity] { return isWanted }
    let title = try database.firstRow("SELECT title FROM entity WHERE id = ?", [entity]) { try $0.text() }
    guard let title else { throw Neighbourhood.damage }
    let folded = FoldedName.fold(title)
    let isWanted = words.allSatisfy { folded.contains($0) }
    isWantedName[entity] = isWanted
    return isWanted
  }
}
