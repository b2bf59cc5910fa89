/// A sheet of cells for boxes, lines, arrow heads and words, which becomes lines of text.
///
/// Lines that meet in a cell become the one character that has all their arms: a corner, a junction, a
/// crossing. Words hide the lines under them. The sheet grows to the right and down as it is drawn on; what
/// would lie left of it or above it is not drawn. Making the lines costs the cells.
///
/// ```swift
/// var canvas = LineCanvas()
/// canvas.drawBox(column: 0, row: 0, width: 5, height: 3)
/// canvas.write([Span("a", width: 1, style: Style(.body))], column: 2, row: 1)
/// canvas.drawHorizontal(row: 1, from: 4, to: 6)
/// canvas.drawHead(.right, column: 7, row: 1)
/// for line in canvas.lines(glyphs: .unicode) { print(line.text) }
/// // ┌───┐
/// // │ a ├──►
/// // └───┘
/// ```
public struct LineCanvas: Sendable {
  /// Where an arrow head points.
  public enum Direction: Hashable, Sendable { case up, down, left, right }

  /// The style of lines that no other is given for.
  public static let lineStyle = Style(.rule)

  private struct Cell {
    var arms = LineArms()
    var head: Direction?
    var style = LineCanvas.lineStyle
  }

  private struct Words {
    var column: Int
    var width: Int
    var spans: [Span]
  }

  private var cells: [[Cell]] = []
  /// The words on each row, from left to right; they do not overlap.
  private var words: [[Words]] = []

  /// Makes an empty sheet.
  public init() {}

  /// The rows down to the last that is drawn on.
  public var height: Int { cells.count }

  /// The columns up to the last that is drawn on.
  public var width: Int {
    zip(cells, words).reduce(0) { widest, row in
      max(widest, row.0.count, row.1.last.map { $0.column + $0.width } ?? 0)
    }
  }

  /// Draws a line along a row, both columns included, in either order.
  public mutating func drawHorizontal(
    row: Int, from start: Int, to end: Int, style: Style = LineCanvas.lineStyle
  ) {
    let columns = min(start, end)...max(start, end)
    for column in columns {
      var arms: LineArms = [.left, .right]
      if columns.count > 1 {
        if column == columns.lowerBound { arms.remove(.left) }
        if column == columns.upperBound { arms.remove(.right) }
      }
      draw(arms, column: column, row: row, style: style)
    }
  }

  /// Draws a line along a column, both rows included, in either order.
  public mutating func drawVertical(
    column: Int, from start: Int, to end: Int, style: Style = LineCanvas.lineStyle
  ) {
    let rows = min(start, end)...max(start, end)
    for row in rows {
      var arms: LineArms = [.up, .down]
      if rows.count > 1 {
        if row == rows.lowerBound { arms.remove(.up) }
        if row == rows.upperBound { arms.remove(.down) }
      }
      draw(arms, column: column, row: row, style: style)
    }
  }

  /// Draws the border of a box. Nothing where it has less than two columns or rows.
  public mutating func drawBox(
    column: Int, row: Int, width: Int, height: Int, style: Style = LineCanvas.lineStyle
  ) {
    guard width > 1, height > 1 else { return }
    for side in [row, row + height - 1] {
      drawHorizontal(row: side, from: column, to: column + width - 1, style: style)
    }
    for side in [column, column + width - 1] {
      drawVertical(column: side, from: row, to: row + height - 1, style: style)
    }
  }

  /// Puts an arrow head into a cell, in place of the line there.
  public mutating func drawHead(
    _ direction: Direction, column: Int, row: Int, style: Style = LineCanvas.lineStyle
  ) {
    guard makeCell(column: column, row: row) else { return }
    cells[row][column].head = direction
    cells[row][column].style = style
  }

  /// Writes words, in front of the lines. False, and nothing is written, where other words stand or the place
  /// is not on the sheet.
  @discardableResult
  public mutating func write(_ spans: [Span], column: Int, row: Int) -> Bool {
    let width = spans.reduce(0) { $0 + $1.width }
    guard column >= 0, row >= 0 else { return false }
    guard width > 0 else { return true }
    makeRow(row)
    let place = words[row].firstIndex { $0.column >= column } ?? words[row].count
    if place > 0, words[row][place - 1].column + words[row][place - 1].width > column { return false }
    if place < words[row].count, words[row][place].column < column + width { return false }
    words[row].insert(Words(column: column, width: width, spans: spans), at: place)
    return true
  }

  /// The rows as lines of text, without blanks at their ends.
  public func lines(glyphs: GlyphSet) -> [TextLine] {
    cells.indices.map { TextLine(spans: spans(ofRow: $0, glyphs: glyphs)) }
  }

  private mutating func draw(_ arms: LineArms, column: Int, row: Int, style: Style) {
    guard makeCell(column: column, row: row) else { return }
    cells[row][column].arms.formUnion(arms)
    if style != Self.lineStyle || cells[row][column].arms == arms { cells[row][column].style = style }
  }

  private mutating func makeRow(_ row: Int) {
    while cells.count <= row {
      cells.append([])
      words.append([])
    }
  }

  private mutating func makeCell(column: Int, row: Int) -> Bool {
    guard column >= 0, row >= 0 else { return false }
    makeRow(row)
    let missing = column + 1 - cells[row].count
    if missing > 0 { cells[row].append(contentsOf: repeatElement(Cell(), count: missing)) }
    return true
  }

  private func spans(ofRow row: Int, glyphs: GlyphSet) -> [Span] {
    var spans: [Span] = []
    var column = 0
    for group in words[row] {
      addCells(column..<group.column, ofRow: row, glyphs, to: &spans)
      spans.append(contentsOf: group.spans)
      column = group.column + group.width
    }
    let end = cells[row].lastIndex { $0.head != nil || !$0.arms.isEmpty }.map { $0 + 1 } ?? 0
    if end > column { addCells(column..<end, ofRow: row, glyphs, to: &spans) }
    return spans
  }

  /// Adds cells as spans: neighbours of one style together, blanks by themselves.
  private func addCells(_ columns: Range<Int>, ofRow row: Int, _ glyphs: GlyphSet, to spans: inout [Span]) {
    var characters = ""
    var count = 0
    var style: Style?
    func finish(_ spans: inout [Span]) {
      guard count > 0 else { return }
      spans.append(Span(characters, width: count, style: style ?? Style(.body)))
      (characters, count) = ("", 0)
    }
    for column in columns {
      let cell = cells[row].indices.contains(column) ? cells[row][column] : Cell()
      let next = cell.head == nil && cell.arms.isEmpty ? nil : cell.style
      if next != style { finish(&spans) }
      style = next
      characters.append(cell.head?.character(glyphs) ?? cell.arms.character(glyphs))
      count += 1
    }
    finish(&spans)
  }
}

extension LineCanvas.Direction {
  /// The head. In Unicode those of code page 437, which fonts with box drawing have, and no terminal shows as
  /// emoji.
  fileprivate func character(_ glyphs: GlyphSet) -> Character {
    switch (self, glyphs) {
    case (.up, .unicode): "▲"
    case (.down, .unicode): "▼"
    case (.left, .unicode): "◄"
    case (.right, .unicode): "►"
    case (.up, .ascii): "^"
    case (.down, .ascii): "v"
    case (.left, .ascii): "<"
    case (.right, .ascii): ">"
    }
  }
}
