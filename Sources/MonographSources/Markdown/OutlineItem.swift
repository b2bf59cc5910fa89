import MonographModel

/// A heading or a block, in the order of the page, before sections are made of them.
enum OutlineItem {
  /// A heading: its level in the source, its text, its line.
  case heading(level: Int, content: [Inline], line: Int)
  /// Anything that stands under a heading.
  case block(Block)

  /// The block; a heading inside a quote, a list or a cell is a paragraph of strong text.
  var asBlock: Block {
    switch self {
    case .block(let block): block
    case .heading(_, let content, let line):
      Block(.paragraph([.strong(content)]), lines: LineRange(first: line, last: line))
    }
  }
}
