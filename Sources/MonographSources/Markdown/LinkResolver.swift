import MonographModel

/// Tells where the destinations of links on a page lead.
struct LinkResolver {
  /// The entity whose page the links stand on.
  let entity: EntityID
  /// The path of the page's file within its folder.
  var document = ""
  /// The pages among which the page stands, where it does.
  var tree: PageTree?

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

  /// The entity that a path names: in a tree of pages the one whose file it leads to, else by its form.
  private func entity(at path: String) -> EntityID? {
    if path.hasPrefix("/") {
      return tree?.entity(atAddress: path) ?? EntityID(path: withoutExtension(path))
    }
    if let tree {
      let path = path.utf8.contains(.percentSign) ? Self.percentDecoded(path) : path
      if let page = tree.entity(atPath: path, from: document) { return page }
      // A vault's links by path may leave out the folders.
      if tree.isVault, path.hasSuffix(".md"), let page = tree.entity(ofWikilink: path, from: document) {
        return page
      }
    }
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

  /// Where a link between double brackets leads: `name`, `folder/name`, `name#heading`, `#heading`. A page that is
  /// not there is a missing entity, by its folder if one is named.
  func target(ofWikilink link: String) -> LinkTarget? {
    let parts = link.split(separator: "#", omittingEmptySubsequences: false)
    let name = parts[0].trimmed
    // A mark of a block (`#^id`) leads to its page.
    let heading = parts.dropFirst().last.map(\.trimmed).flatMap { $0.isEmpty || $0.hasPrefix("^") ? nil : $0 }
    if name.isEmpty {
      return heading.map { .section(anchor: self.anchor(ofHeading: $0, in: entity)) }
        ?? (parts.contains { !$0.isEmpty } ? .entity(entity, anchor: nil) : nil)
    }
    if let page = tree?.entity(ofWikilink: name, from: document) {
      let anchor = heading.map { self.anchor(ofHeading: $0, in: page) }
      if page == entity, let anchor { return .section(anchor: anchor) }
      return .entity(page, anchor: anchor)
    }
    let missing = DocumentPath(name).nearestEntity
    return missing == entity ? nil : .entity(missing, anchor: heading.map { EntityID.slug(fromName: $0) })
  }

  private func anchor(ofHeading heading: String, in page: EntityID) -> String {
    tree?.anchor(ofHeading: heading, in: page) ?? EntityID.slug(fromName: heading)
  }

  /// `My%20Note.md` as `My Note.md`; as it is where that gives no text.
  private static func percentDecoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.first {
      rest = rest.dropFirst()
      if byte == .percentSign, rest.count >= 2, let value = UInt8(rest.prefix(2).text, radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? path
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
