import MonographModel

/// The items and sections of a monograph, flattened in reading order.
struct DocumentOutline: Sendable {
  /// What an item shows.
  enum Content: Sendable {
    case heading([Inline], level: Int)
    case block(Block)
    case infobox
  }

  /// What each item shows.
  private(set) var contents: [Content] = []
  /// The items.
  private(set) var items: [Item] = []
  /// The sections.
  private(set) var sections: [SectionEntry] = []
  /// The items that go on with the paragraph of the item before.
  private(set) var continuations: Set<Int> = []

  private var needsInfobox: Bool

  /// Flattens a monograph. The line that leads to the infobox stands after the first block that does not lead on to
  /// the next.
  init(_ monograph: Monograph) {
    needsInfobox = !monograph.infobox.isEmpty
    for section in monograph.sections { add(section, parent: nil) }
  }

  /// Takes over what was learnt of an item by measuring it.
  mutating func measured(_ item: Int, length: Int, startWeight: Int, found: SectionContents) {
    items[item].weight = max(1, length)
    items[item].startWeight = startWeight
    let section = items[item].section
    sections[section].hasWarning = sections[section].hasWarning || found.hasWarning
    sections[section].hasBoxedWarning = sections[section].hasBoxedWarning || found.hasBoxedWarning
    sections[section].hasTable = sections[section].hasTable || found.hasTable
  }

  private mutating func add(_ section: Section, parent: Int?) {
    let index = sections.count
    let title = section.title
    let above = parent.map { sections[$0].sectionPath } ?? []
    sections.append(
      SectionEntry(
        anchor: section.anchor, title: title, sourceKey: section.sourceKey,
        effective: section.effective ?? parent.flatMap { sections[$0].effective },
        depth: parent.map { sections[$0].depth + 1 } ?? 0,
        parent: parent,
        sectionPath: title.isEmpty ? above : above + [title], items: contents.count..<contents.count))
    let start = contents.count
    if !section.heading.isEmpty {
      let level = max(1, section.level)
      let line = section.lines.map { LineRange(first: $0.first, last: $0.first) }
      add(
        .heading(section.heading, level: level),
        Item(kind: .heading(level: level), section: index, lines: line))
    }
    for block in section.blocks {
      let item = Item(
        kind: Item.Kind(block.content), section: index, lines: block.lines, inference: block.inference)
      add(block, item)
      if !Self.leadsOn(block) { addInfobox(to: index) }
    }
    addInfobox(to: index)
    sections[index].items = start..<contents.count
    for subsection in section.subsections { add(subsection, parent: index) }
  }

  /// Whether a block announces the one after it, so that nothing may come between: `indicated to reduce the risk of:`.
  private static func leadsOn(_ block: Block) -> Bool {
    guard case .paragraph(let content) = block.content else { return false }
    return content.plainText.last { !$0.isWhitespace } == ":"
  }

  private mutating func addInfobox(to section: Int) {
    guard needsInfobox else { return }
    needsInfobox = false
    add(.infobox, Item(kind: .infobox, section: section))
  }

  /// Adds a block; a paragraph that is too long to be laid out at once is several items.
  private mutating func add(_ block: Block, _ item: Item) {
    guard case .paragraph(let content) = block.content else { return add(.block(block), item) }
    let pieces = LongParagraph.pieces(of: content)
    guard pieces.count > 1 else { return add(.block(block), item) }
    for (index, piece) in pieces.enumerated() {
      if index > 0 { continuations.insert(contents.count) }
      var part = block
      part.content = .paragraph(piece)
      var partItem = item
      // What is said of a block is said where it begins.
      if index > 0 {
        part.inference = nil
        partItem.inference = nil
      }
      add(.block(part), partItem)
    }
  }

  private mutating func add(_ content: Content, _ item: Item) {
    contents.append(content)
    items.append(item)
  }
}
