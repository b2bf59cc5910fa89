import MonographModel

/// Reads definition lists as PHP Markdown Extra and Pandoc write them: a line with the term, then lines that
/// begin with a colon and a space. cmark leaves them as paragraphs.
struct DefinitionListReader {
  let reader: BlockReader

  /// One line of a paragraph.
  private struct Line {
    var nodes: [MarkdownNode]
    var isDefinition: Bool
    var number: Int
  }

  /// Adds a paragraph that is, or ends in, a definition list; false where it is plain text.
  ///
  /// A line before a definition is a term; other lines continue the definition above them. Lines before the
  /// first term are a paragraph.
  func add(_ nodes: [MarkdownNode], lines range: LineRange, to sequence: inout OutlineSequence) -> Bool {
    guard nodes.contains(where: beginsDefinition) else { return false }
    let lines = lines(of: nodes, firstLine: range.first)
    guard let first = lines.firstIndex(where: \.isDefinition) else { return false }
    if first == 0, !sequence.canTakeDefinition { return false }

    var index = 0
    if first > 1 {
      sequence.append(block(of: lines[..<(first - 1)]))
      index = first - 1
    }
    while index < lines.count {
      let term = lines[index].isDefinition ? nil : lines[index]
      if term != nil { index += 1 }
      var definitions: [[Block]] = []
      var last = index
      while index < lines.count, lines[index].isDefinition {
        var end = index + 1
        while end < lines.count, !lines[end].isDefinition, !isTerm(end, in: lines) { end += 1 }
        definitions.append([block(of: lines[index..<end])])
        last = end - 1
        index = end
      }
      let covered = LineRange(
        first: term?.number ?? range.first, last: last + 1 < lines.count ? lines[last].number : range.last)
      if let term {
        let name = reader.inlineReader.inlines(of: term.nodes.droppingBreaksAtEnds)
        sequence.append([Definition(term: name, definitions: definitions)], lines: covered)
      } else {
        sequence.append(definitionsOfLastTerm: definitions, lines: covered)
      }
    }
    return true
  }

  private func isTerm(_ index: Int, in lines: [Line]) -> Bool {
    index + 1 < lines.count && lines[index + 1].isDefinition
  }

  private func block(of lines: ArraySlice<Line>) -> Block {
    let nodes = lines.flatMap(\.nodes)
    let dropped = lines.first?.isDefinition == true ? markerLength(nodes.first) : 0
    let content = reader.inlineReader.inlines(of: nodes.droppingBreaksAtEnds, droppingFirst: dropped)
    let first = lines.first?.number ?? 1
    return Block(.paragraph(content), lines: LineRange(first: first, last: lines.last?.number ?? first))
  }

  private func lines(of nodes: [MarkdownNode], firstLine: Int) -> [Line] {
    var lines: [Line] = []
    var current: [MarkdownNode] = []
    func finishLine() {
      guard let first = current.first(where: { !$0.isBreak }) else { return }
      let number = first.startLine > 0 ? first.startLine + reader.lineOffset : firstLine
      lines.append(Line(nodes: current, isDefinition: beginsDefinition(first), number: number))
    }
    for node in nodes {
      current.append(node)
      if node.isBreak {
        finishLine()
        current = []
      }
    }
    finishLine()
    return lines
  }

  private func beginsDefinition(_ node: MarkdownNode) -> Bool { markerLength(node) > 0 }

  /// The length in bytes of the colon and the blanks after it; 0 where there is no such mark.
  private func markerLength(_ node: MarkdownNode?) -> Int {
    guard let node, node.kind == .text else { return 0 }
    let bytes = node.literal.utf8
    guard bytes.first == .colon else { return 0 }
    let blanks = bytes.dropFirst().prefix { $0 == .space || $0 == .tab }.count
    return blanks > 0 ? 1 + blanks : 0
  }
}

extension MarkdownNode {
  fileprivate var isBreak: Bool { kind == .softBreak || kind == .lineBreak }
}

extension [MarkdownNode] {
  fileprivate var droppingBreaksAtEnds: [MarkdownNode] {
    var nodes = self
    while let last = nodes.last, last.isBreak { nodes.removeLast() }
    return nodes
  }
}
