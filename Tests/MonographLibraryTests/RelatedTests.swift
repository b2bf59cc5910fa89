import MonographLibrary
import MonographModel
import Testing

/// A salt of which there is a label, and its base, of which a graph alone knows.
@Suite struct RelatedTests {
  let folder: TemporaryFolder
  let library: Library

  init() throws {
    folder = try TemporaryFolder()
    func node(_ curie: String, _ name: String, kind: String = "drug") -> Addition {
      .node(GraphNode(identifier: Identifier(curie: curie)!, name: name, kind: kind))
    }
    func edge(_ subject: String, _ predicate: String, _ object: String) -> Addition {
      .edge(
        GraphEdge(
          subject: Identifier(curie: subject)!, predicate: predicate, object: Identifier(curie: object)!))
    }
    library = try folder.join([
      node("DB:1", "Metformin"), node("DB:2", "Metformin hydrochloride tablets base"),
      node("MONDO:1", "Diabetes", kind: "disease"), node("X:1", "Metformin", kind: "gene"),
      edge("DB:1", "treats", "MONDO:1"), edge("MONDO:1", "treated by", "DB:1"), edge("DB:1", "is", "DB:1"),
      edge("X:1", "causes", "MONDO:1"),
      .label(label("Metformin hydrochloride", "UNII:786Z46389E", document: "salt")),
      .label(label("Metformin hydrochloride ER", document: "er")),
      .label(label("Metforminol", document: "other")),
      .label(label("Glipizide and metformin", document: "two")),
    ]).library
  }

  @Test func anEntityWithoutAPageKnowsThePagesWhoseNamesBeginWithItsName() throws {
    let related = try #require(try library.page("/drugs/metformin")).related
    #expect(related.map(\.title) == ["Metformin hydrochloride", "Metformin hydrochloride ER"])
    #expect(related.allSatisfy { $0.hasPage && $0.quality == .prefix && $0.relationCount == 0 })
  }

  @Test func aPageKnowsTheEntityUnderWhichRelationsAreRecorded() throws {
    let base = NameMatch(
      entity: "/drugs/metformin", title: "Metformin", kind: "drug", quality: .exact, hasPage: false,
      relationCount: 3)
    #expect(try library.page("/drugs/metformin-hydrochloride")?.related == [base])
    #expect(try library.page("/drugs/metformin-hydrochloride-er")?.related == [base])
    #expect(try library.page("/drugs/metformin")?.neighbours.edgeCount == 3)
    #expect(try library.page("/drugs/metforminol")?.related == [])
    #expect(try library.page("/drugs/glipizide-and-metformin")?.related == [])
  }

  @Test func atMostTenPagesAreRelated() throws {
    let many = try folder.join(
      [.node(GraphNode(identifier: Identifier(prefix: "DB", local: "1"), name: "Salt", kind: "drug"))]
        + (10..<30).map { .label(label("Salt \($0)", document: "\($0)")) }, name: "many"
    ).library
    #expect(
      try many.page("/drugs/salt")?.related.map(\.title) == (10..<20).map { "Salt \($0)" })
  }

  @Test func noPageStandsBehindAnEntityOfWhichNothingCanBeRead() throws {
    #expect(
      try library.names(matching: "metformin", limit: 10).map { "\($0.entity) \($0.quality)" } == [
        "/drugs/metformin-hydrochloride prefix", "/drugs/metformin-hydrochloride-er prefix",
        "/drugs/metformin exact", "/genes/metformin exact", "/drugs/metforminol prefix",
        "/drugs/metformin-hydrochloride-tablets-base prefix", "/drugs/glipizide-and-metformin word",
      ])
    // What was typed in full is among the few that are asked for.
    #expect(
      try library.names(matching: "metformin", limit: 4).map(\.entity) == [
        "/drugs/metformin-hydrochloride", "/drugs/metformin-hydrochloride-er", "/drugs/metformin",
        "/genes/metformin",
      ])
  }

  @Test func aNameThatHasNoPageMeansThePagesThatBeginWithItFirst() throws {
    #expect(
      try library.resolve("Metformin").map(\.entity) == [
        "/drugs/metformin-hydrochloride", "/drugs/metformin-hydrochloride-er", "/drugs/metformin",
        "/genes/metformin",
      ])
    #expect(try library.resolve("/drugs/metformin").map(\.entity) == ["/drugs/metformin"])
    #expect(try library.resolve("diabetes").map(\.entity) == ["/diseases/diabetes"])
  }
}

/// Brands of one drug, each of which has a label of its own.
@Suite struct BrandTests {
  private static func label(_ brand: String, effective: String, title: String = "Adalimumab") -> Monograph {
    Monograph(
      entity: "/drugs/adalimumab", title: title, aliases: [brand],
      source: Source(document: brand.lowercased(), publisher: "openFDA", effective: effective),
      identifiers: [Identifier(prefix: "UNII", local: "FYS6T7F842")])
  }

  private func library() throws -> Library {
    try TemporaryFolder().join([
      .label(Self.label("Old", effective: "2001-01-01")),
      .label(Self.label("Humira", effective: "2020-02-03", title: "ADALIMUMAB")),
      .label(Self.label("New", effective: "2024-01-01")),
    ]).library
  }

  @Test func documentsStandInTheOrderInWhichTheyAreOffered() throws {
    let page = try #require(try library().page("/drugs/adalimumab"))
    #expect(page.documents.map(\.document) == ["new", "humira", "old"])
    #expect(page.documents == page.offeredDocuments)
    #expect(page.title == "Adalimumab")
    #expect(
      try library().page("/drugs/adalimumab", document: "humira")?.documents.map(\.document)
        == ["humira", "old", "new"])
  }

  @Test(arguments: [
    ("humira", "humira"), ("HUMIRA", "humira"), ("old", "old"), ("new", nil), ("adalimumab", nil),
    ("UNII:FYS6T7F842", nil),
  ])
  func aBrandTellsTheDocumentThatBearsIt(name: String, document: String?) throws {
    let library = try library()
    #expect(try library.resolve(name).map(\.document) == [document])
    #expect(try library.names(matching: name, limit: 1).map(\.document) == [document])
  }
}
