/// Words by what they are in names and questions, as terms. Its head in `word-classes.yaml` tells how to edit it.
public struct WordClasses: Sendable {
  /// The lists that are compiled in. Parsed when they are first asked for.
  public static let standard = EmbeddedTable.read(
    PackageResources.word_classes_yaml, file: "word-classes.yaml", WordClasses.init(yaml:file:))

  /// Words of a substance's name that tell its salt, which may be drugs themselves.
  public let salts: Set<String>
  /// Words of a product's name that tell its form or route, and the small words between them.
  public let forms: Set<String>
  /// Organs that are asked about as such, unless what ails them follows.
  public let organs: Set<String>

  /// Reads lists.
  public init(yaml: String, file: String) throws(VocabularyError) {
    let table = try VocabularyTable(yaml: yaml, file: file)
    let names = ["salts", "forms", "organs"]
    for name in table.names where !names.contains(name) {
      throw VocabularyError(
        file: file, line: 1, problem: "there is no list '\(name)'",
        fix: "name it \(names.joined(separator: ", "))")
    }
    func words(_ name: String) throws(VocabularyError) -> Set<String> {
      let words = table.groups(name).flatMap(\.rows).flatMap { TermShape.terms($0.text) }
      guard !words.isEmpty else {
        throw VocabularyError(
          file: file, line: 1, problem: "the list '\(name)' has no words", fix: "write them under 'rows: |'")
      }
      return Set(words)
    }
    salts = try words("salts")
    forms = try words("forms")
    organs = try words("organs")
  }

  /// Whether a word of a name says nothing of which drug it is.
  public func isSaltOrForm(_ word: String) -> Bool { salts.contains(word) || forms.contains(word) }
}
