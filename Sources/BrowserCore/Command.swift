import MonographModel

/// Something a person can ask for with a key.
public enum Command: Hashable, Sendable {
  // Moving: lines of the page, or the selection of a list.
  case lineDown, lineUp, pageDown, pageUp, halfPageDown, halfPageUp, top, bottom, percent
  // Links and places.
  case nextLink, previousLink, follow, back, forward, hints, listLinks
  // Finding.
  case findForward, findBackward, findNext, findPrevious, searchLibrary, openByName, index
  // Panels.
  case contents, relations, zoom, nextPanel
  // Within the page.
  case nextSection, previousSection
  case landmark(Landmark, Direction)
  case clinical(ClinicalTopic)
  case fold, unfold
  case contentsOrder
  // About the page.
  case whereAmI, sourceText, otherSource, listSources
  // Relations: their order in the panel, the graph round the page, ways to others, several things at once.
  case relationOrder, graph, path, markDrug, interactions, compare
  // In the graph.
  case columnLeft, columnRight, secondRing, openSelected
  // The file that the page is read from, for its editor.
  case diagnostics
  // The program.
  case commandLine, help, cancel, close, quit, redraw, suspend

  /// Things that `]` and `[` go to: on the page, and the hits of the search that led to it.
  public enum Landmark: Hashable, Sendable, CaseIterable {
    case table, warning, reference, list, hit

    /// The letter that follows `]` or `[`.
    public var letter: Character {
      switch self {
      case .table: "t"
      case .warning: "w"
      case .reference: "r"
      case .list: "l"
      case .hit: "h"
      }
    }

    /// What a person calls it.
    public var name: String {
      switch self {
      case .table: "table"
      case .warning: "warning"
      case .reference: "citation"
      case .list: "list"
      case .hit: "hit of the search"
      }
    }
  }
}
