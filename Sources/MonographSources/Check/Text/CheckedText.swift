/// A source as the rules about its content see it: sections, and rows of text in them, each word with its place.
///
/// It is made from a page in Markdown (``MarkdownScan``) or from the text of a wiki page (``DumpScan``), so that
/// the rules need not know which of them they read.
struct CheckedText {
  /// The name of what the page is about; empty where it is not known.
  var title = ""
  /// The sections in the order of the source; the first is the text before any heading.
  var sections: [CheckedSection] = [CheckedSection()]
  /// The rows in the order of the source.
  var rows: [CheckedRow] = []
  /// The comments that allow what a rule finds.
  var allowances: [Allowance] = []

  /// The section that a row stands in, then those around it, the nearest first.
  func headings(of section: Int) -> [CheckedSection] {
    var path: [CheckedSection] = []
    var next: Int? = section
    while let index = next {
      path.append(sections[index])
      next = sections[index].parent
    }
    return path
  }

  /// Whether a section, or one around it, is about doses.
  func isDosing(section: Int) -> Bool {
    headings(of: section).contains { DoseVocabulary.isDosing(heading: $0.title) }
  }
}

/// A heading of a checked text.
struct CheckedSection {
  /// The heading's words; empty for the text before any heading.
  var title = ""
  /// 0 for the text before any heading, 1 for the first level, and so on.
  var level = 0
  /// The section around it.
  var parent: Int?
  /// Where the heading stands.
  var place = SourcePlace(line: 0, column: 0)
}

/// A piece of text that is read as one: a paragraph, an item, a term with a definition, a row of a table.
struct CheckedRow {
  /// What the row is.
  enum Kind: Hashable { case paragraph, item, definition, tableRow, caption }

  var kind: Kind
  /// The section that it stands in, by its place in ``CheckedText/sections``.
  var section: Int
  /// The table, list or run of definitions that it belongs to, by a number of its own.
  var group: Int
  /// Whether it stands in a callout.
  var isInCallout: Bool
  /// The text: one cell, a term and its definition, or the cells of a table's row.
  var cells: [CheckedCell]

  /// Whether something in it is cited.
  var isCited: Bool { cells.contains(where: \.isCited) }

  /// The words that name the row: its term, or the first cell of a table's row.
  var label: CheckedCell? {
    guard cells.count > 1, kind == .definition || kind == .tableRow else { return nil }
    return cells.first
  }

  /// The cells that hold the row's text, its label left out.
  var values: ArraySlice<CheckedCell> { label == nil ? cells[...] : cells.dropFirst() }

  /// Whether a word of some stands anywhere in it.
  func holds(_ words: Set<String>) -> Bool {
    cells.contains { cell in cell.tokens.contains { $0.isWord(in: words) } }
  }

  /// Whether it holds a dose.
  var holdsDose: Bool { cells.contains { $0.quantities.contains(where: \.isDose) } }

  /// Whether its label, or the header over one of its cells, names a dose.
  var isLabeledDose: Bool {
    if let label, label.tokens.contains(where: { $0.isWord(in: DoseVocabulary.doseLabels) }) { return true }
    return cells.contains { cell in cell.header.contains { $0.isWord(in: DoseVocabulary.doseLabels) } }
  }
}

/// The text of a row, or of one cell of it.
struct CheckedCell {
  /// The words, numbers and signs.
  var tokens: [CheckToken]
  /// The amounts with units.
  var quantities: [Quantity]
  /// The citations by key.
  var citations: [(key: String, place: SourcePlace)]
  /// Whether a citation or a mark of a footnote stands there.
  var isCited: Bool
  /// The words of the column's header, where there is one.
  var header: [CheckToken]

  /// Reads a text.
  init(_ scalars: some Sequence<PlacedScalar>, header: [CheckToken] = []) {
    let tokenizer = CheckTokenizer(scalars)
    tokens = tokenizer.tokens
    quantities = Quantity.all(in: tokenizer.tokens)
    citations = tokenizer.citations
    isCited = tokenizer.isCited
    self.header = header
  }

  /// The words with single blanks where blanks stand.
  var text: String { tokens.text }

  /// The words of some tokens as they stand, with single blanks.
  func text(of range: Range<Int>) -> String { tokens[range].text }

  /// The tokens of the sentence around a token.
  func sentence(around index: Int) -> Range<Int> {
    let before = tokens[max(0, index - Self.longestSentence)..<index]
    let after = tokens[index..<min(tokens.count, index + Self.longestSentence)]
    let start = before.lastIndex(where: \.endsSentence).map { $0 + 1 } ?? before.startIndex
    return start..<(after.firstIndex(where: \.endsSentence) ?? after.endIndex)
  }

  /// The tokens on either side beyond which a text without full stops is no longer one sentence.
  private static let longestSentence = 200

  /// The quantities that begin before a token, the last of them, in order. Costs the logarithm of their count.
  func quantities(before index: Int, last count: Int) -> ArraySlice<Quantity> {
    var (low, high) = (0, quantities.count)
    while low < high {
      let middle = (low + high) / 2
      if quantities[middle].range.lowerBound < index { low = middle + 1 } else { high = middle }
    }
    return quantities[max(0, low - count)..<low]
  }
}
