import MonographModel

/// The rules that need every page: links to pages that are not there, links to sections that a page does not
/// have, and entities that two files claim.
///
/// Pages are added one at a time and may be let go; what is kept is small.
public struct ContentCheck: Sendable {
  private struct PageLink {
    var file: Int
    var link: LinkUse
  }

  private var files: [String] = []
  private var owners: [EntityID: Int] = [:]
  /// The entities by their ids in lower case.
  private var spellings: [EntityID: EntityID] = [:]
  private var redirects: [EntityID: Int] = [:]
  private var anchors: Set<Int> = []
  private var links: [PageLink] = []
  private var diagnostics: [Diagnostic] = []

  /// Makes a check that knows no page yet.
  public init() {}

  /// Adds what was read from a file.
  public mutating func add(_ result: ReadResult, file: String) {
    guard let page = result.monograph else { return }
    let number = files.count
    files.append(file)
    if let owner = owners[page.entity] {
      report(
        .duplicateEntity, file: file, "\(files[owner]) is about \(page.entity) too.", fix: "join the two")
    } else {
      owners[page.entity] = number
      checkSpelling(of: page.entity, file: file)
    }
    for redirect in page.redirects {
      if let owner = redirects[redirect] {
        report(.duplicateEntity, file: file, "\(files[owner]) redirects \(redirect) too.", fix: "remove one")
      } else {
        redirects[redirect] = number
      }
    }
    for section in page.allSections where !section.anchor.isEmpty {
      anchors.insert(Self.key(page.entity, section.anchor))
    }
    var seen: Set<LinkUse> = []
    for var link in result.links {
      let place = (link.line, link.column)
      (link.line, link.column) = (0, 0)
      guard seen.insert(link).inserted else { continue }
      (link.line, link.column) = place
      links.append(PageLink(file: number, link: link))
    }
  }

  /// Two ids that differ in upper and lower case alone are one name to a person, and two pages here.
  private mutating func checkSpelling(of entity: EntityID, file: String) {
    let folded = EntityID(folder: entity.folder.lowercased(), slug: entity.slug.lowercased()) ?? entity
    guard let other = spellings[folded], let owner = owners[other] else {
      spellings[folded] = entity
      return
    }
    report(
      .duplicateEntity, file: file,
      "\(files[owner]) is about \(other), which differs from \(entity) in upper and lower case alone.",
      fix: "join the two, or give one another name")
  }

  /// What is wrong across the pages, by file and line. A target that is wrong is reported once for each
  /// page, at the first place that leads to it.
  public func finish() -> [Diagnostic] {
    var check = self
    for (redirect, number) in redirects {
      if let owner = owners[redirect] {
        check.report(
          .duplicateEntity, file: files[number],
          "\(redirect) is redirected, and \(files[owner]) is its page.",
          fix: "remove the redirect")
      }
    }
    for use in links {
      let target = use.link.target
      if owners[target] == nil, redirects[target] == nil {
        check.report(.danglingLink, file: files[use.file], at: use.link, "\(target) has no page.")
      } else if let anchor = use.link.anchor, owners[target] != nil,
        !anchors.contains(Self.key(target, anchor))
      {
        check.report(
          .danglingAnchor, file: files[use.file], at: use.link, "\(target) has no section “\(anchor)”.")
      }
    }
    return check.diagnostics.sorted()
  }

  /// A number that stands for a section, so that the names of all sections of a library need not be kept.
  private static func key(_ entity: EntityID, _ anchor: String) -> Int {
    var hasher = Hasher()
    hasher.combine(entity)
    hasher.combine(anchor)
    return hasher.finalize()
  }

  private mutating func report(
    _ rule: Rule, file: String, at place: LinkUse? = nil, _ message: String, fix: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        file: file, line: place?.line ?? 0, column: place?.column ?? 0, rule: rule.name,
        severity: rule.severity, message: message, fix: fix))
  }
}
