import Foundation
import GRDB
import MonographModel

/// One compile of a library file.
///
/// Documents are added one by one and written at once; memory grows with the number of entities alone. The
/// file is built beside its place and takes it in ``finish()``: until then, and after any failure, a library
/// that stood there before is unchanged. The same documents in the same order give the same bytes.
///
/// Documents and nodes from many sources may be about one entity; which, is decided in ``finish()``, from all of
/// them and whatever their order: see ``EntityJoining`` for the rules, and ``BuildSummary/joins`` for what was
/// joined.
///
/// ```swift
/// let writer = try LibraryWriter(path: "ward.monograph", title: "Ward", fingerprint: "1")
/// try writer.add(monograph, source: bytes)
/// let summary = try writer.finish()
/// ```
///
/// A writer is used by one thread. Another may ``prepare(_:source:attachment:)`` what it adds.
public final class LibraryWriter {
  private enum State {
    case open(DatabaseQueue)
    case ended
  }

  private let file: PartialFile
  private var state: State
  private var contents: LibraryContents
  private var rows: RowStatements?

  /// Begins a library.
  ///
  /// - Parameters:
  ///   - path: Where it will stand; the folder must exist. A library or an empty file that is there
  ///     now stays until the end; anything else is ``LibraryError/occupied(path:occupant:)``. Of a symbolic
  ///     link, the file it names is replaced.
  ///   - title: What the library calls itself.
  ///   - fingerprint: Any text that tells whether the input has changed since; see
  ///     ``Library/fingerprint(path:)``.
  public convenience init(path: String, title: String, fingerprint: String) throws(LibraryError) {
    try self.init(path: path, title: title, fingerprint: fingerprint, databasePageLimit: nil)
  }

  /// Begins a library that may grow to a number of database pages; more count as a full disk.
  init(path: String, title: String, fingerprint: String, databasePageLimit: Int?) throws(LibraryError) {
    let file = try PartialFile(destination: path)
    self.file = file
    contents = LibraryContents(title: title, fingerprint: fingerprint, path: file.destination)
    do {
      let queue = try DatabaseQueue(path: file.path, configuration: Self.configuration)
      try queue.writeWithoutTransaction { database in
        if let databasePageLimit {
          try database.execute(sql: "PRAGMA max_page_count = \(databasePageLimit)")
        }
        try database.execute(sql: "BEGIN IMMEDIATE")
        try database.execute(sql: Schema.tables)
      }
      rows = try queue.writeWithoutTransaction { try RowStatements(in: $0) }
      state = .open(queue)
    } catch {
      file.remove()
      throw LibraryError(writing: path, error)
    }
  }

  deinit { cancel() }

  /// Makes a document ready to be added: what takes time and needs no library, so that another thread can do it.
  ///
  /// Throws ``LibraryError/unstorable(entity:document:reason:)`` for a document that is nested too deeply.
  public static func prepare(
    _ monograph: Monograph, source: [UInt8], attachment: [UInt8] = []
  ) throws(LibraryError) -> PreparedDocument {
    do throws(PageCodecError) {
      return try PreparedDocument(monograph, source: source, attachment: attachment)
    } catch {
      throw .unstorable(
        entity: monograph.entity, document: monograph.source.document, reason: error.description)
    }
  }

  /// Prepares a document, with the bytes it was read from, and adds it.
  public func add(
    _ monograph: Monograph, source: [UInt8], layer: Int = 0, identity: EntityIdentity = .given
  ) throws(LibraryError) {
    guard case .open = state else { throw .closed(path: file.destination) }
    try add(try Self.prepare(monograph, source: source), layer: layer, identity: identity)
  }

  /// Adds a document. A document of a higher layer is shown before those of lower ones.
  ///
  /// ``LibraryError/duplicateDocument(entity:document:)`` leaves the compile as it was before the call; any other
  /// error ends it.
  public func add(
    _ document: PreparedDocument, layer: Int = 0, identity: EntityIdentity = .given
  ) throws(LibraryError) {
    guard case .open = state else { throw .closed(path: file.destination) }
    try contents.admit(document, layer: layer, identity: identity)
    try write { contents, rows in
      try contents.insert(document, layer: layer, identity: identity, with: rows)
    }
  }

