/// What the paragraphs and tables of a body cost cmark where its time grows with their square.
///
/// Measured on cmark-gfm 0.29.0.gfm.6: openings of declarations, instructions and pictures each look through
/// the rest of their paragraph; so does each line that could be the second of a table. Rows of a table are
/// filled up to its width.
struct ParagraphCost {
  private var size = 0
  private var openings = 0
  private var delimiterRows = 0
  private var columns = 0
  private var rowCost = 0
  private var total = 0
  private var cells = 0

  mutating func add(_ line: ArraySlice<UInt8>, first: UInt8) {
    size += line.count
    var before: UInt8 = 0
    var atSigns = 0
    var bars = 0
    line.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        if byte == .atSign { atSigns += 1 }
        if byte == .verticalBar { bars += 1 }
        if (byte == .exclamationMark || byte == .questionMark) && before == .lessThan { openings += 1 }
        if byte == .leftBracket && before == .exclamationMark { openings += 1 }
        before = byte
      }
    }
    openings += atSigns / 64
    let canDelimit = first == .verticalBar || first == .hyphen || first == .colon
    if canDelimit,
      line.allSatisfy({ $0 == .verticalBar || $0 == .hyphen || $0 == .colon || $0 == .space || $0 == .tab })
    {
      delimiterRows += 1
      columns = max(columns, bars + 1)
    }
    if columns > 0 { cells += max(columns, bars + 1) }
    if delimiterRows > 4 { rowCost += size }
  }

  mutating func end() {
    total += openings * size
    size = 0
    openings = 0
    delimiterRows = 0
    columns = 0
  }

  func obstacle(_ limits: ReaderLimits) -> String? {
    if cells > limits.tableCells {
      return "The tables up to here would have more than \(limits.tableCells) cells."
    }
    if rowCost > 20_000_000 { return "A paragraph up to here has too many lines of table rules." }
    if total + openings * size > 1_000_000_000 {
      return "The paragraphs up to here have too many unfinished tags or pictures."
    }
    return nil
  }
}
