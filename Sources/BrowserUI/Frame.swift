import BrowserCore

/// A screen full of styled cells, and where the cursor rests. A value; drawing into it touches nothing
/// else, and nothing can be drawn outside it.
public struct Frame: Hashable, Sendable {
  /// One character cell.
  public struct Cell: Hashable, Sendable {
    /// The scalar shown; 0 for the right half of a wide character. With combining marks it is the
    /// base, and ``Frame/clusters`` holds the whole.
    public var scalar: UInt32
    /// The index in ``Frame/styles`` of its look.
    public var style: UInt16

    /// Makes a cell.
    public init(scalar: UInt32, style: UInt16) {
      self.scalar = scalar
      self.style = style
    }
  }

  /// A place on the screen, from the top left, both counted from 0.
  public struct Position: Hashable, Sendable {
    /// The row.
    public var row: Int
    /// The column.
    public var column: Int

    /// Makes a position.
    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  /// The size.
  public let size: Size
  /// The cells, row by row: `size.rows * size.columns` of them.
  public private(set) var cells: [Cell]
  /// The looks that cells refer to; the first is the plain one.
  public private(set) var styles: [CellStyle]
  /// The cells whose character has combining marks, by index, with the whole character's scalars.
  public private(set) var clusters: [Int: [UInt32]]
  /// Where the hardware cursor rests.
  public var cursor: Position

  private var styleIndex: [CellStyle: UInt16]

  /// An empty screen.
  public init(size: Size, style: CellStyle = .plain) {
    self.size = size
    styles = [style]
    styleIndex = [style: 0]
    cells = Array(repeating: Cell(scalar: 0x20, style: 0), count: max(0, size.rows * size.columns))
    clusters = [:]
    cursor = Position(row: max(0, size.rows - 1), column: 0)
  }

  /// The index of a look, adding it where it is new.
  public mutating func index(of style: CellStyle) -> UInt16 {
    if let index = styleIndex[style] { return index }
    let index = UInt16(styles.count)
    styles.append(style)
    styleIndex[style] = index
    return index
  }

  /// Puts a character that takes `width` columns (1 or 2) at a place, if all of it is on the screen. A
  /// wide character that it half covers is blanked.
  public mutating func put(_ scalars: [UInt32], width: Int, row: Int, column: Int, style: UInt16) {
    guard let base = scalars.first, row >= 0, row < size.rows, column >= 0, column + width <= size.columns
    else { return }
    clear(row: row, column: column, style: style)
    let index = row * size.columns + column
    cells[index] = Cell(scalar: base, style: style)
    if scalars.count > 1 { clusters[index] = scalars }
    if width == 2 {
      clear(row: row, column: column + 1, style: style)
      cells[index + 1] = Cell(scalar: 0, style: style)
    }
  }

  /// Puts a character of one scalar and one column; the fast path of ``put(_:width:row:column:style:)``.
  public mutating func put(_ scalar: UInt32, row: Int, column: Int, style: UInt16) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
    clear(row: row, column: column, style: style)
    cells[row * size.columns + column] = Cell(scalar: scalar, style: style)
  }

  /// Changes the look of a cell and keeps its character.
  public mutating func restyle(row: Int, column: Int, style: UInt16) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
    cells[row * size.columns + column].style = style
  }

  /// Blanks a cell and, where it is half of a wide character, the other half.
  private mutating func clear(row: Int, column: Int, style: UInt16) {
    let index = row * size.columns + column
    if cells[index].scalar == 0, column > 0 {
      cells[index - 1].scalar = 0x20
      if !clusters.isEmpty { clusters[index - 1] = nil }
    }
    if column + 1 < size.columns, cells[index + 1].scalar == 0 { cells[index + 1].scalar = 0x20 }
    if !clusters.isEmpty { clusters[index] = nil }
    cells[index] = Cell(scalar: 0x20, style: style)
  }

  /// The characters of a row, trailing spaces removed; what a test compares.
  public func text(row: Int) -> String {
    var text = ""
    for column in 0..<size.columns {
      let index = row * size.columns + column
      let scalars = clusters[index] ?? [cells[index].scalar]
      for value in scalars where value != 0 {
        text.unicodeScalars.append(Unicode.Scalar(value) ?? " ")
      }
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows, each with trailing spaces removed.
  public var text: String { (0..<size.rows).map(text(row:)).joined(separator: "\n") }
}
