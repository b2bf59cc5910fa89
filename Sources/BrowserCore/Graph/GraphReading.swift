import MonographModel

/// What was read of the relations of one entity: of each group a part, as long as a hub lets it be.
public struct GraphReading: Hashable, Sendable {
  /// A group of relations that read alike, and the part of it that is held.
  public struct Part: Hashable, Sendable {
    /// How its relations read from the entity.
    public var reading: String
    /// How many there are.
    public var count: Int
    /// Of how many the entity is the subject.
    public var outgoingCount: Int
    /// How many stand before those held.
    public var offset: Int
    /// Those held, in the library's order.
    public var edges: [Neighbours.Edge]

    /// How many stand after those held.
    public var remaining: Int { max(0, count - offset - edges.count) }

    /// How many of its relations stand on a side.
    public func count(_ side: GraphSide) -> Int {
      side == .outgoing ? min(outgoingCount, count) : max(0, count - outgoingCount)
    }

    /// The sides on which its relations stand. Relations that read alike may be stated from either end.
    public var sides: Set<GraphSide> { Set(GraphSide.allCases.filter { count($0) > 0 }) }
  }

  /// What was asked for and has not come.
  enum Question: Hashable, Sendable {
    /// The first of every group.
    case beginning
    /// Those of a group that follow the ones held.
    case later(String)
    /// Those of a group before the ones held, from that place on.
    case earlier(String, from: Int)
  }

  /// The entity.
  public let entity: EntityID
  /// Words that the names at the other ends hold; empty: any name.
  public let words: String
  /// The groups, in the order of the library.
  public private(set) var parts: [Part] = []
  /// Whether anything was answered.
  public private(set) var isRead = false
  /// The generation of the question that is open, and the question.
  private(set) var open: (generation: Int, question: Question)? {
    get { openGeneration.flatMap { generation in openQuestion.map { (generation, $0) } } }
    set { (openGeneration, openQuestion) = (newValue?.generation, newValue?.question) }
  }
  private var openGeneration: Int?
  private var openQuestion: Question?
  private let step: Int

  /// The most relations of a group that are held; the farthest are let go, and read again when they are wanted.
  static let mostHeld = 300

  /// Makes a reading of which nothing has come; `step` relations of a group are read at a time.
  public init(entity: EntityID, words: String = "", step: Int = RelationQuery.usualLimit) {
    self.entity = entity
    self.words = words
    self.step = step
  }

  /// Makes a reading whose beginning is there already.
  public init(entity: EntityID, groups: [RelationGroup]) {
    self.init(entity: entity)
    begin(groups)
  }

  /// How many relations stand on a side.
  public func count(_ side: GraphSide) -> Int { parts.reduce(0) { $0 + $1.count(side) } }

  /// Whether the entity has no relation.
  public var isEmpty: Bool { isRead && parts.allSatisfy { $0.count == 0 } }

  // MARK: Asking

  /// The effect that asks for something; nil where that is asked for already.
  mutating func ask(_ question: Question, generation: Int) -> Effect? {
    if let open, question != .beginning || open.question == .beginning { return nil }
    var query = RelationQuery(words: words, limit: step)
    switch question {
    case .beginning: break
    case .later(let reading):
      guard let part = parts.first(where: { $0.reading == reading }), part.remaining > 0 else { return nil }
      query.reading = reading
      query.offset = part.offset + part.edges.count
    case .earlier(let reading, _):
      guard let part = parts.first(where: { $0.reading == reading }), part.offset > 0 else { return nil }
      query.reading = reading
      query.offset = max(0, part.offset - step)
      query.limit = part.offset - query.offset
      open = (generation, .earlier(reading, from: query.offset))
      return .relations(entity, query, generation: generation)
    }
    open = (generation, question)
    return .relations(entity, query, generation: generation)
  }

  /// Whether relations of a group are being read.
  func isReading(_ reading: String) -> Bool {
    switch open?.question {
    case .later(reading), .earlier(reading, _): true
    default: false
    }
  }

  /// What is asked for now, with what was there before it until the answer comes.
  func keeping(_ old: GraphReading) -> GraphReading {
    var kept = self
    kept.parts = old.parts
    return kept
  }

  /// Gives up what was asked for: no answer will come.
  mutating func stopReading() { open = nil }

  /// Takes an answer, where it is one to the question that is open.
  mutating func take(_ groups: [RelationGroup], generation: Int) -> Bool {
    guard let open, open.generation == generation else { return false }
    self.open = nil
    switch open.question {
    case .beginning: begin(groups)
    case .later(let reading):
      guard let index = parts.firstIndex(where: { $0.reading == reading }) else { return true }
      parts[index].append(groups.first { $0.reading == reading })
    case .earlier(let reading, let from):
      guard let index = parts.firstIndex(where: { $0.reading == reading }) else { return true }
      parts[index].prepend(groups.first { $0.reading == reading }, from: from)
    }
    return true
  }

  private mutating func begin(_ groups: [RelationGroup]) {
    isRead = true
    parts = groups.map { group in
      let edges = Array(group.edges.prefix(Self.mostHeld))
      return Part(
        reading: group.reading, count: max(group.count, edges.count), outgoingCount: group.outgoingCount,
        offset: 0, edges: edges)
    }
  }
}

extension GraphReading.Part {
  fileprivate mutating func append(_ group: RelationGroup?) {
    guard let group, !group.edges.isEmpty else {
      // The library has fewer than it said; what is not there is not offered again.
      count = offset + edges.count
      return
    }
    edges += group.edges
    let excess = edges.count - GraphReading.mostHeld
    if excess > 0 {
      edges.removeFirst(excess)
      offset += excess
    }
    count = max(group.count, offset + edges.count)
    outgoingCount = group.outgoingCount
  }

  fileprivate mutating func prepend(_ group: RelationGroup?, from: Int) {
    guard let group, !group.edges.isEmpty else {
      count -= offset
      offset = 0
      return
    }
    // Where fewer came than were asked for, those between are no longer there.
    count = max(0, group.count)
    outgoingCount = group.outgoingCount
    edges = Array((group.edges + edges).prefix(GraphReading.mostHeld))
    offset = from
    count = max(count, offset + edges.count)
  }
}

/// A side of the focus.
public enum GraphSide: String, Hashable, Sendable, CaseIterable {
  /// Relations of which the focus is the object.
  case incoming
  /// Relations of which it is the subject.
  case outgoing
}

extension Neighbours.Edge {
  /// The side on which it stands.
  var side: GraphSide { isOutgoing ? .outgoing : .incoming }

  /// What stands on its line: the predicate as it is stated, `NOT` before it where the relation is said not to hold.
  var lineLabel: String { (relation.isNegated ? "NOT " : "") + relation.predicate }

  /// The name at the other end, with a `?` where it has no page.
  var markedName: String { otherName + (hasPage ? "" : "?") }
}
