/// Gives the sections of a page their anchors: paths of slugs, each of one section alone.
struct SectionAnchors {
  /// The longest path that goes on within a section's anchor, in bytes: each section within would repeat it.
  private static let longestParent = 1_000

  private var taken: Set<String> = []
  private var lastNumbers: [String: Int] = [:]

  /// What an anchor should be: the slug of its heading behind its parent's anchor.
  static func wanted(slug: String, parent: String) -> String {
    let own = slug.isEmpty ? "section" : slug
    return parent.isEmpty || parent.utf8.count > longestParent ? own : parent + "/" + own
  }

  /// The anchor that is wanted; where a section has it already, the next number follows it.
  mutating func unused(_ wanted: String) -> String {
    var anchor = wanted
    while !taken.insert(anchor).inserted {
      let number = lastNumbers[wanted, default: 1] + 1
      lastNumbers[wanted] = number
      anchor = "\(wanted)-\(number)"
    }
    return anchor
  }
}
