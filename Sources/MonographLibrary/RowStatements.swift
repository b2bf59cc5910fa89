import GRDB

/// The statements that write the rows of documents and nodes.
struct RowStatements {
  let document: RowStatement
  let page: RowStatement
  let sourceText: RowStatement
  let attachment: RowStatement
  let sourceFile: RowStatement
  let graphPiece: RowStatement
  let section: RowStatement
  let link: RowStatement
  let reference: RowStatement
  let stagedName: RowStatement

  /// Compiles them for a library that is being written.
  init(in database: Database) throws {
    document = try RowStatement(
      "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    page = try RowStatement("INSERT INTO page VALUES (?, ?)", in: database)
    sourceText = try RowStatement("INSERT INTO source_text VALUES (?, ?, ?)", in: database)
    attachment = try RowStatement("INSERT INTO attachment VALUES (?, ?)", in: database)
    sourceFile = try RowStatement("INSERT INTO source_file VALUES (?, ?, ?, ?, ?, ?, ?)", in: database)
    graphPiece = try RowStatement("INSERT INTO graph_piece VALUES (?, ?, ?)", in: database)
    section = try RowStatement("INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    link = try RowStatement("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?)", in: database)
    reference = try RowStatement("INSERT INTO reference VALUES (?, ?, ?, ?, ?, ?, ?)", in: database)
    stagedName = try RowStatement("INSERT INTO temp.staged_name VALUES (?, ?, ?, ?)", in: database)
  }
}
