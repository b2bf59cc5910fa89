/// The publications of a relation as one column.
enum RelationPublications {
  private static let separator: Character = "\u{1F}"

  /// Nil for none.
  static func joined(_ publications: [String]) -> String? {
    publications.isEmpty ? nil : publications.joined(separator: String(separator))
  }

  /// The publications of a column.
  static func split(_ column: String?) -> [String] {
    column?.split(separator: separator, omittingEmptySubsequences: false).map(String.init) ?? []
  }

  /// How many a column holds.
  static func count(_ column: String?) -> Int {
    column.map { $0.utf8.reduce(1) { $0 + ($1 == 0x1F ? 1 : 0) } } ?? 0
  }
}
