import ArgumentParser
import Foundation
import MonographLibrary
import MonographModel

/// `relation-speed measure`: the first page of an entity's relations, a later one, a filter, and paths.
struct Measure: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Time relations and paths.")

  @Argument(help: "The folder that 'generate' wrote.") var folder: String
  @Option(help: "How many entities are listed.") var listed = 5_000
  @Flag(help: "Measure only the pages of relations.") var onlyPages = false

  func run() throws {
    let facts = try String(
      contentsOf: URL(fileURLWithPath: folder).appendingPathComponent("facts.json"), encoding: .utf8)
    guard let made = try JSONSerialization.jsonObject(with: Data(facts.utf8)) as? [String: Any],
      let entities = made["entities"] as? Int, let relations = made["relations"] as? Int
    else { throw ValidationError("\(folder): facts.json is not what 'generate' wrote") }
    let graph = SyntheticGraph(entities: entities, relations: relations)
    let path = URL(fileURLWithPath: folder).appendingPathComponent("graph.library").path
    let library = try Library.open(path: path)
    print("opened: PSS \(Memory.proportional) KB\n\n" + Timings.head)
    // After the file was last read from the disk, the first round is the cold one.
    for round in ["first round", "second round, the same entities"] {
      print(round)
      try pages(library, graph)
    }
    guard !onlyPages else { return print("PSS \(Memory.proportional) KB") }
    print("PSS \(Memory.proportional) KB\n\n" + Timings.head)
    try paths(library, graph, count: folderPairs())
    print("PSS \(Memory.proportional) KB, peak \(Memory.peak) KB\n\n" + Timings.head)
    try filters(library, graph)
    try interruption(library, graph)
    print("PSS \(Memory.proportional) KB, peak \(Memory.peak) KB")
  }

  private func folderPairs() throws -> Int {
    try String(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent("pairs.txt"), encoding: .utf8)
      .split(separator: "\n").count
  }

  private func pages(_ library: Library, _ graph: SyntheticGraph) throws {
    var random = SeededNumbers(seed: 22)
    var (any, hubs, later, page) = (Timings(), Timings(), Timings(), Timings())
    let clock = ContinuousClock()
    for _ in 0..<listed {
      let entity = random.below(graph.entities)
      let id = SyntheticGraph.id(entity)
      var groups: [RelationGroup] = []
      let time = try clock.measure { groups = try library.relations(of: id) ?? [] }
      any.add("\(entity), \(groups.reduce(0) { $0 + $1.count }) relations in \(groups.count) groups", time)
    }
    for hub in graph.hubs(20) {
      let id = SyntheticGraph.id(hub)
      var groups: [RelationGroup] = []
      let first = try clock.measure { groups = try library.relations(of: id) ?? [] }
      let name = "\(groups.reduce(0) { $0 + $1.count }) relations in \(groups.count) groups"
      hubs.add(name, first)
      page.add(name, try clock.measure { _ = try library.page(id) })
      // As the program asks: for the next of the longest group.
      guard let longest = groups.max(by: { $0.count < $1.count }) else { continue }
      let query = RelationQuery(reading: longest.reading, offset: longest.count / 2)
      later.add(
        "\(longest.count) that read \(longest.reading)",
        try clock.measure { _ = try library.relations(of: id, query) })
    }
    print(any.row("first page, any entity"))
    print(hubs.row("first page, the 20 largest hubs"))
    print(later.row("from the middle of a group, hubs"))
    print(page.row("the whole page, hubs"))
  }

  private func paths(_ library: Library, _ graph: SyntheticGraph, count: Int) throws {
    var all = Timings()
    var byLength: [String: Timings] = [:]
    let clock = ContinuousClock()
    for (from, to) in graph.pairs(count) {
      var answer: PathAnswer?
      let time = try clock.measure {
        answer = try library.paths(from: SyntheticGraph.id(from), to: SyntheticGraph.id(to))
      }
      let length = answer?.paths.first.map { "\($0.hops.count) hops" } ?? "none"
      let name = "\(from) to \(to): \(length), \(answer?.count ?? 0) paths"
      all.add(name, time)
      byLength[length, default: Timings()].add(name, time)
    }
    print(all.row("path, all of \(count)"))
    for (length, timings) in byLength.sorted(by: { $0.key < $1.key }) {
      print(timings.row("path: \(length), \(timings.all.count)"))
    }
    var hubs = Timings()
    let ends = graph.hubs(20)
    for (from, to) in zip(ends, ends.dropFirst()) {
      let time = try clock.measure {
        _ = try library.paths(from: SyntheticGraph.id(from), to: SyntheticGraph.id(to))
      }
      hubs.add("\(from) to \(to)", time)
    }
    print(hubs.row("path between hubs"))
  }

  private func filters(_ library: Library, _ graph: SyntheticGraph) throws {
    let clock = ContinuousClock()
    for hub in [graph.hubs(1)[0], graph.hubs(200)[199]] {
      let id = SyntheticGraph.id(hub)
      for (name, query) in [
        ("words", RelationQuery(words: "77")), ("kind", RelationQuery(kinds: ["disease"])),
        ("source", RelationQuery(sources: ["SIDER"])), ("by degree", RelationQuery(order: .degree)),
      ] {
        var timings = Timings()
        var count = 0
        for _ in 0..<3 {
          timings.add(
            "\(hub)",
            try clock.measure {
              count = try library.relations(of: id, query)?.reduce(0) { $0 + $1.count } ?? 0
            })
        }
        print(timings.row("filter: \(name), \(count) relations"))
      }
      var timings = Timings()
      timings.add("\(hub)", try clock.measure { _ = try library.relationFacets(of: id) })
      print(timings.row("what it can be narrowed to"))
    }
  }

  /// How long something that takes a while runs on after it was stopped.
  private func interruption(_ library: Library, _ graph: SyntheticGraph) throws {
    let clock = ContinuousClock()
    let id = SyntheticGraph.id(graph.hubs(1)[0])
    var timings = Timings()
    for _ in 0..<10 {
      let stopped = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        _ = try? library.relations(of: id, RelationQuery(order: .degree))
        stopped.signal()
      }
      Thread.sleep(forTimeInterval: 0.03)
      timings.add(
        "",
        clock.measure {
          library.interrupt()
          stopped.wait()
        })
    }
    print(timings.row("until an interrupted filter ended"))
  }
}
