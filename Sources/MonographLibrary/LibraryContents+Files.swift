import MonographModel

/// The source file whose documents, nodes and edges are being added.
struct OpenFile {
  var name: String
  var hash: String
  /// The key of its first document, which may not come.
  var firstDocument: Int
  /// The key of its first piece of a graph, which may not come.
  var firstPiece: Int
  /// Its nodes and edges that are in no piece yet.
  var graph = GraphPieceEncoder()
  /// How many documents came after the last of these.
  var documentsSince = 0

  /// Where the records of its graph go, which stand among its documents.
  mutating func record(_ write: (inout GraphPieceEncoder) -> Void) {
    if documentsSince > 0 { graph.write(documents: documentsSince) }
    documentsSince = 0
    write(&graph)
  }
}

extension LibraryContents {
  /// Begins a source file. False where it was added before.
  mutating func begin(file name: String, hash: String) -> Bool {
    guard fileNames.insert(name).inserted else { return false }
    file = OpenFile(
      name: name, hash: hash, firstDocument: documentCount + 1, firstPiece: graphPieceCount + 1)
    return true
  }

  /// Writes the row of the file that was begun last; does nothing where there is none.
  mutating func endFile(attachment: [UInt8], with rows: RowStatements) throws {
    try writeGraphPiece(with: rows)
    guard let file else { return }
    self.file = nil
    try rows.sourceFile.run(
      .text(file.name), .text(file.hash), .integer(file.firstDocument),
      .integer(documentCount - file.firstDocument + 1), .integer(file.firstPiece),
      .integer(graphPieceCount - file.firstPiece + 1), .bytes(attachment))
  }

  /// Writes the nodes and edges of the file that are in no piece yet.
  mutating func writeGraphPiece(with rows: RowStatements) throws {
    guard let bytes = file?.graph.bytes, !bytes.isEmpty else { return }
    file?.graph = GraphPieceEncoder()
    graphPieceCount += 1
    let packed = PackedText(bytes)
    try rows.graphPiece.run(.integer(graphPieceCount), .integer(packed.size), .bytes(packed.bytes))
  }
}
