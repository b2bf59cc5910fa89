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
    case .columns(let columns): for column in columns { read(column.blocks) }
    case .code, .thematicBreak, .bibliography: break
    }
  }

  private mutating func read(_ inlines: [Inline]) {
    guard inlines.contains(where: \.mayHoldLink) else { return }
    var words = RunningWords()
    var found: [FoundLink] = []
    Self.read(inlines, words: &words, found: &found)
    guard !found.isEmpty else { return }
    let text = Array(words.text.utf8)
    for (link, range) in found {
      guard case .entity(let target, let anchor) = link.target else { continue }
      links.append(
        Link(
          target: target, anchor: anchor, name: link.content.plainText,
          sentence: Sentence.containing(range, of: text)))
    }
  }

  /// A link and where in the text it stands, give or take the characters that part raised words.
  private typealias FoundLink = (link: MonographModel.Link, range: Range<Int>)

  /// Gathers the plain text as ``Swift/Array/plainText`` does, and where in it the links stand.
  private static func read(_ inlines: [Inline], words: inout RunningWords, found: inout [FoundLink]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let children), .strong(let children), .struck(let children):
        read(children, words: &words, found: &found)
      case .superscript(let children), .subscript(let children):
        let start = words.utf8Count
        let index = found.count
        var raised = RunningWords()
        read(children, words: &raised, found: &found)
        words.append(raised.text, isRaised: inline.isRaised)
        for link in index..<found.count { found[link].range = start..<words.utf8Count }
      case .link(let link):
        let start = words.utf8Count
        let index = found.count
        found.append((link, start..<start))
        read(link.content, words: &words, found: &found)
        found[index].range = start..<max(start, words.utf8Count)
      case .text, .code, .citation, .image, .lineBreak: words.append([inline].plainText)
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

  fileprivate var isRaised: Bool { if case .superscript = self { true } else { false } }
}
