import GRDB
import MonographModel

/// What a library keeps so that the next compile need not read unchanged files again:
///
/// ```swift
/// if let file = try previous.sourceFile(name), file.hash == hash {
///   try writer.begin(file: name, hash: hash)
///   try previous.forEachDocument(ofFile: name) { stored in
///     let document = try LibraryWriter.prepare(
///       stored.monograph, source: stored.source, attachment: stored.attachment)
///     try writer.add(document, layer: stored.layer, identity: stored.identity)
///   }
///   try writer.endFile(attachment: file.attachment)
/// }
/// ```
///
/// The library that comes of it has the same bytes as one compiled from the files.
extension Library {
  /// A source file the library was compiled from; nil where there is none of that name.
  public func sourceFile(_ name: String) throws(LibraryError) -> StoredFile? {
    try read { database in
      try database.firstRow(
        "SELECT hash, attachment, document_count FROM source_file WHERE name = ?", [name]
      ) { row in
        StoredFile(
          name: name, hash: try row.text(), attachment: try row.bytes { Array($0) },
          documentCount: try row.integer())
      }
    }
  }

  /// Calls a closure with each document that came from a source file, in the order they were added, as it was
  /// added. One is in memory at a time. Throws what the closure throws, else a ``LibraryError``.
  public func forEachDocument(
    ofFile name: String, _ body: (StoredDocument) throws -> Void
  ) throws {
    let range = try read { database in
      try database.firstRow(
        "SELECT first_document, document_count FROM source_file WHERE name = ?", [name]
      ) { row in (first: try row.integer(), count: try row.integer()) }
    }
    guard let range else { return }
    for key in range.first..<range.first + max(0, range.count) { try body(try storedDocument(key)) }
  }

  private func storedDocument(_ key: Int) throws(LibraryError) -> StoredDocument {
    try read { database in
      let monograph = try Self.monograph(key, in: database)
      let row = try database.firstRow("SELECT layer, identity FROM document WHERE id = ?", [key]) { row in
        (layer: try row.integer(), identity: EntityIdentity(rawValue: try row.integer()))
      }
      let attachment = try database.firstRow("SELECT bytes FROM attachment WHERE document = ?", [key]) {
        try $0.bytes { Array($0) }
      }
      guard let row, let identity = row.identity, let source = try Self.sourceText(of: key, in: database)
      else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a part of a document is lost")
      }
      return StoredDocument(
        monograph: monograph, source: source, layer: row.layer, identity: identity,
        attachment: attachment ?? [])
    }
  }
}
