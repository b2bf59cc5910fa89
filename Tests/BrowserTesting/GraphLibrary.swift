import MonographModel

extension MemoryLibrary {
  /// A graph about things that do not exist, of the shape of a drug in a large one: a few relations of each sort in both
  /// directions, two that are parallel, one that is said not to hold, long names, things without a page, a hub.
  public static let graph: MemoryLibrary = {
    var library = MemoryLibrary(markdown: [
      (document: "drugs/alphadol.md", text: page("Alphadol", "[Testitis](/diseases/testitis)")),
      (document: "diseases/testitis.md", text: page("Testitis", "[Alphadol](/drugs/alphadol)")),
      (document: "drugs/lonelidol.md", text: page("Lonelidol", "[Alphadol](/drugs/alphadol)")),
    ])
    library.relate(alphadolRelations + hub)
    return library
  }()

  private static func page(_ title: String, _ text: String) -> String {
    "---\ntitle: \(title)\nsource: { publisher: test page }\n---\n\n## Overview\n\nSee \(text).\n"
  }

  private static let alphadolRelations = [
    relation("drugs/alphadol", "palliates", "diseases/testitis", evidence: "GRADE: high"),
    relation("drugs/alphadol", "palliates", "diseases/testitis", source: "Another graph"),
    relation("drugs/alphadol", "causes", "effects/dizziness"),
    relation("drugs/alphadol", "causes", "effects/feeling-of-being-examined-too-often-and-for-too-long"),
    relation("drugs/alphadol", "interacts with", "drugs/betadol"),
    relation("drugs/gammadol", "interacts with", "drugs/alphadol", source: nil),
    relation("drugs/alphadol", "binds", "genes/gene-1"),
    relation("drugs/alphadol", "binds", "genes/gene-2", isNegated: true),
    relation("genes/gene-3", "has activity modulated by what is given with", "drugs/alphadol"),
    relation("classes/test-agonists", "includes", "drugs/alphadol"),
    relation("diseases/testitis", "localizes", "anatomy/test-organ"),
    relation("drugs/betadol", "treats", "diseases/testitis"),
  ]

  /// A hub with more relations than are read at once.
  private static let hub = (1...120).map { relation("diseases/hubitis", "associates", "genes/gene-\($0)") }

  private static func relation(
    _ subject: String, _ predicate: String, _ object: String, isNegated: Bool = false,
    source: String? = "Test graph", evidence: String? = nil
  ) -> Relation {
    guard let subject = EntityID(path: "/\(subject)"), let object = EntityID(path: "/\(object)") else {
      preconditionFailure("a path that is no path")
    }
    return Relation(
      subject: subject, subjectName: name(subject), predicate: predicate, object: object,
      objectName: name(object), isNegated: isNegated, source: source, evidence: evidence, origin: .graph)
  }

  private static func name(_ entity: EntityID) -> String {
    let name = entity.nameFromSlug
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Gives each relation to both its ends.
  public mutating func relate(_ relations: [Relation]) {
    let withPage = Set(pages.values.filter { $0.monograph != nil }.map(\.entity))
    var ends: [EntityID: (title: String, edges: [Neighbours.Edge])] = [:]
    for relation in relations {
      ends[relation.subject, default: (relation.subjectName, [])].edges.append(
        Neighbours.Edge(relation: relation, isOutgoing: true, hasPage: withPage.contains(relation.object)))
      guard relation.subject != relation.object else { continue }
      ends[relation.object, default: (relation.objectName, [])].edges.append(
        Neighbours.Edge(relation: relation, isOutgoing: false, hasPage: withPage.contains(relation.subject)))
    }
    for (entity, end) in ends.sorted(by: { $0.key < $1.key }) {
      relate(entity, title: end.title, end.edges)
    }
  }
}
