/// Advice to lower or adjust a dose, as the rules on such advice find it.
enum DoseAdjustment {
  private static let changes: Set<String> = [
    "reduce", "reduced", "reducing", "reduction", "reductions", "adjust", "adjusted", "adjusting",
    "adjustment",
    "adjustments", "lower", "lowered", "decrease", "decreased", "modify", "modified", "modification",
  ]
  private static let objects: Set<String> = ["dose", "doses", "dosage", "dosages", "dosing"]
  private static let negations: Set<String> = ["no", "not", "without", "unnecessary"]

  /// The place, among the tokens, of the first advice to lower or adjust a dose: one of the words for it and
  /// a word for dose near each other in a sentence; nil where there is none, or it says that none is needed.
  static func place(in cell: CheckedCell) -> Int? {
    let tokens = cell.tokens
    return tokens.indices.first { index in
      guard tokens[index].isWord(in: changes) else { return false }
      // “The lower end of the range” is no advice to lower anything.
      if index > 0, tokens[index].lowercased == "lower", tokens[index - 1].lowercased == "the" {
        return false
      }
      let sentence = cell.sentence(around: index)
      let near = max(sentence.lowerBound, index - 4)..<min(sentence.upperBound, index + 5)
      let negated = sentence.lowerBound..<min(sentence.upperBound, index + 8)
      return tokens[near].contains { $0.isWord(in: objects) }
        && !tokens[negated].contains { $0.isWord(in: negations) }
    }
  }
}
