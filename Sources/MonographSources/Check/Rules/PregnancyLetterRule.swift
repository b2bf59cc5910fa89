import MonographModel

/// Finds the letters A, B, C, D and X by which labels told the risk in pregnancy until 2015.
struct PregnancyLetterRule: ContentRule {
  let rule = Rule.pregnancyLetter

  private static let letters: Set<String> = ["A", "B", "C", "D", "X"]
  private static let categories: Set<String> = ["category", "categories"]
  /// What may stand between the word and its letter: `Category: C`, `Category (C)`.
  private static let joints: Set<String> = [":", "(", "-", "–", "—", "“", "\""]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row -> [Finding] in
      let isUnderPregnancy = text.headings(of: row.section).contains {
        $0.title.lowercased().contains("pregnan")
      }
      return row.cells.flatMap { cell in underHeader(cell) }
        + stated(in: row, isUnderPregnancy: isUnderPregnancy)
    }
  }

  /// Letters of a column whose header says that they are categories: `Pregnancy category`.
  private func underHeader(_ cell: CheckedCell) -> [Finding] {
    guard cell.header.contains(where: { $0.isWord(in: Self.categories) }),
      cell.header.contains(where: { $0.lowercased.hasPrefix("pregnan") }),
      let letter = cell.tokens.first, Self.letters.contains(letter.text)
    else { return [] }
    return [finding(letter.text, at: letter)]
  }

  private func stated(in row: CheckedRow, isUnderPregnancy: Bool) -> [Finding] {
    let tokens = row.cells.flatMap(\.tokens)
    guard isUnderPregnancy || tokens.contains(where: { $0.lowercased.hasPrefix("pregnan") }) else {
      return []
    }
    return tokens.indices.compactMap { index in
      guard tokens[index].isWord(in: Self.categories) else { return nil }
      let next = tokens[(index + 1)...].prefix(3).first { token in !Self.joints.contains(token.text) }
      guard let next, Self.letters.contains(next.text) else { return nil }
      return finding(next.text, at: tokens[index])
    }
  }

  private func finding(_ letter: String, at token: CheckToken) -> Finding {
    Finding(
      place: token.place,
      message: "The pregnancy category \(letter) is of a scale that US labels gave up in 2015.",
      fix: "say what is known of the risk, in words")
  }
}
