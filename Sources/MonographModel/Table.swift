/// A table as rows of cells that may span rows and columns.
///
/// Rows list only the cells that begin in them, as HTML does: a cell spanning two rows stands in the
/// first and leaves a gap in the second. ``grid`` gives every place its cell.
public struct Table: Hashable, Sendable {
  /// What the table is, where the source says.
  public var caption: [Inline]
  /// The alignment of each column; may be shorter than the table is wide (then leading).
  public var alignments: [Alignment]
  /// Rows of column headers.
  public var header: [[Cell]]
  /// Rows of values.
  public var body: [[Cell]]
  /// Rows that close the table: totals.
  public var footer: [[Cell]]
  /// Notes that stand under the table, in order.
  public var notes: [[Inline]]

  /// How a column's text stands.
  public enum Alignment: String, Hashable, Sendable { case leading, center, trailing }

  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// What the cell holds; one paragraph in the common case.
    public var blocks: [Block]
    /// Whether it names a row or a column.
    public var isHeader: Bool
    /// How many columns it covers, at least 1.
    public var columnSpan: Int
    /// How many rows it covers, at least 1.
    public var rowSpan: Int

    /// Makes a cell.
    public init(blocks: [Block], isHeader: Bool = false, columnSpan: Int = 1, rowSpan: Int = 1) {
      self.blocks = blocks
      self.isHeader = isHeader
      self.columnSpan = max(1, columnSpan)
      self.rowSpan = max(1, rowSpan)
    }

    /// Makes a cell of one paragraph.
    public init(_ content: [Inline], isHeader: Bool = false) {
      self.init(blocks: content.isEmpty ? [] : [Block(.paragraph(content))], isHeader: isHeader)
    }

    /// The words of the cell, its paragraphs joined by a space.
    public var plainText: String { blocks.plainText(separator: " ") }
  }

  /// Makes a table.
  public init(
    caption: [Inline] = [], alignments: [Alignment] = [], header: [[Cell]] = [], body: [[Cell]],
    footer: [[Cell]] = [], notes: [[Inline]] = []
  ) {
    self.caption = caption
    self.alignments = alignments
    self.header = header
    self.body = body
    self.footer = footer
    self.notes = notes
  }

  /// All rows, header first.
  public var rows: [[Cell]] { header + body + footer }
}

extension Table {
  /// A place in the table: row counts through header, body and footer.
  public struct Position: Hashable, Sendable {
    /// The row, from 0.
    public var row: Int
    /// The column, from 0.
    public var column: Int

    /// Makes a position.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The table with its spans worked out.
  public struct Grid: Hashable, Sendable {
    /// How many columns the widest row has.
    public var columnCount: Int
    /// How many rows there are.
    public var rowCount: Int
    /// For each place, row by row, the index in ``cells`` of the cell that covers it; nil where none does.
    public var places: [[Int?]]
    /// Every cell with the place it begins at, in reading order; spans are cut at the table's edge.
    public var cells: [(origin: Position, cell: Cell)]

    /// By places and cells.
    public static func == (left: Grid, right: Grid) -> Bool {
      left.places == right.places
        && left.cells.elementsEqual(right.cells) { $0.origin == $1.origin && $0.cell == $1.cell }
    }

    /// By places and cells.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(places)
      for (origin, cell) in cells {
        hasher.combine(origin)
        hasher.combine(cell)
      }
    }
  }

  /// Gives every place its cell, as HTML's table model does (a row's cells fill the places that earlier
  /// row spans leave free). Costs rows times columns. A span is cut at the end of its row group, and at
  /// 1,000 columns.
  public var grid: Grid {
    var places: [[Int?]] = []
    var cells: [(origin: Position, cell: Cell)] = []
    cells.reserveCapacity([header, body, footer].joined().reduce(0) { $0 + $1.count })
    for group in [header, body, footer] {
      let end = places.count + group.count
      let start = places.count
      places.append(contentsOf: Array(repeating: [], count: group.count))
      for (offset, row) in group.enumerated() {
        let rowIndex = start + offset
        places[rowIndex].reserveCapacity(row.count)
        var column = 0
        for var cell in row {
          while column < places[rowIndex].count, places[rowIndex][column] != nil { column += 1 }
          cell.columnSpan = max(1, min(cell.columnSpan, 1_000 - column))
          cell.rowSpan = max(1, min(cell.rowSpan, end - rowIndex))
          let index = cells.count
          if cell.rowSpan == 1, cell.columnSpan == 1, column == places[rowIndex].count {
            places[rowIndex].append(index)
            cells.append((Position(row: rowIndex, column: column), cell))
            column += 1
            continue
          }
          for covered in rowIndex..<(rowIndex + cell.rowSpan) {
            while places[covered].count < column + cell.columnSpan { places[covered].append(nil) }
            for place in column..<(column + cell.columnSpan) where places[covered][place] == nil {
              places[covered][place] = index
            }
          }
          cells.append((Position(row: rowIndex, column: column), cell))
          column += cell.columnSpan
        }
      }
    }
    let width = places.map(\.count).max() ?? 0
    for row in places.indices {
      places[row].append(contentsOf: Array(repeating: nil, count: width - places[row].count))
    }
    return Grid(columnCount: width, rowCount: places.count, places: places, cells: cells)
  }
}
