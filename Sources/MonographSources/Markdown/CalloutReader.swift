import MonographModel

/// Reads GitHub's alerts: a quote whose first line is `[!WARNING]`, with a title after it or not.
struct CalloutReader {
  let reader: BlockReader

  /// The callout that a quote is; nil for a plain quote.
  func callout(_ quote: MarkdownNode, depth: Int) -> Callout? {
    guard depth < reader.context.limits.depth, let paragraph = quote.children.first(where: { _ in true }),
      paragraph.kind == .paragraph
    else { return nil }
    let nodes = Array(paragraph.children)
    guard let first = nodes.first, first.kind == .text, let mark = mark(first.literal) else { return nil }

    let firstLineEnd = nodes.firstIndex { $0.kind == .softBreak || $0.kind == .lineBreak } ?? nodes.count
    let title = reader.inlineReader.inlines(of: Array(nodes[..<firstLineEnd]), droppingFirst: mark.length)
    var sequence = OutlineSequence()
    let rest = Array(nodes[firstLineEnd...].dropFirst())
    if !rest.isEmpty {
      let lines = reader.lines(of: paragraph)
      reader.add(
        paragraph: rest, lines: LineRange(first: lines.first + 1, last: lines.last), to: &sequence)
    }
    sequence.append(contentsOf: reader.items(of: quote, depth: depth + 1, leavingOut: paragraph))
    return Callout(
      severity: mark.severity, title: title.filter { $0 != .text("") }, blocks: sequence.finishBlocks())
  }

  /// The severity that a text begins with, and how many bytes the mark takes with the blanks after it.
  private func mark(_ text: String) -> (severity: Callout.Severity, length: Int)? {
    let bytes = Array(text.utf8)
    guard bytes.starts(with: [.leftBracket, .exclamationMark]),
      let end = bytes.firstIndex(of: .rightBracket)
    else { return nil }
    let severity: Callout.Severity
    switch bytes[2..<end].map(\.lowercased).text {
    case "note": severity = .note
    case "tip": severity = .tip
    case "important": severity = .important
    case "warning": severity = .warning
    case "caution": severity = .caution
    default: return nil
    }
    let blanks = bytes[(end + 1)...].prefix { $0 == .space || $0 == .tab }.count
    return (severity, end + 1 + blanks)
  }
}
