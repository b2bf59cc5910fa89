/// A part of the screen.
public struct Rectangle: Hashable, Sendable {
  /// The first row and column, from 0.
  public var row: Int, column: Int
  /// How many rows and columns; never negative.
  public var rows: Int, columns: Int

  /// Makes a rectangle; negative sizes become 0.
  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The row after the last.
  public var endRow: Int { row + rows }
  /// The column after the last.
  public var endColumn: Int { column + columns }
  /// Whether there is nothing in it.
  public var isEmpty: Bool { rows == 0 || columns == 0 }
}
