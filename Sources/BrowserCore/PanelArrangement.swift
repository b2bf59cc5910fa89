/// The panels of the reader.
public enum Panel: String, Hashable, Sendable, CaseIterable {
  case contents, page, relations
}

/// What the panel beside the page, or the drawer below it, shows.
public enum SidePanel: String, Hashable, Sendable, CaseIterable {
  case relations
  /// What is wrong in the file that the page is read from.
  case diagnostics
}

/// Which panels the person has open, which one listens to keys, and whether it has the screen to itself.
public struct PanelState: Hashable, Sendable {
  /// The panel that listens to keys. It is always one that is shown.
  public var focus: Panel
  /// Whether contents stand beside the page where there is room.
  public var showsContents: Bool
  /// Whether relations stand beside the page, or in a drawer, where there is room; nil: as wide as the
  /// screen suggests.
  public var showsRelations: Bool?
  /// Whether the focused panel has the whole screen.
  public var isZoomed: Bool
  /// What stands in the place of relations.
  public var side = SidePanel.relations
  /// Whether contents stand beside a comparison, which has the whole width until they are asked for.
  public var showsContentsOfComparison = false

  /// The state at the start: the page in focus, other panels as the width suggests.
  public init(
    focus: Panel = .page, showsContents: Bool = true, showsRelations: Bool? = nil, isZoomed: Bool = false
  ) {
    self.focus = focus
    self.showsContents = showsContents
    self.showsRelations = showsRelations
    self.isZoomed = isZoomed
  }
}

/// What is read, as far as it decides where things stand.
public enum PageForm: Hashable, Sendable {
  /// A page of the library.
  case page
  /// A page that the program made: nothing is related to it.
  case report
  /// Monographs side by side, which take all the width there is.
  case comparison
}

/// Where everything stands: a pure function of the size, the panels and what is read. Nil or empty: not shown.
///
/// | columns | arrangement |
/// | --- | --- |
/// | under 76 | one panel at a time |
/// | 76 to 119 | contents beside the page; relations as a strip of one line, or a drawer below |
/// | 120 and over | contents, page, relations side by side |
/// | 180 and over | relations with a preview below them |
/// | under 40x10 | the page and a status line |
///
/// A report has no relations, drawer or strip; a comparison has contents beside it only when they are asked for.
public struct PanelArrangement: Hashable, Sendable {
  /// The first line: title, section, place.
  public var header: Rectangle?
  /// The contents panel.
  public var contents: Rectangle?
  /// The page panel.
  public var page: Rectangle?
  /// The relations panel.
  public var relations: Rectangle?
  /// The preview of the focused link's target.
  public var preview: Rectangle?
  /// The line that names the nearest neighbours.
  public var strip: Rectangle?
  /// The line that says where the page comes from, or holds a message or a prompt.
  public var status: Rectangle?
  /// The last line: the keys that matter.
  public var hints: Rectangle?
  /// Lines between panels: columns of `|`.
  public var verticalRules: [Rectangle] = []
  /// Lines between panels: rows of `-`, which carry the title of the panel below.
  public var horizontalRules: [Rectangle] = []
  /// Whether only one panel is shown at a time, so that Esc leads back to the page.
  public var isSinglePanel = false
  /// Whether the window is too small for anything but a pager.
  public var isPager = false

  /// The widest that text is set.
  public static let maximumMeasure = 84
  /// The fewest columns the page has beside another panel.
  public static let minimumPageColumns = 50

  private let form: PageForm

