import MonographModel

/// Turns cmark's block nodes into headings and blocks.
struct BlockReader {
  let context: ReadingContext
  /// What is added to cmark's lines to count in the whole file.
  let lineOffset: Int

  var inlineReader: InlineReader { InlineReader(context: context, lineOffset: lineOffset) }

  /// The blocks within a quote, an item or a footnote. What is nested beyond the limit keeps its words only.
  func blocks(of node: MarkdownNode, depth: Int) -> [Block] {
    guard depth <= context.limits.depth else {
      let lines = lines(of: node)
      context.log.report(
        .tooDeep, line: lines.first,
        "Quotes or lists are nested more than \(context.limits.depth) deep; only their words are kept.",
        fix: "nest less deeply")
      let words = node.allText
      return words.isEmpty ? [] : [Block(.paragraph([.text(words)]), lines: lines)]
    }
    return items(of: node, depth: depth).map(\.asBlock)
  }

  /// The headings and blocks within a node, in order, perhaps without one of them. Footnotes are set aside in
  /// the context.
  func items(
    of node: MarkdownNode, depth: Int = 0, leavingOut excluded: MarkdownNode? = nil
  ) -> [OutlineItem] {
    var sequence = OutlineSequence()
    for child in node.children where child.pointer != excluded?.pointer {
      reader(for: child).add(child, to: &sequence, depth: depth)
    }
    return sequence.finish()
  }

  /// The reader that counts a node's lines right. cmark gives a paragraph that a table follows without a
  /// blank line no line of its own, and its first line to the table.
  private func reader(for node: MarkdownNode) -> BlockReader {
    guard node.startLine == 0, let next = node.next else { return self }
    return BlockReader(context: context, lineOffset: lineOffset + next.startLine)
  }

  private func add(_ node: MarkdownNode, to sequence: inout OutlineSequence, depth: Int) {
    let lines = lines(of: node)
    switch node.kind {
    case .heading:
      sequence.append(heading: inlineReader.inlines(of: node), level: node.headingLevel, line: lines.first)
    case .paragraph: add(paragraph: Array(node.children), lines: lines, to: &sequence)
    case .list: sequence.append(Block(.list(list(node, depth: depth)), lines: lines))
    case .blockQuote: sequence.append(Block(quoteOrCallout(node, depth: depth), lines: lines))
    case .codeBlock: add(code: node, lines: lines, to: &sequence)
    case .htmlBlock:
      HTMLBlockReader(context: context).add(node.literal, firstLine: lines.first, to: &sequence)
    case .thematicBreak: sequence.append(Block(.thematicBreak, lines: lines))
    case .table: sequence.append(Block(.table(PipeTableReader(reader: self).table(node)), lines: lines))
    case .footnoteDefinition:
      context.footnotes.append(
        ReadingContext.Footnote(blocks: blocks(of: node, depth: depth + 1), line: lines.first))
    default:
      let words = node.allText
      if !words.isEmpty { sequence.append(Block(.paragraph([.text(words)]), lines: lines)) }
    }
  }

  /// The lines of a node in the whole file, without blank lines at the end.
  func lines(of node: MarkdownNode) -> LineRange {
    let first = node.startLine + lineOffset
    var last = max(node.endLine, node.startLine) + lineOffset
    while last > first, context.text.isBlank(last) { last -= 1 }
    return LineRange(first: first, last: last)
  }

  private func list(_ node: MarkdownNode, depth: Int) -> List {
    let items = node.children.map { item in
      var blocks = blocks(of: item, depth: depth + 1)
      if item.kind == .taskItem { mark(&blocks, as: item.isChecked ? "[x] " : "[ ] ") }
      return blocks
    }
    return List(start: node.listStart, items: items)
  }

  /// Gives a task back the box that cmark took from its text.
  private func mark(_ blocks: inout [Block], as box: String) {
    if let first = blocks.first, case .paragraph(let content) = first.content {
      blocks[0].content = .paragraph(([.text(box)] + content).joiningTexts())
    } else {
      blocks.insert(Block(.paragraph([.text(box)])), at: 0)
    }
  }

  private func quoteOrCallout(_ node: MarkdownNode, depth: Int) -> Block.Content {
    CalloutReader(reader: self).callout(node, depth: depth).map(Block.Content.callout)
      ?? .quote(blocks(of: node, depth: depth + 1))
  }

  /// Adds a paragraph, or the definition list that it is, given its inline nodes.
  func add(paragraph nodes: [MarkdownNode], lines: LineRange, to sequence: inout OutlineSequence) {
    if DefinitionListReader(reader: self).add(nodes, lines: lines, to: &sequence) { return }
    let content = inlineReader.inlines(of: nodes)
    guard !content.isEmpty else { return }
    if case .text(let words)? = content.first, MermaidReader.isHeader(words) {
      context.log.report(
        .residue, line: lines.first, "The source of a Mermaid diagram stands in the text.",
        fix: "put it in a fenced block: ```mermaid")
    }
    sequence.append(Block(.paragraph(content), lines: lines))
  }

  private func add(code node: MarkdownNode, lines: LineRange, to sequence: inout OutlineSequence) {
    var text = node.literal
    if text.utf8.last == .lineFeed { text.removeLast() }
    guard node.isFenced else {
      if sequence.endsInDefinition {
        sequence.append(toLastDefinition: fragment(text, firstLine: lines.first))
      } else {
        sequence.append(Block(.code(CodeBlock(text: text)), lines: lines))
      }
      return
    }
    let info = node.fenceInfo.prefix { !$0.isWhitespace }
    if info.lowercased() == "mermaid" {
      let reader = MermaidReader(context: context)
      if let diagram = reader.diagram(text, firstLine: lines.first + 1) {
        sequence.append(Block(.diagram(diagram), lines: lines))
        return
      }
    }
    let language = info.isEmpty ? nil : String(info)
    sequence.append(Block(.code(CodeBlock(language: language, text: text)), lines: lines))
  }

  /// The blocks of Markdown text that stands within something else.
  func fragment(_ text: String, firstLine: Int) -> [Block] {
    context.items(ofFragment: text, firstLine: firstLine).map(\.asBlock)
  }
}

extension ReadingContext {
  /// Reads Markdown that stands within something else, from the line it begins on. Pieces within pieces are
  /// read to a depth of four, then kept as text.
  func items(ofFragment text: String, firstLine: Int) -> [OutlineItem] {
    let words = text.trimmed
    guard !words.isEmpty else { return [] }
    let plain = OutlineItem.block(
      Block(.paragraph([.text(words)]), lines: LineRange(first: firstLine, last: firstLine)))
    guard fragmentDepth < 4 else { return [plain] }
    fragmentDepth += 1
    defer { fragmentDepth -= 1 }
    let preparation = MarkdownPreparation(
      text: SourceText(bytes: Array(text.utf8)), firstLine: 1, limits: limits)
    if let (line, message) = preparation.obstacle {
      log.report(.tooLarge, line: firstLine + line - 1, message + " They are read without their markup.")
      return [plain]
    }
    for excess in preparation.bounds.excesses {
      log.report(.tooLarge, line: firstLine + excess.line - 1, excess.message, fix: "split it")
    }
    return MarkdownTree.withTree(preparation.bytes) { document in
      BlockReader(context: self, lineOffset: firstLine - 1).items(of: document)
    } ?? [plain]
  }
}
