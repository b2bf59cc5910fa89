import Foundation
import GRDB
import MonographModel
import Testing

@testable import MonographLibrary

/// Terms on their way into a library.
@Suite struct TermGathererTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs of random terms, with how many places each has.
  private func runs(seed: UInt64, count: Int) -> [(run: TermRun, places: Int)] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      var builder = TermRunBuilder(capacity: 8)
      let places = Int.random(in: 1...300, using: &random)
      for place in 0..<places {
        // The first place of the first run may be the only one of a term; some terms stand in all.
        var terms: Set<String> = ["common"]
        for _ in 0..<Int.random(in: 0...20, using: &random) {
          let number = Int.random(in: 0...Int.random(in: 1...4_000, using: &random), using: &random)
          terms.insert("\(["a", "common", "é", "z"][number % 4])\(number)")
        }
        for term in terms.sorted() {
          let number = Array(term.utf8).withUnsafeBufferPointer { builder.number(of: $0) }
          builder.add(number, at: place, weight: UInt8.random(in: 0...255, using: &random))
        }
      }
      return (builder.run(), places)
    }
  }

  /// Every row that is written for runs, with so much memory.
  private func rows(of runs: [(run: TermRun, places: Int)], memoryLimit: Int) throws -> [Row] {
    let gatherer = TermGatherer(beside: folder.file("library"), memoryLimit: memoryLimit)
    var base = 1
    for (run, places) in runs {
      try gatherer.add(run, base: base)
      base += places
    }
    return try DatabaseQueue().write { database in
      try database.execute(sql: TermTables.sections.definition)
      try TermIndexWriter(.sections, hasStems: true, in: database).write(gatherer)
      return try ["block", "list", "long_list"].flatMap {
        try Row.fetchAll(database, sql: "SELECT * FROM term_\($0) ORDER BY 1")
      }
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func aNameOfManyWordsTakesTimeInProportionToThem() throws {
    let gatherer = TermGatherer(beside: folder.file("library"), memoryLimit: 1 << 30)
    var names = NameTerms(gatherer)
    let words = (0..<200_000).map { "w\($0)" }
    try names.add((words + words).joined(separator: " "), name: 1)
    try names.add("w1 w1 other", name: 2)
    try names.end()
    let rows = try DatabaseQueue().write { database in
      try database.execute(sql: TermTables.names.definition)
      try TermIndexWriter(.names, hasStems: false, in: database).write(gatherer)
      let index = TermIndex(database, tables: .names, stemmer: nil, placeLimit: 2, isCancelled: { false })
      return try ["w0", "w1", "w199999", "other"].map { try index.entry(of: $0)?.sections }
    }
    #expect(rows == [1, 2, 1, 1])
  }

  @Test func whatIsSpilledAndMergedIsWhatStaysInMemory() throws {
    let runs = runs(seed: 11, count: 40)
    let whole = try rows(of: runs, memoryLimit: 1 << 30)
    #expect(whole.count > 20)
    #expect(try rows(of: runs, memoryLimit: 0) == whole)
    #expect(try rows(of: runs, memoryLimit: 1 << 20) == whole)
    #expect(try folder.files.isEmpty)
  }

  @Test func listsOfAllRunsAreJoined() throws {
    let runs = runs(seed: 12, count: 12)
    var expected: [String: [Int]] = [:]
    var base = 1
    for (run, places) in runs {
      var (textStart, listStart) = (0, 0)
      for entry in run.entries {
        let text = String(decoding: run.texts[textStart..<Int(entry.textEnd)], as: UTF8.self)
        var place = base + Int(entry.first)
        expected[text, default: []].append(place)
        // Distances of fewer than 300 places: one byte or two, then the weight.
        var index = listStart + 1
        while index < Int(entry.listEnd) {
          var distance = Int(run.lists[index])
          if distance >= 0x80 {
            index += 1
            distance = distance & 0x7F | Int(run.lists[index]) << 7
          }
          place += distance
          expected[text, default: []].append(place)
          index += 2
        }
        (textStart, listStart) = (Int(entry.textEnd), Int(entry.listEnd))
      }
      base += places
    }
    let gatherer = TermGatherer(beside: folder.file("library"), memoryLimit: 0)
    base = 1
    for (run, places) in runs {
      try gatherer.add(run, base: base)
      base += places
    }
    try DatabaseQueue().write { database in
      try database.execute(sql: TermTables.sections.definition)
      try TermIndexWriter(.sections, hasStems: true, in: database).write(gatherer)
      let index = TermIndex(database, stemmer: nil, placeLimit: base)
      for (term, places) in expected {
        let entry = try #require(try index.entry(of: term), "\(term)")
        var found: [Int] = []
        try index.forEachPosting(of: entry) { place, _ in found.append(place) }
        #expect(found == places, "\(term)")
      }
      #expect(try index.entries(beginningWith: "", limit: .max).count == expected.count)
      #expect(try #require(try index.entry(of: "common")).listSize > TermTables.longList)
    }
  }

  @Test func damagedRowsAreAnErrorNeverACrash() throws {
    var random = SeededGenerator(seed: 13)
    let gatherer = TermGatherer(beside: folder.file("library"))
    var base = 1
    for (run, places) in runs(seed: 13, count: 8) {
      try gatherer.add(run, base: base)
      base += places
    }
    let placeLimit = base - 1
    try DatabaseQueue().write { database in
      try database.execute(sql: TermTables.sections.definition)
      try TermIndexWriter(.sections, hasStems: true, in: database).write(gatherer)
      let stemmer = try Stemmer(database)
      var found = 0
      for round in 0..<150 {
        let table = ["block", "list", "long_list"][round % 3]
        let key = table == "block" ? "id" : table == "list" ? "block" : "term"
        let rows = try Row.fetchAll(database, sql: "SELECT \(key), bytes FROM term_\(table)")
        let row = try #require(rows.randomElement(using: &random))
        let whole: Data = row[1]
        var bytes = Array(whole)
        switch Int.random(in: 0...2, using: &random) {
        case 0: bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        case 1:
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        default:
          for _ in 0..<20 {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
          }
        }
        let update = "UPDATE term_\(table) SET bytes = ? WHERE \(key) = ?"
        try database.execute(sql: update, arguments: [Data(bytes), row[0] as Int])
        let index = TermIndex(database, stemmer: stemmer, placeLimit: placeLimit)
        do {
          for entry in try index.entries(beginningWith: "", limit: 5_000) {
            var last = 0
            try index.forEachPosting(of: entry) { place, _ in
              #expect(place > last && place <= placeLimit)
              last = place
            }
          }
          _ = try index.entry(of: "common")
          _ = try index.forms(of: "common")
        } catch let error as DatabaseError {
          #expect(error.resultCode == .SQLITE_CORRUPT)
          found += 1
        }
        try database.execute(sql: update, arguments: [whole, row[0] as Int])
      }
      #expect(found > 40)
    }
  }
}
