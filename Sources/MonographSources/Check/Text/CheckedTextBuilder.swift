/// Puts a checked text together while a source is scanned.
struct CheckedTextBuilder {
  private(set) var text = CheckedText()
  /// Whether what is added stands in a callout.
  var isInCallout = false
  private var group = 0
  /// The open sections, by level.
  private var open: [Int] = [0]

  var section: Int { open.last ?? 0 }

  /// Begins a section. A deeper level than that of the section before stands within it.
  mutating func begin(section title: String, level: Int, at place: SourcePlace) {
    while let last = open.last, text.sections[last].level >= level, open.count > 1 { open.removeLast() }
    text.sections.append(CheckedSection(title: title, level: level, parent: open.last, place: place))
    open.append(text.sections.count - 1)
    beginGroup()
  }

  /// Ends the table, list or run of definitions that was open.
  mutating func beginGroup() { group += 1 }

  /// Adds a row, unless it holds no words.
  mutating func add(_ kind: CheckedRow.Kind, _ cells: [CheckedCell]) {
    guard cells.contains(where: { !$0.tokens.isEmpty || $0.isCited }) else { return }
    text.rows.append(
      CheckedRow(kind: kind, section: section, group: group, isInCallout: isInCallout, cells: cells))
  }

  /// Adds a comment that allows what a rule finds.
  mutating func add(_ allowance: Allowance) { text.allowances.append(allowance) }

  mutating func setTitle(_ title: String) { text.title = title }
}
