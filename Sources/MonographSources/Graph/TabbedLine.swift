import Glibc

/// A line of a table whose columns are divided by tabs, or by commas.
struct TabbedLine {
  /// The line's bytes, which belong to the scanner that gave it.
  private(set) var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// Where each column ends.
  private var ends: [Int] = []

  /// Divides another line. The memory for the columns is used again.
  mutating func divide(_ line: UnsafeBufferPointer<UInt8>) {
    bytes = line
    ends.removeAll(keepingCapacity: true)
    if let base = bytes.baseAddress {
      var start = 0
      while let tab = memchr(base + start, CInt(UInt8.tab), bytes.count - start) {
        let end = UnsafeRawPointer(tab) - UnsafeRawPointer(base)
        ends.append(end)
        start = end + 1
      }
    }
    ends.append(bytes.count)
  }

  /// Divides another line at its commas that stand between no quotation marks. False where a quotation does not end
  /// in it.
  mutating func divideAtCommas(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes = line
    ends.removeAll(keepingCapacity: true)
    var isQuoted = false
    for (place, byte) in line.enumerated() {
      if byte == .quotationMark { isQuoted.toggle() }
      if byte == .comma, !isQuoted { ends.append(place) }
    }
    ends.append(line.count)
    return !isQuoted
  }

  /// How many columns it has.
  var count: Int { ends.count }

  /// The bytes of a column, without spaces around them; empty where the line has no such column.
  subscript(column: Int) -> UnsafeBufferPointer<UInt8> {
    guard column < ends.count else { return .init(rebasing: bytes[..<0]) }
    let start = column == 0 ? 0 : ends[column - 1] + 1
    let value = bytes[start..<ends[column]].trimmingWhitespace
    return UnsafeBufferPointer(rebasing: value)
  }
}
