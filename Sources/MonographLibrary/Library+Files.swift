import GRDB
import MonographModel

/// What a library keeps so that the next compile need not read unchanged files again:
///
/// ```swift
/// if let file = try previous.sourceFile(name), file.hash == hash {
///   try writer.begin(file: name, hash: hash)
///   try previous.forEachRecord(ofFile: name) { record in
///     switch record {
///     case .document(let stored):
///       let document = try LibraryWriter.prepare(
///         stored.monograph, source: stored.source, attachment: stored.attachment)
///       try writer.add(document, layer: stored.layer, identity: stored.identity)
///     case .node(let node): try writer.add(node)
///     case .edge(let edge): try writer.add(edge)
///     }
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

  /// Calls a closure with each thing that came from a source file, in the order they were added, as it was added.
  /// One document is in memory at a time, and about a megabyte of nodes and edges. Throws what the closure throws,
  /// else a ``LibraryError``.
  public func forEachRecord(ofFile name: String, _ body: (StoredRecord) throws -> Void) throws {
    let kept = try read { database in
      try database.firstRow(
        "SELECT first_document, document_count, first_piece, piece_count FROM source_file WHERE name = ?",
        [name]
      ) { row in
        (
          document: try row.integer(), documentCount: try row.integer(), piece: try row.integer(),
          pieceCount: try row.integer()
        )
      }
    }
    guard let kept else { return }
    var given = 0
    func giveDocuments(_ count: Int) throws {
      for _ in 0..<max(0, min(count, kept.documentCount - given)) {
        try body(.document(try storedDocument(kept.document &+ given)))
        given += 1
      }
    }
    for offset in 0..<max(0, kept.pieceCount) {
      try graphPiece(kept.piece &+ offset).withUnsafeBytes { bytes in
        var decoder = GraphPieceDecoder(bytes)
        while let record = try graphRecord(&decoder) {
          switch record {
          case .documents(let count): try giveDocuments(count)
          case .node(let node): try body(.node(node))
          case .edge(let edge): try body(.edge(edge))
          }
        }
      }
    }
    try giveDocuments(kept.documentCount)
  }

  private func graphPiece(_ key: Int) throws(LibraryError) -> [UInt8] {
    try read { database in
      let bytes = try database.firstRow("SELECT size, bytes FROM graph_piece WHERE id = ?", [key]) { row in
        let size = try row.integer()
        return try row.bytes { PackedText.unpack($0, size: size) }
      }
      guard let bytes = bytes ?? nil else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a piece of a graph is lost")
      }
      return bytes
    }
  }

  private func graphRecord(
    _ decoder: inout GraphPieceDecoder
  ) throws(LibraryError) -> GraphPieceDecoder.Record? {
    do throws(PageCodecError) {
      return try decoder.next()
    } catch {
      throw LibraryError(reading: path, error)
    }
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
