import BrowserTesting
import Foundation
import TerminalTesting
import Testing

/// A whole visit to the library, key by key, with the screen each key leads to, through a real terminal. The
/// expected screens stand in `Visits/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A visit to the library")
struct VisitTests {
  /// Start page, a search, the page, scrolling, a table, a link and back, the help, and the end.
  private static let keys = [
    "", "baclofen with", "<Enter>", "g", "<Space>", ".d", ".w", "z", "z", "r", "q", "]t", "G", "4K", "<Tab>",
    "<Enter>",
    "<BS>", "t", "<Esc>", "/seizures<Enter>", "n", "o", "park", "<Enter>", "H", "=", "q",
  ]

  @Test("shows what the recorded visit shows", arguments: [(80, 24), (40, 12), (132, 43), (200, 50)])
  func visit(columns: Int, rows: Int) throws {
    try compare(name: "visit-\(columns)x\(rows)", columns: columns, rows: rows, environment: [:])
  }

  @Test("shows it without UTF-8 and without colour")
  func plain() throws {
    try compare(
      name: "visit-80x24-ascii", columns: 80, rows: 24,
      environment: ["TERM": "vt100", "LC_ALL": "C", "NO_COLOR": "1"])
  }

  private func compare(name: String, columns: Int, rows: Int, environment: [String: String]) throws {
    let session = try Reader.start(columns: columns, rows: rows, environment: environment)
    var recording = ""
    for keys in Self.keys {
      try session.type(keys)
      session.settle(quiet: 120)
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
