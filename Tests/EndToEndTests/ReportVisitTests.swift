import BrowserTesting
import Foundation
import TerminalTesting
import Testing

/// A visit that puts pages side by side and asks what is recorded between drugs, key by key, through a real terminal.
/// The expected screens stand in `Visits/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A visit to what the program makes")
struct ReportVisitTests {
  private static let keys = [
    "", "<Esc>obaclofen", "<Enter>", "c", "tiza", "<Enter>", "<Space>", ".w", "w", "<Tab>", "<Enter>", "<BS>",
    "t",
    "<Esc>", "clith", "<Enter>", "<BS>", "<BS>", "M", ":interactions<Enter>", "olith", "<Enter>", "M",
    ":interactions<Enter>", "<Tab>", "<Enter>",
  ]

  @Test("shows what the recorded visit shows", arguments: [(80, 24), (40, 12), (130, 30), (200, 50)])
  func visit(columns: Int, rows: Int) throws {
    try compare(name: "report-\(columns)x\(rows)", columns: columns, rows: rows, environment: [:])
  }

  @Test("shows it without UTF-8 and without colour")
  func plain() throws {
    try compare(
      name: "report-130x30-ascii", columns: 130, rows: 30,
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
    try Recording(beside: #filePath, folder: "Visits").compare(recording, with: name)
  }

  /// The date of compilation is that of the test run.
  private static func withoutDate(_ row: String) -> String {
    row.replacing(/Compiled \d{4}-\d{2}-\d{2}/, with: "Compiled YYYY-MM-DD")
  }
}
