import MonographModel

/// Reads the HTML blocks that cmark sets apart: tables, comments, and what is left over.
struct HTMLBlockReader {
  /// A stretch of an HTML block.
  enum Part: Equatable {
    /// What a comment says.
    case comment(String)
    /// A table's source, from `<table` to `</table>`.
    case table(String)
    /// Anything else.
    case other(String)
  }

  let context: ReadingContext

  /// Adds what an HTML block holds to the page.
  func add(_ source: String, firstLine: Int, to sequence: inout OutlineSequence) {
    for (part, offset) in Self.parts(of: source) {
      let line = firstLine + offset
      switch part {
      case .comment(let text): add(comment: text, to: &sequence)
      case .table(let table):
        let lines = LineRange(first: line, last: line + table.utf8.count { $0 == .lineFeed })
        sequence.append(HTMLTableReader(context: context, firstLine: line).block(table, lines: lines))
      case .other(let text): add(other: text, line: line, to: &sequence)
      }
    }
  }

  /// `inferred: why` marks the block that follows; other comments are not part of the page.
  private func add(comment: String, to sequence: inout OutlineSequence) {
    let words = comment.trimmed
    guard words.utf8.startsIgnoringCase(with: "inferred:") else { return }
    let reason = words.utf8.dropFirst("inferred:".utf8.count).text.trimmed
    sequence.inference = reason.isEmpty ? "no reason is given" : reason
  }

  private func add(other text: String, line: Int, to sequence: inout OutlineSequence) {
    let words = text.trimmed
    guard !words.isEmpty else { return }
    guard words.utf8.first == .lessThan else {
      // cmark ends an HTML block at a blank line only, so Markdown that follows a table at once is in it.
      return sequence.append(contentsOf: context.items(ofFragment: text, firstLine: line))
    }
    let unclosed = "<!--"
    if words.hasPrefix(unclosed) {
      context.log.report(
        .residue, line: line, "A comment that begins here never ends; its text is shown.",
        fix: "end it with -->")
      let rest = String(text.drop { $0.isWhitespace }.dropFirst(unclosed.count))
      return sequence.append(contentsOf: context.items(ofFragment: rest, firstLine: line))
    }
    context.log.report(
      .residue, line: line, "The HTML \(words.prefix { $0 != "\n" }.prefix(40)) is shown as text.",
      fix: "write it in Markdown, or remove it")
    let lines = LineRange(first: line, last: line + words.utf8.count { $0 == .lineFeed })
    sequence.append(Block(.code(CodeBlock(language: "html", text: words)), lines: lines))
  }

  /// The stretches of an HTML block, each with the number of lines before it.
  static func parts(of source: String) -> [(part: Part, lineOffset: Int)] {
    let bytes = Array(source.utf8)
    var parts: [(Part, Int)] = []
    var line = 0
    var start = 0
    func finish(_ end: Int, as part: (String) -> Part) {
      guard end > start else { return }
      // Line ends before the words belong to no part, so that its line is where its words begin.
      while start < end, bytes[start].isASCIIWhitespace {
        if bytes[start] == .lineFeed { line += 1 }
        start += 1
      }
      guard end > start else { return }
      parts.append((part(bytes[start..<end].text), line))
      line += bytes[start..<end].count { $0 == .lineFeed }
      start = end
    }
    var index = 0
    // Looking for an end costs a pass over the rest, so a few tables without one are looked at and no more.
    var unendedTables = 0
    while let open = bytes[index...].firstIndex(of: .lessThan) {
      index = open + 1
      if bytes[open...].starts(with: Array("<!--".utf8)) {
        guard let end = bytes[(open + 4)...].firstRange(of: Array("-->".utf8)) else {
          finish(open, as: Part.other)
          break
        }
        finish(open, as: Part.other)
        let text = bytes[(open + 4)..<end.lowerBound].text
        finish(end.upperBound, as: { _ in .comment(text) })
        index = end.upperBound
      } else if unendedTables < 16, TableScanner.beginsTable(bytes[open...]) {
        guard let end = TableScanner.end(of: bytes, at: open) else {
          unendedTables += 1
          continue
        }
        finish(open, as: Part.other)
        finish(end, as: Part.table)
        index = end
      }
    }
    finish(bytes.count, as: Part.other)
    return parts
  }
}
