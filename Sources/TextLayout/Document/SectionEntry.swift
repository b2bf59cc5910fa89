/// A section as the contents list it.
public struct SectionEntry: Hashable, Sendable {
  /// The section's anchor.
  public var anchor: String
  /// Its heading without markup; empty for text before the first heading.
  public var title: String
  /// The source's own name of the section: an openFDA key, a LOINC code, the heading.
  public var sourceKey: String
  /// The date from which it holds: its own, else that of the section it stands within; nil where the source
  /// dates neither.
  public var effective: String?
  /// How many sections it stands within.
  public var depth: Int
  /// The index of the section it stands within; nil at the top.
  public var parent: Int?
  /// The titles of the sections it stands within, and its own, where it has one.
  public var sectionPath: [String]
  /// The items of the section itself: its heading, and the blocks before the next heading. The first is
  /// where a jump to the section leads; an empty section without a heading has none.
  public var items: Range<Int>
  /// Whether a callout that warns stands in it, those of sections within it not counted.
  public var hasWarning: Bool
  /// Whether a boxed warning stands in it, likewise.
  public var hasBoxedWarning: Bool
  /// Whether a table stands in it, likewise.
  public var hasTable: Bool

  /// Makes an entry.
  public init(
    anchor: String, title: String, sourceKey: String? = nil, effective: String? = nil, depth: Int = 0,
    parent: Int? = nil, sectionPath: [String] = [], items: Range<Int>, hasWarning: Bool = false,
    hasBoxedWarning: Bool = false, hasTable: Bool = false
  ) {
    self.anchor = anchor
    self.title = title
    self.sourceKey = sourceKey ?? title
    self.effective = effective
    self.depth = depth
    self.parent = parent
    self.sectionPath = sectionPath
    self.items = items
    self.hasWarning = hasWarning
    self.hasBoxedWarning = hasBoxedWarning
    self.hasTable = hasTable
  }

  /// The index of its first item.
  public var firstItem: Int { items.lowerBound }
}
