import MonographModel

/// Finds the abbreviations of ``ErrorProneAbbreviation`` where they stand by a dose.
struct ErrorProneAbbreviationRule: ContentRule {
  let rule = Rule.errorProneAbbreviation

  /// The table by the first word of each.
  private static let byFirstWord = Dictionary(grouping: ErrorProneAbbreviation.all) { $0.tokens[0] }

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row -> [Finding] in
      let isDosing = text.isDosing(row)
      return row.cells.flatMap { cell in
        cell.tokens.indices.compactMap { index in
          guard let known = Self.byFirstWord[cell.tokens[index].text] else { return nil }
          return known.lazy.compactMap { finding(of: $0, at: index, in: cell, isDosing: isDosing) }.first
        }
      }
    }
  }

  private func finding(
    of abbreviation: ErrorProneAbbreviation, at index: Int, in cell: CheckedCell, isDosing: Bool
  ) -> Finding? {
    let tokens = cell.tokens
    guard tokens[index...].prefix(abbreviation.tokens.count).map(\.text) == abbreviation.tokens else {
      return nil
    }
    switch abbreviation.place {
    case .unit:
      guard index > 0, tokens[index - 1].kind == .number,
        !cell.quantities.contains(where: { $0.isLaboratory && $0.range.contains(index) })
      else { return nil }
    case .atDose:
      guard cell.quantities.contains(where: { $0.isDose && $0.range.upperBound == index }) else { return nil }
    case .afterDose:
      let sentence = cell.sentence(around: index)
      guard
        cell.quantities.contains(where: {
          $0.isDose && $0.range.upperBound <= index && sentence.contains($0.range.lowerBound)
        })
      else { return nil }
    case .beforeNumber:
      let next = index + abbreviation.tokens.count
      guard next < tokens.count, tokens[next].kind == .number,
        cell.quantities.contains(where: { $0.isDose && $0.range.lowerBound == next })
      else { return nil }
    case .dosing:
      guard isDosing else { return nil }
    }
    let written =
      tokens[index].text
      + tokens[(index + 1)..<(index + abbreviation.tokens.count)].reduce(into: "") {
        $0 += ($1.isSpaced ? " " : "") + $1.text
      }
    return Finding(
      place: tokens[index].place, message: "“\(written)” is an abbreviation that is misread.",
      fix: "write \(abbreviation.replacement)")
  }
}

extension CheckedText {
  /// Whether a row is about doses: it holds one, its label names one, it stands in a section on doses, or its
  /// words are about giving a drug or stopping it.
  func isDosing(_ row: CheckedRow) -> Bool {
    row.holdsDose || row.isLabeledDose || row.holds(DoseVocabulary.doseVerbs)
      || isDosing(section: row.section)
  }
}