  /// Arranges the panels.
  public init(size: Size, panels: PanelState, form: PageForm = .page) {
    self.form = form
    guard size.columns >= 40, size.rows >= 10 else {
      isPager = true
      isSinglePanel = true
      let statusRows = size.rows >= 3 ? 1 : 0
      if statusRows == 1 {
        status = Rectangle(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
      }
      let whole = Rectangle(row: 0, column: 0, rows: size.rows - statusRows, columns: size.columns)
      show(panels.focus, in: whole)
      return
    }
    header = Rectangle(row: 0, column: 0, rows: 1, columns: size.columns)
    status = Rectangle(row: size.rows - 2, column: 0, rows: 1, columns: size.columns)
    hints = Rectangle(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
    let body = Rectangle(row: 1, column: 0, rows: size.rows - 3, columns: size.columns)
    if panels.isZoomed || size.columns < 76 {
      isSinglePanel = true
      show(panels.focus, in: body)
    } else if form != .page {
      arrangeReport(in: body, panels: panels)
    } else if size.columns < 120 {
      arrangeTwo(in: body, panels: panels)
    } else {
      arrangeThree(in: body, panels: panels)
    }
  }

  private mutating func show(_ panel: Panel, in rectangle: Rectangle) {
    switch panel {
    case .contents: contents = rectangle
    case .page: page = rectangle
    case .relations: relations = rectangle
    }
  }

  private mutating func arrangeTwo(in body: Rectangle, panels: PanelState) {
    var upper = body
    if panels.showsRelations == true {
      let drawer = min(max(6, body.rows / 2), body.rows - 4)
      upper.rows = body.rows - drawer
      horizontalRules = [Rectangle(row: upper.endRow, column: 0, rows: 1, columns: body.columns)]
      relations = Rectangle(row: upper.endRow + 1, column: 0, rows: drawer - 1, columns: body.columns)
    } else {
      upper.rows -= 1
      strip = Rectangle(row: upper.endRow, column: 0, rows: 1, columns: body.columns)
    }
    placeContents(beside: &upper, columns: min(30, max(24, upper.columns / 4)), isShown: panels.showsContents)
    page = upper
  }

  private mutating func arrangeThree(in body: Rectangle, panels: PanelState) {
    var middle = body
    placeContents(
      beside: &middle, columns: min(36, max(26, body.columns / 5)), isShown: panels.showsContents)
    if panels.showsRelations != false {
      let columns = min(52, max(32, body.columns / 4))
      let start = middle.endColumn - columns
      var right = Rectangle(row: body.row, column: start, rows: body.rows, columns: columns)
      verticalRules.append(Rectangle(row: body.row, column: start - 1, rows: body.rows, columns: 1))
      middle.columns -= columns + 1
      if body.columns >= 180, body.rows >= 20 {
        let previewRows = body.rows * 2 / 5
        right.rows -= previewRows
        horizontalRules.append(Rectangle(row: right.endRow, column: start, rows: 1, columns: columns))
        preview = Rectangle(row: right.endRow + 1, column: start, rows: previewRows - 1, columns: columns)
      }
      relations = right
    } else {
      middle.rows -= 1
      for index in verticalRules.indices { verticalRules[index].rows -= 1 }
      contents?.rows -= 1
      strip = Rectangle(row: body.endRow - 1, column: 0, rows: 1, columns: body.columns)
    }
    page = middle
  }

  private mutating func arrangeReport(in body: Rectangle, panels: PanelState) {
    var rest = body
    let columns =
      body.columns < 120 ? min(30, max(24, body.columns / 4)) : min(36, max(26, body.columns / 5))
    placeContents(
      beside: &rest, columns: columns,
      isShown: form == .comparison ? panels.showsContentsOfComparison : panels.showsContents)
    page = rest
  }

  private mutating func placeContents(beside rest: inout Rectangle, columns: Int, isShown: Bool) {
    guard isShown else { return }
    contents = Rectangle(row: rest.row, column: 0, rows: rest.rows, columns: columns)
    verticalRules.append(Rectangle(row: rest.row, column: columns, rows: rest.rows, columns: 1))
    rest.column = columns + 1
    rest.columns -= columns + 1
  }

  /// The rectangle of a panel.
  public func rectangle(of panel: Panel) -> Rectangle? {
    switch panel {
    case .contents: contents
    case .page: page
    case .relations: relations
    }
  }

  /// The columns that text on the page is set in: the panel less its margins, at most
  /// ``maximumMeasure`` but for a comparison. With the page hidden, those it would have alone.
  public func measure(for size: Size) -> Int {
    let columns = page?.columns ?? size.columns
    let measure = max(1, columns - pageMargin(for: size) * 2)
    return form == .comparison ? measure : min(Self.maximumMeasure, measure)
  }

  /// The empty columns at each side of the page.
  public func pageMargin(for size: Size) -> Int { size.columns >= 60 ? 1 : 0 }
}
