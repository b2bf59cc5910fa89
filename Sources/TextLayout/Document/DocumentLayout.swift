import MonographModel

/// A monograph as lines of styled text, laid out item by item as they are asked for.
///
/// Making one walks the document once and lays out nothing, so that a page of any size opens at once and a
/// change of width costs only what is on the screen. A place in the page is an item and an offset into the
/// item's text (``Span/source``), which no change of width moves.
///
/// ```swift
/// var layout = DocumentLayout(monograph, missing: [], options: .init(width: 80))
/// for item in layout.items.indices {
///   for line in layout.lines(of: item) { print(line.text) }
/// }
/// ```
public struct DocumentLayout: Sendable {
  /// What decides how the lines look.
  public struct Options: Hashable, Sendable {
    /// The columns at hand; fewer than 10 are taken for 10.
    public var width: Int
    /// The characters to use.
    public var glyphs: GlyphSet
    /// Whether each link bears its number.
    public var showsLinkNumbers: Bool

    /// Makes options.
    public init(width: Int, glyphs: GlyphSet = .unicode, showsLinkNumbers: Bool = false) {
      self.width = width
      self.glyphs = glyphs
      self.showsLinkNumbers = showsLinkNumbers
    }
  }

  /// What decides how the lines look.
  public private(set) var options: Options
  /// The headings and blocks, in reading order.
  public let items: [Item]
  /// The sections, parents before their children.
  public let sections: [SectionEntry]
  /// The links, in reading order; a link's number for the person is its index plus one.
  public let links: [PageLink]
  /// The weight of all items.
  public let totalWeight: Int

  private struct LaidOutItem: Sendable {
    var lines: [TextLine]
    var headers: [TableHeader]
  }

  private let contents: [DocumentOutline.Content]
  private let continuations: Set<Int>
  private let firstLinks: [Int]
  private var page: PageFacts
  private var laidOut: [LaidOutItem?]

  /// Walks a monograph: its items, sections and links. `missing` are the entities it names that have no page.
  public init(_ monograph: Monograph, missing: Set<EntityID>, options: Options) {
    var outline = DocumentOutline(monograph)
    var page = PageFacts(monograph, missing: missing, options: options)
    var links: [PageLink] = []
    var firstLinks: [Int] = []
    var weight = 0
    firstLinks.reserveCapacity(outline.items.count)
    for item in outline.contents.indices {
      if outline.items[item].kind == .bibliography {
        page.citedKeys.formUnion(Self.keysCited(in: outline.contents[(item + 1)...], page: page))
      }
      var collector = TextCollector(.measuring, page: page, firstLink: links.count, item: item)
      _ = collector.collect(outline.contents[item])
      firstLinks.append(links.count)
      links.append(contentsOf: collector.links)
      page.citedKeys.formUnion(collector.citedKeys)
      outline.measured(item, length: collector.sourceLength, startWeight: weight, found: collector.found)
      weight += outline.items[item].weight
    }
    self.options = options
    self.items = outline.items
    self.sections = outline.sections
    self.contents = outline.contents
    self.continuations = outline.continuations
    self.links = links
    self.firstLinks = firstLinks
    self.totalWeight = weight
    self.page = page
    self.laidOut = Array(repeating: nil, count: outline.items.count)
  }

  /// Changes the options; lines laid out under others are dropped.
  public mutating func setOptions(_ options: Options) {
    guard options != self.options else { return }
    self.options = options
    page.glyphs = options.glyphs
    page.showsLinkNumbers = options.showsLinkNumbers
    laidOut = Array(repeating: nil, count: items.count)
  }

  /// The lines of an item, with the blank line that sets it off from the item before it; laid out when first
  /// asked for. None for an index out of range.
  public mutating func lines(of item: Int) -> [TextLine] {
    layOut(item)
    return cachedLines(of: item) ?? []
  }

  /// The lines of an item, if they were laid out.
  public func cachedLines(of item: Int) -> [TextLine]? {
    laidOut.indices.contains(item) ? laidOut[item]?.lines : nil
  }

  /// Which of a table's lines are the rows of its header and the rule under them, for a header that stays in
  /// sight; empty for cards, for tables without a header, and for other items.
  public mutating func headerLines(ofTable item: Int) -> Range<Int> {
    layOut(item)
    return headers(ofTable: item).first?.lines ?? 0..<0
  }

