import MonographModel

/// Says what a label marks as recently changed (`styleCode="xmChange"`).
///
/// Changed paragraphs and lists stand in a note, those in a row in one. Within tables and lists the changed
/// words are emphasised, and one statement stands before the table or around the list.
enum SPLChanges {
  /// What stands before a table of which all, or something, is changed.
  static func statement(isWholeTable: Bool, lines: LineRange?) -> Block {
    let words =
      isWholeTable ? ": all of this table." : ": the changed parts of this table are emphasised."
    return Block(.paragraph([.strong([.text("Recent change")]), .text(words)]), lines: lines)
  }

  /// Adds changed blocks in a note of their own, or to the one that ends the blocks. Where not all of them is
  /// changed, what is has emphasis.
  static func append(_ changed: [Block], isWhole: Bool, lines: LineRange?, to blocks: inout [Block]) {
    guard let end = blocks.indices.last, case .callout(var callout) = blocks[end].content,
      let wasWhole = isWholeNote(callout)
    else {
      blocks.append(
        Block(
          .callout(Callout(severity: .note, title: title(isWhole: isWhole), blocks: changed)), lines: lines))
      return
    }
    if wasWhole, !isWhole { callout.blocks = callout.blocks.map(emphasised) }
    callout.blocks += !wasWhole && isWhole ? changed.map(emphasised) : changed
    callout.title = title(isWhole: wasWhole && isWhole)
    blocks[end].content = .callout(callout)
    if let first = blocks[end].lines, let last = lines {
      blocks[end].lines = LineRange(first: first.first, last: last.last)
    }
  }

  private static func title(isWhole: Bool) -> [Inline] {
    [.text(isWhole ? "Recent change" : "Recent change, emphasised in the text")]
  }

  /// Whether a note is about text that is changed as a whole; nil where it is about something else.
  private static func isWholeNote(_ callout: Callout) -> Bool? {
    guard callout.severity == .note else { return nil }
    return [true, false].first { callout.title == title(isWhole: $0) }
  }

  private static func emphasised(_ block: Block) -> Block {
    var block = block
    switch block.content {
    case .paragraph(let content): block.content = .paragraph([.emphasis(content)])
    case .list(var list):
      list.items = list.items.map { $0.map(emphasised) }
      block.content = .list(list)
    default: break
    }
    return block
  }
}
