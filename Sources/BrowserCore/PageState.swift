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
  /// The relations panel.
  public internal(set) var relations: RelationsPanel
  /// The document shown: the monograph, or the page made for a missing entity.
  public let monograph: Monograph

  /// Opens a page at its top.
  public init(page: Page, options: DocumentLayout.Options, rows: Int) {
    self.page = page
    monograph = page.monograph ?? MissingPage.monograph(for: page)
    let layout = DocumentLayout(monograph, missing: page.missing, options: options)
    view = DocumentView(layout: layout, rows: rows)
    sequence = Array(layout.sections.indices)
    relations = RelationsPanel(page: page, monograph: monograph, links: layout.links)
  }

  /// The neighbours by their numbers.
  public var neighbours: NeighbourList { relations.neighbours }

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
}
