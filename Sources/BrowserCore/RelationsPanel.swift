import MonographModel
import TextLayout

/// The relations panel of a page: what of its relations has been read, how they are narrowed and sorted, what is folded
/// away, which row is selected.
///
/// The rows are made anew when something changes, not when they are looked at.
public struct RelationsPanel: Sendable {
  /// The selection among the rows, and what is typed to narrow them.
  public internal(set) var list = FilteredList()
  /// The rows.
  public private(set) var rows: [NeighbourRow] = []
  /// The neighbours by their numbers.
  public private(set) var neighbours: NeighbourList
  /// What the relations of each group are sorted by.
  public private(set) var order: RelationQuery.Order
  /// What the relations can be narrowed to; nil: not counted yet.
  public private(set) var facets: RelationFacets?

  /// What the panel is made from.
  let page: Page
  let diagrams: [PageDiagram]
  /// The relations, as far as they are held.
  private(set) var all: HeldRelations
  /// Those that the library gave for what is typed.
  private(set) var narrowed: HeldRelations?
  private(set) var asked: Question?
  /// Groups that the person folded away, and groups that are closed at first and were opened.
  private(set) var folded: Set<NeighbourGroup> = []
  private(set) var opened: Set<NeighbourGroup> = []

  /// A question to the library that has not been answered.
  struct Question: Hashable, Sendable {
    var query: RelationQuery
    var generation: Int
  }

  /// The panel of a page, with the links of its text and its diagrams.
  init(page: Page, monograph: Monograph, links: [PageLink]) {
    self.page = page
    diagrams = monograph.diagrams
    neighbours = NeighbourList(page: page, links: links)
    let query = RelationQuery()
    order = query.order
    all = HeldRelations(query: query, page.neighbours.groups)
    neighbours.number(all.groups.lazy.flatMap(\.edges))
    rows = makeRows()
    selectFirst()
  }

  /// The columns before an entry: a sign, the number, a space.
  public var entryIndent: Int { max(NeighbourRow.entryIndent, String(neighbours.highest).count + 2) }

  /// How many relations there are where not all of them are held; nil where they are.
  public var countOfMany: Int? {
    let shown = shownRelations
    return shown.isWhole ? nil : shown.count
  }

  /// What stands over the panel.
  public var title: String {
    let sorted = shownRelations.query.order == .evidence ? "" : " by \(shownRelations.query.order.rawValue)"
    return "Relations" + sorted + (countOfMany.map { ", \(Neighbours.grouped($0))" } ?? "")
  }

  /// Whether the library has narrowed the relations as is typed now.
  var isNarrowed: Bool {
    guard let narrowed, !filter.isEmpty else { return false }
    return narrowed.query == filter.query(order: narrowed.query.order, facets: facets ?? RelationFacets())
  }

  /// The relations that the rows are made from.
  var shownRelations: HeldRelations { isNarrowed ? narrowed ?? all : all }

  // MARK: Selection

  /// The selected row.
  public var selectedRow: NeighbourRow? {
    rows.indices.contains(list.list.selection) ? rows[list.list.selection] : nil
  }

  /// The selected neighbour.
  public var selected: NeighbourRow.Entry? {
    if case .entry(let entry) = selectedRow { entry } else { nil }
  }

  /// Where the selected relation stands in its group: `treated by: 11 of 10,000`; nil where none is selected.
  public var position: String? {
    guard let selected, case .relation(let reading) = selected.group, isNarrowed || filter.isEmpty,
      let group = shownRelations.groups.first(where: { $0.reading == reading })
    else { return nil }
    return "\(reading): \(Neighbours.counted(selected.place + 1, of: group.count))"
  }

  mutating func selectFirst() {
    list.list = ListState()
    list.list.select(0, count: rows.count) { rows[$0].isSelectable }
  }

