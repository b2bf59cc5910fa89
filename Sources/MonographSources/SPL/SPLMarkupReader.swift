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
  private(set) var unresolvedCount = 0
  /// The pictures that were shown, by id.
  private(set) var shownPictures: Set<String> = []
  /// For each id that a link leads to: the line of the first such link.
  private(set) var linkLines: [String: Int] = [:]
  /// How the text ended, where it did not end well.
  private(set) var isFailed = false
  /// Flows that are not in use, kept for their memory.
  private var spareFlows: [SPLFlow] = []
  /// How many cells were read so far.
  var cellCount = 0
  var footnotes = SPLFootnotes()

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

  private func passText() {
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
    var open: [OpenElement] = []
    let container = cursor.element
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .text: readText(into: &flow)
      case .entity: readEntity(into: &flow)
      case .end:
        guard let ended = open.popLast() else { break }
        for _ in 0..<ended.styles { flow.end() }
        if ended.isApart { flow.appendSpace() }
        if ended.isBlock { finish(&flow, to: &blocks) }
      case .start:
        if isContainer {
          finish(&flow, to: &blocks)
          readContainer(to: &blocks, nesting: nesting + 1)
        } else {
          let standsAlone = open.isEmpty && container == .text
          if let begun = begin(in: &flow, to: &blocks, standsAlone: standsAlone) { open.append(begun) }
        }
      default: break
      }
    }
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

  private func readContainer(to blocks: inout [Block], nesting: Int) {
    let first = cursor.tagLine
    var isChanged = false
    var content: Block.Content?
    cursor.forEachAttribute { attribute, value in
      if attribute == .styleCode { isChanged = SPLStyle.isChanged(value) }
    }
    var before: [Block] = []
    if nesting > limits.depth {
      report(.tooDeep, "Lists and tables are nested more than \(limits.depth) deep; only words are kept.")
      content = inlines().map { .paragraph($0.content) }
    } else if cursor.element == .table {
      content = .table(table(nesting: nesting))
    } else {
      content = list(captionTo: &before, nesting: nesting)
    }
    guard let content else { return }
    let lines = keepsLines ? LineRange(first: first, last: cursor.line) : nil
    let all = before + [Block(content, lines: lines)]
    blocks += isChanged ? [Self.changed(all, isWhole: true, lines: lines)] : all
  }

  /// An element within blocks that has begun.
  private struct OpenElement {
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

  /// Begins an element of running text; nil where it was read to its end.
  private func beginInline(in flow: inout SPLFlow) -> OpenElement? {
    switch cursor.element {
    case .content, .linkHtml, .a: return OpenElement(styles: beginStyles([], in: &flow))
    case .strong, .b: return OpenElement(styles: beginStyles([.strong], in: &flow))
    case .em, .i, .u: return OpenElement(styles: beginStyles([.emphasis], in: &flow))
    case .sup: return OpenElement(styles: beginStyles([.superscript], in: &flow))
    case .sub: return OpenElement(styles: beginStyles([.subscript], in: &flow))
    case .br: flow.appendBreak(line: cursor.line)
    case .suffix: flow.appendSpace()
    case .renderMultiMedia:
      readPicture(in: &flow)
      return nil
    case .footnote:
      readFootnote(in: &flow)
      return nil
    case .footnoteRef: readFootnoteReference(in: &flow)
    case .unknown:
      report(.residue, "The element <\(cursor.name.prefix(40))> has no meaning here; its words are kept.")
    default: readID()
    }
    return OpenElement()
  }

  private func readID() {
    cursor.forEachAttribute { if $0 == .id { onID(String(cString: $1)) } }
  }

  private func beginStyles(_ given: [SPLFlow.Style], in flow: inout SPLFlow) -> Int {
    var styles = given
    let isLink = cursor.element == .linkHtml || cursor.element == .a
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .styleCode: styles += SPLStyle.styles(of: value)
      case .id: onID(String(cString: value))
      case .href where isLink: styles.append(.link(target(String(cString: value).trimmed)))
      default: break
      }
    }
    var begun = 0
    for style in styles where flow.begin(style) { begun += 1 }
    return begun
  }

  /// Where an address leads. `#id` comes out as a section of that name, to be resolved.
  private func target(_ address: String) -> LinkTarget {
    guard address.utf8.first == .numberSign else { return .external(address) }
    let id = String(address.dropFirst())
    // Some labels set a number sign before an address of the web.
    if LinkResolver.hasScheme(id) { return .external(id) }
    unresolvedCount += 1
    if linkLines[id] == nil { linkLines[id] = cursor.line }
    return .section(anchor: id)
  }

  /// Ends the paragraph that is being read.
  private func finish(_ flow: inout SPLFlow, to blocks: inout [Block]) {
    guard let paragraph = flow.finish() else { return }
    let lines = keepsLines ? paragraph.lines : nil
    let block = Block(.paragraph(paragraph.content), lines: lines)
    switch paragraph.change {
    case .none: blocks.append(block)
    case .part: blocks.append(Self.changed([block], isWhole: false, lines: lines))
    case .whole: blocks.append(Self.changed([block], isWhole: true, lines: lines))
    }
  }

  /// Blocks that the label marks as recently changed, with that said.
  static func changed(_ blocks: [Block], isWhole: Bool, lines: LineRange?) -> Block {
    let title = isWhole ? "Recent change" : "Recent change, emphasised in the text"
    return Block(.callout(Callout(severity: .note, title: [.text(title)], blocks: blocks)), lines: lines)
  }

  // MARK: - Pictures

  /// A picture, and its caption on a line of its own.
  private func readPicture(in flow: inout SPLFlow) {
    var id = ""
    cursor.forEachAttribute { attribute, value in
      switch attribute {
      case .referencedObject: id = String(cString: value)
      case .id: onID(String(cString: value))
      default: break
      }
    }
    unresolvedCount += 1
    shownPictures.insert(id)
    flow.append(pictureWithID: id, line: cursor.tagLine)
    let depth = cursor.depth
    while let event = next(within: depth) {
      guard event == .start else {
        if event == .text { passText() }
        continue
      }
      flow.appendBreak(line: cursor.line)
      readInlines(into: &flow)
      flow.appendBreak(line: cursor.line)
    }
  }

  // MARK: - Footnotes

  private func readFootnote(in flow: inout SPLFlow) {
    var id: String?
    cursor.forEachAttribute { if $0 == .id { id = String(cString: $1) } }
    if let id { onID(id) }
    let index = footnotes.begin(id: id, line: cursor.line)
    flow.append(.superscript([.text(SPLFootnotes.mark(index))]), line: cursor.line)
    let note = inlines()
    footnotes.end(index, content: note?.content ?? [])
  }

  private func readFootnoteReference(in flow: inout SPLFlow) {
    guard let id = cursor.attribute(.idReference), !id.isEmpty else { return }
    flow.append(
      .superscript([.text(SPLFootnotes.mark(footnotes.reference(to: id, line: cursor.line)))]),
      line: cursor.line)
  }

  /// Reads something whose footnotes are collected under it; gives those notes, each after its mark.
  func collectingFootnotes<Result>(_ read: () -> Result) -> (Result, [[Inline]]) {
    let outer = footnotes.open()
    let result = read()
    let (notes, missing) = footnotes.close(restoring: outer)
    for (id, line) in missing {
      log.report(
        .danglingAnchor, line: reportedLine ?? line,
        "A mark refers to the footnote “\(id.prefix(60))”, which is not here.",
        fix: "name a footnote of the table")
    }
    return (result, notes)
  }

  // MARK: - Running text alone

  /// The running text of the element that has just begun; what stands on lines of its own is parted by line
  /// breaks. Nil where there is none.
  func inlines() -> SPLFlow.Paragraph? {
    var flow = SPLFlow()
    readInlines(into: &flow)
    return flow.finish()
  }

  /// Adds the running text of the element that has just begun.
  private func readInlines(into flow: inout SPLFlow) {
    var open: [OpenElement] = []
    let depth = cursor.depth
    while let event = next(within: depth) {
      switch event {
      case .text: readText(into: &flow)
      case .entity: readEntity(into: &flow)
      case .end:
        guard let ended = open.popLast() else { break }
        for _ in 0..<ended.styles { flow.end() }
        if ended.isApart { flow.appendSpace() }
        if ended.isBlock { flow.appendBreak(line: cursor.line) }
      case .start: if let begun = beginAlone(in: &flow) { open.append(begun) }
      default: break
      }
    }
  }

  private func beginAlone(in flow: inout SPLFlow) -> OpenElement? {
    switch cursor.element {
    case .paragraph, .p, .item, .li, .tr, .table, .list, .ul, .ol:
      flow.appendBreak(line: cursor.line)
      return OpenElement(styles: beginStyles([], in: &flow), isBlock: true)
    case .td, .th, .caption:
      flow.appendSpace()
      return OpenElement(styles: beginStyles([], in: &flow), isApart: true)
    default: return beginInline(in: &flow)
    }
  }
}
