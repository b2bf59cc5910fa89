import BrowserTesting
import TerminalTesting
import Testing

/// A visit to the program, key by key, through a real terminal. The screens it leads to stand in `Visits/`;
/// `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
struct RecordedVisit {
  /// What is typed before each screen; nothing for the first screen.
  let keys: [String]
  /// How long nothing must change before a screen is taken, in milliseconds.
  var quiet = 120

  /// Makes the visit, quits, and compares the screens with those recorded under a name.
  func compare(
    with name: String, columns: Int, rows: Int, environment: [String: String] = [:]
  ) throws {
    let session = try Reader.start(columns: columns, rows: rows, environment: environment)
    var recording = ""
    for keys in keys {
      try session.type(keys)
      session.settle(quiet: quiet)
      let cursor = session.cursor
      recording += "== \(keys.isEmpty ? "start" : keys)  (cursor \(cursor.column + 1),\(cursor.row + 1))\n"
      recording += session.screen.map(Self.withoutDate).joined(separator: "\n") + "\n"
    }
    try session.type("Q")
    #expect(session.waitForExit() == .exited(0))
    #expect(session.modes == session.modesBefore)
    #expect(!session.isOnAlternateScreen)
    try Recording(beside: #filePath, folder: "Visits").compare(recording, with: name)
  }

  /// The date of compilation is that of the test run.
  private static func withoutDate(_ row: String) -> String {
    // How far down that page one is depends on how long the path of the library is.
    if row.contains("Where am I") { return row.replacing(/\d+%/, with: "N%") }
    return row.replacing(/Compiled \d{4}-\d{2}-\d{2}/, with: "Compiled YYYY-MM-DD")
  }
}
