import MonographModel
import Testing

@testable import MonographLibrary

@Suite("The relations of an entity, a page at a time") struct RelationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The number of an edge of a random graph.
  private func number(_ edge: Neighbours.Edge) -> Int { Int(edge.relation.note!.dropFirst(5))! }

  /// All pages of every group, put together.
  private func paged(
    _ library: Library, _ entity: EntityID, _ query: RelationQuery, limit: Int
  ) throws -> [RelationGroup] {
    var all: [RelationGroup] = []
    var query = query
    query.limit = limit
    while true {
      let page = try #require(try library.relations(of: entity, query))
      if all.isEmpty {
        all = page
      } else {
        #expect(page.map(\.reading) == all.map(\.reading))
        for index in page.indices { all[index].edges += page[index].edges }
      }
      if page.allSatisfy(\.edges.isEmpty) { return all }
      query.offset += limit
    }
  }

  @Test("every relation is found from both its ends, once, by pages of any length", arguments: 0..<6)
  func everyRelation(seed: UInt64) throws {
    let graph = RandomGraph(entities: 40, edges: 900, seed: seed)
    let library = try graph.library(in: folder)
    for entity in graph.names.indices {
      let id = RandomGraph.id(entity)
      let expected = graph.readings(of: entity)
      let whole = try #require(try library.relations(of: id, RelationQuery(limit: .max)))
      #expect(Set(whole.map(\.reading)) == Set(expected.keys))
      #expect(whole == RelationGroup.groups(of: whole.flatMap(\.edges)), "groups stand in clinical order")
      for group in whole {
        #expect(group.edges.map(number).sorted() == expected[group.reading], "\(id) \(group.reading)")
        for edge in group.edges {
          let stated = graph.edges[number(edge)]
          let other = RandomGraph.number(edge.isOutgoing ? stated.object : stated.subject)
          #expect(edge.reading == group.reading)
          #expect(edge.other == RandomGraph.id(other))
          #expect(edge.otherKind == RandomGraph.kind(other))
          #expect(edge.otherDegree == graph.neighbours(of: other).count)
          #expect(edge.relation.isNegated == stated.isNegated)
          #expect(edge.relation.publications == stated.publications)
          #expect(edge.relation.evidence == stated.evidence)
          #expect(edge.relation.source == stated.source)
        }
      }
      let limit = [1, 2, 7, 50][entity % 4]
      for order in RelationQuery.Order.allCases {
        let query = RelationQuery(order: order, limit: .max)
        let all = try #require(try library.relations(of: id, query))
        #expect(try paged(library, id, query, limit: limit) == all)
        #expect(all.map { Set($0.edges) } == whole.map { Set($0.edges) })
      }
      #expect(try library.page(id)?.neighbours.groups == library.relations(of: id))
    }
  }

  @Test("each order is kept, and what is equal in it stands by name", arguments: 0..<3)
  func orders(seed: UInt64) throws {
    let graph = RandomGraph(entities: 20, edges: 600, seed: seed + 100)
    let library = try graph.library(in: folder)
    func keys(_ edge: Neighbours.Edge, _ order: RelationQuery.Order) -> [Int] {
      let name = Int(edge.otherName.dropFirst("Thing ".count))!
      return switch order {
      case .evidence:
        [EvidenceLevel(edge.relation.evidence).rank, -edge.relation.publications.count, name]
      case .name: [name]
      case .degree: [-edge.otherDegree, name]
      }
    }
    for entity in graph.names.indices {
      for order in RelationQuery.Order.allCases {
        let groups = try #require(
          try library.relations(of: RandomGraph.id(entity), RelationQuery(order: order, limit: .max)))
        for group in groups {
          let sorted = group.edges.map { keys($0, order) }
          #expect(
            zip(sorted, sorted.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) }, "\(order)")
        }
      }
    }
  }

  @Test("a filter leaves what it says, and counts all of it", arguments: 0..<3)
  func filters(seed: UInt64) throws {
    let graph = RandomGraph(entities: 30, edges: 500, seed: seed + 200)
    let library = try graph.library(in: folder)
    let filters: [(RelationQuery, (Neighbours.Edge) -> Bool)] = [
      (RelationQuery(words: "thing 7"), { $0.otherName.contains("7") }),
      (RelationQuery(words: "THING-1005"), { $0.otherName == "Thing 1005" }),
      (RelationQuery(kinds: ["gene"]), { $0.otherKind == "gene" }),
      (RelationQuery(sources: ["DrugBank"]), { $0.relation.source == "DrugBank" }),
      (
        RelationQuery(predicates: ["associated with"]),
        { $0.reading == "associated with" || $0.relation.predicate == "associated with" }
      ),
      (
        RelationQuery(predicates: ["associates", "xyz"]),
        { ["associates", "xyz"].contains($0.relation.predicate) }
      ),
      (
        RelationQuery(words: "1", kinds: ["drug"], sources: ["Hetionet"], order: .degree),
        { $0.otherName.contains("1") && $0.otherKind == "drug" && $0.relation.source == "Hetionet" }
      ),
    ]
    for entity in graph.names.indices {
      let id = RandomGraph.id(entity)
      for (query, isWanted) in filters {
        let all = try #require(
          try library.relations(of: id, RelationQuery(order: query.order, limit: .max)))
        let expected = all.flatMap(\.edges).filter(isWanted)
        let found = try paged(library, id, query, limit: 3)
        #expect(found.flatMap(\.edges) == expected)
        #expect(found.allSatisfy { $0.count == $0.edges.count })
      }
      let facets = try library.relationFacets(of: id)
      let edges = try #require(try library.relations(of: id, RelationQuery(limit: .max))).flatMap(\.edges)
      let kinds = Dictionary(grouping: edges, by: \.otherKind).mapValues(\.count)
      let sources = Dictionary(grouping: edges.compactMap(\.relation.source)) { $0 }.mapValues(\.count)
      #expect(Dictionary(uniqueKeysWithValues: facets.kinds.map { ($0.value, $0.count) }) == kinds)
      #expect(Dictionary(uniqueKeysWithValues: facets.sources.map { ($0.value, $0.count) }) == sources)
      #expect(facets.kinds.map(\.count) == facets.kinds.map(\.count).sorted(by: >))
      for facet in facets.predicates {
        #expect(
          edges.count { $0.reading == facet.value || $0.relation.predicate == facet.value } == facet.count)
      }
      #expect(
        Set(facets.predicates.map(\.value)) == Set(edges.flatMap { [$0.reading, $0.relation.predicate] }))
    }
  }

  @Test("more of one group is what the whole question gives of it, whatever else was asked", arguments: 0..<3)
  func oneReading(seed: UInt64) throws {
    let graph = RandomGraph(entities: 30, edges: 600, seed: seed + 300)
    let library = try graph.library(in: folder)
    let queries = [
      RelationQuery(), RelationQuery(order: .degree), RelationQuery(words: "1"),
      RelationQuery(predicates: ["associates", "caused by"]),
      RelationQuery(kinds: ["gene"], sources: ["Hetionet"], order: .name),
    ]
    var compared = 0
    for entity in graph.names.indices {
      let id = RandomGraph.id(entity)
      for var query in queries {
        query.offset = entity % 3
        query.limit = 4
        for group in try #require(try library.relations(of: id, query)) {
          query.reading = group.reading
          #expect(try library.relations(of: id, query) == [group])
          compared += 1
        }
        query.reading = "unheard of"
        #expect(try library.relations(of: id, query) == [])
      }
    }
    #expect(compared > 500)
  }

  @Test("a group counts those of which the entity is the subject, however few are read", arguments: 0..<3)
  func outgoingCounts(seed: UInt64) throws {
    let graph = RandomGraph(entities: 20, edges: 600, seed: seed + 400)
    let library = try graph.library(in: folder)
    var mixed = 0
    for entity in graph.names.indices {
      let id = RandomGraph.id(entity)
      for query in [RelationQuery(), RelationQuery(sources: ["DrugBank"]), RelationQuery(order: .name)] {
        var few = query
        few.limit = 1
        var all = query
        all.limit = .max
        let whole = try #require(try library.relations(of: id, all))
        let counts = whole.map { $0.edges.count { $0.isOutgoing } }
        #expect(try library.relations(of: id, few)?.map(\.outgoingCount) == counts)
        mixed += zip(whole, counts).count { $1 > 0 && $1 < $0.count }
      }
    }
    #expect(mixed > 20)
  }

  @Test("any offset and limit is answered")
  func edgesOfPaging() throws {
    let graph = RandomGraph(entities: 5, edges: 40, seed: 1)
    let library = try graph.library(in: folder)
    for order in RelationQuery.Order.allCases {
      for (offset, limit) in [(0, 0), (1_000, 5), (.max, .max), (-3, 2), (2, -1), (0, .max)] {
        let groups = try #require(
          try library.relations(
            of: RandomGraph.id(0), RelationQuery(order: order, offset: offset, limit: limit)))
        for group in groups {
          #expect(group.edges.count == max(0, min(limit, group.count - max(0, min(offset, group.count)))))
        }
      }
    }
    #expect(try library.relations(of: "/drugs/unheard-of") == nil)
    #expect(try library.relations(of: "/drugs/unheard-of", RelationQuery(words: "a")) == nil)
  }

  @Test(
    "more records than memory holds are sorted, equal ones in the order they came",
    arguments: [1, 7, 100, 5_000])
  func sorting(runLength: Int) throws {
    var random = SeededGenerator(seed: 9)
    let sorted = SortedRecords(beside: folder.file("library"), runLength: runLength)
    var records: [(key: SortedRecords.Key, number: Int)] = []
    for number in 0..<1_000 {
      let key = SortedRecords.Key(
        first: Int.random(in: 0..<30, using: &random) << 32, second: Int.random(in: 0..<3, using: &random))
      records.append((key, number))
      try sorted.append(key) { $0.write(count: number) }
    }
    records.sort { ($0.key, $0.number) < ($1.key, $1.number) }
    var cursor = try sorted.cursor()
    for record in records {
      let read = try cursor.next { key, decoder in (key, try decoder.number()) }
      #expect(read?.0 == record.key && read?.1 == record.number)
    }
    #expect(try cursor.next { _, decoder in try decoder.number() } == nil)
    #expect(try folder.files == [])
  }
}
