import MonographModel

/// The relations of an entity as far as they are held: of each group a run of relations, in the order asked for.
///
/// A run grows at its ends, page by page, as more is read. One longer than ``limit`` loses what is farthest from where
/// it grew, which can be read again: what is held stays small however many relations there are.
public struct HeldRelations: Hashable, Sendable {
  /// The most relations of a group that are held.
  public static let limit = 1_000

  /// A run of the relations of a group.
  public struct Group: Hashable, Sendable {
    /// How its relations read from the entity.
    public var reading: String
    /// How many there are in the library.
    public var count: Int
    /// How many of them stand before the first that is held.
    public var first: Int
    /// Those that are held.
    public var edges: [Neighbours.Edge]
    /// What has been asked for and has not come: the number of the question, by the end at which it is wanted.
    var asked: [Direction: Int] = [:]

    /// How many stand before the first that follows those held.
    public var end: Int { first + edges.count }
    /// Whether all are held.
    public var isWhole: Bool { first == 0 && end >= count }

    /// How many follow those held, or stand before them.
    public func remaining(_ direction: Direction) -> Int {
      direction == .forward ? max(0, count - end) : first
    }
  }

  /// What was asked for.
  public let query: RelationQuery
  /// The groups, in the order of the library.
  public private(set) var groups: [Group]

  /// Holds the answer to a question.
  public init(query: RelationQuery, _ groups: [RelationGroup]) {
    self.query = query
    self.groups = groups.map {
      Group(
        reading: $0.reading, count: max($0.count, $0.edges.count), first: query.offset, edges: $0.edges)
    }
  }

  /// Whether every relation is held.
  public var isWhole: Bool { groups.allSatisfy(\.isWhole) }
  /// How many relations there are.
  public var count: Int { groups.reduce(0) { $0 + $1.count } }

  /// The question for the next relations of a group, or those before; nil where there are none, or it has been asked.
  mutating func ask(for reading: String, _ direction: Direction, generation: Int) -> RelationQuery? {
    guard let index = groups.firstIndex(where: { $0.reading == reading }) else { return nil }
    let group = groups[index]
    let remaining = group.remaining(direction)
    guard remaining > 0, group.asked[direction] == nil else { return nil }
    var next = query
    next.reading = reading
    next.limit = min(RelationQuery.usualLimit, remaining)
    next.offset = direction == .forward ? group.end : group.first - next.limit
    groups[index].asked[direction] = generation
    return next
  }

  /// Takes in the answer to such a question; false where it was not asked here.
  mutating func take(_ answer: [RelationGroup], to query: RelationQuery, generation: Int) -> Bool {
    for index in groups.indices {
      guard let direction = groups[index].asked.first(where: { $0.value == generation })?.key else {
        continue
      }
      groups[index].asked[direction] = nil
      let found = answer.first { $0.reading == groups[index].reading }
      groups[index].grow(direction, by: found?.edges ?? [], from: query.offset)
      return true
    }
    return false
  }

  /// Lets everything be asked for again.
  mutating func forgetQuestions() {
    for index in groups.indices { groups[index].asked = [:] }
  }
}

extension HeldRelations.Group {
  fileprivate mutating func grow(_ direction: Direction, by more: [Neighbours.Edge], from offset: Int) {
    switch direction {
    case .forward:
      guard offset == end else { return }
      // A library that counts more than it gives has an end all the same.
      guard !more.isEmpty else {
        count = end
        return
      }
      edges += more
      let surplus = max(0, edges.count - HeldRelations.limit)
      edges.removeFirst(surplus)
      first += surplus
    case .backward:
      guard offset + more.count == first else { return }
      edges = more + edges
      first = offset
      edges.removeLast(max(0, edges.count - HeldRelations.limit))
    }
  }
}
