/// Takes the lines of a dump apart into pieces that their form alone tells: tables, diagrams, definitions,
/// placeholders, and lines of text. Costs one pass.
struct DumpPieceReader {
  let log: DumpLog
  private var lines: [DumpLine]
  private var index = 0
  private var pieces: [DumpPiece] = []
  /// Looking for an end costs a pass over what follows, so that it is done a few times and no more.
  private var unendedTables = 0
  private var unendedFences: Set<Substring> = []

  init(_ lines: [DumpLine], log: DumpLog) {
    self.lines = lines
    self.log = log
  }

  /// The pieces, in order. What is residue is left out and reported.
  mutating func read() -> [DumpPiece] {
    while index < lines.count {
      let line = lines[index]
      index += 1
      read(line)
    }
    return pieces
  }

  private mutating func read(_ line: DumpLine) {
    let text = line.text
    if DumpResidue.isPlaceholder(text) {
      log.leaveOutResidue(text, at: line.number)
      pieces.append(.placeholder(line))
    } else if DumpResidue.isCutMark(text) {
      cut(at: line)
    } else if DumpResidue.isControl(text) {
      log.leaveOutResidue(text, at: line.number)
    } else if let control = DumpResidue.trailingControl(of: text) {
      log.leaveOutResidue(String(control), at: line.number)
      read(DumpLine(number: line.number, text: text.dropLast(control.count).trimmed))
    } else if TableScanner.beginsTable(Array(text.utf8.prefix(16))) {
      readTable(line)
    } else if MermaidReader.isHeader(text) {
      readDiagram(line)
    } else if text.hasPrefix("```") || text.hasPrefix("~~~") {
      readCode(line)
    } else if line.text.utf8.first == .verticalBar, let end = endOfPipeTable() {
      pieces.append(.code(Array(lines[(index - 1)..<end])))
      index = end
    } else if let heading = markedHeading(line) {
      pieces.append(.heading(heading))
    } else if let item = markedItem(line) {
      pieces.append(.item(item))
    } else if let (term, words) = line.definition, let mark = HeadingForm.marks.first(where: term.hasSuffix) {
      // `Withdrawal Important : Abrupt …` is a warning and defines nothing.
      let before = term.dropLast(mark.count).trimmed
      pieces.append(
        .line(DumpLine(number: line.number, text: "\(before)\(before.isEmpty ? "" : " ")\(mark): \(words)")))
    } else if let (term, words) = line.definition {
      pieces.append(.definition(term: term, words: words, line: line.number))
    } else {
      pieces.append(.line(line))
    }
  }

  private mutating func cut(at line: DumpLine) {
    log.leaveOut(line.text, because: "left over from a web page")
    if case .diagram(var diagram)? = pieces.last {
      diagram.cutMark = line.number
      pieces[pieces.count - 1] = .diagram(diagram)
      log.report(
        .cutOff, at: line.number, words: line.text,
        "The source of the diagram ends in “\(line.text)”: edges may be missing.",
        fix: "hold it against the web page")
    } else {
      log.report(
        .cutOff, at: line.number, words: line.text, "The page is cut off here: words may be missing.",
        fix: "hold it against the web page")
    }
  }

  // MARK: - Marks that are left

  private func markedHeading(_ line: DumpLine) -> DumpHeading? {
    let level = line.text.utf8.prefix { $0 == .numberSign }.count
    guard (1...6).contains(level), line.text.utf8.dropFirst(level).first == .space else { return nil }
    let words = line.text.utf8.dropFirst(level).text.trimmed
    guard !words.isEmpty else { return nil }
    return DumpHeading(text: words, line: line.number, evidence: .marked(level: level))
  }

  private func markedItem(_ line: DumpLine) -> DumpLine? {
    for mark in ["- ", "* ", "+ ", "• ", "◦ "] where line.text.hasPrefix(mark) {
      let words = line.text.dropFirst(mark.count).trimmed
      return words.isEmpty ? nil : DumpLine(number: line.number, text: words)
    }
    return nil
  }