  /// The header whose rows a line of a table belongs to, for a header that stays in sight: that of the table,
  /// or of the part of it where it is shown in parts. The header of a diagram drawn as a fan is the box of
  /// its subject, since no relation is shown without. Nil where the table has not been laid out, and for
  /// other lines.
  public func header(ofTable item: Int, over line: Int) -> TableHeader? {
    headers(ofTable: item).last { $0.lines.lowerBound <= line && line < $0.end }
  }

  private func headers(ofTable item: Int) -> [TableHeader] {
    laidOut.indices.contains(item) ? laidOut[item]?.headers ?? [] : []
  }

  /// How many lines at the top of a table end with its header: the blank line, the caption, the header.
  public mutating func headerLineCount(ofTable item: Int) -> Int { headerLines(ofTable: item).upperBound }

  /// The words of an item, which search looks through. ``Span/source`` counts its UTF-8 bytes. Empty for an
  /// index out of range.
  public func text(of item: Int) -> String {
    guard items.indices.contains(item) else { return "" }
    var collector = TextCollector(.words, page: page, firstLink: firstLinks[item], item: item)
    _ = collector.collect(contents[item])
    return String(decoding: collector.words, as: UTF8.self)
  }

  /// The first item of a section; nil where it has none.
  public func item(ofSection section: Int) -> Int? {
    guard sections.indices.contains(section) else { return nil }
    return sections[section].items.first
  }

  /// The section of an item; nil for an index out of range.
  public func section(ofItem item: Int) -> Int? {
    items.indices.contains(item) ? items[item].section : nil
  }

  /// The section with an anchor.
  public func section(anchor: String) -> Int? { sections.firstIndex { $0.anchor == anchor } }

  private mutating func layOut(_ item: Int) {
    guard items.indices.contains(item), laidOut[item] == nil else { return }
    var collector = TextCollector(.styling, page: page, firstLink: firstLinks[item], item: item)
    let block = collector.collect(contents[item])
    var flow = Flow(collector.text, glyphs: options.glyphs, columns: options.width)
    if isSetOff(item) { flow.writeBlank() }
    switch contents[item] {
    case .heading(_, let level):
      flow.indent(Indents.heading(level: level, width: options.width))
      flow.hang(2)
    case .block, .infobox: flow.indent(Indents.body(width: options.width))
    }
    flow.write(block)
    laidOut[item] = LaidOutItem(lines: flow.lines, headers: flow.headers)
  }

  /// Whether a blank line stands before an item: not between a heading and what it opens, nor between a
  /// paragraph that ends with a colon and the list or table it announces.
  private func isSetOff(_ item: Int) -> Bool {
    guard item > 0, !continuations.contains(item) else { return false }
    switch (contents[item - 1], contents[item]) {
    case (.heading(_, let level), .heading(_, let next)): return next <= level
    case (.heading, _): return false
    case (.block(let before), .block(let block)):
      guard case .paragraph(let words) = before.content, block.inference == nil else { return true }
      return !block.content.canBeAnnounced || words.plainText.utf8.last != UInt8(ascii: ":")
    default: return true
    }
  }

  private static func keysCited(in contents: ArraySlice<DocumentOutline.Content>, page: PageFacts) -> Set<
    String
  > {
    var keys: Set<String> = []
    for content in contents {
      var collector = TextCollector(.measuring, page: page, firstLink: 0, item: 0)
      _ = collector.collect(content)
      keys.formUnion(collector.citedKeys)
    }
    return keys
  }
}

/// How far headings and text stand from the left edge.
enum Indents {
  /// A deeper heading stands further in.
  static func heading(level: Int, width: Int) -> Int {
    width >= 60 ? min(level - 1, 2) : width >= 36 ? min(level - 1, 1) : 0
  }

  /// Text stands further in than any heading.
  static func body(width: Int) -> Int { width >= 60 ? 3 : width >= 36 ? 2 : 1 }
}

extension Block.Content {
  /// Whether a sentence that ends with a colon may lead to it.
  fileprivate var canBeAnnounced: Bool {
    switch self {
    case .list, .definitionList, .table, .diagram, .code: true
    case .paragraph, .callout, .quote, .thematicBreak, .bibliography: false
    }
  }
}
