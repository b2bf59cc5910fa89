/// Scans the text of a wiki page, as it is copied from a browser, into a checked text.
///
/// It tells headings, rows `Term : value`, items, the text of a diagram and of an HTML table, and the list of
/// references. It is light: what is to be made of the page is the importer's task, and this is for rules that
/// have to name lines and columns of the text as it is.
struct DumpScan {
  /// A line of the list of references.
  struct Reference {
    /// The words of the entry.
    var words: String
    /// Where it begins.
    var place: SourcePlace
    /// The places of the characters.
    var scalars: [PlacedScalar]
  }

  /// What the scan found besides text.
  struct Findings {
    /// The lines on which the text of a diagram begins.
    var diagrams: [SourcePlace] = []
    /// The places at which a diagram is cut off.
    var cuts: [SourcePlace] = []
    /// The HTML tables, and whether each ends.
    var tables: [(place: SourcePlace, isWhole: Bool)] = []
    /// The words of controls, such as “expand to render”.
    var controls: [(words: String, place: SourcePlace)] = []
    /// The entries of the list of references.
    var references: [Reference] = []
    /// The sections under whose own heading something stands.
    var filledSections: Set<Int> = []
  }

  private let text: SourceText
  private var builder = CheckedTextBuilder()
  private(set) var findings = Findings()
  private var title = ""
  private var isInDiagram = false
  private var gathering = false
  private var isInReferences = false

  private init(_ text: SourceText) { self.text = text }

  /// The text of a page. Costs time in proportion to its length.
  static func checkedText(of text: SourceText) -> (text: CheckedText, findings: Findings) {
    var scan = DumpScan(text)
    for number in 1...max(1, text.lineCount) { scan.line(number) }
    return (scan.builder.text, scan.findings)
  }

  private mutating func line(_ number: Int) {
    let words = text.placedScalars(ofLine: number).trimmingBlanks
    guard let start = words.first?.place else { return builder.beginGroup() }
    let line = words.text
    if takeDiagram(line, at: start) || takeControl(line, at: start) { return }
    if words.startsIgnoringCase(with: "<table") { return takeTable(words, at: start) }
    if title.isEmpty {
      title = line
      return builder.setTitle(line)
    }
    if line == title { return }
    if let level = DumpHeadings.level(of: line, isGathered: gathering) {
      return begin(line, level: level, at: start)
    }
    if let length = DumpHeadings.gluedLength(of: line, title: title) {
      let characters = line.prefix(length).unicodeScalars.count
      let heading = String(line.prefix(length))
      begin(heading, level: DumpHeadings.level(of: heading, isGathered: false) ?? 2, at: start)
      return take(words.dropFirst(characters).trimmingBlanks)
    }
    findings.filledSections.insert(builder.section)
    if isInReferences {
      return findings.references.append(Reference(words: line, place: start, scalars: Array(words)))
    }
    take(words)
  }

  private mutating func begin(_ heading: String, level: Int, at place: SourcePlace) {
    if level < 3 { gathering = DumpHeadings.gathers(heading) }
    isInReferences = heading.lowercased() == "references"
    builder.begin(section: heading, level: level, at: place)
  }

  /// Takes a row: `Term : value`, or an item or a paragraph.
  private mutating func take(_ words: ArraySlice<PlacedScalar>) {
    guard !words.isEmpty else { return }
    findings.filledSections.insert(builder.section)
    let colon = words.indices.first { index in
      words[index].value == ":" && index > words.startIndex && words[index - 1].value.isBlank
        && (index + 1 == words.endIndex || words[index + 1].value.isBlank)
    }
    if let colon {
      builder.add(
        .definition,
        [CheckedCell(words[..<colon].trimmingBlanks), CheckedCell(words[(colon + 1)...].trimmingBlanks)])
    } else {
      builder.add(words.last?.value == "." ? .paragraph : .item, [CheckedCell(words)])
    }
  }

  // MARK: - What is no text

  /// Takes a line of a diagram; false where the line is none.
  private mutating func takeDiagram(_ line: String, at place: SourcePlace) -> Bool {
    if !isInDiagram {
      guard line.hasPrefix("flowchart ") || line.hasPrefix("graph ") else { return false }
      isInDiagram = true
      findings.diagrams.append(place)
      findings.filledSections.insert(builder.section)
      return true
    }
    if line == "..." || line == "…" {
      findings.cuts.append(place)
      isInDiagram = false
      return true
    }
    let first = line.prefix { $0.isLetter || $0 == "_" }
    let statements: Set<Substring> = ["style", "class", "classDef", "click", "subgraph", "end", "linkStyle"]
    let isStatement = line.contains("--") || line.contains("==>") || statements.contains(first)
    isInDiagram = isStatement
    return isStatement
  }

  private static let controls = ["expand to render", "Show full description"]

  private mutating func takeControl(_ line: String, at place: SourcePlace) -> Bool {
    guard line.count < 80, let words = Self.controls.first(where: { line.contains($0) }) else { return false }
    let before = line.firstRange(of: words).map { line[..<$0.lowerBound].unicodeScalars.count } ?? 0
    findings.controls.append((words, SourcePlace(line: place.line, column: place.column + before)))
    return true
  }

  private mutating func takeTable(_ words: ArraySlice<PlacedScalar>, at place: SourcePlace) {
    let isWhole = words.text.lowercased().contains("</table>")
    findings.tables.append((place, isWhole))
    findings.filledSections.insert(builder.section)
    HTMLTableScan(Array(words)).add(to: &builder)
  }
}
