import Foundation
import GRDB
import MonographModel
import Testing

@testable import MonographLibrary

/// A node of a graph.
func node(_ curie: String, _ name: String?, kind: String, sameAs: [String] = []) -> GraphNode {
  GraphNode(
    identifier: Identifier(curie: curie)!, sameAs: sameAs.compactMap(Identifier.init(curie:)), name: name,
    kind: kind)
}

/// An edge of a graph.
func edge(_ subject: String, _ predicate: String, _ object: String) -> GraphEdge {
  GraphEdge(
    subject: Identifier(curie: subject)!, predicate: predicate, object: Identifier(curie: object)!)
}

@Suite struct GraphTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aNodeIsAnEntityWithoutAPage() throws {
    var gene = node("NCBIGene:2550", "GABBR1", kind: "gene", sameAs: ["HGNC:4070"])
    gene.aliases = ["GPRC3A"]
    gene.summary = "A subunit of the GABA-B receptor."
    gene.source = "Hetionet"
    let (library, summary) = try folder.join([.node(gene)])
    let page = try #require(try library.page("/genes/gabbr1"))
    #expect(page.title == "GABBR1")
    #expect(page.kind == "gene")
    #expect(page.monograph == nil)
    #expect(page.summary == Page.Summary(text: "A subunit of the GABA-B receptor.", source: "Hetionet"))
    for name in ["gprc3a", "NCBIGene:2550", "hgnc:4070", "gabbr1"] {
      #expect(try library.resolve(name).map(\.entity) == ["/genes/gabbr1"], "\(name)")
    }
    #expect(try library.index() == [])
    #expect(summary.entities == 1)
  }

  @Test func anEdgeIsARelationBetweenWhatItsEndsAreFoundToBe() throws {
    var treats = edge("DrugBank:DB00181", "treats", "DOID:1")
    treats.isNegated = true
    treats.source = "trial registry"
    treats.evidence = "observation"
    treats.publications = ["PMID:1", "PMID:2"]
    let (library, _) = try folder.join([
      .edge(treats), .edge(edge("DRUGBANK:DB00181", "resembles", "CHEBI:5")),
      .node(node("DB:DB00181", "baclofen", kind: "drug")),
      .node(node("DOID:1", "Spasticity", kind: "disease")),
      .label(label("Baclofen", "UNII:H789N3FKE8", document: "a")),
    ])
    let page = try #require(try library.page("/drugs/baclofen"))
    #expect(page.documents.map(\.document) == ["a"])
    #expect(
      page.neighbours.edges == [
        Neighbours.Edge(
          relation: Relation(
            subject: "/drugs/baclofen", subjectName: "Baclofen", predicate: "treats",
            object: "/diseases/spasticity", objectName: "Spasticity", isNegated: true,
            source: "trial registry", evidence: "observation", publications: ["PMID:1", "PMID:2"],
            origin: .graph),
          isOutgoing: true, hasPage: false),
        Neighbours.Edge(
          relation: Relation(
            subject: "/drugs/baclofen", subjectName: "Baclofen", predicate: "resembles",
            object: "/entities/chebi-5", objectName: "CHEBI:5", origin: .graph),
          isOutgoing: true, hasPage: false, otherDegree: 1),
      ])
    let undescribed = try #require(try library.page("/entities/chebi-5"))
    #expect(undescribed.title == "CHEBI:5")
    #expect(undescribed.kind == "entity")
    #expect(undescribed.neighbours.edges.map(\.other) == ["/drugs/baclofen"])
  }

  @Test func nodesOfOneThingAreJoinedAndOthersOfTheNameStayApart() throws {
    let (library, summary) = try folder.join([
      .node(node("MONDO:1", "Asthma", kind: "disease")), .node(node("DOID:2", "asthma", kind: "disease")),
      .node(node("MESH:3", nil, kind: "disease", sameAs: ["mondo:1"])),
      .node(node("NCBIGene:7", "CAT", kind: "gene")), .node(node("NCBIGene:8", "CAT", kind: "gene")),
      .edge(edge("MESH:3", "associated with", "NCBIGene:8")),
    ])
    #expect(
      try library.page("/diseases/asthma")?.neighbours.edges.map(\.other) == ["/genes/cat-ncbigene-8"])
    #expect(try library.page("/genes/cat")?.neighbours.edges == [])
    #expect(summary.joins.map(\.members.count) == [3])
    #expect(
      summary.refusedJoins == [
        RefusedJoin(
          shared: .name("CAT"), entities: ["/genes/cat", "/genes/cat-ncbigene-8"],
          reason: .differentIdentifiers)
      ])
  }

  @Test func namesOfAnyFormGiveIds() throws {
    let (library, summary) = try folder.join([
      .node(node("X:1", "→", kind: "small molecule")), .node(node("X:.", "--", kind: "/")),
      .node(node("X:2", nil, kind: "")), .edge(edge("Y:a-b", "is", "Y:a.b")),
    ])
    #expect(summary.entities == 5)
    #expect(try library.page("/small-molecules/x-1")?.kind == "small molecule")
    #expect(try library.page("/s/x")?.title == "--")
    #expect(try library.page("/entities/x-2")?.title == "X:2")
    #expect(try library.page("/entities/y-a-b")?.title == "Y:a-b")
    #expect(try library.page("/entities/y-a-b-2")?.title == "Y:a.b")
  }

  @Test func ofAHubTheFirstRelationsInClinicalOrderAreReadAndAllAreCounted() throws {
    let path = folder.file("hub")
    let writer = try LibraryWriter(path: path, title: "", fingerprint: "")
    try writer.add(node("C:1", "Hub", kind: "drug"))
    for number in 0..<2_000 {
      let other = "D:\(number)"
      try writer.add(node(other, "Thing \(String(number + 10_000))", kind: "disease"))
      try writer.add(edge("C:1", "upregulates", other))
      if number % 10 == 0 { try writer.add(edge("C:1", "treats", other)) }
      if number % 20 == 0 { try writer.add(edge(other, "causes", "C:1")) }
    }
    _ = try writer.finish()
    let neighbours = try #require(try Library.open(path: path).page("/drugs/hub")).neighbours
    #expect(neighbours.edgeCount == 2_300)
    #expect(neighbours.groups.map(\.reading) == ["treats", "caused by", "upregulates"])
    #expect(neighbours.groups.map(\.count) == [200, 100, 2_000])
    #expect(neighbours.groups.map(\.edges.count) == [50, 50, 50])
    #expect(neighbours.groups[2].edges.map(\.otherName) == (0..<50).map { "Thing \($0 + 10_000)" })
  }

  @Test func ofAPageThatManyLinkToTheFirstLinksAreReadAndAllAreCounted() throws {
    let pages = (0..<700).map { number in
      var page = page(EntityID(folder: "entities", slug: "p\(number)")!, "Page \(number + 1_000)")
      page.sections[0].blocks = [paragraph(link("/entities/hub", "hub"))]
      return page
    }
    let library = try folder.library(pages.reversed() + [page("/entities/hub", "Hub")])
    let neighbours = try #require(try library.page("/entities/hub")).neighbours
    #expect(neighbours.backlinkCount == 700)
    #expect(neighbours.backlinks.map(\.name) == (0..<500).map { "Page \($0 + 1_000)" })
  }

  @Test func moreEdgesThanStayInMemoryComeBackWhole() throws {
    let path = folder.file("many")
    let writer = try LibraryWriter(path: path, title: "", fingerprint: "")
    let publications = (0..<30).map { "PMID:\($0)" }
    for number in 0..<30_000 {
      var edge = edge("C:\(number % 300)", "p\(number % 7)", "D:\(number)")
      edge.publications = publications
      try writer.add(edge)
    }
    // What waits for the end stands in no file that could be left behind.
    #expect(try folder.files == ["many.partial-\(getpid())"])
    #expect(try writer.finish().relations == 30_000)
    #expect(try folder.files == ["many"])
    let library = try Library.open(path: path)
    let neighbours = try #require(try library.page("/entities/c-299")).neighbours
    #expect(neighbours.edges.count == 100)
    #expect(neighbours.edges.allSatisfy { $0.relation.publications == publications })
    #expect(Set(neighbours.edges.map(\.otherName)) == Set((0..<100).map { "D:\($0 * 300 + 299)" }))
  }
}
