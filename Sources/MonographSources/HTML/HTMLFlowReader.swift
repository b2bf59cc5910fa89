import MonographModel

/// Reads what stands in an HTML cell or caption: running text, paragraphs, lists, tables.
struct HTMLFlowReader {
  let context: ReadingContext
  /// The line of the file that the source's first line is.
  let firstLine: Int

  /// The blocks of a cell. What is nested beyond the limit keeps its words only.
  func blocks(of element: HTMLElement, depth: Int) -> [Block] {
    guard depth <= context.limits.depth else {
      context.log.report(
        .tooDeep, line: line(of: element.line),
        "HTML is nested more than \(context.limits.depth) deep; only its words are kept.")
      let words = element.allText.collapsingWhitespace
      return words.isEmpty ? [] : [Block(.paragraph([.text(words)]))]
    }
    var blocks: [Block] = []
    var running: [HTMLNode] = []
    func finishParagraph() {
      let content = inlines(of: running, line: element.line)
      running = []
      if !content.isEmpty { blocks.append(Block(.paragraph(content))) }
    }
    for child in element.children {
      guard case .element(let inner) = child, let block = flow(inner, depth: depth) else {
        running.append(child)
        continue
      }
      finishParagraph()
      blocks += block
    }
    finishParagraph()
    return blocks
  }

  /// The blocks of an element that stands on lines of its own; nil for running text.
  private func flow(_ element: HTMLElement, depth: Int) -> [Block]? {
    switch element.name {
    case "p", "div", "section", "center": return blocks(of: element, depth: depth + 1)
    case "ul", "ol":
      let start = element.name == "ol" ? Int(element.attributes["start"] ?? "1") ?? 1 : nil
      let items = element.elements.map { blocks(of: $0, depth: depth + 1) }
      return [Block(.list(List(start: start, items: items)))]
    case "table":
      let reader = HTMLTableReader(context: context, firstLine: firstLine)
      return [Block(.table(reader.table(element, depth: depth + 1)))]
    case "blockquote": return [Block(.quote(blocks(of: element, depth: depth + 1)))]
    case "pre": return [Block(.code(CodeBlock(text: element.allText)))]
    default: return nil
    }
  }

  /// The running text of an element.
  func inlines(of element: HTMLElement) -> [Inline] { inlines(of: element.children, line: element.line) }

  private func inlines(of nodes: [HTMLNode], line: Int, depth: Int = 0) -> [Inline] {
    var builder = InlineBuilder(context: context)
    for node in nodes {
      switch node {
      case .text(let words, let line):
        builder.append(text: words.collapsingRuns, line: self.line(of: line), byteColumn: 0)
      case .element(let element): add(element, to: &builder, depth: depth)
      }
    }
    return builder.finish().trimmingSpaces()
  }

  private func add(_ element: HTMLElement, to builder: inout InlineBuilder, depth: Int) {
    let line = line(of: element.line)
    guard depth < context.limits.depth else {
      return builder.append(text: element.allText.collapsingRuns, line: line, byteColumn: 0)
    }
    // Spaces at the ends stay: they part the element from the words beside it.
    func content() -> [Inline] {
      var inner = InlineBuilder(context: context)
      for node in element.children {
        switch node {
        case .text(let words, let line):
          inner.append(text: words.collapsingRuns, line: self.line(of: line), byteColumn: 0)
        case .element(let child): add(child, to: &inner, depth: depth + 1)
        }
      }
      return inner.finish()
    }
    switch element.name {
    case "br": builder.append(.lineBreak)
    case "em", "i": builder.append(.emphasis(content()))
    case "strong", "b": builder.append(.strong(content()))
    case "sup": builder.append(.superscript(content()))
    case "sub": builder.append(.subscript(content()))
    case "s", "del", "strike": builder.append(.struck(content()))
    case "code": builder.append(.code(element.allText))
    case "a":
      guard let address = element.attributes["href"], !address.isEmpty else {
        return builder.append(content())
      }
      let target = context.resolve(address, line: line, byteColumn: 0)
      builder.append(.link(Link(target: target, content: content())))
    case "img":
      builder.append(
        .image(alternative: element.attributes["alt"] ?? "", source: element.attributes["src"] ?? ""))
    case "span", "p", "div", "font", "small", "u", "li", "tr", "td": builder.append(content())
    default:
      context.log.report(
        .residue, line: line,
        "The HTML tag <\(element.name.prefix(40))> has no meaning here; its words are kept.")
      builder.append(content())
    }
  }

  private func line(of line: Int) -> Int { firstLine + line - 1 }
}

extension InlineBuilder {
  fileprivate mutating func append(_ inlines: [Inline]) {
    for inline in inlines { append(inline) }
  }
}

extension String {
  /// With each run of spaces, tabs and line ends one space, as HTML shows it; other blanks stay.
  fileprivate var collapsingRuns: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      if !byte.isASCIIWhitespace { bytes.append(byte) } else if bytes.last != .space { bytes.append(.space) }
    }
    return bytes.text
  }

  fileprivate var collapsingWhitespace: String { collapsingRuns.trimmed }
}

extension [Inline] {
  /// Without spaces at both ends and beside line breaks, which HTML does not show.
  fileprivate func trimmingSpaces() -> [Inline] {
    var trimmed: [Inline] = []
    for (index, inline) in enumerated() {
      guard case .text(let words) = inline else {
        trimmed.append(inline)
        continue
      }
      let afterBreak = index == 0 || self[index - 1] == .lineBreak
      let beforeBreak = index == count - 1 || self[index + 1] == .lineBreak
      var bytes = [UInt8](words.utf8)
      if afterBreak, bytes.first == .space { bytes.removeFirst() }
      if beforeBreak, bytes.last == .space { bytes.removeLast() }
      if !bytes.isEmpty { trimmed.append(.text(String(decoding: bytes, as: UTF8.self))) }
    }
    return trimmed
  }
}
