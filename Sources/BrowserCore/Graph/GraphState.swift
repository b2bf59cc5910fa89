import MonographModel
import TextLayout

/// The graph view: an entity in the middle with what is stated of it at its left and right, and the entities that were in
/// the middle before.
///
/// A value: coming back to an earlier focus gives exactly what was left there.
public struct GraphState: Hashable, Sendable {
  /// An entity in the middle, with what is shown of its neighbourhood.
  public struct Focus: Hashable, Sendable {
    /// The entity.
    public var entity: EntityID
    /// Its name.
    public var name: String
    /// What sort of thing it is.
    public var kind: String
    /// Whether it has a page.
    public var hasPage: Bool
    /// What is said where no relation is recorded: links are not relations.
    public var remark: String?
    /// What is shown.
    public internal(set) var shown: GraphNeighbourhood
    /// What was shown before names were filtered.
    var unfiltered: GraphNeighbourhood?
    /// The words that names are filtered by.
    public internal(set) var filter: TextField?
    /// Whether keys go to the filter.
    public internal(set) var isTyping = false

    init(
      entity: EntityID, name: String, kind: String, hasPage: Bool, remark: String? = nil,
      reading: GraphReading? = nil
    ) {
      self.entity = entity
      self.name = name
      self.kind = kind
      self.hasPage = hasPage
      self.remark = remark
      shown = GraphNeighbourhood(reading ?? GraphReading(entity: entity))
    }

    /// The name, with a `?` where it has no page.
    public var markedName: String { name + (hasPage ? "" : "?") }
  }

  /// The entities that were in the middle, the one that is there now last; at most ``longestTrail``.
  public internal(set) var trail: [Focus]
  /// How many were there before those.
  public internal(set) var forgotten = 0

  /// How many focuses are kept to go back to.
  public static let longestTrail = 40

  init(_ focus: Focus) { trail = [focus] }

  /// What is in the middle.
  public var focus: Focus {
    get { trail[trail.count - 1] }
    set { trail[trail.count - 1] = newValue }
  }

  /// Puts another entity in the middle.
  mutating func recentre(on focus: Focus) {
    trail.append(focus)
    guard trail.count > Self.longestTrail else { return }
    trail.removeFirst()
    forgotten += 1
  }

  /// Goes back to what was in the middle before; false where nothing was.
  mutating func goBack() -> Bool {
    guard trail.count > 1 else { return false }
    trail.removeLast()
    return true
  }

  /// The first line: the way here, the last names of it that fit in so many columns, each whole, and how many came
  /// before them.
  public func title(columns: Int, glyphs: GlyphSet) -> String {
    let names = trail.map { DisplayText.visible($0.markedName, glyphs: glyphs) }
    for first in names.indices {
      let earlier = forgotten + first
      let text =
        "Graph  " + (earlier > 0 ? "(\(earlier) earlier) > " : "") + names[first...].joined(separator: " > ")
      if DisplayText.width(of: text) <= columns { return text }
    }
    let earlier = forgotten + trail.count - 1
    let texts = [names[names.count - 1], earlier > 0 ? "Graph  (\(earlier) earlier)" : "Graph", "Graph"]
    return texts.first { DisplayText.width(of: $0) <= columns } ?? ""
  }
}
