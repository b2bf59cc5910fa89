/// Scans a page in Markdown line by line into a checked text.
///
/// The document tree knows what a page says; the rules have to point at the character where it says so, which
/// cmark does not keep. So the source is scanned once more, more lightly: what cmark reads as text is text here,
/// and code, comments and front matter are passed over.
struct MarkdownScan {
  let text: SourceText
  var builder = CheckedTextBuilder()
  var number: Int

  /// A row that further lines may continue.
  private struct OpenRow {
    var kind: CheckedRow.Kind
    var lines: [[PlacedScalar]]
  }

  private var open: OpenRow?
  /// The last term, or the last line that may turn out to be one.
  private var term: [PlacedScalar] = []
  /// The headers of the pipe table that is open; nil outside one.
  var headers: [[CheckToken]]?
  /// The comments that wait for the block that they cover.
  var waiting: [Allowance] = []
  /// Whether the line that is looked at stands in a quote.
  var isQuoted = false
  /// Whether a comment was found that never ends; no later one ends either.
  var holdsUnendedComment = false
  /// How many HTML tables were found that never end; looking for an end costs a pass over the rest.
  var unendedTableCount = 0
  /// The last line of the block whose end was looked for last.
  var knownEndOfBlock = 0
  /// Whether a comment stands on the line that is looked at.
  var holdsComment = false

  private init(_ text: SourceText) {
    self.text = text
    number = 1
  }

  /// The text of a page. Costs time in proportion to its length.
  static func checkedText(of text: SourceText) -> CheckedText {
    var scan = MarkdownScan(text)
    let place = FrontMatter.place(in: text)
    FrontMatterComments(text: text, lines: place.yaml).allowances.forEach { scan.builder.add($0) }
    scan.number = place.bodyLine
    while scan.number <= text.lineCount { scan.line() }
    scan.closeRow()
    scan.waiting.forEach { scan.builder.add($0) }
    return scan.builder.text
  }

  // MARK: - Lines

  private mutating func line() {
    defer { number += 1 }
    var line = text.placedScalars(ofLine: number)[...]
    takeQuoteMarks(&line)
    var content = takeComments(Array(line))
    content = Array(content.trimmingBlanks)
    guard let first = content.first?.value else {
      if !holdsComment { closeBlock() }
      return
    }
    let words = content[...]
    settleWaiting()
    switch first {
    case "`", "~":
      if isFence(words) {
        return passOverFence(mark: first, length: words.prefix { $0.value == first }.count)
      }
    case "<" where words.startsIgnoringCase(with: "<table"): return takeTable()
    case "#":
      if let heading = heading(words) { return take(heading: heading.words, level: heading.level) }
    case ":":
      if words.dropFirst().first?.value.isBlank == true { return takeDefinition(words.dropFirst()) }
    default: break
    }
    if takePipeRow(words) { return }
    if let item = item(words) {
      closeRow()
      return open = OpenRow(kind: .item, lines: [Array(item)])
    }
    if open == nil { open = OpenRow(kind: .paragraph, lines: []) }
    open?.lines.append(content)
  }

  private mutating func takeQuoteMarks(_ line: inout ArraySlice<PlacedScalar>) {
    var isQuote = false
    while true {
      let rest = line.drop { $0.value.isBlank }
      guard rest.first?.value == ">", rest.startIndex - line.startIndex < 4 else { break }
      isQuote = true
      line = rest.dropFirst()
    }
    isQuoted = isQuote
    guard isQuote else {
      if builder.isInCallout {
        closeRow()
        builder.isInCallout = false
      }
      return
    }
    let words = line.trimmingBlanks
    guard words.startsIgnoringCase(with: "[!"), let end = words.firstIndex(where: { $0.value == "]" }) else {
      return
    }
    closeRow()
    builder.isInCallout = true
    line = words[(end + 1)...]
  }

  mutating func closeBlock() {
    closeRow()
    headers = nil
    if !isRunOfDefinitions { builder.beginGroup() }
  }

  /// Adds the row that is open.
  private mutating func closeRow() {
    guard let row = open else { return }
    open = nil
    isRunOfDefinitions = row.kind == .definition
    let content = CheckedCell(Self.joined(row.lines))
    if row.kind == .definition {
      builder.add(.definition, [CheckedCell(term), content])
    } else {
      builder.add(row.kind, [content])
      term = row.lines.last ?? []
    }
  }

  /// Whether the row that was closed last is a definition: those that follow at once are of one list.
  private var isRunOfDefinitions = false

  /// Lines as one text: the end of a line is a blank.
  private static func joined(_ lines: [[PlacedScalar]]) -> [PlacedScalar] {
    var all: [PlacedScalar] = []
    for line in lines {
      if let last = all.last {
        all.append(PlacedScalar(value: " ", line: last.line, column: last.column + 1))
      }
      all += line
    }
    return all
  }

  // MARK: - Headings, items, definitions

  func heading(_ words: ArraySlice<PlacedScalar>) -> (words: ArraySlice<PlacedScalar>, level: Int)? {
    let level = words.prefix { $0.value == "#" }.count
    let rest = words.dropFirst(level)
    guard level <= 6, rest.first.map(\.value.isBlank) ?? true else { return nil }
    return (rest.trimmingBlanks, level)
  }

  private mutating func take(heading words: ArraySlice<PlacedScalar>, level: Int) {
    closeBlock()
    let cell = CheckedCell(words)
    if level == 1, builder.text.title.isEmpty { builder.setTitle(cell.text) }
    let place = words.first?.place ?? SourcePlace(line: number, column: 1)
    builder.begin(section: cell.text, level: level, at: place)
  }

  private func item(_ words: ArraySlice<PlacedScalar>) -> ArraySlice<PlacedScalar>? {
    guard let first = words.first?.value else { return nil }
    var rest = words.dropFirst()
    if first.isDigit {
      rest = words.drop { $0.value.isDigit }
      guard words.count - rest.count < 10, let mark = rest.first?.value, mark == "." || mark == ")" else {
        return nil
      }
      rest = rest.dropFirst()
    } else if first != "-" && first != "*" && first != "+" {
      return nil
    }
    guard let blank = rest.first, blank.value.isBlank else { return nil }
    return rest.trimmingBlanks
  }

  /// A definition belongs to the line before it, which is no paragraph then, or to the term of the definition
  /// before it.
  private mutating func takeDefinition(_ words: ArraySlice<PlacedScalar>) {
    if var row = open, row.kind == .paragraph || row.lines.count > 1 {
      let name = row.lines.popLast() ?? []
      open = row.lines.isEmpty ? nil : row
      if row.kind == .paragraph, open == nil, !isRunOfDefinitions { builder.beginGroup() }
      closeRow()
      term = name
    } else {
      closeRow()
    }
    open = OpenRow(kind: .definition, lines: [Array(words.trimmingBlanks)])
  }
}
