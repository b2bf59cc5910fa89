import MonographLibrary
import MonographModel

/// What a person typed to an entity.
enum EntityChooser {
  /// The one entity that a name means, and the document that bears the name where that is not the one offered
  /// first. Fails where there is none, naming the nearest, or several, naming them.
  static func choose(_ name: String, in library: Library) throws -> (entity: EntityID, document: String?) {
    let matches = try library.resolve(name)
    let withPages = matches.filter(\.hasPage)
    switch withPages.count {
    case 1: return (withPages[0].entity, withPages[0].document)
    case 0:
      if let missing = matches.first { return (missing.entity, missing.document) }
      let near = try library.names(matching: name, limit: 3).map(\.title)
      let advice = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
      throw Failure.notFound("this library has no page called \(name)\(advice)")
    default:
      let paths = withPages.map(\.entity.path).joined(separator: ", ")
      throw Failure.input("\(name) is the name of several pages: \(paths); use one of these")
    }
  }
}
