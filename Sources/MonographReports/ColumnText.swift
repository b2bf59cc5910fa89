import MonographModel

/// The text of one of several monographs as it stands beside the others: its references and the places of its own that
/// it speaks of are told apart from theirs.
struct ColumnText {
  private let number: Int
  private let monograph: Monograph
  private let keys: Set<String>
  private let anchors: [String: String]

  /// Text of a monograph; `number` is that of its column, `anchors` tells where each of its sections stands.
  init(_ monograph: Monograph, number: Int, anchors: [String: String]) {
    self.number = number
    self.monograph = monograph
    self.anchors = anchors
    keys = Set(monograph.references.map(\.key))
  }

  /// The references, with keys of this column's own and the numbers that they have on their page.
  var references: [Reference] {
    monograph.references.enumerated().map { index, reference in
      var result = reference
      result.key = key(reference.key)
      result.number = reference.number ?? index + 1
      return result
    }
  }

  private func key(_ key: String) -> String { keys.contains(key) ? "\(number)/\(key)" : key }

  /// Blocks as they stand in the column.
  func blocks(_ blocks: [Block]) -> [Block] { blocks.map(block) }

  private func block(_ block: Block) -> Block {
    Block(content(block.content), inference: block.inference)
  }

  private func content(_ content: Block.Content) -> Block.Content {
    switch content {
    case .paragraph(let inlines): return .paragraph(self.inlines(inlines))
    case .list(let list): return .list(List(start: list.start, items: list.items.map(blocks)))
    case .definitionList(let definitions):
      return .definitionList(
        definitions.map {
          Definition(term: inlines($0.term), definitions: $0.definitions.map(blocks))
        })
    case .table(var table):
      table.caption = inlines(table.caption)
      table.header = rows(table.header)
      table.body = rows(table.body)
      table.footer = rows(table.footer)
      table.notes = table.notes.map(inlines)
      return .table(table)
    case .callout(let callout):
      return .callout(
        Callout(
          severity: callout.severity, title: inlines(callout.title), blocks: blocks(callout.blocks)))
    case .quote(let blocks): return .quote(self.blocks(blocks))
    case .bibliography: return .list(List(start: 1, items: monograph.references.map { [entry($0)] }))
    case .columns(let columns):
      return .columns(
        columns.map {
          Column(name: $0.name, hasBoxedWarning: $0.hasBoxedWarning, parts: $0.parts.map(blocks))
        })
    case .diagram, .code, .thematicBreak: return content
    }
  }

  private func rows(_ rows: [[Table.Cell]]) -> [[Table.Cell]] {
    rows.map { row in
      row.map { cell in
        var cell = cell
        cell.blocks = blocks(cell.blocks)
        return cell
      }
    }
  }

  /// Running text as it stands in the column.
  func inlines(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      switch inline {
      case .text, .code, .image, .lineBreak: return inline
      case .emphasis(let children): return .emphasis(self.inlines(children))
      case .strong(let children): return .strong(self.inlines(children))
      case .struck(let children): return .struck(self.inlines(children))
      case .superscript(let children): return .superscript(self.inlines(children))
      case .subscript(let children): return .subscript(self.inlines(children))
      case .citation(let keys): return .citation(keys.map(key))
      case .link(let link):
        return .link(Link(target: target(link.target), content: self.inlines(link.content)))
      }
    }
  }

  private func target(_ target: LinkTarget) -> LinkTarget {
    guard case .section(let anchor) = target else { return target }
    return anchors[anchor].map { .section(anchor: $0) } ?? .entity(monograph.entity, anchor: anchor)
  }

  /// An entry of the bibliography, as a page shows it.
  private func entry(_ reference: Reference) -> Block {
    var words: [Inline] = [.text(reference.plainText)]
    if let address = reference.url {
      words += [.text(" "), .link(Link(target: .external(address), content: [.text(address)]))]
    }
    for identifier in reference.identifiers { words.append(.text(" " + identifier.curie)) }
    if let note = reference.note { words.append(.text(" (" + note + ")")) }
    return Block(.paragraph(words))
  }
}
