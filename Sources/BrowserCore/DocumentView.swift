import MonographModel
import TextLayout

/// A document in a window of some height: which line is at the top, what has the focus.
///
/// Lines are laid out only as they come into sight; scrolling costs the lines it shows, whatever the
/// document's length.
public struct DocumentView: Sendable {
  /// A line of the document: the item, and the line within it.
  public struct Position: Hashable, Sendable, Comparable {
    /// The index of the item.
    public var item: Int
    /// The line within the item's lines.
    public var line: Int

    /// Makes a position.
    public init(item: Int, line: Int) {
      self.item = item
      self.line = line
    }

    /// Earlier in the document first.
    public static func < (left: Position, right: Position) -> Bool {
      (left.item, left.line) < (right.item, right.line)
    }
  }

  /// A line on the screen.
  public struct VisibleLine: Sendable {
    /// Where it stands.
    public var position: Position
    /// The line.
    public var line: TextLine
  }

  /// The document laid out.
  public private(set) var layout: DocumentLayout
  /// The line at the top of the window.
  public private(set) var top = Position(item: 0, line: 0)
  /// The height of the window.
  public private(set) var rows: Int
  /// What has the focus.
  public var focus = PageFocus.none

  /// A view at the top of a document.
  public init(layout: DocumentLayout, rows: Int) {
    self.layout = layout
    self.rows = max(1, rows)
    fill()
  }

  /// Changes width, glyphs or height, keeping the text at the top and the focus.
  public mutating func resize(options: DocumentLayout.Options, rows: Int) {
    guard options != layout.options || rows != self.rows else { return }
    let passage = topPassage
    let isAtEnd = self.isAtEnd && !isAtStart
    if options != layout.options { layout.setOptions(options) }
    self.rows = max(1, rows)
    top = position(of: passage)
    if isAtEnd, focus == .none { clampToEnd() }
    fill()
  }

  // MARK: Reading

  /// The lines that the window shows now. While a table scrolls off the top its header stays: the lines
  /// that the header covers are off the top too.
  public var visibleLines: [VisibleLine] {
    var lines: [VisibleLine] = []
    lines.reserveCapacity(rows)
    var position = top
    let header = stickyHeader
    for line in header.suffix(max(0, rows - 1)) {
      lines.append(line)
      position.line += 1
    }
    while lines.count < rows, position.item < layout.items.count,
      let itemLines = layout.cachedLines(of: position.item)
    {
      while position.line < itemLines.count, lines.count < rows {
        lines.append(VisibleLine(position: position, line: itemLines[position.line]))
        position.line += 1
      }
      if position.line >= itemLines.count { position = Position(item: position.item + 1, line: 0) }
    }
    return lines
  }

  /// The header lines of the table, or of the diagram, that begins above the window and has lines of its body
  /// in it. They leave one by one with the table's last lines.
  private var stickyHeader: [VisibleLine] {
    guard top.line > 0, layout.items.indices.contains(top.item), layout.items[top.item].kind.mayHaveHeader,
      let lines = layout.cachedLines(of: top.item)
    else { return [] }
    guard let header = layout.header(ofTable: top.item, over: top.line) else { return [] }
    let kept = min(header.lines.count, header.end - 1 - top.line)
    guard top.line > header.lines.lowerBound, kept > 0 else { return [] }
    return header.lines.suffix(kept).map {
      VisibleLine(position: Position(item: top.item, line: $0), line: lines[$0])
    }
  }

  /// How many lines a page down or up moves: the window less one line to read on from, and less the
  /// lines that a table's header will cover.
  public var pageStep: Int {
    guard let last = visibleLines.last?.position, layout.items[last.item].kind.mayHaveHeader else {
      return max(1, rows - 1)
    }
    return max(1, rows - 1 - (layout.header(ofTable: last.item, over: last.line)?.lines.count ?? 0))
  }

  /// The text at the top of the window.
  public var topPassage: Passage {
    guard let lines = layout.cachedLines(of: top.item), lines.indices.contains(top.line) else {
      return Passage(item: top.item)
    }
    if top.line == 0, lines[0].spans.isEmpty { return Passage(item: top.item, isGap: true) }
    let offset = lines[top.line...].lazy.compactMap { $0.firstOffset() }.first
    return Passage(item: top.item, offset: offset ?? 0)
  }

  /// Whether the first line is at the top.
  public var isAtStart: Bool { top == Position(item: 0, line: 0) }

  /// Whether the last line is in the window.
  public var isAtEnd: Bool {
    guard let last = visibleLines.last?.position else { return true }
    guard last.item == layout.items.count - 1, let lines = layout.cachedLines(of: last.item) else {
      return layout.items.isEmpty
    }
    return last.line == lines.count - 1
  }

