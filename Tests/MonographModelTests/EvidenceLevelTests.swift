import MonographModel
import Testing

@Suite("Evidence is ordered by its source's own words")
struct EvidenceLevelTests {
  @Test(
    "from the strongest of each scale to the weakest",
    arguments: [
      ["high", "moderate", "low", "very low"],
      ["1a", "1b", "1c", "2a", "2b", "2c", "3a", "3b", "4", "5"],
      ["1", "2", "3", "4", "5"],
      ["A", "B", "C", "D"],
      ["knowledge assertion", "logical entailment", "statistical association", "observation", "prediction"],
      ["established", "strong", "weak", "predicted"],
    ])
  func scales(scale: [String]) {
    let levels = scale.map { EvidenceLevel($0) } + [.unknown, .notStated]
    for (stronger, weaker) in zip(levels, levels.dropFirst()) { #expect(stronger < weaker) }
  }

  @Test(
    "however the level is written",
    arguments: [
      ("GRADE: very low certainty", "very low"), ("Level 2b", "2b"),
      ("oxford CEBM level of evidence 1a", "1a"),
      ("Grade B recommendation", "B"), ("High-quality evidence", "high"),
      ("knowledge assertion, manual agent, evidence ECO:0000305", "knowledge assertion"),
      ("manual agent; prediction", "prediction"), ("moderate (two trials)", "moderate"),
    ])
  func spelling(text: String, level: String) {
    #expect(EvidenceLevel(text) == EvidenceLevel(level))
    #expect(EvidenceLevel(level) < .unknown)
  }

  @Test("and a text that is on no scale is told from none")
  func unknown() {
    for text in ["manual agent", "high dose", "class I", "approved"] {
      #expect(EvidenceLevel(text) == .unknown, "\(text)")
    }
    for text in [nil, "", " ", "not provided", "not_provided, none"] {
      #expect(EvidenceLevel(text) == .notStated, "\(text ?? "nil")")
    }
    #expect([EvidenceLevel("low"), EvidenceLevel("high")].max() == EvidenceLevel("low"))
  }
}
