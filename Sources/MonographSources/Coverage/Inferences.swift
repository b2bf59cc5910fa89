import MonographModel

extension Monograph {
  /// Why blocks and infobox parts of the document were inferred, with how many were for each reason.
  public var inferences: [String: Int] {
    var counts: [String: Int] = [:]
    for section in allSections { section.blocks.countInferences(in: &counts) }
    for part in infobox {
      if let inference = part.inference { counts[inference, default: 0] += 1 }
    }
    return counts
  }
}

extension [Block] {
  fileprivate func countInferences(in counts: inout [String: Int]) {
    for block in self {
      if let inference = block.inference { counts[inference, default: 0] += 1 }
      switch block.content {
      case .list(let list): for item in list.items { item.countInferences(in: &counts) }
      case .definitionList(let definitions):
        for definition in definitions {
          for blocks in definition.definitions { blocks.countInferences(in: &counts) }
        }
      case .table(let table):
        for row in table.rows {
          for cell in row { cell.blocks.countInferences(in: &counts) }
        }
      case .callout(let callout): callout.blocks.countInferences(in: &counts)
      case .quote(let blocks): blocks.countInferences(in: &counts)
      case .columns(let columns): for column in columns { column.blocks.countInferences(in: &counts) }
      case .paragraph, .diagram, .code, .thematicBreak, .bibliography: break
      }
    }
  }
}
