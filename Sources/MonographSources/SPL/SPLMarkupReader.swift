import MonographModel

/// Reads the markup of SPL's narrative text: paragraphs, lists, tables, running text, footnotes, pictures.
///
/// It works on a cursor that stands on the start of an element and leaves it on that element's end. Links and
/// pictures come out with the ids that the source gives; whoever knows what the ids stand for puts that in.
final class SPLMarkupReader {
  let cursor: XMLCursor
  let limits: ReaderLimits
  let log: DiagnosticLog
  /// Whether blocks say on which lines they stand.
  let keepsLines: Bool
  /// The line that is reported instead of the cursor's, where the cursor does not read a file.
  let reportedLine: Int?
  /// Called with each element's id.
  var onID: (String) -> Void = { _ in }
  /// How many links and pictures were read so far whose ids somebody has to resolve.
  var unresolvedCount = 0
  /// The pictures that were shown, by id.
  var shownPictures: Set<String> = []
  /// For each id that a link leads to: the line of the first such link.
  var linkLines: [String: Int] = [:]
  /// How the text ended, where it did not end well.
  private(set) var isFailed = false
  /// Flows that are not in use, kept for their memory.
  private var spareFlows: [SPLFlow] = []
  /// How many cells were read so far.
  var cellCount = 0
  var footnotes = SPLFootnotes()
  /// The styles of the cell or item that is being read, which all its text has.
  var inheritedStyles: [SPLFlow.Style] = []
  /// The rows of the table's body under which a rule is drawn, by number; and whether one is drawn under the
  /// row and the cell that were read last.
  var rowRules: Set<Int> = []
  var isRowRuled = false
  var isCellRuled = false
  /// How many tables and lists are open.
  private var containerDepth = 0
  /// Whether something in the outermost table or list is marked as recently changed.
  private var holdsChange = false

  init(
    cursor: XMLCursor, limits: ReaderLimits, log: DiagnosticLog, keepsLines: Bool, reportedLine: Int? = nil
  ) {
    self.cursor = cursor
    self.limits = limits
    self.log = log
    self.keepsLines = keepsLines
    self.reportedLine = reportedLine
  }

  // MARK: - Going on

  /// The next event within the element at a depth; nil at its end, and where the text ends or fails.
  func next(within depth: Int) -> XMLCursor.Event? {
    if isFailed { return nil }
    let event = cursor.next()
    switch event {
    case .end: return cursor.depth < depth ? nil : .end
    case .failed, .finished:
      isFailed = true
      return nil
    case .documentType:
      isFailed = true
      return nil
    default: return event
    }
  }

  /// Reads over the element that has just begun.
  func skip() {
    let depth = cursor.depth
    while let event = next(within: depth) {
      if event == .text { passText() }
    }
  }

