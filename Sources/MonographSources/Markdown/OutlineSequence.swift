import MonographModel

/// A run of headings and blocks while it is read.
///
/// Neighbouring definition lists become one, and the reason given by an `inferred` comment goes to the block
/// that follows.
struct OutlineSequence {
  /// A definition list that may go on.
  private struct OpenList {
    var definitions: [Definition] = []
    var lines: LineRange?
    var inference: String?

    mutating func extend(to further: LineRange?) {
      guard let further else { return }
      let known = lines ?? further
      lines = LineRange(first: min(known.first, further.first), last: max(known.last, further.last))
    }
  }

  /// Why the next block's place or form was inferred.
  var inference: String?
  private var items: [OutlineItem] = []
  private var openList: OpenList?

  /// Everything that was read.
  mutating func finish() -> [OutlineItem] {
    finishList()
    return items
  }

  /// The blocks of everything that was read.
  mutating func finishBlocks() -> [Block] { finish().map(\.asBlock) }

  mutating func append(heading content: [Inline], level: Int, line: Int) {
    finishList()
    items.append(.heading(level: level, content: content, line: line))
  }

  mutating func append(_ block: Block) {
    if case .definitionList(let definitions) = block.content, block.inference == nil {
      append(definitions, lines: block.lines)
      return
    }
    finishList()
    var block = block
    block.inference = block.inference ?? takeInference()
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

  /// Adds terms with their definitions to the definition list that was read last, or begins one.
  mutating func append(_ definitions: [Definition], lines: LineRange?) {
    if openList == nil || inference != nil {
      finishList()
      openList = OpenList(inference: takeInference())
    }
    openList?.definitions += definitions
    openList?.extend(to: lines)
  }

  /// Whether a definition list was read last, so that indented text continues it.
  var endsInDefinition: Bool { openList != nil && inference == nil }

  /// Whether a definition that stands apart can belong to what was read last: a definition list, or a
  /// paragraph of one line.
  var canTakeDefinition: Bool {
    guard inference == nil else { return false }
    if openList != nil { return true }
    guard case .block(let last)? = items.last, case .paragraph = last.content, let lines = last.lines else {
      return false
    }
    return lines.first == lines.last
  }

  /// Adds definitions that stand apart from their term: to the last term of the definition list, or to the
  /// paragraph of one line that is their term.
  mutating func append(definitionsOfLastTerm definitions: [[Block]], lines: LineRange?) {
    if openList == nil, case .block(let last)? = items.last, case .paragraph(let term) = last.content {
      items.removeLast()
      openList = OpenList(
        definitions: [Definition(term: term, definitions: [])], lines: last.lines, inference: last.inference)
    }
    guard let count = openList?.definitions.count, count > 0 else { return }
    openList?.definitions[count - 1].definitions += definitions
    openList?.extend(to: lines)
  }

  /// Adds blocks to the last definition of the definition list that was read last.
  mutating func append(toLastDefinition blocks: [Block]) {
    guard let list = openList, let last = list.definitions.last, !last.definitions.isEmpty else { return }
    let (term, definition) = (list.definitions.count - 1, last.definitions.count - 1)
    openList?.definitions[term].definitions[definition] += blocks
    openList?.extend(to: blocks.last?.lines)
  }

  private mutating func finishList() {
    guard let list = openList else { return }
    openList = nil
    items.append(
      .block(Block(.definitionList(list.definitions), lines: list.lines, inference: list.inference)))
  }

  private mutating func takeInference() -> String? {
    defer { inference = nil }
    return inference
  }
}
