/// A bibliography entry, cited by its key.
public struct Reference: Hashable, Sendable {
  /// The key that citations use: `bowery2010`.
  public var key: String
  /// Authors as the source writes them; empty where unknown.
  public var authors: [String]
  /// The title.
  public var title: String
  /// The journal, book or site.
  public var container: String?
  /// The year or the date, in the source's words.
  public var year: String?
  /// An address, where there is one.
  public var url: String?
  /// Identifiers such as a DOI or a PubMed id.
  public var identifiers: [Identifier]
  /// What is known about whether it was checked: `as given by the source page, not checked`.
  public var note: String?
  /// The number that it is cited by, where that is not its place in the list: of several pages side by side each
  /// numbers its own.
  public var number: Int?

  /// Makes a reference.
  public init(
    key: String, authors: [String] = [], title: String, container: String? = nil, year: String? = nil,
    url: String? = nil, identifiers: [Identifier] = [], note: String? = nil, number: Int? = nil
  ) {
    self.key = key
    self.authors = authors
    self.title = title
    self.container = container
    self.year = year
    self.url = url
    self.identifiers = identifiers
    self.note = note
    self.number = number
  }

  /// The entry as running text without its address: `Bowery NG et al. GABA-B receptor pharmacology. 2010.`
  public var plainText: String {
    let names = authors.isEmpty ? "Author not stated" : authors.joined(separator: ", ")
    return [names, title, container, year ?? "year not stated"].compactMap { $0 }.map { part in
      part.hasSuffix(".") ? part : part + "."
    }.joined(separator: " ")
  }
}
