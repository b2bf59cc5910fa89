import MonographModel
import Testing

@Suite("Where a page comes from, in one line")
struct SourceSummaryTests {
  @Test("What is not stated is said so")
  func nothingStated() {
    let source = Source(document: "drugs/a.md")
    #expect(source.summary == "source not stated, no version, no date, not reviewed")
  }

  @Test("The shorter lines keep the review to the last, then the date")
  func shorter() {
    let source = Source(
      document: "1", publisher: "DailyMed", version: "12", effective: "2023-02", reviewed: "2024-01-31")
    #expect(
      source.summaries == [
        "DailyMed, version 12, dated 2023-02, reviewed 2024-01-31",
        "DailyMed, dated 2023-02, reviewed 2024-01-31", "dated 2023-02, reviewed 2024-01-31",
        "reviewed 2024-01-31",
      ])
    #expect(source.summary == source.summaries[0])
  }

  @Test("The labeler stands beside the publisher, and alone where there is less room")
  func labeler() {
    let source = Source(
      document: "1", publisher: "openFDA drug label", labeler: "Amber Pharma Inc", version: "8",
      effective: "2026-07-02")
    #expect(
      source.summaries == [
        "openFDA drug label, Amber Pharma Inc, version 8, dated 2026-07-02, not reviewed",
        "openFDA drug label, Amber Pharma Inc, dated 2026-07-02, not reviewed",
        "Amber Pharma Inc, dated 2026-07-02, not reviewed", "dated 2026-07-02, not reviewed", "not reviewed",
      ])
  }
}
