import Testing

/// A whole visit to the library, key by key, with the screen each key leads to, through a real terminal. The
/// expected screens stand in `Visits/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A visit to the library")
struct VisitTests {
  /// Start page, a search, the page, scrolling, a table, a link and back, the help, and the end.
  private static let visit = RecordedVisit(keys: [
    "", "baclofen with", "<Enter>", "g", "<Space>", ".d", ".w", "z", "z", "r", "q", "]t", "G", "4K", "<Tab>",
    "<Enter>",
    "<BS>", "t", "<Esc>", "/seizures<Enter>", "n", "o", "park", "<Enter>", "H", "=", "q",
  ])

  @Test("shows what the recorded visit shows", arguments: [(80, 24), (40, 12), (132, 43), (200, 50)])
  func visit(columns: Int, rows: Int) throws {
    try Self.visit.compare(with: "visit-\(columns)x\(rows)", columns: columns, rows: rows)
  }

  @Test("shows it without UTF-8 and without colour")
  func plain() throws {
    try Self.visit.compare(
      with: "visit-80x24-ascii", columns: 80, rows: 24,
      environment: ["TERM": "vt100", "LC_ALL": "C", "NO_COLOR": "1"])
  }
}