  /// Makes the rows anew; what was selected stays selected, in its place in the window, where it is still there.
  mutating func update() {
    let old = selectedRow
    let index = list.list.selection
    rows = makeRows()
    guard let old, let found = self.index(of: old) else {
      list.list.select(index, count: rows.count) { rows[$0].isSelectable }
      return
    }
    list.list.top = max(0, list.list.top + found - index)
    list.list.selection = found
  }

  /// Where a row of an earlier making stands now.
  private func index(of old: NeighbourRow) -> Int? {
    func entry(_ isMeant: (NeighbourRow.Entry) -> Bool) -> Int? {
      rows.firstIndex { if case .entry(let entry) = $0 { isMeant(entry) } else { false } }
    }
    let found: Int?
    switch old {
    case .entry(let old):
      found = entry { $0.isSame(as: old) && $0.place == old.place } ?? entry { $0.isSame(as: old) }
    case .more(let old):
      found =
        rows.firstIndex {
          if case .more(let more) = $0 {
            more.reading == old.reading && more.direction == old.direction && more.place == old.place
          } else {
            false
          }
        }
        ?? entry { $0.group == .relation(old.reading) && $0.place == old.place }
    case .heading, .note: found = nil
    }
    return found
      ?? old.group.flatMap { group in
        rows.firstIndex { $0.group == group && $0.isSelectable }
      }
  }

  /// Selects an entry where it is held.
  mutating func select(_ entry: NeighbourRow.Entry) {
    if case .entry = selectedRow, selected == entry { return }
    if let found = index(of: .entry(entry)) { list.list.selection = found }
  }

  // MARK: Window

  /// What a row shows, in a panel of so many columns and rows.
  public func lines(at index: Int, columns: Int, rows: Int, isFocused: Bool, glyphs: GlyphSet) -> [TextLine] {
    let row = self.rows[index]
    let room = max(2, columns - row.indent(entries: entryIndent) - 1)
    return row.lines(
      columns: room, rows: max(2, rows), isSelected: isFocused && index == list.list.selection, glyphs: glyphs
    )
  }

  /// The heading of the group that the first row in sight belongs to, where it is out of sight: it stays over the list,
  /// so that no neighbour is seen without how it is related.
  private var stickyHeading: NeighbourRow.Heading? {
    guard rows.indices.contains(list.list.top), let group = rows[list.list.top].group else { return nil }
    if case .heading = rows[list.list.top] { return nil }
    for row in rows[..<list.list.top].reversed() {
      if case .heading(let heading) = row, heading.group == group { return heading }
    }
    return nil
  }

  /// The fewest rows of a list over which the heading stays.
  private static let stickyRows = 4

  /// The lines of the heading that stays over a list of so many rows, in so many columns, with what is said of all its
  /// entries: at most a third of the rows.
  public func stickyLines(rows: Int, columns: Int, glyphs: GlyphSet) -> [TextLine] {
    guard rows >= Self.stickyRows, let stickyHeading else { return [] }
    let lines = stickyHeading.lines(
      columns: columns - NeighbourRow.headingIndent, isSelected: false, glyphs: glyphs)
    return Array(lines.prefix(max(1, rows / 3)))
  }

  /// Brings the selected row into a list of so many rows, with what is said above the first.
  mutating func reveal(rows room: Int, columns: Int, isFocused: Bool, glyphs: GlyphSet) {
    if rows.indices.contains(list.list.selection), !rows[list.list.selection].isSelectable {
      list.list.select(list.list.selection, count: rows.count) { rows[$0].isSelectable }
    }
    let selection = list.list.selection
    if !rows.prefix(selection).contains(where: \.isSelectable) { list.list.top = 0 }
    var left = room
    // The heading that stays takes its rows from the list.
    for _ in 0..<3 {
      var list = self.list.list
      list.reveal(rows: left, count: rows.count) {
        lines(at: $0, columns: columns, rows: left, isFocused: isFocused, glyphs: glyphs).count
      }
      self.list.list = list
      let heading = stickyLines(rows: room, columns: columns, glyphs: glyphs).count
      guard room - heading < left else { return }
      left = room - heading
    }
  }

