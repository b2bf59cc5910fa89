import MonographLibrary
import MonographModel

/// What a person typed to an entity.
enum EntityChooser {
  /// The one entity that a name means, and the document that bears the name where that is not the one offered
  /// first. A name that no page has may be the id of a document, such as a label's set id: then it is that document.
  /// Fails where there is none, naming the nearest, or several, naming them.
  static func choose(_ name: String, in library: Library) throws -> (entity: EntityID, document: String?) {
    let matches = try library.resolve(name)
    let withPages = matches.filter(\.hasPage)
    if withPages.count == 1 { return (withPages[0].entity, withPages[0].document) }
    let named = try library.documents(named: name)
    if named.count == 1 { return (named[0].entity, named[0].document) }
    if withPages.isEmpty, named.count > 1 {
      let pages = list(named.map { "\($0.document) of \($0.entity.path)" })
      throw Failure.input("\(name) is the id of several documents: \(pages); give the id of a page")
    }
    guard withPages.isEmpty else { throw severalPages(withPages, named: name) }
    if let missing = matches.first {
      let namesakes = matches.filter { $0.quality == .exact }
      guard namesakes.count < 2 else { throw severalPages(namesakes, named: name) }
      return (missing.entity, missing.document)
    }
    let near = try library.names(matching: name, limit: 3).map(\.title)
    let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
    throw Failure.notFound("this library has no page called \(name)\(advice)")
  }

  /// That a name leaves open which page is meant: which there are, of what kind, and what to type.
  private static func severalPages(_ pages: [NameMatch], named name: String) -> Failure {
    let names = list(pages.map { "\($0.title) (\($0.kind), \($0.entity.path))" })
    // Names that only begin so stand there because no page has the name itself.
    let finding =
      pages[0].quality == .exact
      ? "\(pages.count) \(pages.contains(where: \.hasPage) ? "pages" : "things") are called \(name)"
      : "no page is called \(name), but \(pages.count) begin with it"
    return .input("\(finding); open one by its id: \(names)")
  }

  /// How many of several things a sentence names.
  private static let limit = 10

  private static func list(_ things: [String]) -> String {
    let more = things.count > limit ? "; and \(things.count - limit) more" : ""
    return things.prefix(limit).joined(separator: "; ") + more
  }
}
