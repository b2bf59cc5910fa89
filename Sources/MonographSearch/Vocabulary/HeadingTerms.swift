/// Terms that a heading holds in a row, singular or plural; the last may be the beginning of a word. Unlike the phrases
/// of ``ClinicalTopic``, which are looked for in a heading's letters, they are compared with its terms, without regard to
/// accents and signs.
public struct HeadingTerms: Hashable, Sendable {
  private let terms: [String]
  private let isBeginning: Bool

  /// Reads `renal impairment` or `pregnan-`.
  public init(_ text: String) {
    isBeginning = text.hasSuffix("-")
    terms = isBeginning ? TermForm.terms(text) : TermForm.plainTerms(text)
  }

  /// Whether a heading's terms hold it.
  func stands(in heading: [String]) -> Bool {
    guard !terms.isEmpty, heading.count >= terms.count else { return false }
    return (0...(heading.count - terms.count)).contains { start in
      terms.indices.allSatisfy { index in
        let (term, wanted) = (heading[start + index], terms[index])
        return isBeginning && index == terms.count - 1 ? term.hasPrefix(wanted) : term == wanted
      }
    }
  }
}
