import MonographModel

/// The path of a page's file within the content folder, which gives the entity its id.
struct DocumentPath {
  let path: String

  init(_ path: String) { self.path = path }

  /// `drugs/baclofen.md` gives `/drugs/baclofen`. A path of another form gives the nearest id, and is
  /// reported.
  func entity(log: DiagnosticLog) -> EntityID {
    let parts = path.split(separator: "/").map(String.init)
    let file = parts.last ?? ""
    let slug = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
    if parts.count == 2, file.hasSuffix(".md"), let id = EntityID(folder: parts[0], slug: slug) { return id }

    let folder = parts.count > 1 ? parts[parts.count - 2] : "entities"
    let id = Self.id(folder: folder, name: slug)
    log.report(
      .fileName, line: 0, "The path “\(path)” is not of the form folder/name.md; the page is \(id.path).",
      fix: "put the file in a folder named for its kind, its name without spaces")
    return id
  }

  /// An id of the words of a folder and a name.
  private static func id(folder: String, name: String) -> EntityID {
    let folder = EntityID.slug(fromName: folder)
    let name = EntityID.slug(fromName: name)
    return EntityID(folder: folder.isEmpty ? "entities" : folder, slug: name.isEmpty ? "unnamed" : name)
      ?? unnamed
  }

  /// A constant that is well formed.
  private static let unnamed = EntityID(folder: "entities", slug: "unnamed")!
}
