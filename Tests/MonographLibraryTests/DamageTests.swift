import Foundation
import GRDB
import MonographModel
import Testing

@testable import MonographLibrary

@Suite struct DamageTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("library")
  }

  private func write(_ bytes: Data) throws { try bytes.write(to: URL(fileURLWithPath: path)) }

  private func wholeLibrary() throws -> Data {
    var pages = Sample.all
    for number in 0..<60 {
      var page = Everything.monograph
      page.entity = EntityID(folder: "drugs", slug: "drug-\(number)")!
      page.source.document = "\(number)"
      pages.append(page)
    }
    try folder.compile(pages)
    return try Data(contentsOf: URL(fileURLWithPath: folder.file("test.monograph")))
  }

  private func openError() -> LibraryError? {
    do {
      _ = try Library.open(path: path)
      return nil
    } catch {
      return error
    }
  }

  @Test func whatIsNoLibraryIsRefused() throws {
    #expect(openError() == .notFound(path: path))
    for bytes in [
      Data(), Data("a text\n".utf8), Data(repeating: 0, count: 4_096), Data(repeating: 0xFF, count: 99),
    ] {
      try write(bytes)
      #expect(openError() == .notALibrary(path: path))
    }
    try FileManager.default.removeItem(atPath: path)
    let other = try DatabaseQueue(path: path)
    try other.write { try $0.execute(sql: "CREATE TABLE t(x)") }
    try other.close()
    #expect(openError() == .notALibrary(path: path))
    #expect(throws: LibraryError.notALibrary(path: folder.path)) { try Library.open(path: folder.path) }
  }

  @Test func aPipeASocketOrADeviceIsNoLibrary() throws {
    try #require(mkfifo(path, 0o600) == 0)
    #expect(openError() == .notALibrary(path: path))
    #expect(throws: LibraryError.notALibrary(path: "/dev/null")) { try Library.open(path: "/dev/null") }
    let socketPath = folder.file("socket")
    try makeSocket(at: socketPath)
    #expect(throws: LibraryError.notALibrary(path: socketPath)) { try Library.open(path: socketPath) }
  }

  @Test func otherVersionsAreRefused() throws {
    var bytes = try wholeLibrary()
    let version = Schema.formatVersion
    bytes[63] = UInt8(version + 1)
    try write(bytes)
    #expect(openError() == .newerFormat(path: path, version: version + 1))
    bytes[63] = UInt8(version - 1)
    try write(bytes)
    #expect(openError() == .olderFormat(path: path, version: version - 1))
  }

  @Test func aFileThatIsCutShortIsRefused() throws {
    let bytes = try wholeLibrary()
    for length in [100, 1_000, 4_096, bytes.count / 2, bytes.count - 1] {
      try write(bytes.prefix(length))
      #expect(openError() == .damaged(path: path, detail: "\(length) of \(bytes.count) bytes are there"))
    }
  }

  /// Reads everything; nil where it can all be read.
  private func errorOfReadingAll() -> LibraryError? {
    do throws(LibraryError) {
      let library = try Library.open(path: path)
      _ = try library.summary
      _ = try library.names(matching: "drug", limit: 50)
      _ = try library.resolve("baclofen")
      for id: EntityID in ["/entities/gaba", "/entities/neurons"] {
        _ = try library.relations(of: id, RelationQuery(order: .degree))
        _ = try library.relationFacets(of: id)
        _ = try library.relations(of: id, RelationQuery(words: "a", order: .name, offset: 2, limit: 3))
        _ = try library.paths(from: id, to: "/entities/rna")
      }
      try readWholeGraph(library)
      for match in try library.index() {
        _ = try library.page(match.entity)
        _ = try library.sourceText(entity: match.entity)
      }
      for query in ["baclofen", "b", "plain", "signals transmitter"] {
        _ = try library.search(query, limit: 50)
      }
      return nil
    } catch {
      return error
    }
  }

  @Test func damageWithinIsAnErrorNeverACrash() throws {
    let bytes = try wholeLibrary()
    try write(bytes)
    #expect(errorOfReadingAll() == nil)
    var random = SeededGenerator(seed: 3)
    var found = 0
    for round in 0..<250 {
      var damaged = bytes
      // Past the header: what that holds is checked above.
      let place = Int.random(in: 100..<bytes.count, using: &random)
      if round % 2 == 0 {
        let page = place / 4_096 * 4_096
        for index in max(100, page)..<min(bytes.count, page + 4_096) {
          damaged[index] = round % 4 == 0 ? 0 : UInt8.random(in: 0...255, using: &random)
        }
      } else {
        for index in place..<min(bytes.count, place + 4) {
          damaged[index] = UInt8.random(in: 0...255, using: &random)
        }
      }
      try write(damaged)
      switch errorOfReadingAll() {
      case nil: continue
      case .damaged(path: path, detail: _): found += 1
      case let other: Issue.record("round \(round): \(String(describing: other))")
      }
    }
    #expect(found > 50)
  }

  @Test(arguments: [0, -1, 100_000, Int(Int32.max) + 1], ["baclofen zzqq", "kind:drug"])
  func aDocumentThatTheMapDoesNotHaveIsDamage(key: Int, query: String) throws {
    try write(wholeLibrary())
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(
        sql:
          "UPDATE document SET id = ? WHERE entity = (SELECT id FROM entity WHERE path = '/drugs/baclofen')",
        arguments: [key])
    }
    try queue.close()
    let library = try Library.open(path: path)
    #expect {
      try library.search(query, limit: 10)
    } throws: { error in
      guard case LibraryError.damaged = error else { return false }
      return true
    }
  }

  @Test func aChangedDoseIsFound() throws {
    var bytes = try wholeLibrary()
    let section = try #require(Sample.baclofen.section(anchor: "oral"))
    let place = try #require(bytes.range(of: Data(try PageCodec.encode(blocks: section.blocks))))
    let dose = try #require(bytes.range(of: Data("5 mg".utf8), in: place))
    bytes[dose.lowerBound] = UInt8(ascii: "8")
    try write(bytes)
    let library = try Library.open(path: path)
    #expect(throws: LibraryError.damaged(path: path, detail: "its page has changed since it was written")) {
      try library.page("/drugs/baclofen")
    }
    #expect(try library.page("/entities/neurons")?.monograph == Sample.neurons)
  }

  @Test(arguments: ["a b", "100%", "a?b#c", "ä日", "a&b=c", "semi;colon"])
  func anyPathMayHoldALibrary(name: String) throws {
    let library = try folder.library([Sample.neurons], name: name)
    #expect(try library.page("/entities/neurons")?.monograph == Sample.neurons)
    #expect(try library.search("signals", limit: 1).hits.count == 1)
  }

  @Test(arguments: [
    (LibraryError.notFound(path: "/p"), "/p"), (.unreadable(path: "/p", reason: "why"), "why"),
    (.notALibrary(path: "/p"), "/p"), (.damaged(path: "/p", detail: "what"), "what"),
    (.newerFormat(path: "/p", version: 8), "format 8"), (.olderFormat(path: "/p", version: 0), "format 0"),
    (.cannotWrite(path: "/p", reason: "why"), "why"),
    (.occupied(path: "/p", occupant: "a pipe"), "/p is a pipe"), (.noPath, "path"),
    (.diskFull(path: "/p"), "/p"),
    (.duplicateDocument(entity: "/a/b", document: "doc"), "doc of /a/b"),
    (.unstorable(entity: "/a/b", document: "doc", reason: "why"), "why"), (.closed(path: "/p"), "/p"),
    (.interrupted, "again"), (.duplicateFile(name: "f.zip"), "f.zip"),
  ])
  func everyErrorSaysWhatAndWhere(error: LibraryError, fact: String) {
    #expect(error.description.contains(fact))
    #expect(error.description.hasSuffix(".") || error.description.contains("monograph"))
  }
}

