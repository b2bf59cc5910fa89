import MonographModel

/// The path of a page's file within the content folder, which gives the entity its id.
struct DocumentPath {
  let path: String
  /// The folders, outermost first.
  private let folders: [String]
  /// The file's name without its ending.
  private let stem: String
  /// Whether the file's name ends as a page's does.
  private let isPage: Bool

  init(_ path: String) {
    self.path = path
    let parts = path.split(separator: "/").map(String.init)
    folders = Array(parts.dropLast())
    let file = parts.last ?? ""
    let ending = Self.endings.first { file.utf8.count > $0.utf8.count && file.hasSuffix($0) }
    stem = ending.map { String(file.dropLast($0.count)) } ?? file
    isPage = ending != nil
  }

  /// The endings of pages' files.
  static let endings = [".md", ".markdown"]

  /// `drugs/baclofen.md` gives `/drugs/baclofen`. A path of another form gives the nearest id, and is
  /// reported.
  func entity(log: DiagnosticLog) -> EntityID {
    if path.hasSuffix(".md"), isPage, folders.count == 1, let id = EntityID(folder: folders[0], slug: stem) {
      return id
    }
    let id = Self.id(folder: folders.last ?? "entities", name: stem)
    log.report(
      .fileName, line: 0, "The path “\(path)” is not of the form folder/name.md; the page is \(id.path).",
      fix: "put the file in a folder named for its kind, its name without spaces")
    return id
  }

  // MARK: - In a tree of pages

  /// The id of a path of the form `folder/name.md` that needs no mending; nil for one that other habits made:
  /// folders within folders, capitals, spaces, a page for its folder, a post with its date.
  var plainEntity: EntityID? {
    guard path.hasSuffix(".md"), isPage, folders.count == 1, !isIndex, date == nil,
      !folders[0].hasPrefix("_"),
      !path.contains(where: \.isUppercase)
    else { return nil }
    return EntityID(folder: folders[0], slug: stem)
  }

  /// The id by the last folder and the name, whatever their form.
  var nearestEntity: EntityID {
    Self.id(folder: (isIndex ? folders.dropLast() : folders[...]).last ?? "entities", name: name)
  }

  /// The id by all folders and the name, for a page whose nearest id is another's.
  var longEntity: EntityID {
    let outer = isIndex ? folders.dropLast() : folders[...]
    return Self.id(folder: outer.last ?? "entities", name: (outer + [name]).joined(separator: " "))
  }

  /// The name of the thing, as the file or, for the page of a folder, the folder writes it; the date of a
  /// post before it (`_posts/2020-01-31-name.md`) is left out.
  var name: String {
    if isIndex, let folder = folders.last { return folder }
    return date == nil ? stem : String(stem.dropFirst(11))
  }

  /// The date that stands before the name of a post, as Jekyll has it in `_posts`.
  var date: String? {
    guard folders.contains("_posts") else { return nil }
    let date = String(stem.prefix(10))
    return stem.count > 11 && stem.dropFirst(10).first == "-" && date.count == 10 && YAMLValues.isDate(date)
      ? date : nil
  }

  /// Whether it is the page of its folder.
  private var isIndex: Bool { ["index", "readme", "_index"].contains(stem.lowercased()) }

  /// The path without its ending, in lower case, as links name it.
  var linkName: String { (folders + [stem]).joined(separator: "/").lowercased() }

  /// The folder that the file is in; empty at the top.
  var folder: String { folders.joined(separator: "/") }

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
