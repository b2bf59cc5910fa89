import Foundation
import GRDB

/// What SQLite's full text takes for itself: the peer that builds are measured beside.
enum FullTextAlone {
  /// A section as full text has it.
  struct Row: Sendable {
    var names: String
    var heading: String
    var text: String
  }

  /// Inserts rows into a new file, cut into words as a library's are, in one transaction.
  static func insert(_ rows: some Sequence<Row>, into path: String) {
    try? FileManager.default.removeItem(atPath: path)
    guard let queue = try? DatabaseQueue(path: path) else { return }
    try? queue.write { database in
      try database.execute(
        sql: """
          CREATE VIRTUAL TABLE section USING fts5(
            names, heading, text, tokenize='unicode61 remove_diacritics 2')
          """)
      let statement = try database.makeStatement(sql: "INSERT INTO section VALUES (?, ?, ?)")
      for row in rows { try statement.execute(arguments: [row.names, row.heading, row.text]) }
    }
  }
}
