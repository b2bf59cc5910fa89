/// What clinicians type in other words than the text has: other names of drugs, lay words, abbreviations, spellings,
/// the words of a question that carry no meaning, and words that share a stem but not a meaning. Its head in
/// `synonyms.yaml` tells how to edit it.
///
/// A phrase is looked up as a list of terms (lower case, without accents). A word with a hyphen is known both as its
/// parts and as one (`half-life`: half life, halflife). A phrase that the table lacks is looked up once more with
/// the plurals of its longer words made singular and British spelling made American.
public struct SynonymTable: Sendable {
  /// The table that is compiled in. Parsed when it is first asked for.
  public static let standard = EmbeddedTable.read(
    PackageResources.synonyms_yaml, file: "synonyms.yaml", SynonymTable.init(yaml:file:))

  /// Words of a question that carry no meaning, as terms. A few of them are abbreviations too (`it`: intrathecal), whose
  /// meanings ``alternatives(for:)`` still gives.
  public let ignored: Set<String>
  /// How many rows of phrases the table has.
  public let rowCount: Int
  /// How many terms the longest phrase has.
  public var longestPhrase: Int { index.longest }

  private let index: PhraseIndex
  private let reasons: [String]
  /// By group, whether its phrases are names of drugs.
  private let namesDrugs: [Bool]
  private let spellings: SpellingRules
  private let families: WordFamilies

  /// Reads a table.
  public init(yaml: String, file: String) throws(VocabularyError) {
    let table = try VocabularyTable(yaml: yaml, file: file)
    for name in table.names where !["ignored", "groups", "spellings", "apart"].contains(name) {
      throw VocabularyError(
        file: file, line: 1, problem: "there is no part '\(name)'",
        fix: "name it ignored, groups, spellings or apart")
    }
    var ignored: Set<String> = []
    for group in table.groups("ignored") {
      for row in group.rows { ignored.formUnion(TermShape.terms(row.text)) }
    }
    let groups = table.groups("groups")
    rowCount = groups.reduce(0) { $0 + $1.rows.count }
    var index = PhraseIndex(file: file, rowCount: rowCount)
    var reasons: [String] = []
    var namesDrugs: [Bool] = []
    for group in groups {
      let weight = try group.weight(in: file, standard: 1)
      for row in group.rows { try index.add(row, weight: weight, group: reasons.count) }
      reasons.append(try group.value("reason", in: file))
      namesDrugs.append(try group.flag("drugs", in: file))
    }
    self.ignored = ignored
    self.index = index
    self.reasons = reasons
    self.namesDrugs = namesDrugs
    spellings = try SpellingRules(table.groups("spellings"), file: file)
    families = try WordFamilies(table.groups("apart"), file: file)
  }

  /// Other ways to say exactly these terms, the surest first; of a single term its other spellings too. Cost: one
  /// look-up and some microseconds.
  public func alternatives(for terms: ArraySlice<String>) -> [Alternative] {
    var alternatives: [Alternative] = []
    for meaning in index.meanings(of: terms) {
      let alternative = Alternative(
        terms: TermShape.terms(meaning.phrase), weight: meaning.weight,
        reason: SpellingRules.sentence(reasons[meaning.group], meaning.left, meaning.right))
      guard !alternative.terms.elementsEqual(terms) else { continue }
      if let known = alternatives.firstIndex(where: { $0.terms == alternative.terms }) {
        if alternatives[known].weight < alternative.weight { alternatives[known] = alternative }
      } else {
        alternatives.append(alternative)
      }
    }
    if let term = terms.first, terms.count == 1 {
      for spelling in spellings(of: term) where !alternatives.contains(where: { $0.terms == spelling.terms })
      {
        alternatives.append(spelling)
      }
    }
    return alternatives.enumerated()
      .sorted { ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset) }
      .map(\.element)
  }

  /// Whether the table has a term as the name of a drug. Cost: one look-up.
  public func isDrug(_ term: String) -> Bool { index.meanings(of: [term]).contains { namesDrugs[$0.group] } }

  /// The name that a row of names of one drug has first, where a term is another of them: the substance of a brand.
  public func firstName(ofDrug term: String) -> String? {
    index.meanings(of: [term]).first {
      namesDrugs[$0.group] && ($0.left == $0.phrase || $0.direction == .oneWay)
    }?
    .phrase
  }

  /// Spellings that a term may have elsewhere (`oedema`: edema). They are made by rule: the caller uses those that the
  /// library holds.
  public func spellings(of term: String) -> [Alternative] { spellings.variants(of: term) }

  /// Whether a term carries no meaning in a question.
  public func isIgnored(_ term: String) -> Bool { ignored.contains(term) }

  /// Whether two terms are no forms of one word although they share a stem (`severe`, `several`).
  public func areApart(_ term: String, _ other: String) -> Bool { families.areApart(term, other) }

  /// Every phrase that the table knows, as terms.
  var phrases: [[String]] { index.phrases }
  /// Every row of words that are apart, each with its families of forms.
  var apart: [[[String]]] { families.rows }
}