  /// How much of the source stands above the window's last line, in percent. True before the whole
  /// document is laid out, since it counts words and not lines.
  public var percent: Int {
    guard let last = layout.items.last else { return 100 }
    if isAtEnd { return 100 }
    let total = last.startWeight + last.weight
    guard total > 0, let bottom = visibleLines.last?.position else { return 100 }
    let item = layout.items[bottom.item]
    let lines = layout.cachedLines(of: bottom.item)?.count ?? 1
    let within = item.weight * (bottom.line + 1) / max(1, lines)
    return min(99, (item.startWeight + within) * 100 / total)
  }

  /// The index in the layout's sections of the section that the reader is in: that of the focused place
  /// where it is in sight, else of the first line of text.
  public var currentSection: Int? {
    let item: Int
    switch focus {
    case .passage(let passage) where isVisible(item: passage.item): item = passage.item
    case .link(let link) where layout.links.indices.contains(link) && isVisible(link: link):
      item = layout.links[link].item
    default:
      let lines = visibleLines
      item = (lines.first { !$0.line.text.allSatisfy { $0 == " " } } ?? lines.first)?.position.item ?? 0
    }
    guard layout.items.indices.contains(item) else { return nil }
    return layout.section(ofItem: item)
  }

  /// Whether any line of an item is in the window.
  public func isVisible(item: Int) -> Bool {
    guard let last = visibleLines.last?.position else { return false }
    return item >= top.item && item <= last.item
  }

  /// How many lines of a warning that begins in the window, or runs through it, stand below the window;
  /// 0 where none is cut.
  public var warningLinesBelow: Int {
    guard let last = visibleLines.last?.position, case .callout(let severity) = layout.items[last.item].kind,
      severity.isWarning, let lines = layout.cachedLines(of: last.item)
    else { return 0 }
    return lines.count - 1 - last.line
  }

  // MARK: Scrolling

  /// Moves the window by lines, down for positive numbers; stops at both ends. Where the focus leaves
  /// the window it is dropped. Returns false where nothing moved.
  @discardableResult
  public mutating func scroll(lines: Int) -> Bool {
    let before = top
    if lines > 0 {
      for _ in 0..<min(lines, 1_000_000) {
        guard !isAtEnd, let next = position(after: top) else { break }
        top = next
        fill()
      }
    } else {
      for _ in 0..<min(-lines, 1_000_000) {
        guard let previous = position(before: top) else { break }
        top = previous
      }
      fill()
    }
    dropFocusOutOfSight()
    return top != before
  }

  /// Moves to the first line.
  public mutating func scrollToStart() {
    top = Position(item: 0, line: 0)
    fill()
    dropFocusOutOfSight()
  }

  /// Moves so that the last line is at the bottom.
  public mutating func scrollToEnd() {
    clampToEnd()
    fill()
    dropFocusOutOfSight()
  }

  /// Moves to where so many percent of the source are above.
  public mutating func scroll(toPercent percent: Int) {
    guard let last = layout.items.last else { return }
    let total = last.startWeight + last.weight
    let wanted = total * min(max(0, percent), 100) / 100
    let item = layout.items.lastIndex { $0.startWeight <= wanted } ?? 0
    let lines = layout.lines(of: item).count
    let within = (wanted - layout.items[item].startWeight) * lines / max(1, layout.items[item].weight)
    top = Position(item: item, line: min(max(0, within), max(0, lines - 1)))
    clampIfPastEnd()
    dropFocusOutOfSight()
  }

  /// Puts a passage at the top, or as near as the document's end allows.
  public mutating func scroll(to passage: Passage) {
    top = position(of: passage)
    clampIfPastEnd()
  }

  /// Puts a passage a third down the window, so that what it belongs to is seen above it.
  public mutating func scroll(toSee passage: Passage) {
    scroll(to: passage)
    scroll(lines: -(rows / 3))
    // A table's header that stays in sight covers what comes right under the top.
    let target = position(of: passage)
    for _ in 0..<rows where !visibleLines.contains(where: { $0.position == target }) { scroll(lines: -1) }
  }

  /// Whether a passage stands in the upper part of the window, so that what follows it is seen too.
  public mutating func isInUpperPart(_ passage: Passage) -> Bool {
    let target = position(of: passage)
    return visibleLines.prefix(max(1, rows * 3 / 5)).contains { $0.position == target }
  }

  /// Scrolls as little as brings a passage into the window; where that is more than a window's height,
  /// puts it a third down.
  public mutating func reveal(_ passage: Passage) {
    let target = position(of: passage)
    if visibleLines.contains(where: { $0.position == target }) { return }
    let before = top
    top = target
    fill()
    if target > before {
      for _ in 0..<max(0, rows - 2) {
        guard let previous = position(before: top), previous >= before else { break }
        top = previous
      }
      if top > before { top = target }
    }
    if top == target {
      for _ in 0..<(rows / 3) {
        guard let previous = position(before: top) else { break }
        top = previous
      }
    }
    clampIfPastEnd()
    // A table's header may cover it.
    while !visibleLines.contains(where: { $0.position == target }), top <= target, rows > 1,
      let previous = position(before: top), previous.item == target.item
    {
      top = previous
    }
  }

