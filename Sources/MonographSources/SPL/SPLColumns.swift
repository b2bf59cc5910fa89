import MonographModel

/// How the columns of a table are aligned: as its `col` elements say, else as the cells of a column agree.
struct SPLColumns {
  private var stated: [Table.Alignment?] = []
  /// For each column, how often its cells say leading, center and trailing.
  private var counts: [(leading: Int, center: Int, trailing: Int)] = []
  /// For each column, how many further rows a cell from above covers.
  private var covered: [Int] = []
  private var column = 0

  /// No table of a label is wider; what is further right has no alignment of its own.
  private static let widest = 1_000

  static func alignment(_ value: UnsafePointer<UInt8>) -> Table.Alignment? {
    switch value.pointee.lowercased {
    case UInt8(ascii: "c"): .center
    case UInt8(ascii: "r"): .trailing
    case UInt8(ascii: "l"), UInt8(ascii: "j"): .leading
    default: nil
    }
  }

  /// Reads the `col`, or the group of them, that has just begun.
  mutating func add(_ reader: SPLMarkupReader) {
    let isGroup = reader.cursor.element == .colgroup
    let (alignment, span) = Self.column(reader)
    var isFilled = false
    let depth = reader.cursor.depth
    while let event = reader.next(within: depth) {
      guard event == .start else { continue }
      let (own, span) = Self.column(reader)
      state(own ?? alignment, span: span)
      isFilled = true
      reader.skip()
    }
    if !isGroup || !isFilled { state(alignment, span: span) }
  }

  private static func column(_ reader: SPLMarkupReader) -> (Table.Alignment?, span: Int) {
    var alignment: Table.Alignment?
    var span = 1
    reader.cursor.forEachAttribute { attribute, value in
      if attribute == .align { alignment = Self.alignment(value) }
      if attribute == .span { span = min(max(Int(String(cString: value)) ?? 1, 1), widest) }
    }
    return (alignment, span)
  }

  private mutating func state(_ alignment: Table.Alignment?, span: Int) {
    for _ in 0..<span where stated.count < Self.widest { stated.append(alignment) }
  }

  /// Cells from above end with their row group.
  mutating func beginGroup() { covered.removeAll(keepingCapacity: true) }

  mutating func beginRow() {
    for index in covered.indices where covered[index] > 0 { covered[index] -= 1 }
    column = 0
  }

  /// Notes where a cell stands and what it says of its alignment.
  mutating func place(columnSpan: Int, rowSpan: Int, alignment: Table.Alignment?) {
    while column < covered.count, covered[column] > 0 { column += 1 }
    let end = min(column + columnSpan, Self.widest)
    while covered.count < end { covered.append(0) }
    // One more than the rows below, since the next row takes one off.
    for index in column..<max(column, end) { covered[index] = rowSpan }
    if columnSpan == 1, column < Self.widest, let alignment {
      while counts.count <= column { counts.append((0, 0, 0)) }
      switch alignment {
      case .leading: counts[column].leading += 1
      case .center: counts[column].center += 1
      case .trailing: counts[column].trailing += 1
      }
    }
    column = end
  }

  /// The alignment of each column; none where all are leading.
  var alignments: [Table.Alignment] {
    var alignments: [Table.Alignment] = []
    for index in 0..<max(stated.count, counts.count) {
      if index < stated.count, let alignment = stated[index] {
        alignments.append(alignment)
      } else if index < counts.count, counts[index].center + counts[index].trailing > counts[index].leading {
        alignments.append(counts[index].trailing > counts[index].center ? .trailing : .center)
      } else {
        alignments.append(.leading)
      }
    }
    while alignments.last == .leading { alignments.removeLast() }
    return alignments
  }
}
