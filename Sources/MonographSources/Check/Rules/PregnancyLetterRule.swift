import MonographModel

/// Finds the letters A, B, C, D and X by which labels told the risk in pregnancy until 2015.
struct PregnancyLetterRule: ContentRule {
  let rule = Rule.pregnancyLetter

  private static let letters: Set<String> = ["A", "B", "C", "D", "X"]

  func findings(in text: CheckedText) -> [Finding] {
    text.rows.flatMap { row -> [Finding] in
      let isUnderPregnancy = text.headings(of: row.section).contains {
        $0.title.lowercased().contains("pregnan")
      }
      let tokens = row.cells.flatMap(\.tokens)
      guard isUnderPregnancy || tokens.contains(where: { $0.lowercased.hasPrefix("pregnan") }) else {
        return []
      }
      return tokens.indices.compactMap { index in
        guard tokens[index].lowercased == "category" else { return nil }
        var next = index + 1
        if next < tokens.count, tokens[next].isSign(":") { next += 1 }
        guard next < tokens.count, Self.letters.contains(tokens[next].text) else { return nil }
        return Finding(
          place: tokens[index].place,
          message:
            "The pregnancy category \(tokens[next].text) is of a scale that US labels gave up in 2015.",
          fix: "say what is known of the risk, in words")
      }
    }
  }
}
