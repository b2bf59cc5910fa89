import MonographModel

/// Tells where the destinations of links on a page lead.
struct LinkResolver {
  /// The entity whose page the links stand on.
  let entity: EntityID

  /// `/folder/name`, `#anchor`, `../folder/name.md#anchor` relative to the page's file, or an address outside.
  /// What is none of these comes back as an address without a scheme.
  func target(of destination: String) -> LinkTarget {
    if Self.hasScheme(destination) || destination.hasPrefix("//") { return .external(destination) }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    let anchor = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    if path.isEmpty {
      return anchor.map { .section(anchor: $0) } ?? .external(destination)
    }
    guard let target = entity(at: path) else { return .external(destination) }
    if target == entity, let anchor { return .section(anchor: anchor) }
    return .entity(target, anchor: anchor)
  }

  /// The entity that a path names.
  private func entity(at path: String) -> EntityID? {
    if path.hasPrefix("/") { return EntityID(path: withoutExtension(path)) }
    guard path.hasSuffix(".md") else { return nil }
    var folders = [entity.folder]
    let steps = path.split(separator: "/")
    for step in steps.dropLast() {
      switch step {
      case ".": continue
      case "..":
        guard folders.popLast() != nil else { return nil }
      default: folders.append(String(step))
      }
    }
    guard folders.count == 1, let file = steps.last else { return nil }
    return EntityID(folder: folders[0], slug: withoutExtension(String(file)))
  }

  private func withoutExtension(_ path: String) -> String {
    path.hasSuffix(".md") ? String(path.dropLast(3)) : path
  }

  /// Whether an address begins with a scheme (RFC 3986, section 3.1) of at least two letters.
  static func hasScheme(_ address: String) -> Bool {
    var length = 0
    for byte in address.utf8 {
      if byte == .colon { return length >= 2 }
      let isInner = byte.isASCIIDigit || byte == 0x2B || byte == .hyphen || byte == .period
      guard byte.isASCIILetter || (length > 0 && isInner) else { return false }
      length += 1
    }
    return false
  }
}
