import MonographModel

/// The pieces of a section's text in which a name is looked for, each with what must be read with it: a heading with
/// the text under it, an item of a list with the line that leads to it, a row of a table with its headers.
struct SpokenPassages {
  /// A piece of text.
  struct Passage: Hashable {
    /// The text that is searched.
    var text: String
    /// What stands before it: `Contraindicated with:`.
    var lead = ""
    /// What is shown for it; the sentence that holds a name where nothing is given.
    var shown: String?
  }

  private(set) var passages: [Passage] = []

  /// About the most characters that are shown of a passage.
  static let shownLimit = 1000
  /// What stands behind a passage that is longer.
  static let cutRemark = " [longer than is shown here]"

  private let heading: String

  /// Reads the blocks of a section.
  ///
  /// - Parameter headings: Those that this text is the first under.
  init(_ blocks: [Block], headings: [String] = []) {
    heading = headings.last ?? ""
    add(blocks, lead: "")
    let first =
      passages.first.map { Self.joined($0.lead, $0.shown ?? Self.sentence(0..<0, of: $0.text)) } ?? ""
    passages =
      headings.filter { !$0.isEmpty && !first.isEmpty }.map {
        Passage(text: $0, shown: first.hasPrefix("\($0):") ? first : "\($0): \(first)")
      } + passages
  }

  private mutating func add(_ blocks: [Block], lead: String) {
    var announced = ""
    for (index, block) in blocks.enumerated() {
      switch block.content {
      case .paragraph(let content):
        let text = content.plainText
        let next = blocks.indices.contains(index + 1) ? [blocks[index + 1]].plainText(separator: " ") : ""
        if Self.isTitle(text), !next.isEmpty {
          add(text, lead: lead, shown: "\(text): \(Self.sentence(0..<0, of: next))")
        } else {
          add(text, lead: lead)
        }
        announced = text.last { !$0.isWhitespace } == ":" ? text : ""
        continue
      case .list(let list):
        let named = lead.isEmpty && announced.isEmpty && !heading.isEmpty ? "\(heading):" : ""
        for item in list.items {
          let isBare = item.count == 1 && item.plainText(separator: " ").split(separator: " ").count <= 6
          add(item, lead: isBare && !named.isEmpty ? named : Self.joined(lead, announced))
        }
      case .definitionList(let definitions):
        for definition in definitions {
          let words = definition.definitions.map { $0.plainText(separator: " ") }.joined(separator: " ")
          let term = definition.term.plainText
          let text = term.last == ":" ? "\(term) \(words)" : "\(term): \(words)"
          add(text, lead: lead, shown: text)
        }
      case .table(let table): add(table, lead: Self.joined(lead, announced))
      case .callout(let callout):
        let title = callout.title.plainText
        let words = callout.blocks.plainText(separator: " ")
        if !title.isEmpty, !words.isEmpty {
          add(title, lead: lead, shown: "\(title): \(Self.sentence(0..<0, of: words))")
        } else {
          add(title, lead: lead)
        }
        add(callout.blocks, lead: lead)
      case .quote(let blocks): add(blocks, lead: lead)
      case .columns(let columns): for column in columns { add(column.blocks, lead: lead) }
      case .diagram, .code, .thematicBreak, .bibliography: break
      }
      announced = ""
    }
  }

  /// Whether a paragraph is a heading in all but name: a few words without an end.
  private static func isTitle(_ text: String) -> Bool {
    guard let last = text.last(where: { !$0.isWhitespace }) else { return false }
    return text.utf8.count <= 80 && !".!?:;,".contains(last)
  }

  private mutating func add(_ table: Table, lead: String) {
    let headers = Self.headers(of: table)
    let rows = (table.body + table.footer).map { Self.row($0, headers: headers) }
    let first = rows.first { !$0.shown.isEmpty }?.shown ?? ""
    for title in [table.caption.plainText] + table.header.map({ Self.row($0, headers: nil).text }) {
      add(title, lead: lead, shown: first.isEmpty ? title : "\(title): \(first)")
    }
    var band = ""
    for (index, row) in rows.enumerated() {
      if row.isBand {
        band = row.text.hasSuffix(":") ? row.text : row.text + ":"
        let under = rows[(index + 1)...].prefix { !$0.isBand }.map(\.shown).filter { !$0.isEmpty }
        add(row.text, lead: lead, shown: Self.joined(band, under.joined(separator: "; ")))
      } else {
        add(row.text, lead: Self.joined(lead, band), shown: row.shown)
      }
    }
    for note in table.notes { add(note.plainText, lead: lead) }
  }

