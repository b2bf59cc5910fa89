import MonographModel

/// Finds the abbreviations of ``ErrorProneAbbreviation`` where they stand by a dose.
struct ErrorProneAbbreviationRule: ContentRule {
  let rule = Rule.errorProneAbbreviation

  /// The table by the first word of each.
  private static let byFirstWord = Dictionary(grouping: ErrorProneAbbreviation.all) { $0.tokens[0] }

  /// What may follow the last word of a dose.
  private static let joints: Set<String> = ["and", "as", "for", "if", "or", "prn", "then", "with"]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row -> [Finding] in
      let isDosing = text.isDosing(row)
      return row.cells.flatMap { cell in
        cell.tokens.indices.compactMap { index in
          guard let known = Self.byFirstWord[cell.tokens[index].text] else { return nil }
          // A row of a table gives the dose in one cell and how often in another.
          let isAfterDose = index == 0 && row.kind == .tableRow && row.givesDose
          return known.lazy.compactMap {
            finding(of: $0, at: index, in: cell, isDosing: isDosing, isAfterDose: isAfterDose)
          }.first
        }
      }
    }
  }

  private func finding(
    of abbreviation: ErrorProneAbbreviation, at index: Int, in cell: CheckedCell, isDosing: Bool,
    isAfterDose: Bool
  ) -> Finding? {
    let tokens = cell.tokens
    guard tokens[index...].prefix(abbreviation.tokens.count).map(\.text) == abbreviation.tokens else {
      return nil
    }
    switch abbreviation.place {
    case .unit:
      guard index > 0, tokens[index - 1].kind == .number,
        cell.quantities(before: index, last: 1).allSatisfy({ !$0.isLaboratory || !$0.range.contains(index) })
      else { return nil }
    case .atDose:
      guard let dose = cell.quantities(before: index, last: 1).first, dose.isDose,
        dose.range.upperBound == index
      else { return nil }
    case .afterDose, .endingDose:
      let next = index + abbreviation.tokens.count
      if abbreviation.place == .endingDose || isAfterDose, next < tokens.count, tokens[next].kind == .word,
        !tokens[next].isWord(in: Self.joints)
      {
        return nil
      }
      let sentence = cell.sentence(around: index)
      let before = cell.quantities(before: index, last: 4)
      guard isAfterDose || before.contains(where: { $0.isDose && sentence.contains($0.range.lowerBound) })
      else {
        return nil
      }
    case .beforeNumber:
      let next = index + abbreviation.tokens.count
      guard next < tokens.count, let dose = cell.quantities(before: next + 1, last: 1).first, dose.isDose,
        dose.range.lowerBound == next
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

extension CheckedRow {
  /// Whether a cell of it holds a dose: an amount, or a number under a header or beside a label that names a dose.
  fileprivate var givesDose: Bool {
    holdsDose || (isLabeledDose && cells.contains { $0.tokens.first?.kind == .number })
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
