import MonographLibrary
import MonographModel

/// A graph of random relations, few enough to be looked through one by one.
struct RandomGraph {
  /// The names of its entities, in order.
  let names: [String]
  /// Its edges, in the order in which they are added.
  private(set) var edges: [GraphEdge] = []

  private static let predicates = [
    "treats", "associates", "associated with", "interacts with", "causes", "caused by", "resembles", "xyz",
  ]
  private static let levels = [nil, nil, "high", "low", "2b", "prediction", "as the author says"]

  /// Makes one. Entity 0 is an end of every fifth edge.
  init(entities: Int, edges count: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    names = (0..<entities).map { "Thing \($0 + 1_000)" }
    for number in 0..<count {
      let subject = number % 5 == 0 ? 0 : Int.random(in: 0..<entities, using: &random)
      let object = number % 10 == 1 ? 0 : Int.random(in: 0..<entities, using: &random)
      edges.append(
        GraphEdge(
          subject: Self.identifier(subject), predicate: Self.predicates.randomElement(using: &random)!,
          object: Self.identifier(object), isNegated: Int.random(in: 0..<8, using: &random) == 0,
          source: ["DrugBank", "Hetionet", nil].randomElement(using: &random)!,
          evidence: Self.levels.randomElement(using: &random)!, note: "edge \(number)",
          publications: (0..<Int.random(in: 0..<3, using: &random)).map { "PMID:\(number)\($0)" }))
    }
  }

  /// The identifier of an entity.
  static func identifier(_ entity: Int) -> Identifier { Identifier(prefix: "X", local: String(entity)) }

  /// The id of an entity in the library.
  static func id(_ entity: Int) -> EntityID { "/\(kind(entity))s/thing-\(entity + 1_000)" }

  /// The kind of an entity.
  static func kind(_ entity: Int) -> String { entity % 3 == 0 ? "drug" : "gene" }

  /// The number of an entity by its identifier.
  static func number(_ identifier: Identifier) -> Int { Int(identifier.local)! }

  /// Compiles it.
  func library(in folder: TemporaryFolder, name: String = "random") throws -> Library {
    let writer = try LibraryWriter(path: folder.file(name), title: "", fingerprint: "")
    for (number, name) in names.enumerated() {
      try writer.add(GraphNode(identifier: Self.identifier(number), name: name, kind: Self.kind(number)))
    }
    for edge in edges { try writer.add(edge) }
    _ = try writer.finish()
    return try Library.open(path: folder.file(name))
  }

  /// The entities that one is related to by a relation that is not negated.
  func neighbours(of entity: Int) -> Set<Int> {
    var others: Set<Int> = []
    for edge in edges where !edge.isNegated {
      let (subject, object) = (Self.number(edge.subject), Self.number(edge.object))
      if subject == entity { others.insert(object) }
      if object == entity { others.insert(subject) }
    }
    return others.subtracting([entity])
  }

  /// The numbers of the edges that an entity sees by how they read from it.
  func readings(of entity: Int) -> [String: [Int]] {
    var readings: [String: [Int]] = [:]
    for (number, edge) in edges.enumerated() {
      if Self.number(edge.subject) == entity {
        readings[edge.predicate, default: []].append(number)
      } else if Self.number(edge.object) == entity {
        readings[Predicate.inverse(of: edge.predicate), default: []].append(number)
      }
    }
    return readings
  }
}
