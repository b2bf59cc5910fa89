import MonographModel

/// The pieces of a section's text in which a name is looked for, each with what must be read with it: an item of a list
/// with the line that leads to it, a row of a table with its headers.
struct SpokenPassages {
  /// A piece of text.
  struct Passage: Hashable {
    /// The text that is searched.
    var text: String
    /// What stands before it: `Contraindicated with:`.
    var lead = ""
    /// Whether only the sentence that holds a name is shown, and not all of it.
    var isProse = true
  }

  private(set) var passages: [Passage] = []

  /// Reads the blocks of a section.
  init(_ blocks: [Block]) { add(blocks, lead: "") }

  private mutating func add(_ blocks: [Block], lead: String) {
    var announced = ""
    for block in blocks {
      switch block.content {
      case .paragraph(let content):
        let text = content.plainText
        add(text, lead: lead)
        announced = text.last { !$0.isWhitespace } == ":" ? text : ""
        continue
      case .list(let list):
        for item in list.items { add(item, lead: Self.joined(lead, announced)) }
      case .definitionList(let definitions):
        for definition in definitions {
          let words = definition.definitions.map { $0.plainText(separator: " ") }.joined(separator: " ")
          let term = definition.term.plainText
          add(term.last == ":" ? "\(term) \(words)" : "\(term): \(words)", lead: lead, isProse: false)
        }
      case .table(let table): add(table, lead: Self.joined(lead, announced))
      case .callout(let callout):
        let title = callout.title.plainText
        if !title.isEmpty { add(title, lead: lead) }
        add(callout.blocks, lead: lead)
      case .quote(let blocks): add(blocks, lead: lead)
      case .columns(let columns): for column in columns { add(column.blocks, lead: lead) }
      case .diagram, .code, .thematicBreak, .bibliography: break
      }
      announced = ""
    }
  }

  private mutating func add(_ table: Table, lead: String) {
    let headers = table.header.count == 1 ? table.header[0].map(\.plainText) : []
    for row in table.body + table.footer {
      let isHeaded =
        headers.count == row.count && (row + (table.header.first ?? [])).allSatisfy { $0.columnSpan == 1 }
      let parts = row.enumerated().compactMap { index, cell -> String? in
        let text = cell.plainText
        guard !text.isEmpty else { return nil }
        return isHeaded && !headers[index].isEmpty ? "\(headers[index]): \(text)" : text
      }
      add(parts.joined(separator: "; "), lead: lead, isProse: false)
    }
  }

  private mutating func add(_ text: String, lead: String, isProse: Bool = true) {
    guard !text.isEmpty else { return }
    passages.append(Passage(text: text, lead: lead, isProse: isProse))
  }

  private static func joined(_ lead: String, _ next: String) -> String {
    [lead, next].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The sentences that hold what a finder looks for, each once, in order.
  func sentences(holding finder: TermFinder) -> [String] {
    var found: [String] = []
    for passage in passages {
      let sentences = finder.ranges(in: passage.text).map { range in
        passage.isProse ? Sentence.containing(range, of: passage.text) : passage.text
      }
      for sentence in sentences {
        let whole = Self.joined(passage.lead, sentence)
        if !found.contains(whole) { found.append(whole) }
      }
    }
    return found
  }
}
