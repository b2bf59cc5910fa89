import Foundation
import GRDB
import MonographModel
import Synchronization

/// A library file, opened for reading.
///
/// Any thread may call it. Pages, names and the summary are read over one connection, searches over a second
/// one that is opened by the first search, so a search never keeps a page waiting and ``interrupt()`` stops
/// searches alone. Opening takes about a millisecond; both connections together keep at most 3 MiB of the
/// file in memory.
public final class Library: Sendable {
  /// The file.
  public let path: String
  let pages: DatabaseQueue
  let searches = Mutex<SearchConnection?>(nil)
  /// How often searches were interrupted: one that finds it changed stops between two statements.
  let interruptions = Atomic<Int>(0)
  let nameIndex = Mutex<NameIndex?>(nil)
  /// Eight bytes an entity, read when it is first needed.
  let entityMap = Mutex<EntityMap?>(nil)

  private init(path: String, pages: DatabaseQueue) {
    self.path = path
    self.pages = pages
  }

  /// Opens a library. The file must not change while it is open; a build replaces it by another file, which
  /// does no harm.
  ///
  /// Throws where there is no file, where it is no library, one of another version, or cut short. Damage
  /// within is found by what reads it.
  public static func open(path: String) throws(LibraryError) -> Library {
    try LibraryFile.check(path: path)
    let pages = try LibraryFile.connect(path: path, label: "library.pages", cacheKilobytes: 1024)
    return Library(path: path, pages: pages)
  }

  /// The fingerprint a library was compiled with; nil where there is no library of this version.
  public static func fingerprint(path: String) -> String? {
    guard let library = try? open(path: path) else { return nil }
    return try? library.fingerprint
  }

  /// The fingerprint the library was compiled with; nil where it has none.
  public var fingerprint: String? {
    get throws(LibraryError) {
      try read { database in
        try database.firstRow("SELECT value FROM meta WHERE key = ?", [MetaKey.fingerprint.rawValue]) {
          try $0.text()
        }
      }
    }
  }

  /// What the library holds and how old it is. Read from counts made when it was compiled.
  public var summary: LibrarySummary {
    get throws(LibraryError) {
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
      var summary = LibrarySummary(
        title: "", path: path, bytes: Int(status.st_size), compiled: Self.day(status.st_mtim.tv_sec))
      try read { database in
        try database.forEachRow("SELECT key, value FROM meta") { row in
          switch MetaKey(rawValue: try row.text()) {
          case .title: summary.title = try row.text()
          case .pages: summary.pages = try row.integer()
          case .documents: summary.documents = try row.integer()
          case .sections: summary.sections = try row.integer()
          case .relations: summary.relations = try row.integer()
          case .oldest: summary.oldest = try row.text()
          case .newest: summary.newest = try row.text()
          case .notReviewed: summary.notReviewed = try row.integer()
          case .fingerprint, nil: break
          }
        }
        try database.forEachRow(
          """
          SELECT phrase.text, kind.pages FROM kind JOIN phrase ON phrase.id = kind.phrase
          ORDER BY kind.pages DESC, phrase.text
          """
        ) { row in
          summary.kinds.append(LibrarySummary.KindCount(kind: try row.text(), count: try row.integer()))
        }
        try database.forEachRow(
          "SELECT phrase.text FROM licence JOIN phrase ON phrase.id = licence.phrase ORDER BY phrase.text"
        ) { row in summary.licences.append(try row.text()) }
      }
      return summary
    }
  }

  /// Reads over the connection for pages.
  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      // The file does not change, so no transaction is needed to see one state of it.
      return try pages.unsafeRead(body)
    } catch {
      throw LibraryError(reading: path, error)
    }
  }

  /// The day of a time, where the program runs.
  private static func day(_ seconds: Int) -> String? {
    var time = time_t(seconds)
    var parts = tm()
    guard localtime_r(&time, &parts) != nil else { return nil }
    func padded(_ number: Int32, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let year = padded(parts.tm_year + 1900, to: 4)
    return "\(year)-\(padded(parts.tm_mon + 1, to: 2))-\(padded(parts.tm_mday, to: 2))"
  }
}
