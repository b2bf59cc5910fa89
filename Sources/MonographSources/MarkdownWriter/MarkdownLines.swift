/// Markdown as it is written line by line; each line knows the line of the source that it was made from.
struct MarkdownLines {
  /// The lines, without their ends.
  private(set) var lines: [String] = []
  /// For each line, the line of the source; 0 where there is none.
  private(set) var sourceLines: [Int] = []

  /// The text with a line feed after each line.
  var text: String { lines.map { $0 + "\n" }.joined() }

  /// Adds a line.
  mutating func add(_ line: String, from source: Int = 0) {
    lines.append(line)
    sourceLines.append(source)
  }

  /// Adds an empty line, unless one stands there.
  mutating func addGap() {
    if let last = lines.last, !last.isEmpty { add("") }
  }

  /// Removes the empty lines at the end.
  mutating func removeGapAtEnd() {
    while lines.last?.isEmpty ?? false {
      lines.removeLast()
      sourceLines.removeLast()
    }
  }

  /// Adds lines, each with some text before it, such as `> ` for a quote.
  mutating func add(_ further: MarkdownLines, prefix: String) {
    for (line, source) in zip(further.lines, further.sourceLines) {
      add(line.isEmpty ? prefix.trimmed : prefix + line, from: source)
    }
  }

  /// Adds a table with pipes.
  mutating func addTable(header: [String], rows: [[String]], from source: Int) {
    let width = max(header.count, rows.map(\.count).max() ?? 0)
    func line(_ cells: [String]) -> String {
      let padded = cells + [String](repeating: "", count: width - cells.count)
      return "| " + padded.map(Self.cell).joined(separator: " | ") + " |"
    }
    add(line(header), from: source)
    add("|" + String(repeating: " --- |", count: width), from: source)
    for row in rows { add(line(row), from: source) }
  }

  /// Adds a table in HTML, for one without column names.
  mutating func addTable(rows: [[String]], from source: Int) {
    add("<table>", from: source)
    for row in rows {
      add("<tr>" + row.map { "<td>\(Self.htmlCell($0))</td>" }.joined() + "</tr>", from: source)
    }
    add("</table>", from: source)
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }

  private static func htmlCell(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

/// Text of a source as Markdown that keeps it text.
enum MarkdownText {
  /// Running text at the beginning of a line. A mark that would make a heading, an item, a quote, a table, code,
  /// or a definition of it is escaped, and so is the beginning of a comment.
  static func line(_ text: String) -> String {
    let text = text.utf8.firstRange(of: "<!--".utf8) == nil ? text : text.replacing("<!--", with: "\\<!--")
    guard let first = text.utf8.first else { return text }
    switch first {
    case .leftBracket where isLinkDefinition(text): return "\\" + text
    case .numberSign, .greaterThan, .verticalBar, .tilde, .equalsSign, .colon, 0x2B: return "\\" + text
    case .hyphen, .asterisk, .underscore:
      let rest = text.utf8.drop { $0 == first || $0 == .space }
      let isMark = rest.isEmpty || (first != .underscore && text.utf8.dropFirst().first == .space)
      return isMark ? "\\" + text : text
    case .backtick: return text.hasPrefix("```") ? "\\" + text : text
    case .lessThan: return TableScanner.beginsTable(Array(text.utf8.prefix(16))) ? "\\" + text : text
    case _ where first.isASCIIDigit:
      let digits = text.utf8.prefix { $0.isASCIIDigit }
      let rest = text.utf8.dropFirst(digits.count)
      guard digits.count < 10, let mark = rest.first, mark == .period || mark == .rightParenthesis,
        rest.dropFirst().first.map({ $0 == .space }) ?? true
      else { return text }
      return digits.text + "\\" + rest.text
    default: return text
    }
  }

  /// Whether a text holds nothing that could be a mark of Markdown, a citation or a link.
  static func isPlain(_ text: String) -> Bool {
    let marks: Set<Character> = [
      "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "#", "|", "!", "{", "@", "^",
    ]
    return !text.contains(where: marks.contains)
  }

  /// Whether a text is `[label]: address`, which Markdown does not show.
  private static func isLinkDefinition(_ text: String) -> Bool {
    guard let close = text.utf8.prefix(1_000).firstIndex(of: .rightBracket) else { return false }
    return text.utf8[close...].dropFirst().first == .colon
  }
}
