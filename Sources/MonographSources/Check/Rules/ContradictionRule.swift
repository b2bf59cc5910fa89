import MonographModel

/// Finds a condition that is a contraindication and a reason to adjust the dose: the drug is not to be given, and
/// is to be given in another dose.
struct ContradictionRule: ContentRule {
  let rule = Rule.contradiction

  func findings(in text: CheckedText) -> [Finding] {
    let adjustments = text.rows.flatMap { row -> [(condition: ClinicalCondition, place: SourcePlace)] in
      guard let cell = row.cells.first(where: { DoseAdjustment.place(in: $0) != nil }),
        let index = DoseAdjustment.place(in: cell)
      else { return [] }
      let sentence = ClinicalCondition.all(in: Array(cell.tokens[cell.sentence(around: index)]))
      let conditions = sentence.isEmpty ? text.namedConditions(of: row) : sentence
      return conditions.map { ($0, cell.tokens[index].place) }
    }
    guard !adjustments.isEmpty else { return [] }
    return text.rows.filter { isContraindication($0, in: text) }.flatMap { row in
      row.cells.flatMap { cell in
        ClinicalCondition.all(in: cell.tokens).compactMap { condition in
          let lines = adjustments.filter { $0.condition.overlaps(condition) }.map(\.place.line)
          return lines.isEmpty ? nil : finding(of: condition, in: cell, adjustedOn: Set(lines).sorted())
        }
      }
    }
  }

  private func isContraindication(_ row: CheckedRow, in text: CheckedText) -> Bool {
    if ClinicalTopic.contraindications.score(heading: text.sections[row.section].title) > 0 { return true }
    return row.label.map { ClinicalTopic.contraindications.score(heading: $0.text) > 0 } ?? false
  }

  private func finding(of condition: ClinicalCondition, in cell: CheckedCell, adjustedOn lines: [Int])
    -> Finding
  {
    let degrees = ClinicalCondition.Degree.allCases.filter(condition.degrees.contains).map(\.rawValue)
    let name = (degrees.joined(separator: " and ") + " \(condition.organ.rawValue) impairment").trimmed
    let places = lines.map(String.init).joined(separator: " and ")
    return Finding(
      place: cell.tokens[condition.start].place,
      message: "A contraindication here, \(name) is a reason to adjust the dose on "
        + "line\(lines.count > 1 ? "s" : "") \(places).",
      fix: "say which of the two holds, and from which degree")
  }
}
