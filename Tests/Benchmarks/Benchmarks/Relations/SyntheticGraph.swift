import MonographModel

/// A made-up graph whose degrees follow a power law, the same in every run.
///
/// Seven tenths of the entities are its core: the ends of a relation are drawn so that the one of rank r has a share in
/// proportion to r^-0.75 (F. Chung and L. Lu, "Connected components in random graphs with given expected degree
/// sequences", Annals of Combinatorics 6, 2002), which gives hubs of hundreds of thousands of relations. The others have
/// one to four relations each, with any entity, so that there are distances of four hops and more.
struct SyntheticGraph {
  let entities: Int
  let relations: Int

  private static let predicates = [
    "binds", "upregulates", "downregulates", "interacts with", "associates", "expresses", "participates in",
    "treats",
    "palliates", "causes", "resembles", "regulates", "localizes", "presents", "covaries", "includes",
  ]
  private static let sources = [
    "DrugBank", "Hetionet", "SIDER", "GWAS Catalog", "text mining", "STRING", "Reactome", nil,
  ]
  private static let levels = [
    nil, nil, "knowledge assertion, manual agent", "prediction, text-mining agent", "high", "low", "2b",
    "statistical association",
  ]
  private static let kinds = ["drug", "gene", "disease", "pathway", "anatomy", "phenotype"]

  private var core: Int { entities * 7 / 10 }

  /// The identifier of an entity.
  static func identifier(_ entity: Int) -> Identifier { Identifier(prefix: "GEN", local: String(entity)) }

  /// The path of its id.
  static func id(_ entity: Int) -> EntityID {
    let kind = kinds[entity % kinds.count]
    guard let id = EntityID(folder: EntityID.plural(ofKind: kind), slug: "thing-\(entity)") else {
      preconditionFailure("a slug of letters and digits")
    }
    return id
  }

  func node(_ entity: Int) -> GraphNode {
    GraphNode(
      identifier: Self.identifier(entity), name: "Thing \(entity)",
      kind: Self.kinds[entity % Self.kinds.count], source: "made up")
  }

  /// Calls a closure with every relation and the numbers of its ends.
  func forEachEdge(_ body: (GraphEdge, Int, Int) throws -> Void) rethrows {
    var random = SeededNumbers(seed: 20)
    func edge(_ subject: Int, _ object: Int) -> GraphEdge {
      let predicate = min(random.below(Self.predicates.count), random.below(Self.predicates.count))
      var edge = GraphEdge(
        subject: Self.identifier(subject), predicate: Self.predicates[predicate],
        object: Self.identifier(object), isNegated: random.below(100) == 0,
        source: Self.sources[random.below(Self.sources.count)],
        evidence: Self.levels[random.below(Self.levels.count)])
      for _ in 0..<max(0, random.below(5) - 2) {
        edge.publications.append("PMID:\(10_000_000 + random.below(28_000_000))")
      }
      return edge
    }
    var count = 0
    for leaf in core..<entities {
      for _ in 0..<(1 + random.below(4)) where count < relations {
        let other = random.below(entities)
        let (subject, object) = random.below(2) == 0 ? (leaf, other) : (other, leaf)
        try body(edge(subject, object), subject, object)
        count += 1
      }
    }
    while count < relations {
      let subject = ranked(&random)
      let object = ranked(&random)
      try body(edge(subject, object), subject, object)
      count += 1
    }
  }

  /// An entity of the core. Ranks are scattered over the numbers, so that names say nothing of degrees.
  private func ranked(_ random: inout SeededNumbers) -> Int {
    let fraction = random.fraction()
    let rank = min(core - 1, Int(Double(core) * fraction * fraction * fraction * fraction))
    return (rank * 7_919 + 13) % core
  }

  /// The entities of the core by rank, the greatest hubs first.
  func hubs(_ count: Int) -> [Int] { (0..<count).map { ($0 * 7_919 + 13) % core } }

  /// Pairs of random entities.
  func pairs(_ count: Int) -> [(from: Int, to: Int)] {
    var random = SeededNumbers(seed: 21)
    return (0..<count).map { _ in (random.below(entities), random.below(entities)) }
  }
}
