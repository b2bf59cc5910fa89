import MonographModel

/// Finds a maximum that is a range: `Maximum | 80-100 mg per day`.
struct MaximumIsARangeRule: ContentRule {
  let rule = Rule.maximumIsARange

  private static let words: Set<String> = ["maximum", "max"]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row in
      let isLabeled = row.label?.tokens.contains { $0.isWord(in: Self.words) } == true
      return row.values.flatMap { cell in
        cell.quantities.filter { $0.isRange && $0.isDose && (isLabeled || isMaximum($0, in: cell.tokens)) }
          .map {
            quantity in
            Finding(
              place: cell.tokens[quantity.range.lowerBound].place,
              message:
                "The maximum is two numbers, “\(cell.text(of: quantity.range))”, so that it is not known which "
                + "one must not be passed.",
              fix: "give one number, or say for whom each holds")
          }
      }
    }
  }

  /// Whether the word stands just before: `a maximum of 80-100 mg`.
  private func isMaximum(_ quantity: Quantity, in tokens: [CheckToken]) -> Bool {
    let before = tokens[..<quantity.range.lowerBound].suffix(4)
    guard let word = before.lastIndex(where: { $0.isWord(in: Self.words) }) else { return false }
    return !tokens[word..<quantity.range.lowerBound].contains {
      $0.kind == .number || ($0.kind == .sign && $0.text != ":")
    }
  }
}