  // MARK: Folding

  /// Whether the entries of a group are folded away. Those of a literature search are until they are asked for.
  func isClosed(_ group: NeighbourGroup) -> Bool {
    // What a filter lets through is shown.
    guard filter.isEmpty else { return false }
    if folded.contains(group) { return true }
    guard case .relation(let reading) = group else { return false }
    return Predicate.isCooccurrence(reading) && !opened.contains(group)
  }

  /// Folds the group of the selected row away; false where that cannot be done, or is.
  mutating func fold() -> Bool {
    guard let group = selectedRow?.group, filter.isEmpty, !isClosed(group) else { return false }
    folded.insert(group)
    opened.remove(group)
    update()
    return true
  }

  /// Opens the selected group that is folded away; false where none is.
  mutating func unfold() -> Bool {
    guard case .heading(let heading) = selectedRow, heading.isClosed else { return false }
    folded.remove(heading.group)
    opened.insert(heading.group)
    update()
    return true
  }

  // MARK: Reading on

  /// The question for what the selected row stands for, where it has not been asked.
  mutating func askForMore(generation: Int) -> RelationQuery? {
    guard case .more(let more) = selectedRow else { return nil }
    let question =
      isNarrowed
      ? narrowed?.ask(for: more.reading, more.direction, generation: generation)
      : all.ask(for: more.reading, more.direction, generation: generation)
    if question != nil { update() }
    return question
  }

  /// Changes the order to the next.
  mutating func changeOrder() {
    let orders = RelationQuery.Order.allCases
    order = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
  }

  /// The question whose answer the panel needs to show what is typed, in the order wanted; nil where it has it, has
  /// asked it, or cannot ask it.
  mutating func ask(generation: Int) -> RelationQuery? {
    let filter = self.filter
    if filter.isEmpty { narrowed = nil }
    var wanted: RelationQuery? = RelationQuery(order: order)
    if !filter.isEmpty, !all.isWhole {
      wanted =
        filter.values.isEmpty || facets != nil
        ? filter.query(order: order, facets: facets ?? RelationFacets()) : nil
    }
    guard let wanted, wanted != all.query, wanted != narrowed?.query else {
      asked = nil
      return nil
    }
    guard wanted != asked?.query else { return nil }
    asked = Question(query: wanted, generation: generation)
    return wanted
  }

  /// Whether a question with that number waits for its answer here.
  func isWaiting(for generation: Int) -> Bool {
    asked?.generation == generation
      || [all, narrowed].contains { held in
        held?.groups.contains { $0.asked.values.contains(generation) } == true
      }
  }

  /// Takes in an answer of the library; false where it is to no question that waits.
  mutating func take(_ groups: [RelationGroup], to query: RelationQuery, generation: Int) -> Bool {
    if asked?.generation == generation {
      asked = nil
      if query.isOfAll {
        all = HeldRelations(query: query, groups)
      } else {
        narrowed = HeldRelations(query: query, groups)
      }
    } else if !all.take(groups, to: query, generation: generation),
      narrowed?.take(groups, to: query, generation: generation) != true
    {
      return false
    }
    neighbours.number((all.groups + (narrowed?.groups ?? [])).lazy.flatMap(\.edges))
    update()
    return true
  }

  /// Takes in what the relations can be narrowed to.
  mutating func take(_ facets: RelationFacets) {
    self.facets = facets
    update()
  }

  /// Lets everything be asked for again after something failed.
  mutating func forgetQuestions() {
    guard asked != nil || all.isAsking || narrowed?.isAsking == true else { return }
    if asked != nil { order = shownRelations.query.order }
    asked = nil
    all.forgetQuestions()
    narrowed?.forgetQuestions()
    update()
  }
}

extension HeldRelations {
  /// Whether something has been asked for and has not come.
  fileprivate var isAsking: Bool { groups.contains { !$0.asked.isEmpty } }
}
