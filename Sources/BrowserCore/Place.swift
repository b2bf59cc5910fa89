import MonographModel

/// A place in a document that outlives the view of it: it stays true when the width changes.
public struct Passage: Hashable, Sendable {
  /// The index of the item (heading or block).
  public var item: Int
  /// How far into the item's text, in UTF-8 bytes.
  public var offset: Int
  /// Whether the blank line before the item is meant, and not its first line of text.
  public var isGap: Bool

  /// Makes a passage.
  public init(item: Int, offset: Int = 0, isGap: Bool = false) {
    self.item = item
    self.offset = offset
    self.isGap = isGap
  }
}

/// Where a person was: enough to bring back the page, the line, the focused link and the panel.
public struct Place: Hashable, Sendable {
  /// The entity; nil for the start page.
  public var entity: EntityID?
  /// Which of the entity's documents; nil for the first.
  public var document: String?
  /// What was made there, where it is no page of the library, so that it can be made again.
  public var report: ReportRequest?
  /// What stood at the top of the page panel.
  public var top: Passage
  /// What on the page had the focus.
  public var focus: PageFocus
  /// The panel in focus.
  public var panel: Panel
  /// The neighbour that was selected, with the relations panel in focus.
  public var relation: NeighbourRow.Entry?
  /// The list that was open over the page (search hits, links), to come back to.
  public var overlay: ListOverlay?
  /// The graph that was open over the page.
  public var graph: GraphState?

  /// Makes a place.
  public init(
    entity: EntityID?, document: String? = nil, report: ReportRequest? = nil, top: Passage = Passage(item: 0),
    focus: PageFocus = .none,
    panel: Panel = .page, overlay: ListOverlay? = nil
  ) {
    self.entity = entity
    self.document = document
    self.report = report
    self.top = top
    self.focus = focus
    self.panel = panel
    self.overlay = overlay
  }
}

/// What on a page has the focus, and so the hardware cursor.
public enum PageFocus: Hashable, Sendable {
  /// Nothing: the cursor rests at the first line.
  case none
  /// A link, by its index.
  case link(Int)
  /// A place that was jumped to: a heading, a table.
  case passage(Passage)
}

/// The places a person went through, and those left by going back.
public struct History: Hashable, Sendable {
  /// How many places are kept.
  public static let limit = 500

  private var behind: [Place] = []
  private var ahead: [Place] = []

  /// An empty history.
  public init() {}

  /// Leaves a place for a new one: what was ahead is forgotten.
  public mutating func leave(_ place: Place) {
    behind.append(place)
    if behind.count > Self.limit { behind.removeFirst() }
    ahead = []
  }

  /// Changes the last place behind for which the change says that it is the one meant.
  mutating func changeLast(_ change: (inout Place) -> Bool) {
    for index in behind.indices.reversed() where change(&behind[index]) { return }
  }

  /// Goes back from the place now, or nil where there is none before it.
  public mutating func goBack(from place: Place) -> Place? {
    guard let last = behind.popLast() else { return nil }
    ahead.append(place)
    return last
  }

  /// Goes forward from the place now, or nil where there is none after it.
  public mutating func goForward(from place: Place) -> Place? {
    guard let next = ahead.popLast() else { return nil }
    behind.append(place)
    return next
  }
}
