/// Scans a page in Markdown line by line into a checked text.
///
/// The document tree knows what a page says; the rules have to point at the character where it says so, which
/// cmark does not keep. So the source is scanned once more, more lightly: what cmark reads as text is text here,
/// and code, comments and front matter are passed over.
struct MarkdownScan {
  private let text: SourceText
  private var builder = CheckedTextBuilder()
  private var number: Int

  /// A row that further lines may continue.
  private struct OpenRow {
    var kind: CheckedRow.Kind
    var lines: [[PlacedScalar]]
  }

  private var open: OpenRow?
  /// The last term, or the last line that may turn out to be one.
  private var term: [PlacedScalar] = []
  /// The headers of the pipe table that is open; nil outside one.
  private var headers: [String]?
  /// The comments that wait for the block that they cover.
  private var waiting: [Allowance] = []
  /// Whether the line that is looked at stands in a quote.
  private var isQuoted = false
  /// Whether a comment stands on the line that is looked at.
  private var holdsComment = false

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

  private mutating func closeBlock() {
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

  private func heading(_ words: ArraySlice<PlacedScalar>) -> (words: ArraySlice<PlacedScalar>, level: Int)? {
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

// MARK: - Code and comments

extension MarkdownScan {
  private func isFence(_ words: ArraySlice<PlacedScalar>) -> Bool {
    guard let mark = words.first?.value else { return false }
    return words.prefix { $0.value == mark }.count >= 3
  }

  /// Passes over the lines of a fence, its end included.
  private mutating func passOverFence(mark: Unicode.Scalar, length: Int) {
    closeBlock()
    number = endOfFence(at: number, mark: mark, length: length)
  }

  private func endOfFence(at line: Int, mark: Unicode.Scalar, length: Int) -> Int {
    var end = line + 1
    while end <= text.lineCount {
      let words = text.placedScalars(ofLine: end).drop { $0.value.isBlank || $0.value == ">" }
      if words.prefix(while: { $0.value == mark }).count >= length,
        words.drop(while: { $0.value == mark }).allSatisfy(\.value.isBlank)
      {
        return end
      }
      end += 1
    }
    return text.lineCount
  }

  /// Takes the comments out of a line, also one that ends on a later line.
  private mutating func takeComments(_ line: [PlacedScalar]) -> [PlacedScalar] {
    holdsComment = false
    guard line.contains(where: { $0.value == "<" }) else { return line }
    var left: [PlacedScalar] = []
    var rest = line[...]
    while let open = rest.firstIndex(where: { $0.value == "<" }) {
      left += rest[..<open]
      guard rest[open...].startsIgnoringCase(with: "<!--") else {
        left.append(rest[open])
        rest = rest[(open + 1)...]
        continue
      }
      let place = rest[open].place
      guard let (words, after) = comment(from: rest[open...].dropFirst(4)) else {
        return left + rest[open...]
      }
      holdsComment = true
      note(words, at: place, isAfterText: !left.trimmingBlanks.isEmpty)
      rest = after
    }
    return left + rest
  }

  /// The words of a comment, and what stands on the line after it; nil where it never ends.
  private mutating func comment(
    from start: ArraySlice<PlacedScalar>
  ) -> (words: String, after: ArraySlice<PlacedScalar>)? {
    var words = ""
    var rest = start
    var line = number
    while true {
      if let end = rest.indices.first(where: { rest[$0...].startsIgnoringCase(with: "-->") }) {
        number = line
        return (words + rest[..<end].text, rest[(end + 3)...])
      }
      guard line < text.lineCount else { return nil }
      words += rest.text + " "
      line += 1
      rest = text.placedScalars(ofLine: line)[...]
    }
  }

  private mutating func note(_ words: String, at place: SourcePlace, isAfterText: Bool) {
    guard let allowance = Allowance(comment: words, at: place) else { return }
    if isAfterText || allowance.lines == nil {
      builder.add(allowance)
    } else {
      waiting.append(allowance)
    }
  }

  /// Gives the comments that wait the lines of the block that begins on this line.
  private mutating func settleWaiting() {
    guard !waiting.isEmpty else { return }
    let end = endOfBlock(at: number)
    for var allowance in waiting {
      allowance.lines = number...end
      builder.add(allowance)
    }
    waiting = []
  }

  /// The last line of the block that begins on a line: before the next blank line, a heading's own, the end of
  /// an HTML table or of a fence.
  private func endOfBlock(at line: Int) -> Int {
    let words = words(ofLine: line)
    if words.startsIgnoringCase(with: "<table") { return max(line, lastLine(ofTableAt: line)) }
    if let mark = words.first?.value, mark == "`" || mark == "~", isFence(words) {
      return endOfFence(at: line, mark: mark, length: words.prefix { $0.value == mark }.count)
    }
    if heading(words) != nil, words.first?.value == "#" { return line }
    var end = line
    while end < text.lineCount, !self.words(ofLine: end + 1).isEmpty { end += 1 }
    return end
  }

  /// A line's words; within a quote the mark of the quote is none of them.
  private func words(ofLine line: Int) -> ArraySlice<PlacedScalar> {
    let words = text.placedScalars(ofLine: line)[...].trimmingBlanks
    return isQuoted ? words.drop { $0.value == ">" || $0.value.isBlank } : words
  }
}

// MARK: - Tables

extension MarkdownScan {
  /// Takes a row of a pipe table; false where the line is none.
  private mutating func takePipeRow(_ words: ArraySlice<PlacedScalar>) -> Bool {
    guard words.contains(where: { $0.value == "|" }) else {
      headers = nil
      return false
    }
    if headers == nil {
      guard Self.isDelimiter(text.placedScalars(ofLine: number + 1).trimmingBlanks) else { return false }
      closeBlock()
      let cells = Self.cells(of: words)
      headers = cells.map { CheckedCell($0).text }
      builder.add(.tableRow, cells.map { CheckedCell($0) })
      number += 1
      return true
    }
    let names = headers ?? []
    builder.add(
      .tableRow,
      Self.cells(of: words).enumerated().map { column, cell in
        CheckedCell(cell, header: column < names.count ? names[column] : "")
      })
    return true
  }

  private static func isDelimiter(_ words: ArraySlice<PlacedScalar>) -> Bool {
    words.contains { $0.value == "-" }
      && words.allSatisfy { $0.value == "|" || $0.value == "-" || $0.value == ":" || $0.value.isBlank }
  }

  /// The cells of a row: what stands between bars that no backslash guards.
  private static func cells(of words: ArraySlice<PlacedScalar>) -> [ArraySlice<PlacedScalar>] {
    var cells: [ArraySlice<PlacedScalar>] = []
    var start = words.startIndex
    var isEscaped = false
    for index in words.indices {
      let value = words[index].value
      if value == "|", !isEscaped {
        cells.append(words[start..<index].trimmingBlanks)
        start = index + 1
      }
      isEscaped = value == "\\" && !isEscaped
    }
    cells.append(words[start...].trimmingBlanks)
    if words.first?.value == "|" { cells.removeFirst() }
    if words.last?.value == "|", cells.count > 1 { cells.removeLast() }
    return cells
  }

  /// Takes an HTML table with all its lines.
  private mutating func takeTable() {
    closeBlock()
    let last = lastLine(ofTableAt: number)
    var scalars: [PlacedScalar] = []
    for line in number...last {
      scalars += text.placedScalars(ofLine: line)
      scalars.append(PlacedScalar(value: "\n", line: Int32(clamping: line), column: 0))
    }
    HTMLTableScan(scalars).add(to: &builder)
    number = last
  }

  private func lastLine(ofTableAt line: Int) -> Int {
    let start = text.offset(ofLine: line) + text.line(line).prefix { $0 == .space || $0 == .tab }.count
    guard let end = TableScanner.end(of: text.bytes, at: start) else { return line }
    return text.line(at: max(end - 1, start))
  }
}
