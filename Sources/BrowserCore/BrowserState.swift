import MonographModel
import TextLayout

/// Everything the browser knows: the page, the panels, what stands over them, where the person has been.
///
/// ``update(_:)`` is the only way it changes. It does no input or output; what it needs from the world it
/// asks for with effects.
public struct BrowserState: Sendable {
  /// The size of the window.
  public internal(set) var size: Size
  /// What characters the terminal can show.
  public let glyphs: GlyphSet
  /// What is open.
  public let library: LibrarySummary
  /// Which keys do what.
  public let keymap: Keymap

  /// The page being read; nil on the start page.
  public internal(set) var page: PageState?
  /// The panels.
  public internal(set) var panels = PanelState()
  /// What stands over the panels, the top one last.
  public internal(set) var overlays: [Overlay] = []
  /// A line being typed at the foot of the page.
  public internal(set) var prompt: Prompt?
  /// Keys that are not a command yet.
  public internal(set) var pending = Pending()
  /// What the status line says in place of the page's source.
  public internal(set) var message: Message?
  /// What is wrong in the file that a page was opened from; nil where none was.
  public internal(set) var diagnostics: DiagnosticList?
  /// The order of the sections in the contents panel.
  public internal(set) var contentsOrder = ContentsOrder.source
  /// What is being made and is not there yet; Esc leaves it off.
  public internal(set) var work: Work?
  /// The drugs that `:interactions` looks at, in the order in which they were marked.
  public internal(set) var marked: [MarkedDrug] = []
  /// The page shown beside the one being read, in a wide window.
  public internal(set) var preview: PageState?

  /// What a name is mistaken for; nil where nothing is known.
  let caution: @Sendable (String) -> NameCaution?
  /// A page that was made and waits until the person has typed.
  var made: (page: Page, arrival: Arrival)?
  var history = History()
  /// Pages read lately, the last one last, so that going back reads nothing.
  var recent: [PageState] = []
  var generation = 0
  var previewWanted: EntityID?

  /// How many pages are kept for going back.
  static let recentLimit = 8

  /// Something that takes a while.
  public struct Work: Hashable, Sendable {
    /// What it is, for the person: `looking for paths …`.
    public var sentence: String
    var generation: Int
  }

  /// A drug that `:interactions` looks at.
  public struct MarkedDrug: Hashable, Sendable {
    /// The entity.
    public var entity: EntityID
    /// Its name.
    public var name: String
  }

  /// A line of text for the person.
  public struct Message: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// Whether something went wrong.
    public var isError: Bool
  }

  /// Keys that are not a command yet.
  public struct Pending: Hashable, Sendable {
    /// The digits typed.
    public var digits = ""
    /// The first keys of a command of several.
    public var prefix: [Key] = []
    /// Whether the ways the prefix can go on are shown.
    public var showsContinuations = false

    /// The number that the digits make.
    public var count: Int? { Int(digits) }
    /// Whether nothing is pending.
    public var isEmpty: Bool { digits.isEmpty && prefix.isEmpty }
  }

  /// A line being typed at the foot of the page.
  public enum Prompt: Sendable {
    /// Looking for text: which way, and where to return to when it is cancelled.
    case find(Direction, TextField, origin: FindOrigin)
    /// Choosing a link by its number or a part of its text.
    case hints(TextField, origin: FindOrigin)
    /// A command by its word.
    case command(TextField)

    /// Where a search, or a choice, began.
    public struct FindOrigin: Sendable {
      var top: Passage
      var focus: PageFocus
      var search: PageSearch?
    }

    /// The text typed.
    public var field: TextField {
      switch self {
      case .find(_, let field, _), .hints(let field, _), .command(let field): field
      }
    }
  }

  /// A browser on its start page, ready for a search.
  ///
  /// - Parameter caution: Which names are mistaken for others.
  public init(
    size: Size, glyphs: GlyphSet, library: LibrarySummary, keymap: Keymap = Keymap(),
    caution: @escaping @Sendable (String) -> NameCaution? = { _ in nil }
  ) {
    self.caution = caution
    self.size = size
    self.glyphs = glyphs
    self.library = library
    self.keymap = keymap
    overlays = [.list(ListOverlay(purpose: .search, title: "Search", field: TextField()))]
  }

  // MARK: Derived

  /// Where everything stands.
  public var arrangement: PanelArrangement {
    PanelArrangement(size: size, panels: panels, form: page?.page.form ?? .page)
  }

  /// What listens to keys.
  public var context: Context {
    switch overlays.last {
    case .list: return .list
    case .document: return .document
    case .graph: return .graph
    case nil: break
    }
    guard page != nil else { return .start }
    switch panels.focus {
    case .contents: return .contents
    case .page: return .page
    case .relations: return .relations
    }
  }

  /// After how many milliseconds without a key ``BrowserEvent/timeout`` is wanted; nil: never.
  public var wakeAfter: Int? {
    pending.prefix.isEmpty || pending.showsContinuations ? nil : 400
  }

  /// Whether keys are text.
  public var isTyping: Bool {
    if prompt != nil { return true }
    switch overlays.last {
    case .list(let overlay): return overlay.field != nil || overlay.list.isTyping
    case .document: return false
    case .graph(let graph): return graph.focus.isTyping
    case nil: break
    }
    switch panels.focus {
    case .contents: return page?.contents.isTyping ?? false
    case .relations:
      return showsDiagnostics ? diagnostics?.list.isTyping ?? false : page?.relations.list.isTyping ?? false
    case .page: return false
    }
  }

  /// How the page is laid out at this size.
  var pageOptions: DocumentLayout.Options {
    var showsNumbers = false
    if case .hints = prompt, overlays.isEmpty { showsNumbers = true }
    return DocumentLayout.Options(
      width: arrangement.measure(for: size), glyphs: glyphs, showsLinkNumbers: showsNumbers,
      allowsColumns: size.columns >= DocumentLayout.Options.leastForColumns)
  }

  /// The rows of the page's window.
  var pageRows: Int { max(1, arrangement.page?.rows ?? arrangementBodyRows) }

  private var arrangementBodyRows: Int { size.rows >= 10 ? size.rows - 3 : max(1, size.rows - 1) }

  /// Where the person is now.
  var place: Place {
    var place = Place(
      entity: page?.page.entity, document: page?.page.document, report: page?.page.report,
      top: page?.view.topPassage ?? Passage(item: 0), focus: page?.view.focus ?? .none, panel: panels.focus)
    if panels.focus == .relations { place.relation = page?.relations.selected }
    if case .list(let overlay) = overlays.last, overlay.purpose == .search || overlay.purpose == .index {
      place.overlay = overlay
    }
    if case .graph(let graph) = overlays.last { place.graph = graph }
    return place
  }

  // MARK: Saying

  mutating func say(_ text: String) { message = Message(text: text, isError: false) }
  mutating func complain(_ text: String) { message = Message(text: text, isError: true) }
}
