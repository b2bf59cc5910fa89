/// What a library holds and how old it is, for the start page and `=`.
public struct LibrarySummary: Hashable, Sendable {
  /// What the library calls itself.
  public var title: String
  /// The file's path.
  public var path: String
  /// The size of the file in bytes.
  public var bytes: Int
  /// The day it was compiled, `YYYY-MM-DD`, where known.
  public var compiled: String?
  /// How many pages there are: entities that some document is about.
  public var pages: Int
  /// How many documents there are; several about one entity are one page.
  public var documents: Int
  /// How many pages of each kind, most first.
  public var kinds: [KindCount]
  /// How many sections there are.
  public var sections: Int
  /// How many relations there are.
  public var relations: Int
  /// The oldest and the newest effective or review date of its documents, where any is stated.
  public var oldest: String?
  /// The newest date.
  public var newest: String?
  /// How many documents state no review date.
  public var notReviewed: Int
  /// The licences of its documents, each once.
  public var licences: [String]

  /// A kind and how many pages have it.
  public struct KindCount: Hashable, Sendable {
    /// The kind: `drug`.
    public var kind: String
    /// How many pages.
    public var count: Int

    /// Makes a count.
    public init(kind: String, count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// Makes a summary.
  public init(
    title: String, path: String, bytes: Int = 0, compiled: String? = nil, pages: Int = 0, documents: Int = 0,
    kinds: [KindCount] = [], sections: Int = 0, relations: Int = 0, oldest: String? = nil,
    newest: String? = nil, notReviewed: Int = 0, licences: [String] = []
  ) {
    self.title = title
    self.path = path
    self.bytes = bytes
    self.compiled = compiled
    self.pages = pages
    self.documents = documents
    self.kinds = kinds
    self.sections = sections
    self.relations = relations
    self.oldest = oldest
    self.newest = newest
    self.notReviewed = notReviewed
    self.licences = licences
  }
}
