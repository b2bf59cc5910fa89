import MonographModel

/// Turns cmark's inline nodes into running text with links and citations.
struct InlineReader {
  let context: ReadingContext
  /// What is added to cmark's lines to count in the whole file.
  let lineOffset: Int

  /// The running text of a node's children.
  func inlines(of node: MarkdownNode, depth: Int = 0) -> [Inline] {
    inlines(of: Array(node.children), depth: depth)
  }

  /// The running text of some neighbouring nodes; the first bytes of a leading text may be left out.
  func inlines(of nodes: [MarkdownNode], droppingFirst dropped: Int = 0, depth: Int = 0) -> [Inline] {
    var builder = InlineBuilder(context: context)
    for (index, node) in nodes.enumerated() {
      add(node, to: &builder, droppingFirst: index == 0 ? dropped : 0, depth: depth)
    }
    return builder.finish()
  }

  private func add(
    _ node: MarkdownNode, to builder: inout InlineBuilder, droppingFirst dropped: Int, depth: Int
  ) {
    let line = node.startLine + lineOffset
    switch node.kind {
    case .text:
      let literal = dropped > 0 ? node.literal.utf8.dropFirst(dropped).text : node.literal
      builder.append(text: literal, line: line, byteColumn: node.startColumn + dropped)
    case .softBreak: builder.appendSoftBreak(line: line)
    case .lineBreak: builder.append(.lineBreak)
    case .code: builder.append(.code(node.literal))
    case .htmlInline: builder.append(tag: node.literal, line: line, byteColumn: node.startColumn)
    case .emphasis: builder.append(.emphasis(nested(node, depth)))
    case .strong: builder.append(.strong(nested(node, depth)))
    case .strikethrough: builder.append(.struck(nested(node, depth)))
    case .link: add(link: node, line: line, to: &builder, depth: depth)
    case .image: builder.append(.image(alternative: node.allText, source: node.url))
    case .footnoteReference:
      context.footnoteNumbers.insert(node.literal)
      builder.append(.superscript([.text(node.literal)]))
    default: builder.append(text: node.allText, line: line, byteColumn: 0)
    }
  }

  private func add(link node: MarkdownNode, line: Int, to builder: inout InlineBuilder, depth: Int) {
    let words = node.allText
    // A citation whose key is also defined as a Markdown link (`[@key]: address`) arrives as a link.
    if words.utf8.first == .atSign,
      case .citation(let keys, _)? = CitationScanner.pieces(of: "[\(words)]")?.first
    {
      builder.append(citation: keys, line: line, byteColumn: node.startColumn)
      return
    }
    let target = context.resolve(node.url, line: line, byteColumn: node.startColumn)
    let content = nested(node, depth)
    builder.append(.link(Link(target: target, content: content.isEmpty ? [.text(node.url)] : content)))
  }

  private func nested(_ node: MarkdownNode, _ depth: Int) -> [Inline] {
    guard depth < context.limits.depth else {
      context.log.report(
        .tooDeep, line: node.startLine + lineOffset,
        "Emphasis or links are nested more than \(context.limits.depth) deep; only their words are kept.")
      return [.text(node.allText)]
    }
    return inlines(of: node, depth: depth + 1)
  }
}
