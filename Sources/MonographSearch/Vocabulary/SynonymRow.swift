/// A row of `synonyms.yaml`: `a = b = c @ weight`, or `a, b > c | d @ weight`.
struct SynonymRow {
  /// A phrase as it is written and as terms.
  struct Phrase: Hashable {
    var text: String
    /// The terms, a word with a hyphen as its parts.
    var terms: [String]
    /// The lists of terms by which it is found: its parts, and where a word has a hyphen, the word as one term too.
    var forms: [[String]]
  }

  /// What a phrase of the row means: the other phrase, and both as the row orders them, for the reason.
  struct Meaning {
    var phrase: Phrase
    var weight: Double
    var left: String
    var right: String
  }

  var direction: Alternative.Direction
  var pairs: [(key: Phrase, meant: Meaning)] = []

  /// Reads a row.
  init(_ row: VocabularyTable.Row, weight: Double, file: String) throws(VocabularyError) {
    if let arrow = row.text.firstIndex(of: ">") {
      direction = .oneWay
      var keys: [Phrase] = []
      for part in row.text[..<arrow].split(separator: ",", omittingEmptySubsequences: false) {
        keys.append(try Self.phrase(part, at: row, file: file))
      }
      for part in row.text[row.text.index(after: arrow)...].split(
        separator: "|", omittingEmptySubsequences: false)
      {
        let (meant, own) = try Self.weighed(part, weight: weight, at: row, file: file)
        let phrase = try Self.phrase(meant, at: row, file: file)
        for key in keys {
          pairs.append((key, Meaning(phrase: phrase, weight: own, left: key.text, right: phrase.text)))
        }
      }
    } else {
      direction = .bothWays
      let (text, own) = try Self.weighed(row.text, weight: weight, at: row, file: file)
      var phrases: [Phrase] = []
      for part in text.split(separator: "=", omittingEmptySubsequences: false) {
        phrases.append(try Self.phrase(part, at: row, file: file))
      }
      guard phrases.count > 1 else {
        throw VocabularyError(
          file: file, line: row.line, problem: "'\(row.text)' says of nothing that it is the same",
          fix: "write 'phrase = phrase', or 'phrase > meaning'")
      }
      for (first, left) in phrases.enumerated() {
        for right in phrases[(first + 1)...] {
          pairs.append((left, Meaning(phrase: right, weight: own, left: left.text, right: right.text)))
          pairs.append((right, Meaning(phrase: left, weight: own, left: left.text, right: right.text)))
        }
      }
    }
  }

  private static func weighed(
    _ text: Substring, weight: Double, at row: VocabularyTable.Row, file: String
  ) throws(VocabularyError) -> (Substring, Double) {
    guard let sign = text.firstIndex(of: "@") else { return (text, weight) }
    let number = TermShape.trimmed(text[text.index(after: sign)...])
    return (text[..<sign], try VocabularyTable.weight(number, file: file, line: row.line))
  }

  private static func phrase(
    _ text: Substring, at row: VocabularyTable.Row, file: String
  ) throws(VocabularyError) -> Phrase {
    let written = String(TermShape.trimmed(text))
    let terms = TermShape.terms(written)
    guard !terms.isEmpty else {
      throw VocabularyError(
        file: file, line: row.line, problem: "'\(row.text)' has an empty phrase",
        fix: "write words on both sides")
    }
    var forms = [terms]
    if written.utf8.contains(UInt8(ascii: "-")) {
      forms.append(TermShape.terms(written.filter { $0 != "-" }))
    }
    return Phrase(text: written, terms: terms, forms: forms)
  }
}
