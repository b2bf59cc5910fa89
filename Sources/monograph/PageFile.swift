import Glibc
import MonographModel
import MonographSources

/// A page named by its file.
struct PageFile {
  /// The file, as the person named it.
  let path: String
  /// The folder it stands in, from the root.
  let folder: String
  /// Its name in that folder.
  let name: String

  /// Whether a name that a person typed is that of a file: it ends in `.md`, or it is a path with `/` to a file
  /// that exists. An entity's id (`/drugs/baclofen`) is none.
  static func isFile(_ name: String) -> Bool {
    if name.hasSuffix(".md") { return true }
    return name.contains("/") && Surroundings.exists(name) && !Surroundings.isFolder(name)
  }

  /// The file at a path.
  init(_ path: String) {
    self.path = path
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    name = String(parts.last ?? "")
    let above = parts.dropLast().joined(separator: "/")
    folder = Surroundings.absolute(above.isEmpty ? (path.hasPrefix("/") ? "/" : ".") : above)
  }

  /// The path within a content folder, or one of that form: the last two parts.
  var document: String { "\(folder.split(separator: "/").last ?? "entities")/\(name)" }

  /// The content folder it stands in: for `Content/drugs/x.md` that is `Content`; nil for a file elsewhere.
  var contentFolder: String? {
    let parts = folder.split(separator: "/")
    guard parts.count >= 2, parts[parts.count - 2] == "Content" else { return nil }
    let content = "/" + parts.dropLast().joined(separator: "/")
    return Surroundings.absolute("Content") == content ? "Content" : content
  }

  /// Reads the file.
  func read() throws(ContentError) -> SourceFile {
    var file = try ContentFolder.file(at: path)
    file.document = document
    return try ContentFolder.read(file)
  }
}
