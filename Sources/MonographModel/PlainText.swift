extension [Block] {
  /// The words of the blocks, in reading order, blocks joined by a separator. This is what is searched.
  public func plainText(separator: String = "\n") -> String {
    // What most cells of tables are: their text is there already.
    if count == 1, case .paragraph(let inlines) = self[0].content { return inlines.plainText }
    return String(decoding: plainTextBytes(separator: separator), as: UTF8.self)
  }

  /// The same as UTF-8.
  public func plainTextBytes(separator: String = "\n") -> [UInt8] {
    var text = TextBuffer()
    text.append(self, separator: separator)
    return text.bytes
  }
}

/// Texts put together as UTF-8.
private struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ blocks: [Block], separator: String) {
    join(blocks, separator) { $0.append($1.content, separator: separator) }
  }

  /// Adds parts with separators between them; those without text are left out.
  private mutating func join<Part>(
    _ parts: some Sequence<Part>, _ separator: String, _ append: (inout TextBuffer, Part) -> Void
  ) {
    var isFirst = true
    for part in parts {
      let end = bytes.count
      if !isFirst { self.append(separator) }
      let start = bytes.count
      append(&self, part)
      if bytes.count > start { isFirst = false } else { bytes.removeSubrange(end...) }
    }
  }

  /// Adds parts with separators between them, also where there is no text.
  private mutating func joinAll<Part>(
    _ parts: some Sequence<Part>, _ separator: String, _ append: (inout TextBuffer, Part) -> Void
  ) {
    for (index, part) in parts.enumerated() {
      if index > 0 { self.append(separator) }
      append(&self, part)
    }
  }

  private mutating func append(_ content: Block.Content, separator: String) {
    switch content {
    case .paragraph(let inlines): append(inlines.plainText)
    case .list(let list):
      joinAll(list.items, separator) { $0.append($1, separator: separator) }
    case .definitionList(let definitions):
      joinAll(definitions, separator) { text, definition in
        text.append(definition.term.plainText)
        for blocks in definition.definitions {
          text.append(" ")
          text.append(blocks, separator: " ")
        }
      }
    case .table(let table):
      // Putting the rows together costs as much as there are.
      let rows = table.rows
      join(0..<rows.count + 2, separator) { text, part in
        switch part {
        case 0: text.append(table.caption.plainText)
        case rows.count + 1: text.join(table.notes, separator) { $0.append($1.plainText) }
        default: text.joinAll(rows[part - 1], " ") { $0.append($1.plainText) }
        }
      }
    case .diagram(let diagram):
      joinAll(diagram.edges, separator) { text, edge in
        text.joinAll([diagram.nodes[edge.from].label, edge.label, diagram.nodes[edge.to].label], " ") {
          $0.append($1)
        }
      }
    case .callout(let callout):
      join(0..<2, separator) { text, part in
        if part == 0 {
          text.append(callout.title.plainText)
        } else {
          text.append(callout.blocks, separator: separator)
        }
      }
    case .quote(let blocks): append(blocks, separator: separator)
    case .code(let code): append(code.text)
    case .columns(let columns):
      joinAll(columns, separator) { $0.append($1.blocks, separator: separator) }
    case .thematicBreak, .bibliography: break
    }
  }
}
