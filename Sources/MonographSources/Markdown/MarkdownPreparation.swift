/// Looks through a page's body before cmark does: what must be rewritten so that cmark reads it whole, what
/// cmark would drop, and whether reading it would take too long.
struct MarkdownPreparation {
  /// A link definition whose label is a citation: `[@key]: address`.
  struct KeyDefinition {
    var key: String
    var address: String
    var line: Int
  }

  /// The body as cmark is to read it: blank lines within HTML tables, which would end them, hold a comment,
  /// and marks that would take too long together are escaped. Has as many lines as the body.
  private(set) var bytes: [UInt8]
  private(set) var keyDefinitions: [KeyDefinition] = []
  /// The labels that footnotes may be defined under, in order.
  private(set) var footnoteLabels: [String] = []
  /// What makes the body too costly for cmark, where something does.
  private(set) var obstacle: (line: Int, message: String)?
  /// The marks that are read as text.
  private(set) var bounds: MarkBounds

  private let text: SourceText
  private let limits: ReaderLimits
  private var fence: (mark: UInt8, length: Int)?

  /// Looks through the lines of a text from one on. Costs one pass.
  init(text: SourceText, firstLine: Int, limits: ReaderLimits) {
    self.text = text
    self.limits = limits
    bounds = MarkBounds(limits: limits)
    bytes = Array(text.bytes[text.offset(ofLine: firstLine)...])
    var filled: [Int: Int] = [:]
    var paragraph = ParagraphCost()
    var number = firstLine
    while number <= text.lineCount {
      let line = text.line(number)
      let indent = line.prefix { $0 == .space || $0 == .tab }.count
      let words = line.dropFirst(indent)
      if let first = words.first {
        paragraph.add(words, first: first)
        bounds.add(words, line: number, indent: indent, isInFence: fence != nil)
        if let message = paragraph.obstacle(limits) ?? bounds.obstacle, obstacle == nil {
          obstacle = (number, message)
        }
        look(at: words, first: first, line: number, indent: indent, filled: &filled)
      } else {
        paragraph.end()
        bounds.end()
      }
      number += 1
    }
    if !filled.isEmpty || !bounds.escapes.isEmpty { fill(filled, from: firstLine) }
  }

  private mutating func look(
    at words: ArraySlice<UInt8>, first: UInt8, line: Int, indent: Int, filled: inout [Int: Int]
  ) {
    switch first {
    case .backtick, .tilde:
      let length = words.prefix { $0 == first }.count
      if let open = fence {
        if open.mark == first, length >= open.length { fence = nil }
      } else if length >= 3 {
        fence = (first, length)
      }
    case .lessThan where fence == nil && TableScanner.beginsTable(words):
      markBlankLines(ofTableAt: words.startIndex, line: line, indent: indent, in: &filled)
    case .leftBracket where fence == nil && indent < 4: lookForDefinition(words, line: line)
    default: break
    }
    if let label = Self.footnoteLabel(in: words), knownLabels.insert(label).inserted {
      footnoteLabels.append(label)
    }
  }

  /// The label of a footnote that may be defined in a line: `[^label]:`, perhaps in a quote or a list.
  private static func footnoteLabel(in words: ArraySlice<UInt8>) -> String? {
    guard let open = words.firstIndex(of: .leftBracket), open + 1 < words.endIndex, words[open + 1] == .caret,
      let close = words[open...].firstIndex(of: .rightBracket), close > open + 2, close + 1 < words.endIndex,
      words[close + 1] == .colon
    else { return nil }
    return words[(open + 2)..<close].text
  }

  /// Notes the blank lines within a table, unless they were noted with a table around it.
  private mutating func markBlankLines(
    ofTableAt offset: Int, line: Int, indent: Int, in filled: inout [Int: Int]
  ) {
    guard offset >= tableEnd, unendedTables < 16 else { return }
    guard let end = TableScanner.end(of: text.bytes, at: offset) else {
      unendedTables += 1
      return
    }
    tableEnd = end
    var number = line + 1
    while number <= text.lineCount, text.offset(ofLine: number) < end {
      if text.isBlank(number) { filled[number] = indent }
      number += 1
    }
  }

  private var tableEnd = 0
  private var unendedTables = 0
  private var knownLabels: Set<String> = []

  private mutating func lookForDefinition(_ words: ArraySlice<UInt8>, line: Int) {
    guard let close = words.firstIndex(of: .rightBracket), close + 1 < words.endIndex,
      words[close + 1] == .colon
    else { return }
    let label = words[(words.startIndex + 1)..<close]
    let rest = words[(close + 2)...].trimmingWhitespace
    guard label.first == .atSign, !rest.isEmpty, !rest.contains(where: \.isASCIIWhitespace) else { return }
    keyDefinitions.append(KeyDefinition(key: label.dropFirst().text, address: rest.text, line: line))
  }

  private mutating func fill(_ lines: [Int: Int], from firstLine: Int) {
    var filled: [UInt8] = []
    filled.reserveCapacity(bytes.count + lines.count * 16 + bounds.escapes.count)
    var escapes = bounds.escapes[...]
    for number in firstLine...max(firstLine, text.lineCount) {
      if let indent = lines[number] {
        filled += Array(repeating: .space, count: indent) + Array("<!---->\n".utf8)
      } else {
        var start = text.offset(ofLine: number)
        let end = text.offset(ofLine: number + 1)
        while let place = escapes.first, place < end {
          filled += text.bytes[start..<place]
          filled.append(.backslash)
          start = place
          escapes.removeFirst()
        }
        filled += text.bytes[start..<end]
      }
    }
    bytes = filled
  }
}
