import MonographModel

/// A group of the relations panel.
public enum NeighbourGroup: Hashable, Sendable {
  /// Entities without a page under whose names relations are recorded.
  case related
  /// Links from the page.
  case links
  /// Relations that read alike.
  case relation(String)
  /// Edges of a diagram on the page: which diagram, and the node that they begin at.
  case diagram(Int, subject: Int)
  /// Links to the page.
  case backlinks
}

/// A row of the relations panel.
public enum NeighbourRow: Hashable, Sendable {
  /// The name of a group.
  case heading(Heading)
  /// A neighbour.
  case entry(Entry)
  /// Where relations of a group stand that are not held.
  case more(More)
  /// Something said of the list.
  case note(String)

  /// The name of a group, with what is said of all of it.
  public struct Heading: Hashable, Sendable {
    /// The group.
    public var group: NeighbourGroup
    /// What it is called.
    public var title: String
    /// How many entries it has: `3`, `3 of 2,837`; nil where the title says so.
    public var count: String?
    /// Source and evidence, where they are the same for every entry.
    public var shared: String?
    /// Whether its entries are folded away.
    public var isClosed: Bool

    /// Makes a heading.
    public init(
      group: NeighbourGroup, title: String, count: String?, shared: String? = nil, isClosed: Bool = false
    ) {
      self.group = group
      self.title = title
      self.count = count
      self.shared = shared
      self.isClosed = isClosed
    }

    /// `treats (3)`.
    public var text: String { title + (count.map { " (\($0))" } ?? "") }
  }

  /// A neighbour in a group.
  public struct Entry: Hashable, Sendable {
    /// What choosing it does.
    public enum Target: Hashable, Sendable {
      /// Opens an entity, at a section: where a backlink stands.
      case entity(EntityID, anchor: String?)
      /// Goes to a diagram on the page.
      case diagram(Int)
    }

    /// The group.
    public var group: NeighbourGroup
    /// How many entries of the group stand before it.
    public var place: Int
    /// What choosing it does.
    public var target: Target
    /// Its name.
    public var name: String
    /// Whether it has a page, as far as that is known.
    public var hasPage: Bool
    /// Whether the relation is said not to hold.
    public var isNegated: Bool
    /// What stands beside the name: kind, evidence, source; may be empty.
    public var remark: String
    /// What stands below the selected one: the sentence of a link, the relation as it was stated.
    public var detail: String
    /// The number that, typed and followed by Enter, opens it; nil: it has none.
    public var number: Int?

    /// The entity that it leads to, where it leads to one.
    public var entity: EntityID? {
      if case .entity(let entity, _) = target { entity } else { nil }
    }

    /// Whether another is the same, wherever it stands.
    func isSame(as other: Entry) -> Bool {
      group == other.group && target == other.target && detail == other.detail
    }
  }

  /// Where relations of a group stand that are not held.
  public struct More: Hashable, Sendable {
    /// How the relations of the group read.
    public var reading: String
    /// Whether they follow those held, or stand before them.
    public var direction: Direction
    /// How many they are.
    public var count: Int
    /// How many entries of the group stand before the first of those that come next.
    public var place: Int
    /// Whether they have been asked for.
    public var isAsked: Bool

    /// `1,950 more`.
    public var text: String {
      let words = "\(Neighbours.grouped(count)) \(direction == .forward ? "more" : "earlier")"
      return isAsked ? "\(words): being read" : words
    }
  }

  /// The group that it belongs to.
  public var group: NeighbourGroup? {
    switch self {
    case .heading(let heading): heading.group
    case .entry(let entry): entry.group
    case .more(let more): .relation(more.reading)
    case .note: nil
    }
  }

  /// Whether it can be selected: neighbours, what leads to more of them, and the heading of a group folded away.
  public var isSelectable: Bool {
    switch self {
    case .entry, .more: true
    case .heading(let heading): heading.isClosed
    case .note: false
    }
  }
}
