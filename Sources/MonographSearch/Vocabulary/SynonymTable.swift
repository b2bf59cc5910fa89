/// Another way to say a phrase.
public struct Alternative: Hashable, Sendable {
  /// Whether the phrases stand for one another, or only the one asked for stands for the other.
  public enum Direction: String, Hashable, Sendable {
    /// Either stands for the other.
    case bothWays
    /// What was asked means this; this does not mean what was asked.
    case oneWay
  }

  /// The phrase, as terms.
  public var terms: [String]
  /// How surely the phrase asked for stands for it, above 0 and at most 1.
  public var weight: Double
  public var direction: Direction
  /// Why, in words that a clinician understands: "paracetamol and acetaminophen are one drug (INN, US name)".
  public var reason: String

  /// Makes an alternative.
  public init(terms: [String], weight: Double, direction: Direction, reason: String) {
    self.terms = terms
    self.weight = weight
    self.direction = direction
    self.reason = reason
  }
}

/// What clinicians type in other words than the text has: other names of drugs, lay words, abbreviations, spellings,
/// and the words of a question that carry no meaning. Its head in `synonyms.yaml` tells how to edit it.
///
/// A phrase is looked up as a list of terms (lower case, without accents). A word with a hyphen is known both as its
/// parts and as one (`half-life`: half life, halflife). A phrase that the table lacks is looked up once more with
/// the plurals of its longer words made singular and British spelling made American.
public struct SynonymTable: Sendable {
  /// The table that is compiled in. Parsed when it is first asked for.
  public static let standard: SynonymTable = {
    do {
      let bytes = PackageResources.synonyms_yaml
      return try SynonymTable(yaml: String(decoding: bytes, as: UTF8.self), file: "synonyms.yaml")
    } catch {
      // The table is part of the program, and the tests parse it.
      fatalError("\(error)")
    }
  }()

  /// Words of a question that carry no meaning, as terms.
  public let ignored: Set<String>
  /// How many terms the longest phrase has.
  public let longestPhrase: Int
  /// How many rows of phrases the table has.
  public let rowCount: Int

  /// What a phrase means, as the row says it: the sentence is made only when it is asked for.
  private struct Meaning: Sendable {
    var terms: [String]
    var weight: Double
    var direction: Alternative.Direction
    var left: String
    var right: String
    var group: Int
  }

  private var meanings: [Meaning] = []
  private var byPhrase: [String: [Int]] = [:]
  private var byLoosePhrase: [String: [Int]] = [:]
  private var reasons: [String] = []
  private let spellings: SpellingRules

  /// Reads a table.
  public init(yaml: String, file: String) throws(VocabularyError) {
    let table = try VocabularyTable(yaml: yaml, file: file)
    for name in table.names where !["ignored", "groups", "spellings"].contains(name) {
      throw VocabularyError(
        file: file, line: 1, problem: "there is no part '\(name)'",
        fix: "name it ignored, groups or spellings")
    }
    var ignored: Set<String> = []
    for group in table.groups("ignored") {
      for row in group.rows { ignored.formUnion(row.text.split(separator: " ").map(String.init)) }
    }
    self.ignored = ignored
    spellings = try SpellingRules(table.groups("spellings"), file: file)
    var rowCount = 0
    var builder = Builder()
    for group in table.groups("groups") {
      builder.reasons.append(try group.value("reason", in: file))
      let weight = try group.weight(in: file, standard: 1)
      for row in group.rows {
        try builder.add(SynonymRow(row, weight: weight, file: file))
        rowCount += 1
      }
    }
    self.rowCount = rowCount
    meanings = builder.meanings
    byPhrase = builder.byPhrase
    byLoosePhrase = builder.byLoosePhrase
    reasons = builder.reasons
    longestPhrase = builder.longest
  }

  /// Other ways to say exactly these terms, the surest first; of a single term its other spellings too. Cost: a
  /// look-up, or two where the table lacks the phrase.
  public func alternatives(for terms: ArraySlice<String>) -> [Alternative] {
    let phrase = terms.joined(separator: " ")
    var found = byPhrase[phrase] ?? []
    if found.isEmpty { found = byLoosePhrase[Self.loose(terms)] ?? [] }
    var alternatives: [Alternative] = []
    for index in found {
      let meaning = meanings[index]
      guard !meaning.terms.elementsEqual(terms) else { continue }
      let alternative = Alternative(
        terms: meaning.terms, weight: meaning.weight, direction: meaning.direction,
        reason: SpellingRules.sentence(reasons[meaning.group], meaning.left, meaning.right))
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

  /// Spellings that a term may have elsewhere (`oedema`: edema). They are made by rule: the caller uses those that the
  /// library holds.
  public func spellings(of term: String) -> [Alternative] { spellings.variants(of: term) }

  /// Every phrase that the table knows, as terms with a blank between them.
  var phrases: Dictionary<String, [Int]>.Keys { byPhrase.keys }

  /// Whether a term carries no meaning in a question.
  public func isIgnored(_ term: String) -> Bool { ignored.contains(term) }

  /// The phrase with plurals made singular and British spelling made American, for look-up only.
  private static func loose(_ terms: some Sequence<String>) -> String {
    terms.map(TermShape.loose).joined(separator: " ")
  }

  private struct Builder {
    var meanings: [Meaning] = []
    var byPhrase: [String: [Int]] = [:]
    var byLoosePhrase: [String: [Int]] = [:]
    var reasons: [String] = []
    var longest = 1

    mutating func add(_ row: SynonymRow) throws(VocabularyError) {
      for (key, meant) in row.pairs {
        let index = meanings.count
        meanings.append(
          Meaning(
            terms: meant.phrase.terms, weight: meant.weight, direction: row.direction, left: meant.left,
            right: meant.right, group: reasons.count - 1))
        for terms in key.forms {
          longest = max(longest, terms.count)
          byPhrase[terms.joined(separator: " "), default: []].append(index)
          byLoosePhrase[SynonymTable.loose(terms), default: []].append(index)
        }
      }
    }
  }
}
