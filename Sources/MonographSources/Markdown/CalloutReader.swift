import MonographModel

/// Reads GitHub's alerts: a quote whose first line is `[!WARNING]`, with a title after it or not.
struct CalloutReader {
  let reader: BlockReader

  /// What stands between the brackets.
  private struct Mark {
    var severity: Callout.Severity
    /// The word, where it is not the severity's own.
    var name: String?
    /// How many bytes the mark takes with the blanks after it.
    var length: Int
  }

  /// GitHub's words, then Obsidian's for the same.
  private static let severities: [String: Callout.Severity] = [
    "note": .note, "tip": .tip, "important": .important, "warning": .warning, "caution": .caution,
    "abstract": .note, "summary": .note, "tldr": .note, "info": .note, "todo": .note, "hint": .tip,
    "success": .note, "check": .note, "done": .note, "question": .note, "help": .note, "faq": .note,
    "attention": .warning, "failure": .warning, "fail": .warning, "missing": .note, "danger": .warning,
    "error": .warning, "bug": .note, "example": .note, "quote": .note, "cite": .note,
  ]

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
    let words = title.filter { $0 != .text("") }
    // A word that is not the severity's own stands as the title, so that it is not lost.
    let name = words.isEmpty ? mark.name.map { [Inline.text($0)] } ?? [] : words
    return Callout(severity: mark.severity, title: name, blocks: sequence.finishBlocks())
  }

  /// The mark that a text begins with.
  private func mark(_ text: String) -> Mark? {
    let bytes = Array(text.utf8)
    guard bytes.starts(with: [.leftBracket, .exclamationMark]),
      let end = bytes.firstIndex(of: .rightBracket)
    else { return nil }
    let word = bytes[2..<end].map(\.lowercased).text
    guard let severity = Self.severities[word] else { return nil }
    // Obsidian's mark of a callout that can be folded.
    var rest = bytes[(end + 1)...]
    if rest.first == .hyphen || rest.first == 0x2B, rest.dropFirst().first.map({ $0 == .space }) ?? true {
      rest = rest.dropFirst()
    }
    rest = rest.drop { $0 == .space || $0 == .tab }
    let name = word == severity.rawValue ? nil : bytes[2..<end].text
    return Mark(severity: severity, name: name, length: rest.startIndex)
  }
}
