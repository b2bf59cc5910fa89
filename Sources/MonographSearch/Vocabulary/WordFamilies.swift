/// Words that share a stem but not a meaning. A row is families of forms, `severe severity | several`.
struct WordFamilies: Sendable {
  /// The rows, each with its families.
  private(set) var rows: [[[String]]] = []
  private var places: [String: [(row: Int, family: Int)]] = [:]

  init(_ groups: [VocabularyTable.Group], file: String) throws(VocabularyError) {
    for row in groups.flatMap(\.rows) {
      let families = TermShape.pieces(row.text, at: "|").map { TermShape.terms($0) }
      guard families.count > 1, families.allSatisfy({ !$0.isEmpty }) else {
        throw VocabularyError(
          file: file, line: row.line, problem: "'\(row.text)' keeps nothing apart",
          fix: "write 'words | words'")
      }
      for (family, words) in families.enumerated() {
        for word in words { places[word, default: []].append((rows.count, family)) }
      }
      rows.append(families)
    }
  }

  /// Whether a row has the terms in different families.
  func areApart(_ term: String, _ other: String) -> Bool {
    guard let first = places[term], let second = places[other] else { return false }
    return first.contains { place in
      second.contains { $0.row == place.row && $0.family != place.family }
    }
  }
}
