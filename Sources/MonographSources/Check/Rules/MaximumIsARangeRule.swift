import MonographModel

/// Finds a maximum that is two numbers: `Maximum | 80-100 mg per day`, `80 mg or 100 mg` under the header `Max`.
struct MaximumIsARangeRule: ContentRule {
  let rule = Rule.maximumIsARange

  private static let words: Set<String> = ["maximum", "max", "maximal"]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row in
      row.cells.indices.flatMap { column in
        let cell = row.cells[column]
        // What names a row is named by its header alone.
        let label = row.label != nil && column > 0 ? row.cells[0].tokens : []
        let names = label + cell.header
        let isLabeled = names.contains { $0.isWord(in: Self.words) }
        let unitIsNamed = isLabeled && names.contains { $0.isWord(in: DoseVocabulary.massUnits) }
        return ranges(in: cell, unitIsNamed: unitIsNamed)
          .filter { isLabeled || isMaximum($0, in: cell.tokens) }
          .map { finding($0, in: cell) }
      }
    }
  }

  private func finding(_ range: Range<Int>, in cell: CheckedCell) -> Finding {
    Finding(
      place: cell.tokens[range.lowerBound].place,
      message:
        "The maximum is two numbers, “\(cell.text(of: range))”, so that it is not known which one must not "
        + "be passed.",
      fix: "give one number, or say for whom each holds")
  }

  /// The doses of a cell that are two numbers, by the tokens they cover.
  private func ranges(in cell: CheckedCell, unitIsNamed: Bool) -> [Range<Int>] {
    let doses = cell.quantities.filter(\.isDose)
    var ranges = doses.filter(\.isRange).map(\.range)
    for (dose, next) in zip(doses, doses.dropFirst()) where next.range.lowerBound == dose.range.upperBound + 1
    {
      if cell.tokens[dose.range.upperBound].lowercased == "or" {
        ranges.append(dose.range.lowerBound..<next.range.upperBound)
      }
    }
    for dose in doses where !dose.isRange {
      // `80 or 100 mg`: the first of the two has no unit of its own.
      let start = dose.range.lowerBound
      if start > 1, cell.tokens[start - 1].lowercased == "or", cell.tokens[start - 2].kind == .number {
        ranges.append((start - 2)..<dose.range.upperBound)
      }
    }
    // Where the unit stands in the header, numbers alone are doses.
    if unitIsNamed, cell.quantities.isEmpty { ranges += bareRanges(in: cell.tokens) }
    return ranges.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func bareRanges(in tokens: [CheckToken]) -> [Range<Int>] {
    tokens.indices.dropLast(min(2, tokens.count)).filter { index in
      tokens[index].kind == .number && tokens[index + 2].kind == .number
        && (Quantity.isRangeMark(tokens[index + 1]) || tokens[index + 1].lowercased == "or")
    }.map { $0..<($0 + 3) }
  }

  /// Whether the word stands just before: `a maximum of 80-100 mg`.
  private func isMaximum(_ range: Range<Int>, in tokens: [CheckToken]) -> Bool {
    let before = tokens[..<range.lowerBound].suffix(4)
    guard let word = before.lastIndex(where: { $0.isWord(in: Self.words) }) else { return false }
    let between = tokens[(word + 1)..<range.lowerBound]
    return !between.contains { $0.kind == .number || ($0.kind == .sign && $0.text != ":" && $0.text != ".") }
      // The point of `Max. 80 mg` ends no sentence; that of a whole word does.
      && (tokens[word].lowercased == "max" || !between.contains { $0.isSign(".") })
  }
}
