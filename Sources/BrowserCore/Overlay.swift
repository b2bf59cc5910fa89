import MonographModel
import TextLayout

/// Something that stands over the panels until it is closed.
public enum Overlay: Sendable {
  /// A list to choose from.
  case list(ListOverlay)
  /// Text to read.
  case document(DocumentOverlay)
  /// The graph round an entity.
  case graph(GraphState)
}

/// A list to choose from: search hits, names, links, the index.
public struct ListOverlay: Hashable, Sendable {
  /// What the list is of.
  public enum Purpose: Hashable, Sendable {
    case search, names, index, links, citations, sources
    /// Open by name, for the other end of a path, or for a page to stand beside this one.
    case path, comparison
  }

  /// What the list is of.
  public var purpose: Purpose
  /// What stands over it.
  public var title: String
  /// The text that the entries answer, in a list that is asked for by typing.
  public var field: TextField?
  /// All entries.
  public var entries: [ListEntry]
  /// The selection and the filter.
  public var list = FilteredList()
  /// What is said of the whole: `3 of 240`.
  public var note: String
  /// Counts the questions asked, so that a late answer to an earlier one is dropped.
  public var generation = 0
  /// The question that the entries answer. Until it is the last one asked, none of them can be chosen: Enter
  /// means the first entry of the answer to come.
  public var answered = 0
  /// Whether Enter was pressed before the answer came.
  public var choosesFirst = false
  /// Whether the keys last pressed moved the selection rather than edited the text: the cursor rests on the entry then.
  public var isChoosing = false

  /// What the library search answered, in a list of hits.
  public var answer: SearchAnswer?

  /// Whether the entries answer what is typed.
  public var isAnswered: Bool { answered == generation }

  /// Makes a list.
  public init(
    purpose: Purpose, title: String, field: TextField? = nil, entries: [ListEntry] = [], note: String = ""
  ) {
    self.purpose = purpose
    self.title = title
    self.field = field
    self.entries = entries
    self.note = note
    list.list.select(0, count: entries.count) { entries[$0].isSelectable }
  }

  /// The entries that the filter lets through.
  public var shownEntries: [ListEntry] {
    guard list.filter != nil else { return entries }
    return entries.filter { $0.isSelectable && list.shows($0.words) }
  }

  /// The heading of the page to which the first entry in sight belongs, where it is out of sight: it stays over the list,
  /// so that no place is seen without the name of its drug.
  public var stickyHeading: HitRow? {
    let shown = shownEntries
    guard shown.indices.contains(list.list.top), case .place = shown[list.list.top].row else { return nil }
    for entry in shown[..<list.list.top].reversed() {
      if case .page = entry.row { return entry.row }
    }
    return nil
  }

  /// Brings the selection into a window of so many rows, with what is said below the last entry or above the first.
  mutating func reveal(rows: Int, columns: Int, glyphs: GlyphSet) {
    let shown = shownEntries
    let selection = list.list.selection
    func height(_ index: Int) -> Int {
      shown[index].rows(columns: columns, glyphs: glyphs, isSelected: index == selection)
    }
    let next = shown.indices.first { $0 > selection && shown[$0].isSelectable }
    if shown.indices.contains(selection), !shown[..<selection].contains(where: \.isSelectable) {
      list.list.top = 0
    }
    // The heading that stays takes its rows from the list.
    var room = rows
    for _ in 0..<3 {
      list.list.reveal(
        rows: room, count: shown.count, through: next == nil ? shown.endIndex - 1 : nil, height: height)
      let heading = stickyHeading?.lines(columns: columns, glyphs: glyphs, isSelected: false).count ?? 0
      guard rows - heading < room else { return }
      room = max(1, rows - heading)
    }
  }

  /// The selected entry.
  public var selected: ListEntry? {
    let shown = shownEntries
    guard shown.indices.contains(list.list.selection) else { return nil }
    return shown[list.list.selection]
  }
}

/// An entry of a list.
public struct ListEntry: Hashable, Sendable {
  /// What choosing it does.
  public enum Target: Hashable, Sendable {
    /// Nothing: it is a heading.
    case heading
    /// Follows a link of the page.
    case link(Int)
    /// Opens an entity, at the document that bears the name, where that is not the one offered first.
    case entity(EntityID, document: String?)
    /// Opens a place that a search found, at the line that answers.
    case hit(SearchHit)
    /// Asks another question.
    case question(String)
    /// Opens another document about the same entity.
    case document(String)
    /// Goes to a place on the page.
    case passage(Passage)
  }

  /// What choosing it does.
  public var target: Target
  /// The number that, typed and followed by Enter, chooses it.
  public var number: Int?
  /// The first line.
  public var title: String
  /// What stands beside it: the kind, the class, the sections' path.
  public var detail: String
  /// A second line.
  public var note: String
  /// Whether it leads to an entity without a page.
  public var isMissing: Bool
  /// What it says in a list of hits, in place of title, detail and note.
  public var row: HitRow?
  /// Whether it can be selected.
  public var isSelectable: Bool

  /// Makes an entry.
  public init(
    target: Target, number: Int? = nil, title: String, detail: String = "", note: String = "",
    isMissing: Bool = false
  ) {
    self.target = target
    self.number = number
    self.title = title
    self.detail = detail
    self.note = note
    self.isMissing = isMissing
    isSelectable = target != .heading
  }

  /// Makes a row of a list of hits.
  init(row: HitRow, target: Target = .heading, isSelectable: Bool? = nil) {
    self.init(target: target, title: "")
    self.row = row
    self.isSelectable = isSelectable ?? (target != .heading)
  }

  /// Makes an entry of something found by its name.
  init(for match: NameMatch, caution: NameCaution? = nil) {
    var detail = match.kind
    if let entityClass = match.entityClass { detail += ", \(entityClass)" }
    if let alias = match.alias { detail += "; also \(alias)" }
    if let caution { detail = "\(caution.remark); \(detail)" }
    self.init(
      target: .entity(match.entity, document: match.document), title: caution?.spelling ?? match.title,
      detail: detail, isMissing: !match.hasPage)
  }

  /// All that is said of it, which a filter looks through.
  var words: String { [title, detail, note].joined(separator: " ") }

  /// How many rows it takes.
  public func rows(columns: Int, glyphs: GlyphSet, isSelected: Bool) -> Int {
    row?.lines(columns: columns, glyphs: glyphs, isSelected: isSelected).count ?? (note.isEmpty ? 1 : 2)
  }
}

/// Text to read over the panels: help, facts about the page, a reference, the infobox, the source.
public struct DocumentOverlay: Sendable {
  /// What stands over it.
  public var title: String
  /// The text.
  public var view: DocumentView

  /// Makes an overlay.
  public init(title: String, view: DocumentView) {
    self.title = title
    self.view = view
  }
}
