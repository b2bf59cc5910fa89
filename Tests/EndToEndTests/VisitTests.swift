import Foundation
import TerminalTesting
import Testing

/// A whole visit to the library, key by key, with the screen each key leads to, through a real terminal. The
/// expected screens stand in `Visits/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A visit to the library")
struct VisitTests {
  /// Start page, a search, the page, scrolling, a table, a link and back, the help, and the end.
  private static let keys = [
    "", "baclofen with", "<Enter>", "g", "<Space>", ".d", ".w", "z", "z", "r", "q", "]t", "G", "3K", "<Tab>",
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
    try Recording.compare(recording, with: name)
  }

  /// The date of compilation is that of the test run.
  private static func withoutDate(_ row: String) -> String {
    row.replacing(/Compiled \d{4}-\d{2}-\d{2}/, with: "Compiled YYYY-MM-DD")
  }
}

/// Expected screens in files.
enum Recording {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Visits")

  /// Compares a recording with the file of that name, block by block; records and fails where asked to.
  static func compare(_ recording: String, with name: String) throws {
    let file = folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try recording.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); read it before it is committed")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let steps = zip(self.steps(of: recording), self.steps(of: expected))
    for (shown, wanted) in steps where shown != wanted {
      Issue.record("\(name) shows\n\(shown)\nwhere this was recorded\n\(wanted)")
      return
    }
    #expect(self.steps(of: recording).count == self.steps(of: expected).count)
  }

  private static func steps(of text: String) -> [String] {
    text.split(separator: "\n== ", omittingEmptySubsequences: false).map(String.init)
  }
}
