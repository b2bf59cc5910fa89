import MonographModel

/// Finds advice to reduce or adjust the dose in renal impairment that gives no number to do it by.
struct VagueRenalAdviceRule: ContentRule {
  let rule = Rule.vagueRenalAdvice

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.compactMap { row in
      guard let cell = row.cells.first(where: { DoseAdjustment.place(in: $0) != nil }),
        let index = DoseAdjustment.place(in: cell), text.isAbout(.renal, row),
        !row.cells.contains(where: { saysHowMuch($0.tokens) })
      else { return nil }
      return Finding(
        place: cell.tokens[index].place,
        message: "The dose is to be changed in renal impairment, and no number says how far or from when.",
        fix: "give the dose or its fraction, and the clearance from which it holds")
    }
  }
}

extension VagueRenalAdviceRule {
  /// Words that are a share of a dose.
  private static let shares: Set<String> = [
    "half", "halve", "halved", "halving", "third", "thirds", "quarter", "quarters", "doubled", "double",
  ]
  /// What a number names that is no amount: `see section 5.2`.
  private static let places: Set<String> = [
    "section", "sections", "table", "tables", "figure", "chapter", "page", "step", "stage", "type", "grade",
  ]

  /// Whether a number or a share stands there, other than the number of a section, a table or the like.
  fileprivate func saysHowMuch(_ tokens: [CheckToken]) -> Bool {
    tokens.indices.contains { index in
      if tokens[index].isWord(in: Self.shares) { return true }
      guard tokens[index].kind == .number else { return false }
      return index == 0 || !tokens[index - 1].isWord(in: Self.places)
    }
  }
}

extension CheckedText {
  /// Whether a row is about a condition of an organ: its words name one, or the heading over it does.
  func isAbout(_ organ: ClinicalCondition.Organ, _ row: CheckedRow) -> Bool {
    conditions(of: row).contains { $0.organ == organ }
  }

  /// The conditions that a row is about: those that its words name, else those of the headings over it.
  func conditions(of row: CheckedRow) -> [ClinicalCondition] {
    let own = row.cells.flatMap { ClinicalCondition.all(in: $0.tokens) }
    return own.isEmpty ? namedConditions(of: row) : own
  }

  /// The conditions that a row's label names, else those of the headings over it.
  func namedConditions(of row: CheckedRow) -> [ClinicalCondition] {
    let label = ClinicalCondition.all(in: row.label?.tokens ?? [])
    if !label.isEmpty { return label }
    return headings(of: row.section).flatMap { heading in
      ClinicalCondition.all(
        in: CheckTokenizer(
          heading.title.unicodeScalars.map { PlacedScalar(value: $0, line: 0, column: 0) }
        ).tokens)
    }
  }
}