  // MARK: - What takes several lines

  /// A table's source up to `</table>`, on this line or a later one; without an end the line is text.
  private mutating func readTable(_ line: DumpLine) {
    var source = Array(line.text.utf8)
    var next = index
    var end = unendedTables < 16 ? TableScanner.end(of: source, at: 0) : nil
    var ends = 0
    while end == nil, unendedTables < 16, ends < 16, next < min(lines.count, index + 5_000) {
      source.append(.lineFeed)
      source += lines[next].text.utf8
      next += 1
      if lines[next - 1].text.utf8.firstRange(of: "</table".utf8) != nil {
        end = TableScanner.end(of: source, at: 0)
        ends += 1
      }
    }
    guard let end else {
      unendedTables += 1
      log.report(
        .residue, at: line.number, "The HTML table that begins here never ends; its source is kept as text.",
        fix: "end it with </table>")
      pieces.append(.line(line))
      return
    }
    index = next
    pieces.append(.table(html: source[..<end].text, line: line.number))
    let rest = source[end...].trimmingWhitespace
    if !rest.isEmpty { read(DumpLine(number: lines[next - 1].number, text: rest.text)) }
  }

  /// Where a table with pipes ends that the line before begins: its second line has nothing but hyphens and colons
  /// in its cells. Nil where none begins.
  private func endOfPipeTable() -> Int? {
    guard index < lines.count, lines[index].text.utf8.first == .verticalBar,
      lines[index].text.utf8.contains(.hyphen),
      lines[index].text.utf8.allSatisfy({ [.verticalBar, .hyphen, .colon, .space].contains($0) })
    else { return nil }
    return lines[index...].firstIndex { $0.text.utf8.first != .verticalBar } ?? lines.count
  }

  private mutating func readDiagram(_ line: DumpLine) {
    var source = [line]
    while index < lines.count, Self.isMermaid(lines[index].text) {
      source.append(lines[index])
      index += 1
    }
    pieces.append(.diagram(DumpDiagram(lines: source)))
  }

  /// Whether a line is a statement of a flowchart: an edge, a node with a form, or one that begins with a
  /// keyword.
  static func isMermaid(_ text: String) -> Bool {
    let word = text.prefix { !$0.isWhitespace && $0 != ":" }
    let keywords: Set<Substring> = [
      "style", "classDef", "class", "click", "linkStyle", "subgraph", "end", "direction", "accTitle",
      "accDescr",
    ]
    if keywords.contains(word) || text.hasPrefix("%%") { return word == "end" ? text == "end" : true }
    if ["--", "==", "-.", "~~~"].contains(where: { text.utf8.firstRange(of: $0.utf8) != nil }) {
      return word.utf8.first.map { $0.isASCIILetter || $0.isASCIIDigit || $0 == .underscore } ?? false
    }
    guard let open = text.utf8.firstIndex(where: { $0 == .leftBracket || $0 == .leftBrace }) else {
      return false
    }
    let name = text.utf8[..<open]
    let isName = name.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == .underscore || $0 == .hyphen }
    return !name.isEmpty && isName && (text.hasSuffix("]") || text.hasSuffix("}"))
  }

  /// Lines between fences; without a second fence the first is text.
  private mutating func readCode(_ line: DumpLine) {
    let fence = line.text.prefix { $0 == line.text.first }
    guard !unendedFences.contains(fence), let end = lines[index...].firstIndex(where: { $0.text == fence })
    else {
      unendedFences.insert(fence)
      log.report(
        .residue, at: line.number, "The code that begins here never ends; its fence is kept as text.",
        fix: "end it with a line \(fence)")
      pieces.append(.line(line))
      return
    }
    let info = line.text.dropFirst(fence.count).trimmed
    if info.lowercased() == "mermaid", end > index {
      pieces.append(.diagram(DumpDiagram(lines: Array(lines[index..<end]))))
      log.leaveOut(line.text, because: "written anew around the diagram")
    } else {
      pieces.append(.code(Array(lines[(index - 1)...end])))
    }
    index = end + 1
  }
}