  /// Calls `body` with each element directly within the one that has just begun; what `body` does not read of
  /// it is read over. Text between the elements goes to `text`.
  func children(
    text: (inout SPLFlow) -> Void = { _ in }, _ body: (SPLElement) -> Void
  ) {
    var flow = SPLFlow()
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .start:
        let inner = cursor.depth
        body(cursor.element)
        if cursor.depth >= inner, !isFailed { skip() }
      case .text: readText(into: &flow)
      default: break
      }
    }
    if !flow.isEmpty { text(&flow) }
  }

  /// The words of the element that has just begun.
  func words() -> String { inlines()?.content.plainText ?? "" }

  func passText() {
    guard var place = cursor.value else { return }
    var count = 0
    while place.pointee != 0 {
      if place.pointee == .lineFeed { count += 1 }
      place += 1
    }
    cursor.pass(lines: count)
  }

  /// Adds the text that the cursor stands on.
  func readText(into flow: inout SPLFlow) {
    guard let text = cursor.value else { return }
    cursor.pass(lines: flow.append(text, line: cursor.line))
  }

  /// A reference to an entity that was not expanded: its character where HTML knows it, else its source.
  func readEntity(into flow: inout SPLFlow) {
    let name = cursor.value.map { String(cString: $0) } ?? ""
    let character = HTMLEntity.character(named: name)
    report(
      .entity, "The entity &\(name.prefix(40)); is not of XML; it is shown as \(character ?? "it stands").",
      severity: character == nil ? .error : .warning, fix: "write the character itself")
    flow.append(character ?? "&\(name);", line: cursor.line)
  }

  /// Text at the cursor that stands beside the elements that hold text here; nil where the event is of something else
  /// or the text is empty.
  func stray(_ event: XMLCursor.Event) -> SPLFlow.Paragraph? {
    var flow = SPLFlow()
    switch event {
    case .text: readText(into: &flow)
    case .entity: readEntity(into: &flow)
    default: return nil
    }
    return flow.finish()
  }

  func report(
    _ rule: Rule, _ message: @autoclosure () -> String, severity: Diagnostic.Severity? = nil,
    fix: @autoclosure () -> String? = nil
  ) {
    log.report(rule, line: reportedLine ?? cursor.line, severity: severity, message(), fix: fix())
  }

  // MARK: - Blocks

  /// The blocks of the element that has just begun: `text`, a cell, an item.
  func blocks(nesting: Int) -> [Block] {
    var flow = spareFlows.popLast() ?? SPLFlow()
    defer { if !isFailed { spareFlows.append(flow) } }
    var blocks: [Block] = []
    let container = cursor.element
    let inherited = inheritedStyles.count { flow.begin($0) }
    readRunningText(into: &flow) { flow, isOutermost in
      guard isContainer else {
        return begin(in: &flow, to: &blocks, standsAlone: isOutermost && container == .text)
      }
      finish(&flow, to: &blocks)
      readContainer(to: &blocks, nesting: nesting + 1, isChanged: flow.isInChange)
      return nil
    } endLine: { flow in
      finish(&flow, to: &blocks)
    }
    for _ in 0..<inherited { flow.end() }
    finish(&flow, to: &blocks)
    return blocks
  }

  /// Whether the element that has just begun holds blocks of its own.
  private var isContainer: Bool {
    switch cursor.element {
    case .list, .ul, .ol, .table: true
    default: false
    }
  }

  /// Reads a table or list; `isChanged` where it stands in text that is marked as recently changed.
  private func readContainer(to blocks: inout [Block], nesting: Int, isChanged: Bool) {
    let first = cursor.tagLine
    var isChanged = isChanged
    cursor.forEachAttribute { attribute, value in
      if attribute == .styleCode, SPLStyle.isChanged(value) { isChanged = true }
    }
    if containerDepth == 0 { holdsChange = false }
    containerDepth += 1
    let isTable = cursor.element == .table
    let read = readContainerAlone(nesting: nesting)
    containerDepth -= 1
    guard var read else { return }
    let lines = keepsLines ? LineRange(first: first, last: cursor.line) : nil
    read[read.count - 1].lines = lines
    // What stands in a cell or item is told of before the whole.
    guard isChanged || holdsChange, containerDepth == 0 else {
      if isChanged { holdsChange = true }
      blocks += read
      return
    }
    if isTable {
      blocks.append(SPLChanges.statement(isWholeTable: isChanged, lines: lines))
      blocks += read
    } else {
      SPLChanges.append(read, isWhole: isChanged, lines: lines, to: &blocks)
    }
  }

  /// A table or list, with what stands before it; nil where there is nothing.
  private func readContainerAlone(nesting: Int) -> [Block]? {
    if nesting > limits.depth {
      report(.tooDeep, "Lists and tables are nested more than \(limits.depth) deep; only words are kept.")
      return inlines().map { [Block(.paragraph($0.content))] }
    }
    if cursor.element == .table {
      let (table, inference) = table(nesting: nesting)
      return [Block(.table(table), inference: inference)]
    }
    var before: [Block] = []
    let content = list(captionTo: &before, nesting: nesting)
    return before + [Block(content)]
  }

  /// An element within blocks that has begun.
  struct OpenElement {
    /// How many styles it set.
    var styles = 0
    /// Whether it stands on lines of its own.
    var isBlock = false
    /// Whether its words are parted from those after it.
    var isApart = false
  }

  /// Begins a paragraph, or an element of running text; nil where it was read to its end.
  private func begin(in flow: inout SPLFlow, to blocks: inout [Block], standsAlone: Bool) -> OpenElement? {
    switch cursor.element {
    // All but paragraphs are out of their place here; their words are kept apart from others.
    case .paragraph, .p, .div, .title, .text, .tr, .item, .li:
      finish(&flow, to: &blocks)
      return OpenElement(styles: beginStyles([], in: &flow), isBlock: true)
    case .caption, .td, .th:
      flow.appendSpace()
      return OpenElement(styles: beginStyles([], in: &flow), isApart: true)
    case .renderMultiMedia where standsAlone:
      finish(&flow, to: &blocks)
      readPicture(in: &flow)
      finish(&flow, to: &blocks)
      return nil
    default: return beginInline(in: &flow)
    }
  }

  /// Ends the paragraph that is being read.
  private func finish(_ flow: inout SPLFlow, to blocks: inout [Block]) {
    guard let paragraph = finish(&flow) else { return }
    let lines = keepsLines ? paragraph.lines : nil
    let block = Block(.paragraph(paragraph.content), lines: lines)
    if containerDepth > 0 || paragraph.change == .none {
      blocks.append(block)
    } else {
      SPLChanges.append([block], isWhole: paragraph.change == .whole, lines: lines, to: &blocks)
    }
  }

  /// Ends running text. In tables and lists what is changed is emphasised, since a box in a cell would tear the
  /// table apart; before the whole stands what the emphasis means.
  func finish(_ flow: inout SPLFlow) -> SPLFlow.Paragraph? {
    let paragraph = flow.finish(emphasisingChanges: containerDepth > 0)
    if let paragraph, paragraph.change != .none { holdsChange = true }
    return paragraph
  }
}
