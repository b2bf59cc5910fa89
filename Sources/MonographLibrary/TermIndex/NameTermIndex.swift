import GRDB

/// Finds names by their words.
struct NameTermIndex {
  private let index: TermIndex

  /// Reads the names of a library; see ``TermIndex``.
  init(_ database: Database, isCancelled: @escaping () -> Bool = { false }) throws {
    let count = try database.firstRow("SELECT max(id) FROM name") { try $0.optionalInteger() }
    index = TermIndex(
      database, tables: .names, stemmer: nil, placeLimit: (count ?? 0) ?? 0, isCancelled: isCancelled)
  }

  /// The names that hold a word, in the order of `name`.
  func names(withWord word: String) throws -> [NamePosting] {
    guard let entry = try index.entry(of: word) else { return [] }
    var names: [NamePosting] = []
    try index.forEachPosting(of: entry) { name, _ in names.append(NamePosting(name: name)) }
    return names
  }

  /// The names that hold a word with a beginning, those of commoner words first; each once.
  func names(withWordBeginning text: String, limit: Int) throws -> [NamePosting] {
    var names: [NamePosting] = []
    var seen: Set<Int> = []
    for entry in try index.entries(beginningWith: text, limit: limit) where names.count < limit {
      try index.forEachPosting(of: entry) { name, _ in
        if names.count < limit, seen.insert(name).inserted { names.append(NamePosting(name: name)) }
      }
    }
    return names
  }
}
