/// One place that answers a library search: a section of a page.
public struct SearchHit: Hashable, Sendable {
  /// The entity.
  public var entity: EntityID
  /// The title of its page.
  public var title: String
  /// What sort of thing it is.
  public var kind: String
  /// The drug class or the like, where stated.
  public var entityClass: String?
  /// The headings down to the section: `["Dosing", "Oral Baclofen"]`; empty for text before the first.
  public var sectionPath: [String]
  /// The section's anchor.
  public var anchor: String
  /// The source document's own id.
  public var document: String
  /// The source's own name of the section.
  public var sectionKey: String
  /// Words from the section around what matched.
  public var snippet: Snippet
  /// How well it matches; higher is better. Comparable within one result only.
  public var score: Double

  /// Makes a hit.
  public init(
    entity: EntityID, title: String, kind: String, entityClass: String? = nil, sectionPath: [String],
    anchor: String, document: String, sectionKey: String, snippet: Snippet, score: Double
  ) {
    self.entity = entity
    self.title = title
    self.kind = kind
    self.entityClass = entityClass
    self.sectionPath = sectionPath
    self.anchor = anchor
    self.document = document
    self.sectionKey = sectionKey
    self.snippet = snippet
    self.score = score
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

/// What a library search found.
public struct SearchResult: Hashable, Sendable {
  /// The words asked for, as typed.
  public var query: String
  /// The best hits, best first.
  public var hits: [SearchHit]
  /// How many sections match in all; at least the number of hits.
  public var total: Int

  /// Makes a result.
  public init(query: String, hits: [SearchHit] = [], total: Int? = nil) {
    self.query = query
    self.hits = hits
    self.total = max(total ?? hits.count, hits.count)
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
