import GRDB
import MonographModel

/// The mechanisms that sources state whole, in the tables `mechanism` and `mechanism_relation`: see ``Schema``.
struct MechanismTableWriter {
  private let entityStatement: RowStatement
  private let relationStatement: RowStatement
  private let isMechanism: [Bool]

  /// - Parameter phrases: All phrases that sources of relations are among.
  init(_ phrases: [String], in database: Database) throws {
    entityStatement = try RowStatement("INSERT OR IGNORE INTO mechanism VALUES (?, ?)", in: database)
    relationStatement = try RowStatement("INSERT INTO mechanism_relation VALUES (?, ?)", in: database)
    isMechanism = [false] + phrases.map { $0.hasPrefix(MechanismGraph.sourcePrefix) }
  }

  /// Notes a relation, where its source states a mechanism.
  func add(row: Int, source: Int, subject: Int, object: Int) throws {
    guard isMechanism[source] else { return }
    try relationStatement.run(.integer(source), .integer(row))
    for entity in [subject, object] { try entityStatement.run(.integer(entity), .integer(source)) }
  }
}

/// Reads the mechanisms that lead from one entity to another, or back.
struct MechanismReader {
  private let database: Database
  /// A relation of a mechanism.
  private struct Step {
    var row: Int
    var subject: Int
    var object: Int
    var isNegated: Bool
  }

  init(in database: Database) { self.database = database }

  /// A source of more relations states no one mechanism, whatever it is called; the longest of DrugMechDB has some
  /// dozens.
  private static let longest = 1_000

  /// The mechanisms in which relations that are not negated lead the whole way; those of the fewest relations first,
  /// then by source; and the sources that are too long to be read.
  func mechanisms(
    from: Int, to: Int, readers: inout RelationReaders, checkCancellation: () throws -> Void
  ) throws -> (read: [MechanismGraph], unread: [String]) {
    guard from != to else { return ([], []) }
    var sources: [Int] = []
    try database.forEachRow(
      "SELECT source FROM mechanism WHERE entity = ? INTERSECT SELECT source FROM mechanism WHERE entity = ?",
      [from, to]
    ) { sources.append(try $0.integer()) }
    var mechanisms: [MechanismGraph] = []
    var unread: [String] = []
    for source in sources {
      try checkCancellation()
      let steps = try steps(of: source)
      guard steps.count <= Self.longest else {
        let name = try database.firstRow("SELECT text FROM phrase WHERE id = ?", [source]) { try $0.text() }
        guard let name else { throw Neighbourhood.damage }
        unread.append(name)
        continue
      }
      guard Self.leads(from: from, to: to, steps) || Self.leads(from: to, to: from, steps) else { continue }
      mechanisms.append(try mechanism(steps, readers: &readers))
    }
    mechanisms.sort { ($0.relations.count, $0.source) < ($1.relations.count, $1.source) }
    return (mechanisms, unread.sorted())
  }

  private func steps(of source: Int) throws -> [Step] {
    var steps: [Step] = []
    try database.forEachRow(
      """
      SELECT relation.id, subject, object, flags FROM mechanism_relation
      CROSS JOIN relation ON relation.id = mechanism_relation.relation
      WHERE mechanism_relation.source = ? ORDER BY relation.id LIMIT ?
      """, [source, Self.longest + 1]
    ) { row in
      steps.append(
        Step(
          row: try row.integer(), subject: try row.integer(), object: try row.integer(),
          isNegated: try row.integer() & 1 == 1))
    }
    return steps
  }

  private static func leads(from: Int, to: Int, _ steps: [Step]) -> Bool {
    let next = Dictionary(grouping: steps.filter { !$0.isNegated }, by: \.subject)
    var (met, open): (Set<Int>, [Int]) = ([from], [from])
    while let entity = open.popLast() {
      for step in next[entity] ?? [] where met.insert(step.object).inserted { open.append(step.object) }
    }
    return met.contains(to)
  }

  private func mechanism(_ steps: [Step], readers: inout RelationReaders) throws -> MechanismGraph {
    let order = Self.order(steps)
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
    let sorted = steps.sorted { left, right in
      (places[left.subject] ?? 0, places[left.object] ?? 0, left.row)
        < (places[right.subject] ?? 0, places[right.object] ?? 0, right.row)
    }
    var mechanism = MechanismGraph(source: "", nodes: [], relations: [], publications: [])
    for entity in order { mechanism.nodes.append(try readers.node(of: entity)) }
    for step in sorted {
      let relation = try readers.relation(atRow: step.row, of: step.subject)
      mechanism.source = relation.source ?? ""
      for publication in relation.publications where !mechanism.publications.contains(publication) {
        mechanism.publications.append(publication)
      }
      mechanism.relations.append(relation)
    }
    return mechanism
  }

  /// The entities, each before those that it leads to (A. B. Kahn, "Topological sorting of large networks", CACM 5,
  /// 1962), else by name; where a cycle leaves none that nothing leads to, the first by name.
  private static func order(_ steps: [Step]) -> [Int] {
    let keys = Set(steps.flatMap { [$0.subject, $0.object] }).sorted()
    let next = Dictionary(grouping: steps.filter { $0.subject != $0.object }, by: \.subject)
    var waiting: [Int: Int] = [:]
    for step in steps where step.subject != step.object { waiting[step.object, default: 0] += 1 }
    var ready = keys.filter { waiting[$0] == nil }
    var rest = keys[...]
    var (order, placed): ([Int], Set<Int>) = ([], [])
    while order.count < keys.count {
      if ready.isEmpty, let first = rest.popFirst() { ready = [first] }
      var following: [Int] = []
      for entity in ready where placed.insert(entity).inserted {
        order.append(entity)
        for step in next[entity] ?? [] {
          waiting[step.object, default: 0] -= 1
          if waiting[step.object] == 0 { following.append(step.object) }
        }
      }
      ready = following.sorted()
    }
    return order
  }
}
