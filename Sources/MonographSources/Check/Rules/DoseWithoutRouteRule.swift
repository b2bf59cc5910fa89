import MonographModel

/// Finds rows of doses that no route is given for: not in the row, nor its table, its section's text, or the
/// headings over it. Reported once for a table or a run of definitions.
struct DoseWithoutRouteRule: ContentRule {
  let rule = Rule.doseWithoutRoute

  func findings(in text: CheckedText) -> [Finding] {
    let sectionsWithRoute = Set(text.rows.filter { $0.holds(DoseVocabulary.routes) }.map(\.section))
    var groups: Set<Int> = []
    return text.rows.compactMap { row in
      guard row.kind == .definition || row.kind == .tableRow, row.holdsDose,
        row.isLabeledDose || text.isDosing(section: row.section),
        !isRouted(row.section, in: text, sectionsWithRoute), groups.insert(row.group).inserted,
        let cell = row.cells.first(where: { $0.quantities.contains(where: \.isDose) }),
        let dose = cell.quantities.first(where: \.isDose)
      else { return nil }
      return Finding(
        place: cell.tokens[dose.range.lowerBound].place,
        message: "No route is given for “\(cell.text(of: dose.range))” in its row, table or section.",
        fix: "say by mouth, intravenous, intrathecal or another")
    }
  }

  private func isRouted(_ section: Int, in text: CheckedText, _ sectionsWithRoute: Set<Int>) -> Bool {
    if sectionsWithRoute.contains(section) { return true }
    return text.headings(of: section).contains { heading in
      heading.title.lowercased().split { !$0.isLetter }.contains {
        DoseVocabulary.routes.contains(String($0))
      }
    } || isRoutedByParent(section, in: text, sectionsWithRoute)
  }

  /// What a section on doses says before its parts holds for them.
  private func isRoutedByParent(_ section: Int, in text: CheckedText, _ sectionsWithRoute: Set<Int>) -> Bool {
    var next = text.sections[section].parent
    while let parent = next {
      if sectionsWithRoute.contains(parent), DoseVocabulary.isDosing(heading: text.sections[parent].title) {
        return true
      }
      next = text.sections[parent].parent
    }
    return false
  }
}
