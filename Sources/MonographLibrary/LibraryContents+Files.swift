/// The source file whose documents are being added.
struct OpenFile {
  var name: String
  var hash: String
  /// The key of its first document, which may not come.
  var firstDocument: Int
}

extension LibraryContents {
  /// Begins a source file. False where it was added before.
  mutating func begin(file name: String, hash: String) -> Bool {
    guard fileNames.insert(name).inserted else { return false }
    file = OpenFile(name: name, hash: hash, firstDocument: documentCount + 1)
    return true
  }

  /// Writes the row of the file that was begun last; does nothing where there is none.
  mutating func endFile(attachment: [UInt8], with rows: RowStatements) throws {
    guard let file else { return }
    self.file = nil
    try rows.sourceFile.run(
      .text(file.name), .text(file.hash), .integer(file.firstDocument),
      .integer(documentCount - file.firstDocument + 1), .bytes(attachment))
  }
}
