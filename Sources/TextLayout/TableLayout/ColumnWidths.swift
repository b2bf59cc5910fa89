/// Chooses the widths of a grid's columns.
///
/// Where the natural widths fit, they are taken. Else the widest columns are narrowed first, none below its
/// longest unbreakable group, and then columns trade width as long as that makes the table lower. Where
/// even the least widths do not fit, there is no grid.
struct ColumnWidths {
  /// A cell, where it stands, and what it needs.
  struct Cell {
    /// The rows it covers.
    var rows: Range<Int>
    /// The columns it covers.
    var columns: Range<Int>
    /// What it needs.
    var measured: MeasuredBlocks
  }

  /// The blanks between two columns.
  static let gap = 2

  /// The widths.
  private(set) var widths: [Int]

  private let cells: [Cell]
  private let rowCount: Int
  private var natural: [Int]
  private var least: [Int]

  /// Chooses widths for cells in so many columns and rows; nil where no grid can be read at the measure.
  init?(_ cells: [Cell], columnCount: Int, rowCount: Int, measure: Int) {
    self.cells = cells
    self.rowCount = rowCount
    natural = Array(repeating: 1, count: columnCount)
    least = Array(repeating: 1, count: columnCount)
    widths = []
    let room = measure - Self.gap * max(0, columnCount - 1)
    guard columnCount > 0, room >= columnCount else { return nil }
    for cell in cells where cell.columns.count == 1 {
      let column = cell.columns.lowerBound
      natural[column] = max(natural[column], cell.measured.natural)
      least[column] = max(least[column], cell.measured.least)
    }
    for cell in cells where cell.columns.count > 1 {
      Self.widen(&least, cell.columns, to: cell.measured.least)
    }
    for column in 0..<columnCount { natural[column] = max(natural[column], least[column]) }
    guard Self.sum(least, atMost: room) else { return nil }
    if Self.sum(natural, atMost: room) {
      widths = natural
      for cell in cells where cell.columns.count > 1 {
        var wider = widths
        Self.widen(&wider, cell.columns, to: cell.measured.natural)
        if Self.sum(wider, atMost: room) { widths = wider }
      }
      return
    }
    narrow(to: room)
    lower()
    if isCramped { return nil }
  }

  private static func sum(_ widths: [Int], atMost room: Int) -> Bool {
    var sum = 0
    for width in widths {
      sum += min(width, room + 1)
      if sum > room { return false }
    }
    return true
  }

  /// Widens the columns that a cell covers, each by the same, until it fits.
  private static func widen(_ widths: inout [Int], _ columns: Range<Int>, to needed: Int) {
    let present = columns.reduce(0) { $0 + widths[$1] } + gap * (columns.count - 1)
    let missing = needed - present
    guard missing > 0 else { return }
    for (offset, column) in columns.enumerated() {
      widths[column] += missing / columns.count + (offset < missing % columns.count ? 1 : 0)
    }
  }

  /// Cuts the widest columns down to one width, the largest that fits.
  private mutating func narrow(to room: Int) {
    var low = 1
    var high = room
    while low < high {
      let middle = (low + high + 1) / 2
      if Self.sum(capped(at: middle), atMost: room) { low = middle } else { high = middle - 1 }
    }
    widths = capped(at: low)
    var left = room - widths.reduce(0, +)
    for column in widths.indices where left > 0 && widths[column] < natural[column] {
      widths[column] += 1
      left -= 1
    }
  }

  private func capped(at width: Int) -> [Int] {
    natural.indices.map { max(least[$0], min(natural[$0], width)) }
  }

  /// Moves width from column to column while the table becomes lower. Left out for large tables, where it
  /// would cost more than it gives.
  private mutating func lower() {
    guard cells.count <= 1_500, widths.count <= 12 else { return }
    var height = height(of: widths)
    for _ in 0..<24 {
      var best = widths
      var bestHeight = height
      for from in widths.indices {
        for to in widths.indices where to != from && widths[to] < natural[to] {
          for step in [1, 2, 4, 8] where widths[from] - step >= least[from] {
            var trial = widths
            trial[from] -= step
            trial[to] += step
            let trialHeight = self.height(of: trial)
            if trialHeight < bestHeight {
              best = trial
              bestHeight = trialHeight
            }
          }
        }
      }
      guard bestHeight < height else { return }
      widths = best
      height = bestHeight
    }
  }

  /// About how many lines the rows take.
  private func height(of widths: [Int]) -> Int {
    var heights = Array(repeating: 1, count: rowCount)
    for cell in cells where cell.columns.count == 1 && cell.rows.lowerBound < rowCount {
      let width = max(1, widths[cell.columns.lowerBound])
      let lines = (cell.measured.natural + width - 1) / width
      let row = cell.rows.lowerBound
      heights[row] = max(heights[row], (lines + cell.rows.count - 1) / max(1, cell.rows.count))
    }
    return heights.reduce(0, +)
  }

  /// Whether running text would stand in a column too narrow to read it in.
  private var isCramped: Bool {
    cells.contains { cell in
      guard cell.columns.count == 1 else { return false }
      let width = max(1, widths[cell.columns.lowerBound])
      return width < 12 && (cell.measured.natural + width - 1) / width > 8
    }
  }
}
