import BrowserCore
import BrowserUI
import CNcurses

/// Turns frames into ncurses cells: one look for each style, one colour pair for each two colours, both made
/// when first needed and kept.
struct CellPainter {
  /// How many colours the terminal has; 0 where it has none.
  let colors: Int

  private let isUTF8: Bool
  private let pairLimit: Int
  /// What stands for the terminal's own colours where it cannot name them.
  private let defaultForeground: Int32
  private let defaultBackground: Int32
  private let lacksAttributes: Bool
  private var pairs: [Pair: Int32] = [:]
  private var looks: [CellStyle: cchar_t] = [:]
  private var frameLooks: [cchar_t] = []
  private var line: [cchar_t] = []

  private struct Pair: Hashable {
    var foreground: UInt8?
    var background: UInt8?
  }

  /// Asks ncurses, which must be open.
  init(isUTF8: Bool) {
    self.isUTF8 = isUTF8
    let hasColors = has_colors() && start_color() == OK && curses_colors() >= 8
    colors = hasColors ? Int(curses_colors()) : 0
    pairLimit = hasColors ? Int(curses_color_pairs()) : 0
    let takesDefaults = hasColors && use_default_colors() == OK
    defaultForeground = takesDefaults ? -1 : 7
    defaultBackground = takesDefaults ? -1 : 0
    // On a terminal whose attributes take cells of their own no line would stay where it belongs.
    lacksAttributes = tigetnum("xmc") > 0
  }

  /// Writes a frame into ncurses' screen of a size, cut or padded to it.
  mutating func paint(_ frame: Frame, size: Size) {
    frameLooks.removeAll(keepingCapacity: true)
    for style in frame.styles { frameLooks.append(look(of: style)) }
    let window = curses_screen()
    if frame.size != size { werase(window) }
    let width = min(size.columns, frame.size.columns)
    guard width > 0 else { return }
    if line.count <= width { line = Array(repeating: cchar_t(), count: width + 1) }
    for row in 0..<min(size.rows, frame.size.rows) {
      let start = row * frame.size.columns
      let count = frame.cells.withUnsafeBufferPointer { cells in
        fillLine(UnsafeBufferPointer(rebasing: cells[start..<start + width]))
      }
      mvwadd_wchnstr(window, Int32(row), 0, line, Int32(count))
    }
    for (index, scalars) in frame.clusters {
      let (row, column) = index.quotientAndRemainder(dividingBy: frame.size.columns)
      guard row < size.rows, column < width else { continue }
      addMarks(scalars, look: frameLooks[Int(frame.cells[index].style)], row: row, column: column)
    }
  }

  /// Makes the cells of a row and returns how many they are: a wide character is one.
  private mutating func fillLine(_ cells: UnsafeBufferPointer<Frame.Cell>) -> Int {
    let isUTF8 = isUTF8
    let replacement: UInt32 = isUTF8 ? 0xfffd : 0x3f
    return line.withUnsafeMutableBufferPointer { line in
      frameLooks.withUnsafeBufferPointer { looks in
        var count = 0
        var column = 0
        while column < cells.count {
          let cell = cells[column]
          if cell.scalar >= 0x20, cell.scalar < 0x7f {
            curses_set_cell(&line[count], looks[Int(cell.style)], cell.scalar)
            count += 1
            column += 1
            continue
          }
          let columns = column + 1 < cells.count && cells[column + 1].scalar == 0 ? 2 : 1
          if isUTF8, cell.scalar > 0x7f, Int(curses_width(cell.scalar)) == columns {
            curses_set_cell(&line[count], looks[Int(cell.style)], cell.scalar)
            count += 1
          } else {
            // The C library counts otherwise, or the character is none: the line must keep its columns.
            curses_set_cell(&line[count], looks[Int(cell.style)], cell.scalar == 0 ? 0x20 : replacement)
            count += 1
            if columns == 2 {
              curses_set_cell(&line[count], looks[Int(cell.style)], 0x20)
              count += 1
            }
          }
          column += columns
        }
        return count
      }
    }
  }

  /// Writes a character with combining marks over its base.
  private func addMarks(_ scalars: [UInt32], look: cchar_t, row: Int, column: Int) {
    guard isUTF8, let base = scalars.first, base >= 0x20, curses_width(base) > 0 else { return }
    var cell = cchar_t()
    curses_set_cell(&cell, look, base)
    var count: Int32 = 1
    for scalar in scalars.dropFirst() where curses_width(scalar) == 0 {
      if curses_combine(&cell, count, scalar) != 0 { count += 1 }
    }
    mvwadd_wchnstr(curses_screen(), Int32(row), Int32(column), &cell, 1)
  }

  private mutating func look(of style: CellStyle) -> cchar_t {
    if let look = looks[style] { return look }
    let look = curses_look(attributes(of: style.attributes), pair(of: style))
    looks[style] = look
    return look
  }

  private func attributes(of attributes: CellStyle.Attributes) -> attr_t {
    guard !lacksAttributes else { return 0 }
    var bits: attr_t = 0
    if attributes.contains(.bold) { bits |= curses_bold }
    if attributes.contains(.dim) { bits |= curses_dim }
    if attributes.contains(.underline) { bits |= curses_underline }
    if attributes.contains(.reverse) { bits |= curses_reverse }
    if attributes.contains(.italic) { bits |= curses_italic }
    return bits
  }

  /// The number of a style's colour pair; 0, the terminal's own colours, where it has none to give.
  private mutating func pair(of style: CellStyle) -> Int32 {
    let pair = Pair(foreground: known(style.foreground), background: known(style.background))
    guard pair.foreground != nil || pair.background != nil else { return 0 }
    if let number = pairs[pair] { return number }
    let number = Int32(pairs.count + 1)
    guard number < pairLimit else { return 0 }
    let foreground = pair.foreground.map { Int32($0) } ?? defaultForeground
    let background = pair.background.map { Int32($0) } ?? defaultBackground
    guard init_extended_pair(number, foreground, background) == OK else { return 0 }
    pairs[pair] = number
    return number
  }

  private func known(_ color: UInt8?) -> UInt8? {
    guard let color, Int(color) < colors else { return nil }
    return color
  }
}
