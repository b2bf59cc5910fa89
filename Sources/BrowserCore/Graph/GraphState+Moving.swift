import TextLayout

// Moving through the columns of the graph.

extension GraphState {
  /// Moves the selection through its column as a command says. A row that is longer than the window is scrolled through
  /// before the next one.
  mutating func move(_ command: Command, count: Int?, size: Size, glyphs: GlyphSet) {
    let arrangement = GraphArrangement(self, size: size, glyphs: glyphs)
    guard let place = arrangement.place(of: focus.shown.selected) else { return }
    let column = arrangement.column(place, of: focus, glyphs: glyphs)
    let rows = arrangement.rectangle(of: place).rows
    guard let index = column.spots.firstIndex(of: focus.shown.selected) else { return }
    let times = max(1, min(count ?? 1, 1_000_000))
    switch command {
    case .lineDown, .nextLink, .lineUp, .previousLink:
      let direction: Direction = command == .lineDown || command == .nextLink ? .forward : .backward
      if times == 1, scroll(direction, inside: column, rows: rows) { return }
      select(column, index + (direction == .forward ? times : -times))
    case .pageDown: turn(.forward, by: times * max(1, rows - 2), from: index, in: column, rows: rows)
    case .pageUp: turn(.backward, by: times * max(1, rows - 2), from: index, in: column, rows: rows)
    case .halfPageDown: turn(.forward, by: times * max(1, rows / 2), from: index, in: column, rows: rows)
    case .halfPageUp: turn(.backward, by: times * max(1, rows / 2), from: index, in: column, rows: rows)
    case .top: select(column, 0)
    case .bottom: select(column, column.spots.count - 1)
    default: break
    }
  }

  private mutating func select(_ column: GraphColumn, _ index: Int) {
    focus.shown.select(column.spots[min(max(0, index), column.spots.count - 1)])
  }

  /// Scrolls within the selected row where a part of it is out of sight that way; false where none is.
  private mutating func scroll(_ direction: Direction, inside column: GraphColumn, rows: Int) -> Bool {
    let top = focus.shown.tops[column.place] ?? 0
    let selected = focus.shown.selected
    let window = GraphWindow(column, top: top, rows: rows, keeping: selected)
    guard let extent = column.extents[selected], extent.overlaps(window.lines) else { return false }
    let step = max(1, window.lines.count - 1)
    switch direction {
    case .forward:
      guard extent.upperBound > window.lines.upperBound else { return false }
      focus.shown.tops[column.place] = min(extent.upperBound - 1, top + step)
    case .backward:
      guard extent.lowerBound < window.lines.lowerBound, column.height(of: selected) > rows - 3 else {
        return false
      }
      focus.shown.tops[column.place] = max(extent.lowerBound, top - step)
    }
    return true
  }

  /// Moves by so many lines, to the row that begins there; at least to the next one.
  private mutating func turn(
    _ direction: Direction, by lines: Int, from index: Int, in column: GraphColumn, rows: Int
  ) {
    if scroll(direction, inside: column, rows: rows) { return }
    func start(_ index: Int) -> Int { column.extents[column.spots[index]]?.lowerBound ?? 0 }
    let wanted = start(index) + (direction == .forward ? lines : -lines)
    switch direction {
    case .forward:
      let last = column.spots.indices.last { start($0) <= wanted } ?? index
      select(column, max(index + 1, last))
    case .backward:
      let first = column.spots.indices.first { start($0) >= wanted } ?? index
      select(column, min(index - 1, first))
    }
  }

  /// Brings what is selected into the window of its column.
  mutating func settle(size: Size, glyphs: GlyphSet) {
    let arrangement = GraphArrangement(self, size: size, glyphs: glyphs)
    let selected = focus.shown.selected
    for (place, rectangle) in arrangement.places {
      let column = arrangement.column(place, of: focus, glyphs: glyphs)
      focus.shown.tops[place] = GraphWindow.top(
        of: column, near: focus.shown.tops[place] ?? 0, rows: rectangle.rows,
        showing: arrangement.place(of: selected) == place ? selected : nil, keeping: selected)
    }
  }
}
