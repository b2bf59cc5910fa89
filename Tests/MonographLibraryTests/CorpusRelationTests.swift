import Foundation
import MonographModel
import MonographSources
import Testing

@testable import MonographLibrary

/// Real data from outside the project: `$MONOGRAPH_CORPORA`, else `../shared/corpora` beside the checkout.
private enum Corpora {
  static let folder: String =
    ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"]
    ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/corpora")
    .standardizedFileURL.path()

  static let isPresent = FileManager.default.fileExists(atPath: folder)

  /// The nodes and edges of the graphs in a folder of it.
  static func records(in name: String) throws -> (nodes: [GraphNode], edges: [GraphEdge]) {
    var (nodes, edges): ([GraphNode], [GraphEdge]) = ([], [])
    for input in InputFinder.find("\(folder)/\(name)").inputs {
      var reader = GraphPartReader()
      try input.read(report: { _ in }) { part in
        _ = try reader.read(part) { record in
          switch record {
          case .node(let node): nodes.append(node)
          case .edge(let edge): edges.append(edge)
          case .document, .diagnostic: break
          }
        }
      }
    }
    return (nodes, edges)
  }
}

@Suite("Relations of real graphs") struct CorpusRelationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A library of edges with the nodes that they name.
  private func library(_ edges: [GraphEdge], _ nodes: [GraphNode]) throws -> Library {
    let named = Set(edges.flatMap { [$0.subject, $0.object] })
    let writer = try LibraryWriter(path: folder.file("graph"), title: "", fingerprint: "")
    for node in nodes where named.contains(node.identifier) { try writer.add(node) }
    for edge in edges { try writer.add(edge) }
    _ = try writer.finish()
    return try Library.open(path: folder.file("graph"))
  }

  private func readings(_ library: Library, _ id: EntityID) throws -> [String: [String]] {
    let groups = try #require(try library.relations(of: id, RelationQuery(limit: .max)))
    return Dictionary(uniqueKeysWithValues: groups.map { ($0.reading, $0.edges.map(\.otherName)) })
  }

  @Test(
    "baclofen in Hetionet: what it binds and palliates, and its class, from both ends",
    .enabled(if: Corpora.isPresent, "real data is not at $MONOGRAPH_CORPORA"))
  func hetionet() throws {
    let (nodes, edges) = try Corpora.records(in: "hetionet")
    let baclofen = Identifier(prefix: "DrugBank", local: "DB00181")
    let near = Set(
      edges.filter { $0.subject == baclofen || $0.object == baclofen }.flatMap { [$0.subject, $0.object] })
    let library = try library(edges.filter { near.contains($0.subject) || near.contains($0.object) }, nodes)
    let seen = try readings(library, "/drugs/baclofen")
    #expect(seen["binds"] == ["GABBR1", "GABBR2", "SLC22A8"])
    #expect(seen["palliates"] == ["multiple sclerosis"])
    #expect(try #require(seen["included in"]).contains("GABA B Agonists"))
    #expect(seen["causes"]?.count == 7)
    #expect(try readings(library, "/genes/gabbr1")["bound by"]?.contains("Baclofen") == true)
    #expect(
      try readings(library, "/diseases/multiple-sclerosis")["palliated by"]?.contains("Baclofen") == true)
    let groups = try #require(try library.relations(of: "/drugs/baclofen"))
    #expect(groups.map(\.reading).first == "palliates")
    let answer = try #require(try library.paths(from: "/genes/gabbr1", to: "/diseases/multiple-sclerosis"))
    for path in answer.paths {
      for (index, hop) in path.hops.enumerated() {
        for edge in hop {
          let ends = Set([edge.relation.subject, edge.relation.object])
          #expect(ends == Set([path.nodes[index].entity, path.nodes[index + 1].entity]))
        }
      }
    }
    #expect(answer.count == 1 && answer.reach == 2)
    #expect(answer.paths.map { $0.nodes.map(\.name) } == [["GABBR1", "Baclofen", "multiple sclerosis"]])
    #expect(answer.paths[0].hops.map { $0.map(\.reading) } == [["bound by"], ["palliates"]])
    let through = try #require(try library.paths(from: "/genes/slc22a8", to: "/diseases/multiple-sclerosis"))
    #expect(through.count == 2 && through.reach == 2)
    #expect(Set(through.paths.map { $0.nodes[1].name }) == ["Baclofen", "Methotrexate"])
  }

  @Test(
    "the mechanisms of DrugMechDB come back whole, with their references, from drug to disease",
    .enabled(if: Corpora.isPresent, "real data is not at $MONOGRAPH_CORPORA"))
  func drugMechDB() throws {
    let (nodes, edges) = try Corpora.records(in: "drugmechdb")
    let sources = Array(Set(edges.compactMap(\.source))).sorted().filter {
      $0.hasPrefix(MechanismGraph.sourcePrefix)
    }
    #expect(sources.count > 4_000)
    let some = Set(sources.prefix(40))
    let library = try library(edges.filter { some.contains($0.source ?? "") }, nodes)
    var compared = 0
    for source in some {
      let own = edges.filter { $0.source == source }
      let objects = Set(own.map(\.object))
      let subjects = Set(own.map(\.subject))
      guard let first = own.first(where: { !objects.contains($0.subject) })?.subject,
        let last = own.first(where: { !subjects.contains($0.object) })?.object,
        let from = try library.resolve(first.curie).first?.entity,
        let to = try library.resolve(last.curie).first?.entity
      else { continue }
      let mechanisms = try #require(try library.paths(from: to, to: from)).mechanisms
      let mechanism = try #require(mechanisms.first { $0.source == source }, "\(source)")
      #expect(mechanism.relations.count == own.count)
      #expect(mechanism.relations.map(\.predicate).sorted() == own.map(\.predicate).sorted())
      #expect(Set(mechanism.publications) == Set(own.flatMap(\.publications)))
      #expect(mechanism.nodes.first?.entity == from)
      compared += 1
    }
    #expect(compared >= 36)
  }

  @Test(
    "every edge of KGX files with sparse columns is found from both its ends",
    .enabled(if: Corpora.isPresent, "real data is not at $MONOGRAPH_CORPORA"))
  func kgx() throws {
    let (nodes, edges) = try Corpora.records(in: "kgx")
    let library = try library(edges, nodes)
    var entities: [Identifier: EntityID] = [:]
    var groups: [EntityID: [RelationGroup]] = [:]
    func entity(_ identifier: Identifier) throws -> EntityID {
      if let id = entities[identifier] { return id }
      let id = try #require(try library.resolve(identifier.curie).first?.entity, "\(identifier.curie)")
      entities[identifier] = id
      return id
    }
    func relations(_ id: EntityID) throws -> [Neighbours.Edge] {
      if groups[id] == nil { groups[id] = try library.relations(of: id, RelationQuery(limit: .max)) }
      return groups[id]?.flatMap(\.edges) ?? []
    }
    #expect(edges.count > 100)
    for edge in edges {
      let (subject, object) = (try entity(edge.subject), try entity(edge.object))
      for (id, other, isOutgoing) in [(subject, object, true), (object, subject, subject == object)] {
        #expect(
          try relations(id).contains {
            $0.relation.predicate == edge.predicate && $0.other == other && $0.isOutgoing == isOutgoing
              && $0.relation.source == edge.source && $0.relation.evidence == edge.evidence
              && $0.relation.publications == edge.publications && $0.relation.isNegated == edge.isNegated
          }, "\(edge)")
      }
    }
  }

  @Test("the diagram of baclofen's page is GABA's: 14 relations with 9 things, five of them in pairs")
  func diagram() throws {
    let content = ContentFolder(
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Content")
        .standardizedFileURL
        .path())
    var monographs: [Monograph] = []
    for file in content.list().files {
      monographs.append(try #require(MarkdownReader().read(file).monograph))
    }
    let library = try folder.library(monographs)
    let groups = try #require(try library.relations(of: "/entities/gaba", RelationQuery(limit: .max)))
    let drawn = groups.flatMap(\.edges).filter { $0.relation.origin == .diagram(anchor: "pathway-diagram") }
    #expect(drawn.count == 14)
    #expect(drawn.allSatisfy { $0.isOutgoing && $0.relation.subject == "/entities/gaba" })
    let targets = Dictionary(grouping: drawn, by: \.other)
    #expect(targets.count == 9)
    #expect(targets.values.count { $0.count == 2 } == 5)
    let baclofen = try #require(try library.relations(of: "/drugs/baclofen", RelationQuery(limit: .max)))
    #expect(!baclofen.flatMap(\.edges).contains { $0.relation.origin == .diagram(anchor: "pathway-diagram") })
    let hop = try #require(
      try library.paths(from: "/genes/mtor", to: "/entities/gaba")?.paths.first?.hops.first)
    #expect(hop.map(\.reading).contains("activated by") && hop.map(\.reading).contains("regulated by"))
  }
}
