import GRDB
import MonographModel

extension Library {
  /// The most related pages that are read.
  private static let relatedLimit = 10
  /// The most words of a base.
  private static let longestBase = 24

  /// Entities that a page may be meant for too, by their names alone: see ``MonographModel/Page/related``.
  ///
  /// A graph records what it knows of a drug under the name of its base, a label is named by the salt: each shows
  /// the way to the other, and neither takes over what the other says.
  static func related(to page: Page, hasPage: Bool, in database: Database) throws -> [NameMatch] {
    let folded = FoldedName.fold(page.title)
    var related =
      hasPage
      ? try bases(of: folded, kind: page.kind, in: database)
      : try pages(beginningWith: folded, kind: page.kind, limit: relatedLimit, in: database)
        .map { (match: $0, entity: try key(of: $0.entity, in: database)) }
    for index in related.indices {
      related[index].match.relationCount = try relationCount(of: related[index].entity, in: database)
    }
    if hasPage { related.removeAll { $0.match.relationCount == 0 } }
    return related.map(\.match)
  }

  /// The entities without a page whose titles are the first words of a name, the longest first.
  private static func bases(
    of folded: String, kind: String, in database: Database
  ) throws -> [(match: NameMatch, entity: Int)] {
    var bases: [(match: NameMatch, entity: Int)] = []
    var words = folded.split(separator: " ").dropLast().prefix(longestBase)
    while !words.isEmpty {
      try database.forEachRow(
        nameColumns + """
          WHERE name.folded = ? AND name.role = \(NameRole.title.rawValue) AND entity.has_page = 0
            AND kind.text = ?
          ORDER BY name.id
          """, [words.joined(separator: " "), kind]
      ) { row in
        let match = try match(&row, quality: .exact)
        bases.append((match, try row.integer()))
      }
      words.removeLast()
    }
    return bases
  }

  private static func key(of entity: EntityID, in database: Database) throws -> Int {
    try database.firstRow("SELECT id FROM entity WHERE path = ?", [entity.path]) { try $0.integer() } ?? 0
  }

  /// How many relations an entity is an end of.
  private static func relationCount(of entity: Int, in database: Database) throws -> Int {
    try neighbourhood(of: entity, in: database)?.count ?? 0
  }
}
