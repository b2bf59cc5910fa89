import MonographModel

/// What the text directly under one heading points to, in reading order.
struct SectionLinks {
  /// A link to an entity.
  struct Link: Equatable, Sendable {
    /// Where it leads.
    var target: EntityID
    /// The section there, where one is named.
    var anchor: String?
    /// What the link says.
    var name: String
    /// The sentence it stands in.
    var sentence: String
  }

  /// The links to entities.
  private(set) var links: [Link] = []
  /// The diagrams.
  private(set) var diagrams: [Diagram] = []

  /// Reads the heading and the blocks of a section, not those of its subsections.
  init(_ section: Section) {
    read(section.heading)
    read(section.blocks)
  }

  private mutating func read(_ blocks: [Block]) {
    for block in blocks { read(block.content) }
  }

  private mutating func read(_ content: Block.Content) {
    switch content {
    case .paragraph(let inlines): read(inlines)
    case .list(let list): for item in list.items { read(item) }
    case .definitionList(let definitions):
      for definition in definitions {
        read(definition.term)
        for blocks in definition.definitions { read(blocks) }
      }
    case .table(let table):
      read(table.caption)
      for row in table.rows {
        for cell in row { read(cell.blocks) }
      }
      for note in table.notes { read(note) }
    case .diagram(let diagram): diagrams.append(diagram)
    case .callout(let callout):
      read(callout.title)
      read(callout.blocks)
    case .quote(let blocks): read(blocks)
    case .code, .thematicBreak, .bibliography: break
    }
  }

  private mutating func read(_ inlines: [Inline]) {
    guard inlines.contains(where: \.mayHoldLink) else { return }
    var text = ""
    var found: [(link: MonographModel.Link, range: Range<Int>)] = []
    Self.read(inlines, text: &text, found: &found)
    for (link, range) in found {
      guard case .entity(let target, let anchor) = link.target else { continue }
      links.append(
        Link(
          target: target, anchor: anchor, name: link.content.plainText,
          sentence: Sentence.containing(range, of: text)))
    }
  }

  /// Gathers the plain text as ``Swift/Array/plainText`` does, and where in it the links stand.
  private static func read(
    _ inlines: [Inline], text: inout String,
    found: inout [(link: MonographModel.Link, range: Range<Int>)]
  ) {
    for inline in inlines {
      switch inline {
      case .emphasis(let children), .strong(let children), .struck(let children),
        .superscript(let children), .subscript(let children):
        read(children, text: &text, found: &found)
      case .link(let link):
        let start = text.utf8.count
        let index = found.count
        found.append((link, start..<start))
        read(link.content, text: &text, found: &found)
        found[index].range = start..<text.utf8.count
      case .text, .code, .citation, .image, .lineBreak: text += [inline].plainText
      }
    }
  }
}

extension Inline {
  fileprivate var mayHoldLink: Bool {
    switch self {
    case .link, .emphasis, .strong, .struck, .superscript, .subscript: true
    case .text, .code, .citation, .image, .lineBreak: false
    }
  }
}
