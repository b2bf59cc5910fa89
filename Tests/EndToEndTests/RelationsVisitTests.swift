import Testing

/// A visit to the relations of a page, key by key, through a real terminal. The expected screens stand in `Visits/`;
/// `MONOGRAPH_RECORD=1` writes them anew, and that run fails.
@Suite("A visit to the relations of a page")
struct RelationsVisitTests {
  /// The panel, its groups folded and walked, a neighbour and back, a filter by name, kind and source, the order, the
  /// diagram's edges, the whole screen.
  private static let visit = RecordedVisit(
    keys: [
      "baclofen", "<Enter>", "r", "<Left>", "j", "<Enter>", "<BS>", "/multiple", "<C-u>kind:", "g<Tab>",
      "<C-u>source:het<Tab>", "<Enter>", "/<Esc>", "O", "OO", "/gaba inhib", "<Enter>", "z", "q",
    ], quiet: 300)

  @Test("shows what the recorded visit shows")
  func visit() throws {
    try Self.visit.compare(with: "relations-80x24", columns: 80, rows: 24)
  }
}
