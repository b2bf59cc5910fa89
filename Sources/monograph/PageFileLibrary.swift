import MonographLibrary
import MonographModel
import MonographSources
import Synchronization

/// The library around a page that is read straight from its file: the content folder it stands in, or a library
/// that was named, with this page as its file is now; else a library of the page alone.
final class PageFileLibrary: Sendable {
  /// The file.
  let file: PageFile

  private struct Reading: Sendable {
    var bytes: [UInt8]
    var monograph: Monograph
    var diagnostics: [Diagnostic]
    /// A library of this page alone, which knows its links and relations.
    var alone: Library
  }

  private let surrounding: Library?
  private let compiled: String
  private let reading: Mutex<Reading>

  /// Reads the file, and opens or compiles the library around it.
  init(_ file: PageFile, library: String?) throws {
    self.file = file
    surrounding = try Self.surrounding(file, library: library)
    compiled = try ContentCache.path(named: "page \(file.folder)/\(file.name)")
    reading = Mutex(try Self.read(file, around: surrounding, compiled: compiled))
  }

  /// The library that answers for all but the page.
  var library: Library { surrounding ?? reading.withLock(\.alone) }

  /// The entity that the page is about.
  var entity: EntityID { reading.withLock(\.monograph.entity) }

  /// What was found wrong when the file was last read.
  var diagnostics: [Diagnostic] { reading.withLock(\.diagnostics) }

  /// The text of the file when it was last read.
  var text: String { String(decoding: reading.withLock(\.bytes), as: UTF8.self) }

  /// Whether an entity and a document of it (nil: the first) are this page.
  func holds(_ id: EntityID, document: String?) -> Bool {
    reading.withLock { reading in
      id == reading.monograph.entity && (document == nil || document == reading.monograph.source.document)
    }
  }

  /// Reads the file again; false where it holds what it held.
  func readAgain() throws -> Bool {
    let source = try file.read()
    if source.bytes == reading.withLock(\.bytes) { return false }
    let new = try Self.read(file, around: surrounding, compiled: compiled)
    reading.withLock { $0 = new }
    return true
  }

  /// The page as the file has it, with its links, relations and backlinks as the library around it knows them.
  func page() throws(LibraryError) -> Page {
    let reading = self.reading.withLock { $0 }
    let monograph = reading.monograph
    let alone = try reading.alone.page(monograph.entity)
    var page =
      alone
      ?? Page(entity: monograph.entity, title: monograph.title, kind: monograph.kind, monograph: monograph)
    page.monograph = monograph
    page.documents = [DocumentEntry(of: monograph)]
    guard let surrounding else { return page }
    let before = try surrounding.page(monograph.entity, document: nil)
    page.documents += (before?.documents ?? []).filter { $0.document != monograph.source.document }
    var known: [EntityID: Bool] = [:]
    func hasPage(_ entity: EntityID) throws(LibraryError) -> Bool {
      if let answer = known[entity] { return answer }
      let answer = try surrounding.page(entity)?.monograph != nil
      known[entity] = answer
      return answer
    }
    for index in page.neighbours.links.indices {
      page.neighbours.links[index].hasPage = try hasPage(page.neighbours.links[index].entity)
    }
    var edges = page.neighbours.edges
    for index in edges.indices { edges[index].hasPage = try hasPage(edges[index].other) }
    for entity in page.missing where try hasPage(entity) { page.missing.remove(entity) }
    page.neighbours.backlinks = before?.neighbours.backlinks ?? []
    // What other pages say of it stays; what this page said when the library was compiled may be gone from it.
    let stated = Set(before?.monograph?.relations ?? [])
    let own = Set(edges.map(\.relation))
    edges += (before?.neighbours.edges ?? []).filter {
      !$0.isOutgoing && !stated.contains($0.relation) && !own.contains($0.relation)
    }
    page.neighbours.groups = RelationGroup.groups(of: edges)
    return page
  }

  private static func surrounding(_ file: PageFile, library: String?) throws -> Library? {
    if let library { return try Library.open(path: library) }
    if let folder = file.contentFolder {
      return try ContentCache.library(ofFolder: folder, isForReader: false, isQuiet: true)
    }
    return try Surroundings.variable("MONOGRAPH_LIBRARY").map { try Library.open(path: $0) }
  }

  private static func read(
    _ file: PageFile, around surrounding: Library?, compiled: String
  ) throws -> Reading {
    let source = try file.read()
    let result = MarkdownReader().read(source)
    guard let monograph = result.monograph else {
      throw Failure.input(result.diagnostics.first.map(\.description) ?? "\(file.path) cannot be read")
    }
    let writer = try LibraryWriter(path: compiled, title: file.path, fingerprint: "")
    do {
      try writer.add(monograph, source: source.bytes)
      _ = try writer.finish()
    } catch {
      writer.cancel()
      throw error
    }
    let diagnostics = PageDiagnostics.find(in: source, result) { entity in
      (try? surrounding?.page(entity))?.monograph
    }
    return Reading(
      bytes: source.bytes, monograph: monograph, diagnostics: diagnostics,
      alone: try Library.open(path: compiled))
  }
}
