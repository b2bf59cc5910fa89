import MonographModel

/// Finds a change of dose that does not say per dose or per day: `Increase by 5-15 mg every 3 days`.
struct PerDoseOrPerDayRule: ContentRule {
  let rule = Rule.perDoseOrPerDay

  private static let changes: Set<String> = [
    "increase", "increased", "increases", "increasing", "increment", "increments", "decrease", "decreased",
    "decreases", "decreasing", "decrement", "decrements", "reduce", "reduced", "reducing", "raise", "raised",
    "lower", "lowered", "titrate", "titrated", "titration", "taper", "tapered", "escalate", "escalated",
  ]
  private static let steps: Set<String> = [
    "increment", "increments", "decrement", "decrements", "step", "steps",
  ]
  /// What may stand between `by` and the amount: `by up to 5 mg`, `by an additional 5 mg`.
  private static let bounds: Set<String> = [
    "up", "to", "no", "not", "more", "less", "than", "at", "most", "least", "about", "approximately",
    "around",
    "a", "an", "another", "additional", "further", "only", "maximum", "of",
  ]
  /// Words that say per what, wherever they stand in the sentence.
  private static let perWhat: Set<String> = [
    "daily", "dose", "doses", "dosage", "nightly", "hourly", "weekly", "day",
  ]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row -> [Finding] in
      let isLabeled = row.label?.tokens.contains { $0.isWord(in: Self.changes) } == true
      return row.values.flatMap { cell in
        cell.quantities.compactMap { finding(of: $0, in: cell, label: row.label, isLabeled: isLabeled) }
      }
    }
  }

  private func finding(
    of quantity: Quantity, in cell: CheckedCell, label: CheckedCell?, isLabeled: Bool
  ) -> Finding? {
    let tokens = cell.tokens
    let start = quantity.range.lowerBound
    guard quantity.isDose, !quantity.saysPerWhat else { return nil }
    let sentence = cell.sentence(around: start)
    let lead = tokens[sentence.lowerBound..<start].reversed().first { !$0.isWord(in: Self.bounds) }
    let isBy = lead?.lowercased == "by"
    let isStep = start > 1 && tokens[start - 1].lowercased == "of" && tokens[start - 2].isWord(in: Self.steps)
    let isChange = tokens[sentence.lowerBound..<start].suffix(6).contains { $0.isWord(in: Self.changes) }
    guard isStep || (isBy && isChange) || (isLabeled && start == 0) else { return nil }
    guard !saysPerWhat(tokens[sentence]), !saysPerWhat(label?.tokens[...] ?? []) else { return nil }
    return Finding(
      place: tokens[start].place,
      message: "It is not said whether “\(cell.text(of: quantity.range))” is per dose or per day.",
      fix: "write per dose, or per day")
  }

  /// Whether words say per what: `daily`, `at each dose`, `per day`; `every 3 days` is how often, not per what,
  /// and `the dose` is what is changed.
  private func saysPerWhat(_ tokens: ArraySlice<CheckToken>) -> Bool {
    tokens.indices.contains { index in
      guard tokens[index].isWord(in: Self.perWhat) else { return false }
      if tokens[index].lowercased.hasSuffix("ly") { return true }
      guard index > tokens.startIndex else { return false }
      return tokens[index - 1].isWord(in: ["per", "each", "every", "a", "single", "individual"])
        || tokens[index - 1].isSign("/")
    }
  }
}
