/// The identity of anything that has a page or a place in the graph: a path of two parts such as
/// `/drugs/baclofen`. The first part, the folder, names the kind; the second, the slug, the thing.
///
/// Two ids are equal when their paths are. Ids sort by folder, then by slug.
public struct EntityID: Hashable, Sendable {
  /// The folder, in the plural: `drugs`, `diseases`, `entities`.
  public let folder: String
  /// The name within the folder, lower case with hyphens: `baclofen`.
  public let slug: String

  /// Makes an id from its two parts. Neither may be empty, `.` or `..`, or hold a slash, `#`, `?`, a space or
  /// a control character.
  public init?(folder: String, slug: String) {
    guard Self.isPart(folder), Self.isPart(slug) else { return nil }
    self.folder = folder
    self.slug = slug
  }

  /// Reads `/drugs/baclofen`; the leading slash may be missing. Nil for anything else.
  public init?(path: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    switch parts.count {
    case 2: self.init(folder: String(parts[0]), slug: String(parts[1]))
    case 3 where parts[0].isEmpty: self.init(folder: String(parts[1]), slug: String(parts[2]))
    default: return nil
    }
  }

  /// `/drugs/baclofen`.
  public var path: String { "/\(folder)/\(slug)" }

  /// The kind that the folder stands for, in the singular: `drug` for `drugs`.
  public var kind: String { Self.kind(ofFolder: folder) }

  /// The slug as words, for a thing whose title is not known: `alzheimers disease`.
  public var nameFromSlug: String {
    String(slug.map { $0 == "-" || $0 == "_" ? " " : $0 })
  }

  /// The singular of a folder name: `entities` to `entity`, `diseases` to `disease`.
  public static func kind(ofFolder folder: String) -> String {
    if alike.contains(folder) { return folder }
    if folder.hasSuffix("ies") { return folder.dropLast(3) + "y" }
    if ["sses", "xes", "ches", "shes"].contains(where: folder.hasSuffix) {
      return String(folder.dropLast(2))
    }
    if folder.hasSuffix("s"), !folder.hasSuffix("ss") { return String(folder.dropLast()) }
    return folder
  }

  /// The plural of a kind: `entity` to `entities`, `disease` to `diseases`.
  public static func plural(ofKind kind: String) -> String {
    if alike.contains(kind) { return kind }
    if kind.hasSuffix("y"), !["ay", "ey", "oy", "uy"].contains(where: kind.hasSuffix) {
      return kind.dropLast() + "ies"
    }
    return ["s", "x", "ch", "sh"].contains(where: kind.hasSuffix) ? kind + "es" : kind + "s"
  }

  /// Words whose plural is the singular.
  private static let alike: Set<String> = ["series", "species"]

  /// A slug from a name: lower case, letters and digits of any script kept, apostrophes dropped,
  /// everything else one hyphen. `Alzheimer's disease` gives `alzheimers-disease`.
  public static func slug(fromName name: String) -> String {
    var slug = ""
    for character in name.lowercased() {
      if character == "'" || character == "’" { continue }
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if let last = slug.last, last != "-" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }

  private static func isPart(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && text.unicodeScalars.allSatisfy { scalar in
        switch scalar {
        case "/", "#", "?", "\u{00}"..."\u{20}", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}": false
        default: true
        }
      }
  }
}

extension EntityID: Comparable {
  /// By folder, then by slug.
  public static func < (left: EntityID, right: EntityID) -> Bool {
    (left.folder, left.slug) < (right.folder, right.slug)
  }
}

extension EntityID: CustomStringConvertible {
  /// The path.
  public var description: String { path }
}
