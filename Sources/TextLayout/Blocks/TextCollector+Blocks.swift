import MonographModel

extension TextCollector {
  /// How deep blocks may be nested before their words alone are kept.
  private static let deepest = 60

  /// Gathers blocks. Text of no role of its own gets the role given: that of a quotation, of a warning.
  mutating func collect(_ blocks: [Block], role: Role, depth: Int = 0) -> [LayoutBlock] {
    var collected: [LayoutBlock] = []
    collected.reserveCapacity(blocks.count)
    for block in blocks {
      separate()
      collected.append(
        LayoutBlock(
          content: collect(block.content, role: role, depth: depth), isInferred: block.inference != nil))
    }
    return collected
  }

  private mutating func collect(_ content: Block.Content, role: Role, depth: Int) -> LayoutBlock.Content {
    guard depth < Self.deepest else {
      let words = [Block(content)].plainText(separator: " ")
      return .paragraph(passage { $0.add(words, Style(role)) })
    }
    switch content {
    case .paragraph(let inlines): return .paragraph(passage { $0.add(inlines, Style(role)) })
    case .list(let list):
      let items = list.items.map { collect($0, role: role, depth: depth + 1) }
      return .list(LayoutList(start: list.start, items: items))
    case .definitionList(let definitions):
      return .definitions(definitions.map { collect($0, role: role, depth: depth + 1) })
    case .table(let table): return .table(collect(table, role: role, depth: depth + 1))
    case .diagram(let diagram): return .diagram(collect(diagram))
    case .callout(let callout): return .callout(collect(callout, depth: depth + 1))
    case .quote(let blocks): return .quote(collect(blocks, role: .quote, depth: depth + 1))
    case .code(let code): return .code(collect(code))
    case .thematicBreak: return .rule
    case .bibliography: return .list(collectBibliography())
    case .columns(let columns): return .columns(columns.map { collect($0, role: role, depth: depth + 1) })
    }
  }

  /// Gathers a column. Its name says which source the words are of and is none of them: a search finds words.
  private mutating func collect(_ column: Column, role: Role, depth: Int) -> LayoutColumn {
    let name = passage { collector in
      if column.hasBoxedWarning {
        collector.decorate("!", Style(.warningMark, .strong))
        collector.decorate(space: TextByte.bindingSpace, Style(.label))
      }
      collector.decorate(column.name, Style(.label))
    }
    return LayoutColumn(name: name, parts: column.parts.map { collect($0, role: role, depth: depth) })
  }

  private mutating func collect(_ definition: Definition, role: Role, depth: Int) -> LayoutDefinition {
    separate()
    let term = passage { $0.add(definition.term, Style(.label)) }
    if let first = definition.definitions.first?.first, case .paragraph = first.content,
      first.inference == nil, !definition.term.isEmpty
    {
      return collect(definition, after: term, role: role, depth: depth)
    }
    let runIn = term.through(colon(after: definition))
    let definitions = definition.definitions.map { collect($0, role: role, depth: depth) }
    return LayoutDefinition(term: term, runIn: runIn, definitions: definitions)
  }

  private mutating func colon(after definition: Definition) -> Passage {
    passage { collector in
      let last = definition.term.plainText.utf8.last
      if last != nil, last != UInt8(ascii: ":") { collector.decorate(":", Style(.label)) }
    }
  }

  /// Gathers the definitions of a term so that the first follows it on the same line.
  private mutating func collect(
    _ definition: Definition, after term: Passage, role: Role, depth: Int
  ) -> LayoutDefinition {
    var definitions: [[LayoutBlock]] = []
    var runIn = term
    for (position, blocks) in definition.definitions.enumerated() {
      guard position == 0, let first = blocks.first, case .paragraph(let inlines) = first.content else {
        definitions.append(collect(blocks, role: role, depth: depth))
        continue
      }
      _ = colon(after: definition)
      add(space: TextByte.bindingSpace, Style(.label))
      let paragraph = passage { $0.add(inlines, Style(role)) }
      runIn = term.through(paragraph)
      definitions.append(
        [LayoutBlock(content: .paragraph(paragraph))]
          + collect(Array(blocks.dropFirst()), role: role, depth: depth))
    }
    return LayoutDefinition(term: term, runIn: runIn, includesFirst: true, definitions: definitions)
  }

  private mutating func collect(_ table: Table, role: Role, depth: Int) -> LayoutTable {
    found.hasTable = true
    var caption: Passage?
    if !table.caption.isEmpty { caption = passage { $0.add(table.caption, Style(.label)) } }
    var cells: [[LayoutBlock]] = []
    for (position, row) in table.rows.enumerated() {
      for cell in row {
        let isHeader = cell.isHeader || position < table.header.count
        cells.append(collect(cell.blocks, role: isHeader ? .label : role, depth: depth))
      }
    }
    var notes: [Passage] = []
    for note in table.notes {
      separate()
      notes.append(passage { $0.addNote(note) })
    }
    return LayoutTable(table: table, caption: caption, cells: cells, notes: notes)
  }

  /// Adds a note of a table. Its mark, where it begins with one, is set off from its words: `† 15 mg`.
  private mutating func addNote(_ note: [Inline]) {
    let style = Style(.secondary)
    guard case .superscript? = note.first, let next = note.dropFirst().first.map({ [$0].plainText }),
      next.first?.isWhitespace == false
    else { return add(note, style) }
    add([note[0]], style)
    decorate(" ", style)
    add(Array(note.dropFirst()), style)
  }

  private mutating func collect(_ callout: Callout, depth: Int) -> LayoutCallout {
    let severity = callout.severity
    if severity.isWarning { found.hasWarning = true }
    if severity == .boxedWarning { found.hasBoxedWarning = true }
    let style = Style(severity.isWarning ? .warningTitle : .note, .strong)
    let title = passage {
      $0.add(severity.word, style)
      if !callout.title.isEmpty {
        $0.add(space: TextByte.wideGap, style)
        $0.add(callout.title, style)
      }
    }
    let blocks = collect(callout.blocks, role: severity.isWarning ? .warning : .note, depth: depth)
    return LayoutCallout(severity: severity, title: title, blocks: blocks)
  }

  /// A passage for each line.
  private mutating func collect(_ code: CodeBlock) -> [Passage] {
    var lines: [Passage] = []
    for (position, line) in code.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if position > 0 { separate() }
      lines.append(passage { $0.add(String(line), Style(.code)) })
    }
    return lines
  }
}

extension Callout.Severity {
  /// The word that stands first in the callout.
  var word: String {
    switch self {
    case .note: "NOTE"
    case .tip: "TIP"
    case .important: "IMPORTANT"
    case .warning: "WARNING"
    case .caution: "CAUTION"
    case .boxedWarning: "BOXED WARNING"
    }
  }
}
