import MonographModel

/// Something that the state asks of the world. Its answer comes back as an event.
public enum Effect: Hashable, Sendable {
  /// Open an entity's page, and go to a place in it.
  case open(EntityID, document: String?, Arrival)
  /// Search the library for so many places; a later search makes an earlier one worthless.
  case search(String, limit: Int, generation: Int)
  /// Find entities by name; likewise.
  case names(String, generation: Int)
  /// List every entity that has a page.
  case index
  /// Read a page to show beside the one being read.
  case preview(EntityID)
  /// Read the source text of the page.
  case sourceText(EntityID, document: String, LineRange?)
  /// Read relations of an entity.
  case relations(EntityID, RelationQuery, generation: Int)
  /// Count what the relations of an entity can be narrowed to.
  case facets(EntityID, generation: Int)
  /// Make a page from what the library records; it may take a while.
  case report(ReportRequest, Arrival, generation: Int)
  /// Leave off what was asked for last and takes a while.
  case stopWork
  /// End the program.
  case quit
  /// Stop the process and give the terminal to the shell.
  case suspend
  /// Send the whole screen again.
  case redraw
}

/// Where in a page to go when it has been opened.
public enum Arrival: Hashable, Sendable {
  /// To the top, as a new place.
  case top
  /// To a section, as a new place.
  case anchor(String)
  /// To the section that says what this one of another source says, as a new place.
  case counterpart(of: SectionMark)
  /// To a line within a section, given by its words, as a new place; the words that matched are marked.
  case line(anchor: String, String, words: [String])
  /// To the line of a hit, as a new place; where it is a step along the list of hits, in place of the hit before.
  case hit(HitTrail, isStep: Bool)
  /// To a place in the history.
  case place(Place)

  /// Whether back returns to where the person was.
  var isNewPlace: Bool {
    switch self {
    case .top, .anchor, .counterpart, .line, .hit(_, isStep: false): true
    case .place, .hit(_, isStep: true): false
    }
  }
}

/// What happens to the browser.
public enum BrowserEvent: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The window has a new size.
  case resize(Size)
  /// The time that ``BrowserState/wakeAfter`` asked for has passed.
  case timeout
  /// A page was read.
  case opened(Page, Arrival)
  /// Something could not be done; the sentence says what and why.
  case failed(String)
  /// A library search was answered.
  case found(SearchResult, names: [NameMatch], generation: Int)
  /// A search by name was answered.
  case named([NameMatch], generation: Int)
  /// The index was read.
  case indexed([NameMatch])
  /// A page to show beside the one being read was read.
  case previewed(Page)
  /// The file that a page is opened from was read, the first time or again because it changed: the page, the file
  /// as the person named it, what is wrong in it.
  case fileRead(Page, file: String, [Diagnostic])
  /// That file was looked at again and holds what it held.
  case fileUnchanged
  /// That file cannot be read; the sentence says why.
  case fileLost(String)
  /// Relations of an entity were read.
  case related(EntityID, RelationQuery, [RelationGroup], generation: Int)
  /// What they can be narrowed to was counted.
  case faceted(EntityID, RelationFacets, generation: Int)
  /// A page was made from what the library records.
  case reported(Page, Arrival, generation: Int)
  /// The source text was read.
  case sourceText(String, LineRange?)
}
