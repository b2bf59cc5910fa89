import Foundation
import MonographModel
import Testing

@testable import MonographLibrary

@Suite("The ways from one entity to another") struct PathTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The lengths of the shortest paths from an entity, found one hop at a time.
  private func distances(from start: Int, _ neighbours: [Set<Int>]) -> [Int?] {
    var distances = [Int?](repeating: nil, count: neighbours.count)
    distances[start] = 0
    var open = [start]
    while let entity = open.first {
      open.removeFirst()
      for other in neighbours[entity] where distances[other] == nil {
        distances[other] = distances[entity]! + 1
        open.append(other)
      }
    }
    return distances
  }

  /// All shortest paths, by going every way.
  private func allPaths(to end: Int, from path: [Int], _ neighbours: [Set<Int>], length: Int) -> [[Int]] {
    guard length > 0 else { return path.last == end ? [path] : [] }
    return neighbours[path.last!].flatMap {
      allPaths(to: end, from: path + [$0], neighbours, length: length - 1)
    }
  }

  private func cost(_ path: [Int], _ neighbours: [Set<Int>]) -> Double {
    path.dropFirst().dropLast().reduce(0) { $0 + log2(Double(neighbours[$1].count)) }
  }

  @Test(
    "no shorter one exists, all are counted, and those through the least connected come first",
    arguments: [(60, 90), (60, 70), (200, 260), (25, 120), (40, 30)], 0..<3)
  func shortest(size: (entities: Int, edges: Int), seed: UInt64) throws {
    let graph = RandomGraph(entities: size.entities, edges: size.edges, seed: seed + 300)
    let library = try graph.library(in: folder)
    let neighbours = graph.names.indices.map { graph.neighbours(of: $0) }
    var random = SeededGenerator(seed: seed)
    var lengths: Set<Int?> = []
    for _ in 0..<60 {
      let from = Int.random(in: graph.names.indices, using: &random)
      let to = Int.random(in: graph.names.indices, using: &random)
      let limit = [1, 3, 60][Int.random(in: 0..<3, using: &random)]
      let answer = try #require(
        try library.paths(from: RandomGraph.id(from), to: RandomGraph.id(to), limit: limit))
      let distance = distances(from: from, neighbours)[to].flatMap { $0 <= PathAnswer.longest ? $0 : nil }
      lengths.insert(distance)
      #expect(answer.from.entity == RandomGraph.id(from) && answer.to.entity == RandomGraph.id(to))
      guard let distance else {
        #expect(answer.paths == [] && answer.count == 0 && answer.reach == PathAnswer.longest)
        continue
      }
      let expected = allPaths(to: to, from: [from], neighbours, length: distance)
      #expect(answer.count == expected.count)
      #expect(answer.reach == distance)
      let found = answer.paths.map { path in
        path.nodes.map { Int($0.name.dropFirst("Thing ".count))! - 1_000 }
      }
      #expect(Set(found).count == min(limit, expected.count))
      #expect(Set(found).isSubset(of: expected))
      let costs = expected.map { cost($0, neighbours) }.sorted()
      for (path, least) in zip(found, costs) { #expect(abs(cost(path, neighbours) - least) < 0.001) }
      for (path, keys) in zip(answer.paths, found) {
        #expect(path.nodes.map(\.degree) == keys.map { neighbours[$0].count })
        #expect(path.nodes.map(\.kind) == keys.map(RandomGraph.kind))
        for (index, hop) in path.hops.enumerated() {
          let between = graph.edges.indices.filter { number in
            [[keys[index], keys[index + 1]], [keys[index + 1], keys[index]]].contains(
              [
                RandomGraph.number(graph.edges[number].subject),
                RandomGraph.number(graph.edges[number].object),
              ])
          }
          #expect(Set(hop.map { $0.relation.note! }) == Set(between.map { "edge \($0)" }))
          #expect(hop.count == between.count)
          #expect(hop.allSatisfy { $0.other == path.nodes[index + 1].entity })
        }
      }
    }
    #expect(lengths.count > 2)
  }

  @Test("an entity is connected with itself by a path of no hop; with what nobody knows there is no answer")
  func ends() throws {
    let library = try RandomGraph(entities: 5, edges: 10, seed: 1).library(in: folder)
    let same = try #require(try library.paths(from: RandomGraph.id(1), to: RandomGraph.id(1)))
    #expect(same.paths.map(\.nodes.count) == [1] && same.paths[0].hops == [] && same.count == 1)
    #expect(same.reach == 0)
    #expect(try library.paths(from: RandomGraph.id(1), to: "/drugs/unheard-of") == nil)
    #expect(try library.paths(from: "/drugs/unheard-of", to: RandomGraph.id(1)) == nil)
  }

  @Test("what is said not to hold connects nothing, and is shown beside what does")
  func negated() throws {
    var not = edge("X:1", "treats", "X:2")
    not.isNegated = true
    let (library, _) = try folder.join([
      .node(node("X:1", "A", kind: "drug")), .node(node("X:2", "B", kind: "disease")),
      .node(node("X:3", "C", kind: "gene")), .edge(not), .edge(edge("X:1", "binds", "X:3")),
      .edge(edge("X:3", "causes", "X:2")),
    ])
    let answer = try #require(try library.paths(from: "/drugs/a", to: "/diseases/b"))
    #expect(answer.paths.map { $0.nodes.map(\.name) } == [["A", "C", "B"]])
    #expect(answer.paths[0].hops.map { $0.map(\.reading) } == [["binds"], ["causes"]])
    let back = try #require(try library.paths(from: "/diseases/b", to: "/drugs/a"))
    #expect(back.paths[0].hops.map { $0.map(\.reading) } == [["caused by"], ["bound by"]])
    let (both, _) = try folder.join([
      .node(node("X:1", "A", kind: "drug")), .node(node("X:2", "B", kind: "disease")), .edge(not),
      .edge(edge("X:1", "palliates", "X:2")),
    ])
    let hop = try #require(try both.paths(from: "/diseases/b", to: "/drugs/a")?.paths.first?.hops.first)
    #expect(hop.map(\.statedReading) == ["palliated by", "NOT treated by"])
  }

  @Test("millions of paths are counted, and a few are made, by the least connected first")
  func many() throws {
    // Three layers of forty entities, each joined with all of the next.
    var records: [Addition] = []
    for layer in 1...3 {
      for number in 0..<40 {
        if layer == 1 { records.append(.edge(edge("X:from", "binds", "L1:\(number)"))) }
        if layer == 3 { records.append(.edge(edge("X:to", "treats", "L3:\(number)"))) }
        guard layer < 3 else { continue }
        for other in 0..<40 {
          records.append(.edge(edge("L\(layer):\(number)", "causes", "L\(layer + 1):\(other)")))
        }
      }
    }
    let (library, _) = try folder.join(records)
    let answer = try #require(
      try library.paths(from: "/entities/x-from", to: "/entities/x-to", limit: 10))
    #expect(answer.count == 64_000)
    #expect(answer.paths.count == 10)
    #expect(answer.paths.allSatisfy { $0.hops.count == 4 })
    #expect(Set(answer.paths).count == 10)
    #expect(answer.seen == 122)
  }

  @Test("a search that was interrupted before it ended says so")
  func interrupted() throws {
    let library = try RandomGraph(entities: 30, edges: 200, seed: 5).library(in: folder)
    #expect(throws: LibraryError.interrupted) {
      try library.readLong { database, map, isCancelled in
        library.interrupt()
        _ = try PathSearch(from: 1, to: 2, longest: 4, map: map, in: database) {
          if isCancelled() { throw LibraryError.interrupted }
        }
      }
    }
    #expect(throws: LibraryError.interrupted) {
      try library.readLong { database, map, isCancelled in
        library.interrupt()
        var checks = 0
        var selection = try RelationSelection(
          RelationQuery(order: .degree), of: 1, map: map, in: database
        ) {
          checks += 1
          return isCancelled()
        }
        while checks == 0 { _ = try selection.groups() }
      }
    }
  }

  /// The edges of a mechanism.
  private func mechanism(_ name: String, _ edges: [(String, String, String)]) -> [Addition] {
    edges.map { subject, predicate, object in
      var edge = edge(subject, predicate, object)
      edge.source = MechanismGraph.sourcePrefix + name
      edge.publications = ["PMID:\(name)", "PMID:1"]
      return .edge(edge)
    }
  }

  @Test("a mechanism that a source states whole is found from either end, in its own direction")
  func mechanisms() throws {
    let (library, _) = try folder.join(
      mechanism(
        "long",
        [
          ("X:b", "causes", "X:disease"), ("X:drug", "inhibits", "X:target"),
          ("X:target", "increases", "X:a"),
          ("X:target", "increases", "X:b"), ("X:a", "causes", "X:disease"),
        ])
        + mechanism("short", [("X:drug", "activates", "X:c"), ("X:c", "prevents", "X:disease")])
        + mechanism("apart", [("X:drug", "activates", "X:c"), ("X:disease", "has", "X:c")])
        + mechanism(
          "round",
          [
            ("X:drug", "activates", "X:c"), ("X:c", "causes", "X:d"), ("X:d", "causes", "X:c"),
            ("X:d", "causes", "X:disease"), ("X:c", "causes", "X:c"),
          ])
        + [.edge(edge("X:drug", "treats", "X:disease"))])
    let answer = try #require(try library.paths(from: "/entities/x-drug", to: "/entities/x-disease"))
    #expect(
      answer.mechanisms.map(\.source) == [
        "DrugMechDB path short", "DrugMechDB path long", "DrugMechDB path round",
      ])
    let long = answer.mechanisms[1]
    #expect(long.nodes.map(\.name) == ["X:drug", "X:target", "X:a", "X:b", "X:disease"])
    #expect(
      long.relations.map { "\($0.subjectName) \($0.predicate) \($0.objectName)" } == [
        "X:drug inhibits X:target", "X:target increases X:a", "X:target increases X:b",
        "X:a causes X:disease",
        "X:b causes X:disease",
      ])
    #expect(long.publications == ["PMID:long", "PMID:1"])
    #expect(answer.mechanisms[2].nodes.first?.name == "X:drug")
    #expect(answer.mechanisms[2].relations.count == 5)
    let back = try #require(try library.paths(from: "/entities/x-disease", to: "/entities/x-drug"))
    #expect(back.mechanisms == answer.mechanisms)
    #expect(try library.paths(from: "/entities/x-a", to: "/entities/x-c")?.mechanisms == [])
  }

  @Test("a mechanism of too many relations is named, not read")
  func longMechanism() throws {
    let long = (0..<1_100).map { ("X:drug", "step \($0)", "X:disease") }
    let (library, _) = try folder.join(
      mechanism("long", long) + mechanism("short", [("X:drug", "treats", "X:disease")]))
    let answer = try #require(try library.paths(from: "/entities/x-drug", to: "/entities/x-disease"))
    #expect(answer.mechanisms.map(\.source) == ["DrugMechDB path short"])
    #expect(answer.unreadMechanisms == ["DrugMechDB path long"])
  }

  @Test("of very many parallel relations the best are read, a negated one among them, and all are counted")
  func parallelRelations() throws {
    var edges = (0..<5_000).map { number in
      var stated = edge("X:a", "causes", "X:b")
      stated.note = "\(number)"
      stated.evidence = number % 100 == 99 ? "high" : "low"
      return stated
    }
    edges[4_321].isNegated = true
    let (library, _) = try folder.join(edges.map { .edge($0) })
    let path = try #require(try library.paths(from: "/entities/x-b", to: "/entities/x-a")?.paths.first)
    #expect(path.hopCounts == [5_000])
    #expect(path.hops[0].count == EntityPath.hopLimit)
    #expect(path.hops[0].count { $0.relation.isNegated } == 1)
    #expect(path.hops[0].count { $0.relation.evidence == "high" } == EntityPath.hopLimit - 1)
  }
}
