import MonographModel

/// Puts the pieces of a dump together into sections with blocks; the sections have no levels yet.
struct DumpSectionBuilder {
  let log: DumpLog
  private var sections = [DumpSection(heading: nil, level: 0)]
  /// Lines of text that follow each other.
  private var run: [DumpLine] = []
  /// Items that have their marks still and follow each other.
  private var items: [DumpLine] = []
  /// Definitions that follow each other.
  private var definitions: [DumpDefinition] = []
  /// Where web pages drew diagrams: the section, the number of blocks before it, and the line.
  private(set) var placeholders: [DumpPlaceholder] = []

  init(log: DumpLog) { self.log = log }

  /// The sections, in order. The first has no heading, and may be empty.
  mutating func sections(of pieces: [DumpPiece]) -> [DumpSection] {
    for piece in pieces { add(piece) }
    finishRun()
    return sections
  }

  private mutating func add(_ piece: DumpPiece) {
    switch piece {
    case .line(let line):
      finishItems()
      guard !addToOpenDefinition(line) else { return }
      finishDefinitions()
      run.append(line)
    case .item(let line):
      finishDefinitions()
      finishLines()
      items.append(line)
    case .heading(let heading):
      finishRun()
      sections.append(DumpSection(heading: heading, level: 1))
    case .definition(let term, let words, let line):
      finishLines()
      finishItems()
      definitions.append(
        DumpDefinition(
          term: term, line: line, definitions: words.isEmpty ? [] : [DumpLine(number: line, text: words)]))
    case .table(let html, let line):
      finishRun()
      append(.html(html), line: line)
    case .diagram(let diagram):
      finishRun()
      append(.diagram(diagram), line: diagram.lines.first?.number ?? 0)
    case .placeholder(let line):
      finishRun()
      let section = sections.count - 1
      placeholders.append(
        DumpPlaceholder(section: section, blocksBefore: sections[section].blocks.count, line: line.number))
    case .code(let lines):
      finishRun()
      append(.code(lines), line: lines.first?.number ?? 0)
    }
  }

  private mutating func append(_ content: DumpBlock.Content, line: Int, inference: String? = nil) {
    sections[sections.count - 1].blocks.append(
      DumpBlock(content: content, line: line, inference: inference))
  }

  /// `Presynaptic inhibition :` takes the lines that follow as its definitions; a sentence is none.
  private mutating func addToOpenDefinition(_ line: DumpLine) -> Bool {
    guard run.isEmpty, let last = definitions.indices.last, !line.isSentence,
      definitions[last].definitions.first.map({ $0.number != definitions[last].line }) ?? true
    else { return false }
    definitions[last].definitions.append(line)
    return true
  }

  // MARK: - Runs of lines

  private mutating func finishRun() {
    finishDefinitions()
    finishLines()
    finishItems()
  }

  private mutating func finishDefinitions() {
    guard let first = definitions.first else { return }
    append(.definitions(definitions), line: first.line)
    definitions = []
  }

  private mutating func finishItems() {
    guard let first = items.first else { return }
    append(.list(items), line: first.number)
    items = []
  }

  private mutating func finishLines() {
    let lines = run
    run = []
    if sections[sections.count - 1].isReferences {
      if let first = lines.first { append(.list(lines), line: first.number) }
      return
    }
    for block in blocks(of: lines[...]) { sections[sections.count - 1].blocks.append(block) }
  }

  /// Sentences as paragraphs, other lines as the items of lists.
  private func blocks(of lines: ArraySlice<DumpLine>) -> [DumpBlock] {
    var blocks: [DumpBlock] = []
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      if let (mark, sentence) = HeadingForm.mark(of: line.text) {
        let end = sentence.hasSuffix(":") ? endOfItems(in: lines, from: index + 1) : index + 1
        let first = DumpLine(number: line.number, text: sentence)
        let inner = runBlocks(of: [first] + lines[(index + 1)..<end])
        blocks.append(
          DumpBlock(content: .callout(severity: Self.severity(of: mark), inner), line: line.number))
        if mark.lowercased() != Self.severity(of: mark).rawValue {
          log.leaveOut(mark, because: "said by the callout")
        }
        index = end
      } else {
        let end = line.isSentence ? index + 1 : endOfItems(in: lines, from: index)
        let introduction = line.withoutCitations.hasSuffix(":") ? endOfItems(in: lines, from: index + 1) : end
        blocks += runBlocks(of: Array(lines[index..<max(end, introduction)]))
        index = max(end, introduction)
      }
    }
    return blocks
  }

  private func endOfItems(in lines: ArraySlice<DumpLine>, from start: Int) -> Int {
    lines[start...].firstIndex { $0.isSentence } ?? lines.endIndex
  }

  /// A sentence, items, or a sentence with the items that it introduces. A last item that tells what to do, where
  /// no other does, is a sentence of its own and not one more of what was listed.
  private func runBlocks(of lines: [DumpLine]) -> [DumpBlock] {
    guard let first = lines.first else { return [] }
    var blocks: [DumpBlock] = []
    var items = lines[...]
    if first.isSentence {
      blocks.append(DumpBlock(content: .paragraph(first), line: first.number))
      items = lines.dropFirst()
    }
    var advice: DumpLine?
    if first.isSentence, items.count >= 2, let last = items.last, Self.tellsWhatToDo(last.text),
      !items.dropLast().contains(where: { Self.tellsWhatToDo($0.text) })
    {
      advice = last
      items = items.dropLast()
    }
    if let start = items.first {
      let isAlone = items.count == 1 && !first.isSentence && !start.isLink
      blocks.append(
        DumpBlock(content: isAlone ? .paragraph(start) : .list(Array(items)), line: start.number))
    }
    if let advice {
      let reason =
        "In the copied page this stands on a line like those of the list above it. It tells what to do, which none of"
        + " them does, so it was not made one more of what is listed."
      log.infer(
        "“\(advice.text.prefix(60))” tells what to do and was kept out of the list before it.",
        at: advice.number, fix: "hold it against the web page")
      blocks.append(DumpBlock(content: .paragraph(advice), line: advice.number, inference: reason))
    }
    return blocks
  }

  /// Verbs that begin advice.
  private static let verbs: Set<Substring> = [
    "Adjust", "Administer", "Ask", "Assess", "Avoid", "Check", "Consider", "Contact", "Continue", "Decrease",
    "Discontinue", "Do", "Give", "Increase", "Keep", "Limit", "Monitor", "Never", "Reduce", "Refer",
    "Restart",
    "Seek", "Start", "Stop", "Switch", "Take", "Taper", "Titrate", "Treat", "Use", "Withdraw", "Withhold",
  ]

  private static func tellsWhatToDo(_ text: String) -> Bool {
    verbs.contains(text.prefix { $0.isLetter })
  }

  private static func severity(of mark: String) -> Callout.Severity {
    switch mark {
    case "Note": .note
    case "Tip": .tip
    case "Important", "Attention": .important
    case "Caution": .caution
    default: .warning
    }
  }
}

/// A place where a web page drew a diagram.
struct DumpPlaceholder {
  var section: Int
  /// How many blocks of the section stand before it.
  var blocksBefore: Int
  var line: Int
}