/// Reads every node and edge as they are exported.
private func readWholeGraph(_ library: Library) throws(LibraryError) {
  func identifier(of entity: EntityID) -> Identifier { Identifier(prefix: "X", local: entity.path) }
  do {
    try library.forEachNode(identifier: identifier) { _ in }
    try library.forEachEdge(identifier: identifier) { _ in }
  } catch let error as LibraryError {
    throw error
  } catch {
    Issue.record("not an error of the library: \(error)")
  }
}

@Suite("Packed relations that are damaged are an error, never a crash") struct RelationDamageTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Reads all relations, filters and paths of a random graph; nil where it can all be read.
  private func errorOfReadingAll(_ path: String) -> LibraryError? {
    do throws(LibraryError) {
      let library = try Library.open(path: path)
      for entity in 0..<12 {
        let id = RandomGraph.id(entity)
        _ = try library.page(id)
        for offset in [3, 40, .max] {
          _ = try library.relations(of: id, RelationQuery(offset: offset, limit: .max))
          _ = try library.relations(of: id, RelationQuery(reading: "treats", offset: offset, limit: 5))
        }
        _ = try library.relations(of: id, RelationQuery(words: "1", kinds: ["gene"], order: .degree))
        _ = try library.relationFacets(of: id)
        _ = try library.relations(
          of: id, RelationQuery(words: "thing 10", sources: ["DrugBank"], order: .name))
        _ = try library.paths(from: id, to: RandomGraph.id(11 - entity))
      }
      try readWholeGraph(library)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "whatever byte of them is changed",
    arguments: [
      ("neighbourhood", "groups"), ("neighbourhood", "neighbours"), ("relation_list", "rows"),
      ("entity_map", "bytes"),
    ])
  func bytes(table: String, column: String) throws {
    let graph = RandomGraph(entities: 12, edges: 90, seed: 7)
    let path = try graph.library(in: folder).path
    #expect(errorOfReadingAll(path) == nil)
    let queue = try DatabaseQueue(path: path)
    let rows: [(Int64, Data)] = try queue.read { database in
      try Row.fetchAll(database, sql: "SELECT rowid AS row, \(column) FROM \(table)").map { ($0[0], $0[1]) }
    }
    var random = SeededGenerator(seed: 11)
    var found = 0
    for round in 0..<120 {
      let (row, bytes) = rows[round % rows.count]
      var damaged = bytes
      if round % 10 == 9 {
        damaged = damaged.prefix(Int.random(in: 0..<bytes.count, using: &random))
      } else if !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        damaged[place] = round % 3 == 0 ? 0xFF : UInt8.random(in: 0...255, using: &random)
      }
      func write(_ bytes: Data) throws {
        try queue.write {
          try $0.execute(sql: "UPDATE \(table) SET \(column) = ? WHERE rowid = ?", arguments: [bytes, row])
        }
      }
      try write(damaged)
      switch errorOfReadingAll(path) {
      case nil: break
      case .damaged: found += 1
      case let other: Issue.record("round \(round): \(String(describing: other))")
      }
      try write(bytes)
    }
    #expect(found > 20)
  }

  @Test(
    "what goes wrong while a graph is exported is the library's error; what its reader throws stays as it is")
  func exported() throws {
    struct Stop: Error {}
    let library = try RandomGraph(entities: 12, edges: 90, seed: 7).library(in: folder)
    func identifier(of entity: EntityID) -> Identifier { Identifier(prefix: "X", local: entity.path) }
    #expect(throws: Stop.self) { try library.forEachNode(identifier: identifier) { _ in throw Stop() } }
    #expect(throws: Stop.self) { try library.forEachEdge(identifier: identifier) { _ in throw Stop() } }
    let queue = try DatabaseQueue(path: library.path)
    try queue.write {
      try $0.execute(sql: "UPDATE entity SET path = 'x' || id; UPDATE relation SET flags = 'x'")
    }
    try queue.close()
    let damaged = try Library.open(path: library.path)
    #expect(throws: LibraryError.self) { try damaged.forEachNode(identifier: identifier) { _ in } }
    #expect(throws: LibraryError.self) { try damaged.forEachEdge(identifier: identifier) { _ in } }
  }

  @Test("a row at the end of all numbers is damage", arguments: [Int.max, -1, 0])
  func rows(row: Int) throws {
    let library = try RandomGraph(entities: 12, edges: 90, seed: 7).library(in: folder)
    try DatabaseQueue(path: library.path).read { database in
      var readers = RelationReaders(in: database)
      let relation = try? readers.relation(atRow: row, of: 1)
      #expect(relation == nil)
    }
  }
}
