import BrowserTesting
import Foundation
import TerminalTesting
import Testing

/// A visit to the relations of a page, key by key, through a real terminal. The expected screens stand in `Visits/`;
/// `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A visit to the relations of a page")
struct RelationsVisitTests {
  /// The panel, its groups folded and walked, a neighbour and back, a filter by name, kind and source, the order, the
  /// diagram's edges, the whole screen.
  private static let keys = [
    "baclofen", "<Enter>", "r", "<Left>", "j", "<Enter>", "<BS>", "/multiple", "<C-u>kind:", "g<Tab>",
    "<C-u>source:het<Tab>", "<Enter>", "/<Esc>", "O", "OO", "/gaba inhib", "<Enter>", "z", "q",
  ]

  @Test("shows what the recorded visit shows")
  func visit() throws {
    let session = try Reader.start(columns: 80, rows: 24)
    var recording = ""
    for keys in Self.keys {
      try session.type(keys)
      session.settle(quiet: 300)
      let cursor = session.cursor
      recording += "== \(keys)  (cursor \(cursor.column + 1),\(cursor.row + 1))\n"
      recording += session.screen.joined(separator: "\n") + "\n"
    }
    try session.type("Q")
    #expect(session.waitForExit() == .exited(0))
    try Recording(beside: #filePath, folder: "Visits").compare(recording, with: "relations-80x24")
  }
}
