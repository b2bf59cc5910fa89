/// One place that answers a library search: a section of a page, and the line in it.
public struct SearchHit: Hashable, Sendable {
  /// A part of its score.
  public struct Reason: Hashable, Sendable {
    /// What it is for: `topic “overdose”`.
    public var text: String
    /// What it adds.
    public var value: Double

    /// Makes a reason.
    public init(text: String, value: Double) {
      self.text = text
      self.value = value
    }
  }

  /// The entity.
  public var entity: EntityID
  /// The title of the document.
  public var title: String
  /// What sort of thing it is.
  public var kind: String
  /// The drug class or the like, where stated.
  public var entityClass: String?
  /// Routes and forms, where stated; see ``Monograph/form``.
  public var form: String?
  /// The headings down to the section: `["Dosing", "Oral Baclofen"]`; empty for text before the first.
  public var sectionPath: [String]
  /// The section's anchor.
  public var anchor: String
  /// The source document's own id.
  public var document: String
  /// Who publishes the document.
  public var publisher: String?
  /// Whose product it is about.
  public var labeler: String?
  /// The source's own name of the section.
  public var sectionKey: String
  /// Words from the section around what matched.
  public var snippet: Snippet
  /// The words of the line that answers, as the section has them; empty where no line does.
  public var passage: String
  /// The name that was taken for a word of the question which is none; nil where the question was taken as it is.
  public var readAs: String?
  /// How well it matches; higher is better. Comparable within one result only.
  public var score: Double
  /// What the score is made of.
  public var reasons: [Reason]

  /// Makes a hit.
  public init(
    entity: EntityID, title: String, kind: String, entityClass: String? = nil, form: String? = nil,
    sectionPath: [String], anchor: String, document: String, publisher: String? = nil, labeler: String? = nil,
    sectionKey: String, snippet: Snippet, passage: String = "", readAs: String? = nil, score: Double,
    reasons: [Reason] = []
  ) {
    self.entity = entity
    self.title = title
    self.kind = kind
    self.entityClass = entityClass
    self.form = form
    self.sectionPath = sectionPath
    self.anchor = anchor
    self.document = document
    self.publisher = publisher
    self.labeler = labeler
    self.sectionKey = sectionKey
    self.snippet = snippet
    self.passage = passage
    self.readAs = readAs
    self.score = score
    self.reasons = reasons
  }
}

/// A piece of text with the words that matched told apart.
public struct Snippet: Hashable, Sendable {
  /// A run of text.
  public struct Run: Hashable, Sendable {
    /// The words.
    public var text: String
    /// Whether they matched.
    public var isMatch: Bool

    /// Makes a run.
    public init(text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }

  /// The runs, in order.
  public var runs: [Run]

  /// Makes a snippet.
  public init(runs: [Run]) { self.runs = runs }

  /// The words alone.
  public var text: String { runs.map(\.text).joined() }
}

/// A name that is near a word which is none: offered, never taken for it.
public struct NameSuggestion: Hashable, Sendable {
  /// What was typed.
  public var typed: String
  /// The name; with tall-man letters where it is mistaken for others.
  public var name: String
  /// Names that it is mistaken for, with tall-man letters.
  public var lookAlikes: [String]

  /// Makes a suggestion.
  public init(typed: String, name: String, lookAlikes: [String] = []) {
    self.typed = typed
    self.name = name
    self.lookAlikes = lookAlikes
  }
}

/// What a library search found.
public struct SearchResult: Hashable, Sendable {
  /// The words asked for, as typed.
  public var query: String
  /// The best hits, best first.
  public var hits: [SearchHit]
  /// How many sections match in all; at least the number of hits.
  public var total: Int
  /// Names that words of the query may have been meant for; hits that rest on them tell so.
  public var suggestions: [NameSuggestion]
  /// Whether the hits are about something else than what was asked for, which has no page here; the first remark says
  /// so. None of them may be opened without a choice.
  public var isElsewhere: Bool
  /// What a person should know besides: a filter that nothing meets, that nothing is recorded between two drugs.
  public var remarks: [String]
  /// What else words of the query were looked for as; empty where that was not asked for.
  public var alternatives: [WordAlternative] = []

  /// Makes a result.
  public init(
    query: String, hits: [SearchHit] = [], total: Int? = nil, suggestions: [NameSuggestion] = [],
    isElsewhere: Bool = false, remarks: [String] = []
  ) {
    self.isElsewhere = isElsewhere
    self.query = query
    self.hits = hits
    self.total = max(total ?? hits.count, hits.count)
    self.suggestions = suggestions
    self.remarks = remarks
  }
}

/// Other words that words of a query were looked for as, which stand in the library.
public struct WordAlternative: Hashable, Sendable {
  /// The other words.
  public var words: String
  /// Why they stand for what was typed: "moa is short for mechanism of action".
  public var reason: String

  /// Makes an alternative.
  public init(words: String, reason: String) {
    self.words = words
    self.reason = reason
  }
}

/// An entity found by name.
public struct NameMatch: Hashable, Sendable {
  /// How a name came to match. The order is that of the results.
  public enum Quality: Int, Hashable, Sendable, Comparable {
    case exact, prefix, word, fuzzy

    /// Better before worse.
    public static func < (left: Quality, right: Quality) -> Bool { left.rawValue < right.rawValue }
  }

  /// The entity.
  public var entity: EntityID
  /// Its title.
  public var title: String
  /// What sort of thing it is.
  public var kind: String
  /// The drug class or the like, where stated.
  public var entityClass: String?
  /// The name that matched, where it is not the title.
  public var alias: String?
  /// How it matched.
  public var quality: Quality
  /// Whether the entity has a page.
  public var hasPage: Bool
  /// The document to open, where the name that matched is borne by some of the entity's documents and not by the
  /// one that is offered first: the source document's own id.
  public var document: String?
  /// How many relations the entity is an end of, where that was counted.
  public var relationCount: Int?

  /// Makes a match.
  public init(
    entity: EntityID, title: String, kind: String, entityClass: String? = nil, alias: String? = nil,
    quality: Quality, hasPage: Bool = true, document: String? = nil, relationCount: Int? = nil
  ) {
    self.entity = entity
    self.title = title
    self.kind = kind
    self.entityClass = entityClass
    self.alias = alias
    self.quality = quality
    self.hasPage = hasPage
    self.document = document
    self.relationCount = relationCount
  }
}
