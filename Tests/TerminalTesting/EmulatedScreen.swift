import CVTerm

/// How a cell of an emulated screen looks.
public struct CellLook: Hashable, Sendable {
  /// Heavier.
  public var isBold = false
  /// Underlined.
  public var isUnderlined = false
  /// Foreground and background exchanged.
  public var isReversed = false
  /// Slanted.
  public var isItalic = false
  /// The number of the colour of the text; nil is the terminal's own.
  public var foreground: Int?
  /// The number of the colour behind it; nil is the terminal's own.
  public var background: Int?

  /// Makes a look.
  public init(
    isBold: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false, isItalic: Bool = false,
    foreground: Int? = nil, background: Int? = nil
  ) {
    self.isBold = isBold
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
    self.isItalic = isItalic
    self.foreground = foreground
    self.background = background
  }
}

/// What a terminal shows after the bytes it was sent, by libvterm.
final class EmulatedScreen {
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private(set) var columns: Int
  private(set) var rows: Int
  /// The bytes of a character whose rest is still to come: libvterm breaks one that comes in two pieces.
  private var heldBack: [UInt8] = []

  init?(columns: Int, rows: Int) {
    guard let terminal = vterm_new(Int32(rows), Int32(columns)) else { return nil }
    self.terminal = terminal
    self.columns = columns
    self.rows = rows
    vterm_set_utf8(terminal, 1)
    screen = vterm_obtain_screen(terminal)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit { vterm_free(terminal) }

  func feed(_ bytes: [UInt8]) {
    let all = heldBack + bytes
    let whole = all.count - Self.incompleteTail(of: all)
    heldBack = Array(all[whole...])
    all[..<whole].withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress else { return }
      vterm_input_write(terminal, start.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }

  private static func incompleteTail(of bytes: [UInt8]) -> Int {
    for length in 1...3 where length <= bytes.count {
      let byte = bytes[bytes.count - length]
      if byte & 0xc0 == 0x80 { continue }
      let needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
      return needed > length ? length : 0
    }
    return 0
  }

  func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    vterm_set_size(terminal, Int32(rows), Int32(columns))
  }

  /// What the emulator would send back to the program: answers to its queries.
  func takeAnswers() -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = vterm_output_read(terminal, &buffer, buffer.count)
    return buffer.prefix(count).map { UInt8(bitPattern: $0) }
  }

  var cursor: (row: Int, column: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.row), Int(position.col))
  }

  private func cell(row: Int, column: Int) -> VTermScreenCell? {
    var cell = VTermScreenCell()
    let position = VTermPos(row: Int32(row), col: Int32(column))
    guard (0..<rows).contains(row), (0..<columns).contains(column),
      vterm_screen_get_cell(screen, position, &cell) != 0
    else { return nil }
    return cell
  }

  /// The characters of a row, trailing spaces removed.
  func text(row: Int) -> String {
    var text = ""
    var column = 0
    while column < columns, var cell = cell(row: row, column: column) {
      let base = vterm_cell_character(&cell, 0)
      if base == 0 { text += " " }
      for index in 0..<Int32(VTERM_MAX_CHARS_PER_CELL) {
        let value = vterm_cell_character(&cell, index)
        // The right half of a wide character holds the value -1.
        guard value != 0, value != UInt32.max, let scalar = Unicode.Scalar(value) else { break }
        text.unicodeScalars.append(scalar)
      }
      column += max(1, Int(cell.width))
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  func look(row: Int, column: Int) -> CellLook {
    guard var cell = cell(row: row, column: column) else { return CellLook() }
    let (foreground, background) = (vterm_cell_foreground(&cell), vterm_cell_background(&cell))
    return CellLook(
      isBold: vterm_cell_is_bold(&cell), isUnderlined: vterm_cell_is_underlined(&cell),
      isReversed: vterm_cell_is_reversed(&cell), isItalic: vterm_cell_is_italic(&cell),
      foreground: foreground == -1 ? nil : Int(foreground),
      background: background == -1 ? nil : Int(background))
  }
}
