/// Where an overlay stands: over the body of the screen, under the header, above the last lines.
public struct OverlayArrangement: Hashable, Sendable {
  /// All of the overlay.
  public let frame: Rectangle
  /// The rows of a list below its title or field.
  public let listRows: Int
  /// The rows of a document below its title.
  public let documentRows: Int
  /// The columns that a document is set in.
  public let measure: Int

  /// Arranges an overlay for a window.
  public init(size: Size) {
    let isSmall = size.columns < 40 || size.rows < 10
    let top = isSmall ? 0 : 1
    let bottom = isSmall ? (size.rows >= 3 ? 1 : 0) : 2
    frame = Rectangle(row: top, column: 0, rows: max(1, size.rows - top - bottom), columns: size.columns)
    listRows = max(1, frame.rows - 1)
    documentRows = max(1, frame.rows - 1)
    let margin = size.columns >= 60 ? 2 : 0
    measure = max(1, min(PanelArrangement.maximumMeasure, frame.columns - margin * 2))
  }
}
