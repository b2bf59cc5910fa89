import MonographModel

/// A heading or a block, in the order of the page, before sections are made of them.
enum OutlineItem {
  /// A heading: its level in the source, its text, its line.
  case heading(level: Int, content: [Inline], line: Int)
  /// Anything that stands under a heading.
  case block(Block)

  /// The block; a heading inside a quote, a list or a cell is a paragraph of strong text.
  var asBlock: Block {
    switch self {
    case .block(let block): block
    case .heading(_, let content, let line):
      Block(.paragraph([.strong(content)]), lines: LineRange(first: line, last: line))
    }
  }
}

/// A run of headings and blocks while it is read.
///
/// Neighbouring definition lists become one, and the reason given by an `inferred` comment goes to the block
/// that follows.
struct OutlineSequence {
  private(set) var items: [OutlineItem] = []
  /// Why the next block's place or form was inferred.
  var inference: String?

  mutating func append(heading content: [Inline], level: Int, line: Int) {
    items.append(.heading(level: level, content: content, line: line))
  }

  mutating func append(_ block: Block) {
    var block = block
    if let inference {
      block.inference = inference
      self.inference = nil
    } else if case .definitionList(let further) = block.content, case .block(var last)? = items.last,
      case .definitionList(let definitions) = last.content
    {
      last.content = .definitionList(definitions + further)
      last.lines = joined(last.lines, block.lines)
      items[items.count - 1] = .block(last)
      return
    }
    items.append(.block(block))
  }

  mutating func append(contentsOf further: [OutlineItem]) {
    for item in further {
      switch item {
      case .block(let block): append(block)
      case .heading(let level, let content, let line): append(heading: content, level: level, line: line)
      }
    }
  }

  /// Whether a definition that stands apart can belong to what was read last.
  var canTakeDefinition: Bool {
    guard inference == nil, case .block(let last)? = items.last else { return false }
    switch last.content {
    case .definitionList: return true
    case .paragraph: return last.lines.map { $0.first == $0.last } ?? false
    default: return false
    }
  }

  /// Whether a definition list was read last, so that indented text continues it.
  var endsInDefinition: Bool {
    guard inference == nil, case .block(let last)? = items.last, case .definitionList = last.content else {
      return false
    }
    return true
  }

  /// Adds definitions that stand apart from their term: to the last definition list, or to a paragraph of
  /// one line, which is their term.
  mutating func append(definitions: [[Block]], lines: LineRange?) {
    guard case .block(var last)? = items.last else { return }
    switch last.content {
    case .definitionList(var list) where !list.isEmpty:
      list[list.count - 1].definitions += definitions
      last.content = .definitionList(list)
    case .paragraph(let term):
      last.content = .definitionList([Definition(term: term, definitions: definitions)])
    default: return
    }
    last.lines = joined(last.lines, lines)
    items.removeLast()
    append(last)
  }

  /// Adds blocks to the last definition of the definition list that was read last.
  mutating func appendToLastDefinition(_ blocks: [Block]) {
    guard case .block(var last)? = items.last, case .definitionList(var list) = last.content,
      let definition = list.last, !definition.definitions.isEmpty
    else { return }
    list[list.count - 1].definitions[definition.definitions.count - 1] += blocks
    last.content = .definitionList(list)
    last.lines = joined(last.lines, blocks.last?.lines)
    items[items.count - 1] = .block(last)
  }

  private func joined(_ first: LineRange?, _ second: LineRange?) -> LineRange? {
    guard let first else { return second }
    guard let second else { return first }
    return LineRange(first: min(first.first, second.first), last: max(first.last, second.last))
  }
}
