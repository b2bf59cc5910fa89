import Testing

/// A visit that puts pages side by side and asks what is recorded between drugs, key by key, through a real terminal.
/// The expected screens stand in `Visits/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A visit to what the program makes")
struct ReportVisitTests {
  private static let visit = RecordedVisit(keys: [
    "", "<Esc>obaclofen", "<Enter>", "c", "tiza", "<Enter>", "<Space>", ".w", "w", "<Tab>", "<Enter>", "<BS>",
    "t",
    "<Esc>", "clith", "<Enter>", "<BS>", "<BS>", "M", ":interactions<Enter>", "olith", "<Enter>", "M",
    ":interactions<Enter>", "<Tab>", "<Enter>",
  ])

  @Test("shows what the recorded visit shows", arguments: [(80, 24), (40, 12), (130, 30), (200, 50)])
  func visit(columns: Int, rows: Int) throws {
    try Self.visit.compare(with: "report-\(columns)x\(rows)", columns: columns, rows: rows)
  }

  @Test("shows it without UTF-8 and without colour")
  func plain() throws {
    try Self.visit.compare(
      with: "report-130x30-ascii", columns: 130, rows: 30,
      environment: ["TERM": "vt100", "LC_ALL": "C", "NO_COLOR": "1"])
  }
}
