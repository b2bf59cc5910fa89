extension [Block] {
  /// The words of the blocks, in reading order, blocks joined by a separator. This is what is searched.
  public func plainText(separator: String = "\n") -> String {
    compactMap { block in
      let text = block.content.plainText(separator: separator)
      return text.isEmpty ? nil : text
    }.joined(separator: separator)
  }
}

extension Block.Content {
  fileprivate func plainText(separator: String) -> String {
    switch self {
    case .paragraph(let inlines): return inlines.plainText
    case .list(let list):
      return list.items.map { $0.plainText(separator: separator) }.joined(separator: separator)
    case .definitionList(let definitions):
      return definitions.map { definition in
        ([definition.term.plainText] + definition.definitions.map { $0.plainText(separator: " ") })
          .joined(separator: " ")
      }.joined(separator: separator)
    case .table(let table):
      let rows = table.rows.map { row in row.map(\.plainText).joined(separator: " ") }
      return ([table.caption.plainText] + rows + table.notes.map(\.plainText)).filter { !$0.isEmpty }
        .joined(separator: separator)
    case .diagram(let diagram):
      return diagram.edges.map { edge in
        [diagram.nodes[edge.from].label, edge.label, diagram.nodes[edge.to].label].joined(separator: " ")
      }.joined(separator: separator)
    case .callout(let callout):
      return [callout.title.plainText, callout.blocks.plainText(separator: separator)].filter { !$0.isEmpty }
        .joined(separator: separator)
    case .quote(let blocks): return blocks.plainText(separator: separator)
    case .code(let code): return code.text
    case .thematicBreak, .bibliography: return ""
    }
  }
}
