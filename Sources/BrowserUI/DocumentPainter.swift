import BrowserCore
import TextLayout

extension Painter {
  /// Draws the lines of a document that its window shows, with matches and the focused link marked, and
  /// gives the cell of the focus: the link, the place jumped to, else the first line of text.
  mutating func draw(
    _ view: DocumentView, search: PageSearch? = nil, row: Int, column: Int,
    columns: Int,
    rows: Int
  ) -> Frame.Position {
    var focus: Frame.Position?
    var firstText: Frame.Position?
    for (index, visible) in view.visibleLines.prefix(rows).enumerated() {
      let cell = Frame.Position(row: row + index, column: column)
      let line = marked(visible, view, search)
      draw(line, row: cell.row, column: cell.column, columns: columns)
      let indent = visible.line.leadingColumns
      if firstText == nil, !visible.line.spans.isEmpty {
        firstText = Frame.Position(row: cell.row, column: column + indent)
      }
      guard focus == nil else { continue }
      switch view.focus {
      case .link(let link):
        if let range = visible.line.columns(ofLink: link) {
          focus = Frame.Position(row: cell.row, column: column + range.lowerBound)
        }
      case .passage(let passage) where passage.item == visible.position.item:
        if let offset = visible.line.column(ofOffset: passage.offset) {
          focus = Frame.Position(row: cell.row, column: column + offset)
        }
      case .passage, .none: break
      }
    }
    return focus ?? firstText ?? Frame.Position(row: row, column: column)
  }

  private func marked(
    _ visible: DocumentView.VisibleLine, _ view: DocumentView, _ search: PageSearch?
  ) -> TextLine {
    var line = visible.line
    if let search {
      let ranges = search.ranges(in: visible.position.item)
      if !ranges.isEmpty { line = line.marked(ranges, .match) }
      if let current = search.current, search.matches[current].item == visible.position.item {
        line = line.marked([search.matches[current].range], .currentMatch)
      }
    }
    guard case .link(let focused) = view.focus else { return line }
    for index in line.spans.indices where line.spans[index].link == focused {
      line.spans[index].style.traits.insert(.focused)
    }
    return line
  }
}

extension TextLine {
  /// The columns of indent before the first text.
  var leadingColumns: Int {
    var columns = 0
    for span in spans {
      for byte in span.text.utf8 {
        guard byte == 0x20 else { return columns }
        columns += 1
      }
    }
    return 0
  }

  /// The column at which a byte of the item's text stands on the line; nil where it is on another.
  func column(ofOffset offset: Int) -> Int? {
    var column = 0
    for span in spans {
      if let source = span.source, source.contains(offset) {
        let bytes = span.text.utf8
        guard bytes.count == source.count else { return column }
        return column + DisplayText.width(of: String(span.text.utf8.prefix(offset - source.lowerBound)) ?? "")
      }
      column += span.width
    }
    return nil
  }
}
