import BrowserCore
import TextLayout

/// Draws styled text into a frame, always within a rectangle.
struct Painter {
  /// What has been drawn.
  private(set) var frame: Frame
  /// What characters may be used.
  let glyphs: GlyphSet

  private let theme: ResolvedTheme
  private var styles: [Style: UInt16] = [:]

  init(size: Size, theme: ResolvedTheme, glyphs: GlyphSet) {
    self.theme = theme
    self.glyphs = glyphs
    frame = Frame(size: size, style: theme.style(Style(.body)))
  }

  /// The cell where the cursor rests.
  var cursor: Frame.Position {
    get { frame.cursor }
    set {
      frame.cursor = Frame.Position(
        row: min(max(0, newValue.row), max(0, frame.size.rows - 1)),
        column: min(max(0, newValue.column), max(0, frame.size.columns - 1)))
    }
  }

  private mutating func index(of style: Style) -> UInt16 {
    if let index = styles[style] { return index }
    let index = frame.index(of: theme.style(style))
    styles[style] = index
    return index
  }

  /// Blanks a rectangle in a style.
  mutating func fill(_ rectangle: Rectangle, style: Style) {
    let index = index(of: style)
    for row in rectangle.row..<rectangle.endRow {
      for column in rectangle.column..<rectangle.endColumn {
        frame.put(0x20, row: row, column: column, style: index)
      }
    }
  }

  /// Draws text that comes from anywhere: what is unsafe in it is shown as visible characters. What does
  /// not fit in the columns is cut with an ellipsis. Gives the columns used.
  @discardableResult
  mutating func draw(_ text: String, row: Int, column: Int, columns: Int, style: Style) -> Int {
    guard columns > 0 else { return 0 }
    let visible = DisplayText.visible(text, glyphs: glyphs)
    let width = DisplayText.width(of: visible)
    let shown = width <= columns ? visible : DisplayText.truncate(visible, width: columns, glyphs: glyphs)
    return place(shown, row: row, column: column, columns: columns, style: style)
  }

  /// Draws a laid-out line, whose text is safe already, cut at the columns given.
  mutating func draw(_ line: TextLine, row: Int, column: Int, columns: Int) {
    var used = 0
    for span in line.spans {
      guard used < columns else { return }
      used += place(span.text, row: row, column: column + used, columns: columns - used, style: span.style)
    }
  }

  /// Puts the characters of safe text into cells; gives the columns used.
  private mutating func place(_ text: String, row: Int, column: Int, columns: Int, style: Style) -> Int {
    let index = index(of: style)
    var used = 0
    var cluster: [UInt32] = []
    var clusterWidth = 0
    for scalar in text.unicodeScalars {
      let width = scalar.value < 0x80 ? 1 : CharacterWidth.columns(of: scalar.value) ?? 0
      if width == 0, !cluster.isEmpty {
        cluster.append(scalar.value)
        frame.put(cluster, width: clusterWidth, row: row, column: column + used - clusterWidth, style: index)
        continue
      }
      guard width > 0 else { continue }
      guard used + width <= columns else { return used }
      cluster = [scalar.value]
      clusterWidth = width
      if width == 1 {
        frame.put(scalar.value, row: row, column: column + used, style: index)
      } else {
        frame.put(cluster, width: width, row: row, column: column + used, style: index)
      }
      used += width
    }
    return used
  }
}
