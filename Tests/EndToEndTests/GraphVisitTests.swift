import BrowserTesting
import TerminalTesting
import Testing

/// A walk through the graph over `Content/`, key by key, through a real terminal. The expected screens stand in
/// `Visits/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A walk through the graph")
struct GraphVisitTests {
  /// From a page into its graph, to a neighbour, its own neighbours, a page and all the way back.
  private static let keys = [
    "gaba<Enter>", ":graph<Enter>", "3j", "e", "jj", "<Enter>", "h", "<BS>", "e", "/mto", "<Enter>", "p",
    "<BS>",
    "<Esc>", "<Enter>", "H", "H",
  ]

  @Test("shows what the recorded visit shows", arguments: [(80, 24), (200, 50)])
  func visit(columns: Int, rows: Int) throws {
    let session = try Reader.start(columns: columns, rows: rows, environment: [:])
    var recording = ""
    for keys in Self.keys {
      try session.type(keys)
      session.settle(quiet: 120)
      let cursor = session.cursor
      recording += "== \(keys)  (cursor \(cursor.column + 1),\(cursor.row + 1))\n"
      recording += session.screen.joined(separator: "\n") + "\n"
    }
    try session.type("Q")
    #expect(session.waitForExit() == .exited(0))
    try Recording(beside: #filePath, folder: "Visits").compare(recording, with: "graph-\(columns)x\(rows)")
  }
}
