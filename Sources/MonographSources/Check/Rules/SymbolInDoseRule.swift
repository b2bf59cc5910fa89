import MonographModel

/// Finds `<`, `>`, `@`, `&` and `+` beside a number in a row about doses: `2+ weeks`.
struct SymbolInDoseRule: ContentRule {
  let rule = Rule.symbolInDose

  /// The signs, each with its word.
  private static let words: [String: String] = [
    "<": "less than", ">": "more than", "@": "at", "&": "and", "+": "and",
  ]

  /// What stands before the number of a statistic, which is no dose: `p < 0.05`.
  private static let statistics: Set<String> = ["p", "n", "r", "value", "values"]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.filter { text.isDosing($0) }.flatMap { row in
      row.cells.flatMap { cell in
        cell.tokens.indices.compactMap { finding(at: $0, in: cell.tokens) }
      }
    }
  }

  private func finding(at index: Int, in tokens: [CheckToken]) -> Finding? {
    guard tokens[index].kind == .sign, let word = Self.words[tokens[index].text] else { return nil }
    let before = index > 0 ? tokens[index - 1] : nil
    let after = index + 1 < tokens.count ? tokens[index + 1] : nil
    guard before?.kind == .number || after?.kind == .number, !isShare(after: index, in: tokens) else {
      return nil
    }
    // The sign of a number that rises is no plus: a change of +4.6.
    if tokens[index].text == "+", let after, after.kind == .number, !after.isSpaced { return nil }
    if let before, before.isWord(in: Self.statistics) { return nil }
    // A plus sign that hangs on a number is no sum: 2+ weeks.
    let isOrMore = tokens[index].text == "+" && before?.kind == .number && !tokens[index].isSpaced
    return Finding(
      place: tokens[index].place,
      message: "The sign “\(tokens[index].text)” by a number in a line about doses is misread.",
      fix: "write \(isOrMore ? "or more" : word)")
  }

  /// Whether a share of patients follows: `<1%`.
  private func isShare(after index: Int, in tokens: [CheckToken]) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].kind == .number && tokens[index + 2].isSign("%")
  }
}
