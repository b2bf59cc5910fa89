/// A heading with what stands under it: blocks, then sections of a deeper level.
public struct Section: Hashable, Sendable {
  /// The heading as the source has it. Empty for text before the first heading.
  public var heading: [Inline]
  /// 0 for text before the first heading, 1 for a section of the page, 2 for one within it, and so on,
  /// whatever the source counts from; a skipped level is closed up.
  public var level: Int
  /// A path of slugs that is unique within the page: `dosing/intrathecal-baclofen`.
  public var anchor: String
  /// The source's own name of the section: an openFDA key, a LOINC code, the heading.
  public var sourceKey: String
  /// The date from which the section holds, `YYYY-MM-DD` or less of it, where the source dates it.
  public var effective: String?
  /// What stands directly under the heading.
  public var blocks: [Block]
  /// The sections within it.
  public var subsections: [Section]
  /// The lines of the source it stands on, its heading's first.
  public var lines: LineRange?

  /// Makes a section.
  public init(
    heading: [Inline], level: Int, anchor: String, sourceKey: String? = nil, effective: String? = nil,
    blocks: [Block] = [], subsections: [Section] = [], lines: LineRange? = nil
  ) {
    self.heading = heading
    self.level = level
    self.anchor = anchor
    self.sourceKey = sourceKey ?? heading.plainText
    self.effective = effective
    self.blocks = blocks
    self.subsections = subsections
    self.lines = lines
  }

  /// The heading without markup.
  public var title: String { heading.plainText }

  /// The section and everything under it, parents before their children.
  public var withDescendants: [Section] { [self] + subsections.flatMap(\.withDescendants) }
}