  /// The headers of the columns; nil where cells stand across several.
  private static func headers(of table: Table) -> [String]? {
    guard let width = table.header.first?.count,
      table.header.allSatisfy({ $0.count == width && $0.allSatisfy { $0.columnSpan == 1 } })
    else { return nil }
    return (0..<width).map { column in
      table.header.map { $0[column].plainText }.filter { !$0.isEmpty }.joined(separator: ", ")
    }
  }

  private static func row(
    _ row: [Table.Cell], headers: [String]?
  ) -> (text: String, shown: String, isBand: Bool) {
    let isHeaded = headers?.count == row.count && row.allSatisfy { $0.columnSpan == 1 }
    let cells = row.enumerated().map { (index: $0, text: $1.plainText) }.filter { !$0.text.isEmpty }
    let shown = cells.map { cell in
      guard isHeaded, let header = headers?[cell.index], !header.isEmpty else { return cell.text }
      return "\(header): \(cell.text)"
    }
    // A line above other rows names what they are about; a table of one column has none.
    let isBand = cells.count == 1 && (row.count > 1 || row.contains { $0.columnSpan > 1 })
    return (
      cells.map(\.text).joined(separator: "; "), shown.joined(separator: "; "),
      isBand && isTitle(cells[0].text)
    )
  }

  private mutating func add(_ text: String, lead: String, shown: String? = nil) {
    guard !text.isEmpty else { return }
    passages.append(Passage(text: text, lead: lead, shown: shown))
  }

  private static func joined(_ lead: String, _ next: String) -> String {
    [lead, next].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func sentence(_ range: Range<Int>, of text: String) -> String {
    let sentence = Sentence.containing(range, of: text, reach: shownLimit / 2)
    let isCut = sentence.utf8.count >= shownLimit / 2 && (sentence.first == "…" || sentence.last == "…")
    return isCut ? sentence + cutRemark : sentence
  }

  /// A sentence, and the first of some names that stands in it.
  struct Hit: Hashable {
    var sentence: String
    /// Which of the names.
    var name: Int
  }

  /// The sentences that hold one of some names, in order. One that is contained in another is told once, whole.
  ///
  /// - Parameter finder: What finds all of the names in one pass.
  func sentences(holding names: [SpokenName], finder: TermFinder) -> [Hit] {
    var found: [Hit] = []
    for passage in passages where !finder.ranges(in: passage.text).isEmpty {
      for (name, spoken) in names.enumerated() {
        for range in spoken.ranges(in: passage.text) {
          let words = passage.shown.map(Self.bounded) ?? Self.sentence(range, of: passage.text)
          let whole = Self.joined(passage.lead, words)
          // A heading with nothing under it says nothing.
          if passage.lead.isEmpty, passage.shown == nil, range == 0..<passage.text.utf8.count { continue }
          Self.add(Hit(sentence: whole, name: name), to: &found)
        }
      }
    }
    return found
  }

  private static func add(_ hit: Hit, to found: inout [Hit]) {
    if let known = found.firstIndex(where: { $0.sentence.contains(hit.sentence) }) {
      found[known].name = min(found[known].name, hit.name)
    } else if let known = found.firstIndex(where: { hit.sentence.contains($0.sentence) }) {
      let name = min(found[known].name, hit.name)
      found.removeAll { hit.sentence.contains($0.sentence) }
      found.insert(Hit(sentence: hit.sentence, name: name), at: min(known, found.count))
    } else {
      found.append(hit)
    }
  }

  private static func bounded(_ text: String) -> String {
    guard text.count > shownLimit else { return text }
    let words = text.prefix(shownLimit)
    return (words.lastIndex(of: " ").map { words[..<$0] } ?? words) + "…" + cutRemark
  }
}
