extension [LayoutBlock] {
  /// The passages of the blocks and of those within them.
  var passages: [Passage] { flatMap { $0.content.passages } }
}

extension LayoutBlock.Content {
  fileprivate var passages: [Passage] {
    switch self {
    case .paragraph(let passage): return [passage]
    case .list(let list): return list.items.flatMap(\.passages)
    case .definitions(let definitions): return definitions.passages
    case .table(let table):
      return (table.caption.map { [$0] } ?? []) + table.cells.flatMap(\.passages) + table.notes
    case .diagram(let diagram):
      return (diagram.relations + diagram.notes).flatMap { part in
        switch part {
        case .line(let passage): return [passage]
        case .relations(let definitions): return definitions.passages
        }
      }
    case .callout(let callout): return [callout.title] + callout.blocks.passages
    case .quote(let blocks): return blocks.passages
    case .code(let lines): return lines
    case .columns(let columns): return columns.flatMap { [$0.name] + $0.parts.flatMap(\.passages) }
    case .rule: return []
    }
  }
}

extension [LayoutDefinition] {
  fileprivate var passages: [Passage] {
    flatMap { definition in
      [definition.term] + definition.definitions.flatMap(\.passages)
    }
  }
}
