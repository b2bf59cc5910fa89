import Testing

/// A walk through the graph over `Content/`, key by key, through a real terminal. The expected screens stand in
/// `Visits/`; `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A walk through the graph")
struct GraphVisitTests {
  /// From a page into its graph, to a neighbour, its own neighbours, a page and all the way back.
  private static let visit = RecordedVisit(keys: [
    "gaba<Enter>", ":graph<Enter>", "3j", "e", "jj", "<Enter>", "h", "<BS>", "e", "/mto", "<Enter>", "p",
    "<BS>",
    "<Esc>", "<Enter>", "H", "H",
  ])

  @Test("shows what the recorded visit shows", arguments: [(80, 24), (200, 50)])
  func visit(columns: Int, rows: Int) throws {
    try Self.visit.compare(with: "graph-\(columns)x\(rows)", columns: columns, rows: rows)
  }
}
