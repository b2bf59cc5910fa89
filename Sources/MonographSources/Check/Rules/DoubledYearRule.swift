import MonographModel

/// Finds a year in brackets that is given twice running: `(2011) (2011)`.
struct DoubledYearRule: ContentRule {
  let rule = Rule.doubledYear

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap(\.cells).flatMap { Self.findings(in: $0.tokens) }
  }

  /// The places in some words.
  static func findings(in tokens: [CheckToken]) -> [Finding] {
    tokens.indices.compactMap { index in
      guard index + 5 < tokens.count, let year = year(in: tokens, at: index),
        year == self.year(in: tokens, at: index + 3)
      else { return nil }
      return Finding(
        place: tokens[index].place, message: "The year \(year) is given twice.", fix: "remove one")
    }
  }

  private static func year(in tokens: [CheckToken], at index: Int) -> String? {
    guard tokens[index].isSign("("), tokens[index + 1].kind == .number, tokens[index + 1].text.count == 4,
      tokens[index + 2].isSign(")")
    else { return nil }
    return tokens[index + 1].text
  }
}
