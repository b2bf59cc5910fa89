import Glibc

/// Cuts a stream into lines as it comes, in memory for one line and one piece.
struct LineScanner {
  /// The longest line that is given, in bytes.
  let lengthLimit: Int

  /// Gives each line with its number from 1, without its line feed or a carriage return before it, and without
  /// a byte order mark at the start. A line that is too long is given as nil.
  func scan(_ stream: ByteStream, _ body: (Int, UnsafeBufferPointer<UInt8>?) throws -> Void) throws {
    var number = 0
    var carried: [UInt8] = []
    var isTooLong = false

    func give(_ line: UnsafeBufferPointer<UInt8>) throws {
      number += 1
      var line = line
      if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = .init(rebasing: line[3...]) }
      if line.last == .carriageReturn { line = .init(rebasing: line[..<(line.count - 1)]) }
      try body(number, isTooLong || line.count > lengthLimit ? nil : line)
      isTooLong = false
    }

    while let piece = try stream.next() {
      try piece.withUnsafeBufferPointer { bytes in
        var start = 0
        while start < bytes.count, let base = bytes.baseAddress {
          guard let found = memchr(base + start, CInt(UInt8.lineFeed), bytes.count - start) else {
            if carried.count + bytes.count - start > lengthLimit + 1 {
              isTooLong = true
              carried = []
            } else {
              carried += bytes[start...]
            }
            return
          }
          let end = UnsafeRawPointer(found) - UnsafeRawPointer(base)
          if carried.isEmpty {
            try give(UnsafeBufferPointer(rebasing: bytes[start..<end]))
          } else {
            carried += bytes[start..<end]
            try carried.withUnsafeBufferPointer(give)
            carried.removeAll(keepingCapacity: true)
          }
          start = end + 1
        }
      }
    }
    if !carried.isEmpty || isTooLong { try carried.withUnsafeBufferPointer(give) }
  }
}
