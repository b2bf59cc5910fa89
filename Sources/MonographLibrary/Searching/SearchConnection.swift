import GRDB
import MonographSearch

/// The connection over which a library is searched.
struct SearchConnection: Sendable {
  let queue: DatabaseQueue
  /// Used within the queue alone.
  let stemmer: Stemmer
  let map: SearchMap
  /// Of the tables that are compiled in.
  let headings = HeadingScores(topics: .standard)

  /// Opens it, and sets up what must not be interrupted.
  init(path: String) throws(LibraryError) {
    queue = try LibraryFile.connect(path: path, label: "library.search", cacheKilobytes: 2048)
    do {
      (stemmer, map) = try queue.unsafeRead { database in
        // The first look at the file reads what tables there are.
        try database.forEachRow("SELECT key FROM meta LIMIT 0") { _ in }
        return (try Stemmer(database), try SearchMap(database))
      }
    } catch {
      throw LibraryError(reading: path, error)
    }
  }
}