  // MARK: Positions

  /// The line that shows a passage at this width.
  public mutating func position(of passage: Passage) -> Position {
    guard !layout.items.isEmpty else { return Position(item: 0, line: 0) }
    let item = min(max(0, passage.item), layout.items.count - 1)
    let lines = layout.lines(of: item)
    if passage.isGap { return Position(item: item, line: 0) }
    guard passage.offset > 0 else {
      return Position(item: item, line: lines.firstIndex { !$0.spans.isEmpty } ?? 0)
    }
    // Grid rows interleave their cells, so the line that holds the offset is looked for first.
    if let index = lines.firstIndex(where: { $0.holds(offset: passage.offset) }) {
      return Position(item: item, line: index)
    }
    let index = lines.lastIndex { ($0.firstOffset() ?? Int.max) <= passage.offset }
    return Position(item: item, line: index ?? 0)
  }

  private mutating func position(after position: Position) -> Position? {
    guard layout.items.indices.contains(position.item) else { return nil }
    if position.line + 1 < layout.lines(of: position.item).count {
      return Position(item: position.item, line: position.line + 1)
    }
    var item = position.item + 1
    while item < layout.items.count {
      if !layout.lines(of: item).isEmpty { return Position(item: item, line: 0) }
      item += 1
    }
    return nil
  }

  private mutating func position(before position: Position) -> Position? {
    if position.line > 0 { return Position(item: position.item, line: position.line - 1) }
    var item = position.item - 1
    while item >= 0 {
      let count = layout.lines(of: item).count
      if count > 0 { return Position(item: item, line: count - 1) }
      item -= 1
    }
    return nil
  }

  /// Lays out what the window shows.
  private mutating func fill() {
    guard !layout.items.isEmpty else { return }
    top.item = min(top.item, layout.items.count - 1)
    top.line = min(top.line, max(0, layout.lines(of: top.item).count - 1))
    var needed = rows + top.line
    var item = top.item
    while needed > 0, item < layout.items.count {
      needed -= layout.lines(of: item).count
      item += 1
    }
  }

  private mutating func clampToEnd() {
    guard let last = layout.items.indices.last else { return }
    top = Position(item: last, line: max(0, layout.lines(of: last).count - 1))
    for _ in 1..<max(2, rows) {
      guard rows > 1, let previous = position(before: top) else { break }
      top = previous
    }
  }

  /// Pulls the window up where rows at its end would be empty.
  private mutating func clampIfPastEnd() {
    fill()
    let wanted = top
    guard isAtEnd else { return }
    clampToEnd()
    if wanted < top { top = wanted }
    fill()
  }

  private mutating func dropFocusOutOfSight() {
    switch focus {
    case .none: return
    case .link(let link): if !isVisible(link: link) { focus = .none }
    case .passage: focus = .none
    }
  }

  // MARK: Links

  /// Whether some of a link is in the window.
  public func isVisible(link: Int) -> Bool {
    visibleLines.contains { $0.line.columns(ofLink: link) != nil }
  }

  /// The links in the window, in reading order, each once.
  public var visibleLinks: [Int] {
    var seen: Set<Int> = []
    return visibleLines.flatMap(\.line.spans).compactMap(\.link).filter { seen.insert($0).inserted }
  }

  /// Focuses a link and brings all its lines into the window where they fit.
  public mutating func focus(link: Int) {
    guard layout.links.indices.contains(link) else { return }
    focus = .link(link)
    let item = layout.links[link].item
    let lines = layout.lines(of: item)
    guard let first = lines.firstIndex(where: { $0.columns(ofLink: link) != nil }) else { return }
    let offset = lines[first].spans.first { $0.link == link }?.source?.lowerBound
    reveal(Passage(item: item, offset: offset ?? lines[first].firstOffset() ?? 0))
  }

  /// Moves the focus to the next or previous link: from the focused one where it is in sight, else from
  /// the window's edge. Returns false where there is none that way.
  public mutating func focusNextLink(_ direction: Direction) -> Bool {
    guard !layout.links.isEmpty else { return false }
    let current: Int? = if case .link(let link) = focus, isVisible(link: link) { link } else { nil }
    let wanted: Int?
    switch (direction, current) {
    case (.forward, .some(let link)): wanted = link + 1
    case (.backward, .some(let link)): wanted = link - 1
    case (.forward, .none):
      wanted = visibleLinks.first ?? layout.links.firstIndex { $0.item > top.item }
    case (.backward, .none):
      wanted = visibleLinks.last ?? layout.links.lastIndex { $0.item < top.item }
    }
    guard let wanted, layout.links.indices.contains(wanted) else { return false }
    focus(link: wanted)
    return true
  }
}

extension TextLine {
  /// Whether a byte of the item's text stands on the line.
  func holds(offset: Int) -> Bool {
    spans.contains { $0.source.map { $0.contains(offset) } ?? false }
  }
}
