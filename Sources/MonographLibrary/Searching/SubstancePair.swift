import GRDB
import MonographModel
import MonographSearch

/// What a library records between two things that a question names.
struct SubstancePair {
  /// The sentences for the person.
  private(set) var remarks: [String] = []

  /// A class that the page of one thing speaks of, and the other belongs to.
  struct MentionedClass {
    var name: String
    /// The word that names a member of it, and that whose page speaks of it.
    var word: String
    var page: String
  }

  private static let entityLimit = 24
  private static let relationLimit = 3

  /// - Parameters:
  ///   - first: The words as typed and the entities that are called so.
  ///   - isMentioned: Whether a section of a page of one of them holds the other's name.
  ///   - mentionedClass: The class of one of them that a page of the other speaks of; asked where neither is named.
  init(
    _ first: (word: String, entities: Set<Int>), _ second: (word: String, entities: Set<Int>),
    isMentioned: Bool, mentionedClass: () throws -> MentionedClass?, database: Database
  ) throws {
    var sentences: [String] = []
    let left = first.entities.sorted().prefix(Self.entityLimit)
    let right = second.entities.sorted().prefix(Self.entityLimit)
    if !left.isEmpty, !right.isEmpty, first.entities != second.entities {
      let (lefts, rights) = (Self.list(left), Self.list(right))
      try database.forEachRow(
        """
        SELECT subject.title, predicate.text, object.title, relation.flags & 1, source.text FROM relation
        CROSS JOIN entity AS subject ON subject.id = relation.subject
        CROSS JOIN entity AS object ON object.id = relation.object
        CROSS JOIN phrase AS predicate ON predicate.id = relation.predicate
        LEFT JOIN phrase AS source ON source.id = relation.source
        WHERE relation.subject IN (\(lefts)) AND relation.object IN (\(rights))
          OR relation.subject IN (\(rights)) AND relation.object IN (\(lefts))
        ORDER BY relation.id LIMIT \(Self.relationLimit)
        """, []
      ) { row in
        let subject = try row.text()
        let predicate = try row.text()
        let object = try row.text()
        let negation = try row.flag() ? "NOT " : ""
        let source = try row.optionalText() ?? "source not stated"
        sentences.append("Recorded: \(subject) \(negation)\(predicate) \(object) (\(source)).")
      }
    }
    if sentences.isEmpty, !isMentioned, let known = try mentionedClass() {
      sentences.append(
        "“\(first.word)” and “\(second.word)” are not named together in this library; a page of “\(known.page)” speaks "
          + "of “\(known.name)”, the class of “\(known.word)”.")
    } else if sentences.isEmpty, !isMentioned {
      sentences.append(
        "None recorded in this library between “\(first.word)” and “\(second.word)” by these names; their classes "
          + "may be. That is no statement that there is none.")
    }
    remarks = sentences
  }

  private static func list(_ entities: ArraySlice<Int>) -> String {
    entities.map(String.init).joined(separator: ", ")
  }
}
