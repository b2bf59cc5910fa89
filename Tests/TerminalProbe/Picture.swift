import BrowserCore
import BrowserUI

/// What the probe shows.
enum Picture: String {
  /// The names of the keys read, newest first.
  case keys
  /// Numbered lines over the full width between a header and a status line.
  case lines
  /// Numbered lines beside a panel that stands still.
  case panel
  /// Wide characters, combining marks, and a mark in the last cell.
  case characters
  /// A row for each attribute and for colours.
  case styles

  /// Draws itself: `top` is the first numbered line, `log` the names of keys.
  func frame(size: Size, top: Int, log: [String]) -> Frame {
    var frame = Frame(size: size)
    switch self {
    case .keys:
      for (row, text) in log.reversed().prefix(max(0, size.rows - 1)).enumerated() {
        frame.write(text, row: row + 1, column: 0)
      }
      frame.write("\(size.columns)x\(size.rows)", row: 0, column: 0)
      frame.cursor = Frame.Position(row: 0, column: 0)
    case .lines:
      numberedLines(in: &frame, column: 0, top: top)
    case .panel:
      for row in 1..<max(1, size.rows - 1) {
        frame.write("Contents entry \(row)", row: row, column: 0)
        frame.write("│", row: row, column: 25)
      }
      numberedLines(in: &frame, column: 27, top: top)
    case .characters:
      frame.write("漢字|", row: 0, column: 0)
      frame.put([0x65, 0x301], width: 1, row: 1, column: 0, style: 0)
      frame.put([0x6d, 0x304, 0x323], width: 1, row: 1, column: 1, style: 0)
      frame.write("|μg ≥ →", row: 1, column: 2)
      frame.put(0x07, row: 2, column: 0, style: 0)
      frame.put(0x9b, row: 2, column: 1, style: 0)
      frame.write("|", row: 2, column: 2)
      frame.write("#", row: size.rows - 1, column: size.columns - 1)
    case .styles:
      let attributes: [CellStyle.Attributes] = [[], .bold, .dim, .underline, .reverse, .italic]
      for (row, attributes) in attributes.enumerated() {
        frame.write("sample", row: row, column: 0, style: CellStyle(attributes: attributes))
      }
      frame.write("sample", row: 6, column: 0, style: CellStyle(foreground: 2, background: 4))
      frame.write("sample", row: 7, column: 0, style: CellStyle(foreground: 208))
    }
    return frame
  }

  private func numberedLines(in frame: inout Frame, column: Int, top: Int) {
    let rows = frame.size.rows
    let width = max(0, frame.size.columns - column)
    frame.write("Probe \(top * 100 / 500)%", row: 0, column: 0, style: CellStyle(attributes: .reverse))
    for row in 1..<max(1, rows - 1) {
      frame.write(Self.sentence(top + row, width: width), row: row, column: column)
    }
    frame.cursor = Frame.Position(row: min(1, rows - 1), column: 0)
  }

  /// A line of words that differs from its neighbours almost everywhere, about four fifths full, as text is.
  private static func sentence(_ number: Int, width: Int) -> String {
    let words = ["dose", "spasticity", "renal", "the", "of", "baclofen", "with", "oral"]
    var text = "\(number)"
    var state = UInt32(truncatingIfNeeded: number) &* 2_654_435_761
    while text.utf8.count < width * 8 / 10 - 6 {
      state = state &* 1_664_525 &+ 1_013_904_223
      text += " " + words[Int(state >> 16) % words.count]
    }
    return String(text.prefix(width))
  }
}

extension Frame {
  /// Writes text whose characters are of one scalar, wide from U+1100 on but for the few used here.
  fileprivate mutating func write(_ text: String, row: Int, column: Int, style: CellStyle = .plain) {
    let index = index(of: style)
    var column = column
    for scalar in text.unicodeScalars {
      let width = (0x3000...0x9fff).contains(scalar.value) ? 2 : 1
      put([scalar.value], width: width, row: row, column: column, style: index)
      column += width
    }
  }
}