  /// Begins a source file: what is added from now on came from it, until ``endFile(attachment:)`` or the
  /// beginning of the next. What is added outside of any file cannot be taken from this library again.
  ///
  /// ``LibraryError/duplicateFile(name:)`` leaves the compile as it was; any other error ends it.
  ///
  /// - Parameters:
  ///   - name: What the file is asked for by; see ``Library/sourceFile(_:)``.
  ///   - hash: Any text that tells whether the file, or the way it is read, has changed.
  public func begin(file name: String, hash: String) throws(LibraryError) {
    try endFile()
    guard contents.begin(file: name, hash: hash) else { throw .duplicateFile(name: name) }
  }

  /// Ends the source file that was begun last, if any.
  ///
  /// - Parameter attachment: Bytes of the caller's own that come back with the file.
  public func endFile(attachment: [UInt8] = []) throws(LibraryError) {
    try write { contents, rows in try contents.endFile(attachment: attachment, with: rows) }
  }

  /// Adds what a graph says of an entity. Any error ends the compile.
  public func add(_ node: GraphNode) throws(LibraryError) {
    try write { contents, rows in try contents.insert(node, with: rows) }
    try writeFullPiece()
  }

  /// Adds a relation of a graph. Its ends may be described later, or never: then they become entities that are
  /// called by their identifiers. Any error ends the compile.
  public func add(_ edge: GraphEdge) throws(LibraryError) {
    guard case .open = state else { throw .closed(path: file.destination) }
    do throws(LibraryError) {
      try contents.stage(edge)
    } catch {
      cancel()
      throw error
    }
    try writeFullPiece()
  }

  private func writeFullPiece() throws(LibraryError) {
    guard contents.file?.graph.isFull == true else { return }
    try write { contents, rows in try contents.writeGraphPiece(with: rows) }
  }

  private func write(
    _ body: (inout LibraryContents, RowStatements) throws -> Void
  ) throws(LibraryError) {
    guard case .open(let queue) = state, let rows else { throw .closed(path: file.destination) }
    do {
      try queue.writeWithoutTransaction { _ in try body(&contents, rows) }
    } catch {
      cancel()
      throw LibraryError(writing: file.destination, error)
    }
  }

  /// Resolves links, completes and checks the file, puts it in its place and tells what was written.
  /// Any error ends the compile.
  public func finish() throws(LibraryError) -> BuildSummary {
    guard case .open(let queue) = state else { throw .closed(path: file.destination) }
    try endFile()
    // The disk is slow, and most of the file is written.
    file.beginFlush()
    var summary: BuildSummary
    // A connection with statements does not close.
    rows = nil
    do {
      summary = try queue.writeWithoutTransaction { database in
        let summary = try contents.complete(database)
        try database.execute(sql: "COMMIT")
        // The check reads from memory.
        file.beginFlush()
        try Self.check(database)
        return summary
      }
      try queue.close()
    } catch {
      cancel()
      throw LibraryError(writing: file.destination, error)
    }
    do throws(LibraryError) {
      summary.bytes = try file.takePlace()
    } catch {
      cancel()
      throw error
    }
    state = .ended
    return summary
  }

  /// Ends the compile and removes what was written. Does nothing after ``finish()``.
  public func cancel() {
    guard case .open(let queue) = state else { return }
    state = .ended
    rows = nil
    // The file is removed whether or not the connection closes cleanly.
    try? queue.close()
    file.remove()
  }

  /// Nobody else sees the file before it is complete, so nothing has to be undone or survive a crash.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.foreignKeysEnabled = false
    configuration.label = "library.writer"
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = \(Schema.databasePageSize);
          PRAGMA application_id = \(Schema.applicationID);
          PRAGMA user_version = \(Schema.formatVersion);
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA cache_size = -8192;
          """)
    }
    return configuration
  }

  /// Reads the structure of the whole file back.
  private static func check(_ database: Database) throws {
    let report = try String.fetchOne(database, sql: "PRAGMA quick_check(1)")
    guard report == "ok" else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: report ?? "no report")
    }
  }
}
