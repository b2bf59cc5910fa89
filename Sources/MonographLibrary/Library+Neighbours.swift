import GRDB
import MonographModel

extension Library {
  /// The links of a document in the order of the page, one for each target but the entity itself, and the
  /// targets that have no page, those of diagrams included.
  static func links(
    of document: Int, about entity: Int, in database: Database
  ) throws -> (mentions: [Neighbours.Mention], missing: Set<EntityID>) {
    var mentions: [Neighbours.Mention] = []
    var missing: Set<EntityID> = []
    var missingKeys: [Int] = []
    var seen: Set<EntityID> = []
    try database.forEachRow(
      """
      SELECT link.origin, entity.id, entity.path, entity.title, entity.has_page, section.anchor, link.sentence
      FROM link CROSS JOIN entity ON entity.id = link.target CROSS JOIN section ON section.id = link.section
      WHERE link.document = ? AND link.target <> ?
      ORDER BY link.ordinal
      """, [document, entity]
    ) { row in
      let origin = try row.integer()
      let key = try row.integer()
      let mention = Neighbours.Mention(
        entity: try row.entity(), name: try row.text(), hasPage: try row.flag(), anchor: try row.text(),
        sentence: try row.text())
      if !mention.hasPage, missing.insert(mention.entity).inserted { missingKeys.append(key) }
      if origin == LinkOrigin.text.rawValue, seen.insert(mention.entity).inserted { mentions.append(mention) }
    }
    // The text may call them by other ids.
    for key in missingKeys {
      try database.forEachRow(
        "SELECT path FROM redirect CROSS JOIN entity ON entity.id = redirect.entity WHERE redirect.target = ?",
        [key]
      ) { row in missing.insert(try row.entity()) }
    }
    return (mentions, missing)
  }

  /// The most backlinks that are read.
  static let backlinkLimit = 500

  /// The links to an entity from the pages of others, one for each page and section, by name, and how many there
  /// are; of more than ``backlinkLimit`` links as many are read, and all the places are counted.
  static func backlinks(
    of entity: Int, in database: Database
  ) throws -> (mentions: [Neighbours.Mention], count: Int) {
    struct Place: Hashable {
      var entity: EntityID
      var anchor: String
    }
    var mentions: [Neighbours.Mention] = []
    var seen: Set<Place> = []
    var links = 0
    // Entities are numbered by name, so the links to be read are found without reading names.
    try database.forEachRow(
      """
      WITH first AS MATERIALIZED (
        SELECT link.document AS document, link.ordinal AS ordinal, document.entity AS entity
        FROM link CROSS JOIN document ON document.id = link.document
        WHERE link.target = ?1 AND link.origin = ?2 AND document.entity <> link.target
        ORDER BY document.entity, document.layer DESC, document.id, link.ordinal LIMIT \(backlinkLimit))
      SELECT entity.path, entity.title, section.anchor, link.sentence
      FROM first
      CROSS JOIN link ON link.document = first.document AND link.ordinal = first.ordinal
      CROSS JOIN entity ON entity.id = first.entity CROSS JOIN section ON section.id = link.section
      """, [entity, LinkOrigin.text.rawValue]
    ) { row in
      links += 1
      let mention = Neighbours.Mention(
        entity: try row.entity(), name: try row.text(), hasPage: true, anchor: try row.text(),
        sentence: try row.text())
      if seen.insert(Place(entity: mention.entity, anchor: mention.anchor)).inserted {
        mentions.append(mention)
      }
    }
    guard links == backlinkLimit else { return (mentions, mentions.count) }
    let count = try database.firstRow(
      """
      SELECT count(*) FROM (
        SELECT DISTINCT document.entity, section.anchor
        FROM link CROSS JOIN document ON document.id = link.document
        CROSS JOIN section ON section.id = link.section
        WHERE link.target = ?1 AND link.origin = ?2 AND document.entity <> link.target)
      """, [entity, LinkOrigin.text.rawValue]
    ) { try $0.integer() }
    return (mentions, count ?? mentions.count)
  }
}
