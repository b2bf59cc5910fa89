import MonographLibrary
import MonographModel

/// The documents of a library in which the right places of a question stand.
struct RightDocuments {
  private struct Document: Hashable {
    var entity: EntityID
    /// Nil for all documents about the entity.
    var id: String?
  }

  /// The word of question files for the page that was written on what the column `generic` names, where others are
  /// labels.
  static let seed = "seed"

  private var documents: Set<Document> = []

  /// Looks up what a question expects: each name is the id of a document, or the path or name of an entity, which
  /// means any document about it, or ``seed``, which means the document that is offered first.
  ///
  /// - Throws: A failure that names what the library does not have, or has several of.
  init(of question: QuestionFile.Question, in library: Library) throws {
    for name in question.expected { documents.formUnion(try Self.named(name, of: question, in: library)) }
  }

  /// Whether a hit stands in one of them.
  func hold(_ hit: SearchHit) -> Bool {
    documents.contains(Document(entity: hit.entity, id: hit.document))
      || documents.contains(Document(entity: hit.entity, id: nil))
  }

  private static func named(
    _ name: String, of question: QuestionFile.Question, in library: Library
  ) throws -> [Document] {
    let found = try library.documents(named: name)
    guard found.isEmpty else { return found.map { Document(entity: $0.entity, id: $0.document) } }
    if let entity = try entity(name, of: question, in: library) { return [Document(entity: entity, id: nil)] }
    guard name == seed, let generic = question.generic,
      let entity = try entity(generic, of: question, in: library),
      let first = try library.page(entity)?.documents.first
    else {
      let generic = name == seed ? question.generic.map { " and no page called “\($0)”" } ?? "" : ""
      throw Failure.input(
        "question \(question.id): this library has no document or page “\(name)”\(generic); expect the id of a "
          + "document, the path or name of a page, or “\(seed)” for the page that the column generic names")
    }
    return [Document(entity: entity, id: first.document)]
  }

  /// The one entity with a page that has a path or name; nil where there is none.
  private static func entity(
    _ name: String, of question: QuestionFile.Question, in library: Library
  ) throws -> EntityID? {
    let pages = try library.resolve(name).filter { $0.hasPage && $0.quality == .exact }
    guard pages.count > 1 else { return pages.first?.entity }
    throw Failure.input(
      "question \(question.id): \(pages.count) pages are called “\(name)”; expect one by its path: "
        + pages.map(\.entity.path).joined(separator: ", "))
  }
}
