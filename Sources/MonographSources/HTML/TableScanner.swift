/// Finds where an HTML table ends.
enum TableScanner {
  /// Whether a `<table` tag stands at an offset.
  static func beginsTable(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
    guard bytes.startsIgnoringCase(with: "<table") else { return false }
    guard let next = bytes.dropFirst(6).first else { return true }
    return next.isASCIIWhitespace || next == .greaterThan || next == .slash
  }

  /// The offset after the `</table>` of the table that begins at an offset, tables within it counted; nil
  /// where none begins there or it does not end.
  static func end(of bytes: [UInt8], at offset: Int) -> Int? {
    guard beginsTable(bytes[offset...]) else { return nil }
    var depth = 0
    var index = offset
    while index < bytes.count {
      if bytes[index] == .lessThan {
        if beginsTable(bytes[index...]) {
          depth += 1
        } else if bytes[index...].startsIgnoringCase(with: "</table") {
          depth -= 1
          if depth == 0 {
            return (bytes[index...].firstIndex(of: .greaterThan) ?? bytes.count - 1) + 1
          }
        }
      }
      index += 1
    }
    return nil
  }
}
