import MonographModel
import TextLayout

/// An open page: its text, its contents list and its neighbours, and where the person is in each.
public struct PageState: Sendable {
  /// What was read from the library.
  public let page: Page
  /// The text, in its window. For a missing entity a page made of what the library knows.
  public var view: DocumentView
  /// The search in the text.
  public var search: PageSearch?
  /// The hits of the library search that led here.
  public var trail: HitTrail?
  /// The contents list.
  public var contents = FilteredList()
  /// The order of the contents list.
  public var contentsOrder = ContentsOrder.source {
    didSet { if contentsOrder != oldValue { sequence = contentsOrder.sequence(of: view.layout.sections) } }
  }
  /// The indices of the sections in that order.
  private var sequence: [Int]
  /// The sections whose subsections are folded away, by index.
  public var folded: Set<Int> = []
  /// The neighbours.
  public let neighbours: NeighbourList
  /// The relations list.
  public var relations = FilteredList()
  /// The document shown: the monograph, or the page made for a missing entity.
  public let monograph: Monograph

  /// Opens a page at its top.
  public init(page: Page, options: DocumentLayout.Options, rows: Int) {
    self.page = page
    monograph = page.monograph ?? MissingPage.monograph(for: page)
    let layout = DocumentLayout(monograph, missing: page.missing, options: options)
    view = DocumentView(layout: layout, rows: rows)
    sequence = Array(layout.sections.indices)
    neighbours = NeighbourList(page: page, links: layout.links)
    let rows = neighbours.rows
    relations.list.select(0, count: rows.count) { rows[$0].isSelectable }
  }

  // MARK: Contents

  /// The indices of the sections that the contents list shows.
  public var shownSections: [Int] {
    let sections = view.layout.sections
    return sequence.filter { index in
      guard !sections[index].title.isEmpty else { return false }
      guard contents.filter?.isEmpty ?? true else { return contents.shows(sections[index].title) }
      var parent = sections[index].parent
      while let ancestor = parent {
        if folded.contains(ancestor) { return false }
        parent = sections[ancestor].parent
      }
      return true
    }
  }

  /// The place in the contents list of the section that the reader is in, or of the nearest one above it
  /// that is not folded away.
  public var currentContentsEntry: Int? {
    let shown = shownSections
    var section = view.currentSection
    while let index = section {
      if let entry = shown.firstIndex(of: index) { return entry }
      section = view.layout.sections[index].parent
    }
    return nil
  }

  // MARK: Relations

  /// The rows that the relations list shows.
  public var shownRelations: [NeighbourList.Row] {
    guard relations.filter?.isEmpty == false else { return neighbours.rows }
    // A group's heading and note stay with its entries, so that it is plain which relation each is.
    var shown: [NeighbourList.Row] = []
    var heading: NeighbourList.Row?
    // What stands before the first group is said of all.
    var isShown = true
    for row in neighbours.rows {
      switch row {
      case .heading:
        heading = row
        isShown = false
      case .entry(let entry):
        isShown = relations.shows(entry.name)
        guard isShown else { continue }
        if let title = heading { shown.append(title) }
        heading = nil
        shown.append(row)
      case .note: if isShown { shown.append(row) }
      }
    }
    return shown
  }

  /// The selected neighbour.
  public var selectedRelation: NeighbourList.Entry? {
    let rows = shownRelations
    guard rows.indices.contains(relations.list.selection),
      case .entry(let entry) = rows[relations.list.selection]
    else { return nil }
    return entry
  }
}
