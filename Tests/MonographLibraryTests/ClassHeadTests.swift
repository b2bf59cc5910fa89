import Testing

@testable import MonographLibrary

@Suite("The head noun of a class")
struct ClassHeadTests {
  @Test(
    "stands for a wider class only where it means one by itself",
    arguments: [
      ("direct-acting muscle relaxant", "muscle relaxant"), ("atypical antipsychotic", "antipsychotic"),
      ("P2Y12 Receptor Antagonists", nil), ("xanthine oxidase inhibitor", nil),
      ("beta-adrenergic blocker", nil),
      ("serotonin reuptake inhibitors", nil), ("opioid", nil),
    ] as [(String, String?)])
  func head(name: String, head: String?) { #expect(ClassHead.of(name) == head) }
}
