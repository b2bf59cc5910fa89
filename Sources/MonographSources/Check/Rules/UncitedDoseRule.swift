import MonographModel

/// Finds doses that no citation stands by: not in the row, nor its table or list, nor, under a heading on doses,
/// anywhere in its section. Reported once for a table or list.
struct UncitedDoseRule: ContentRule {
  let rule = Rule.uncitedDose

  func findings(in text: CheckedText) -> [Finding] {
    let citedGroups = Set(text.rows.filter(\.isCited).map(\.group))
    let citedSections = Set(text.rows.filter(\.isCited).map(\.section))
    var groups: Set<Int> = []
    return text.rows.compactMap { row in
      let isUnderDosing = text.isDosing(section: row.section)
      guard row.holdsDose, row.isLabeledDose || isUnderDosing, !citedGroups.contains(row.group),
        !(isUnderDosing && citedSections.contains(row.section)), groups.insert(row.group).inserted,
        let cell = row.cells.first(where: { $0.quantities.contains(where: \.isDose) }),
        let dose = cell.quantities.first(where: \.isDose)
      else { return nil }
      return Finding(
        place: cell.tokens[dose.range.lowerBound].place,
        message: "No citation stands by the dose “\(cell.text(of: dose.range))”.",
        fix: "cite where it comes from: [@key]")
    }
  }
}
