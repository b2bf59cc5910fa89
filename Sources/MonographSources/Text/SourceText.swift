import MonographModel

/// The text of a file as valid UTF-8, with its lines.
///
/// Lines end with a line feed, a carriage return, or both, as CommonMark has it.
struct SourceText {
  /// The text, without a byte order mark.
  let bytes: [UInt8]
  /// Where each line begins.
  let lineStarts: [Int]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    var starts: [Int] = bytes.isEmpty ? [] : [0]
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let byte = buffer[index]
        index += 1
        if byte == .lineFeed || byte == .carriageReturn {
          if byte == .carriageReturn, index < buffer.count, buffer[index] == .lineFeed { index += 1 }
          if index < buffer.count { starts.append(index) }
        }
      }
    }
    lineStarts = starts
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, counted from 1, without its end; empty for a line that is not there.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1, number <= lineStarts.count else { return [] }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    return bytes[start..<end]
  }

  /// Where a line begins, counted from 1; the end of the text for a line after the last.
  func offset(ofLine number: Int) -> Int {
    guard number >= 1 else { return 0 }
    return number <= lineStarts.count ? lineStarts[number - 1] : bytes.count
  }

  /// Whether a line holds nothing but spaces and tabs.
  func isBlank(_ number: Int) -> Bool { line(number).allSatisfy { $0 == .space || $0 == .tab } }

  /// The line, from 1, that an offset stands on.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }

  /// The column in characters, from 1, of an offset within its line.
  func column(at offset: Int, line number: Int) -> Int {
    let start = self.offset(ofLine: number)
    guard offset >= start, offset <= bytes.count else { return 0 }
    return 1 + bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
  }

  /// The column in characters, from 1, at which a piece of text stands in a line, looked for from a byte
  /// column (from 1) that may be wrong; 0 where it is not there, or further in than 64 KiB.
  func column(of piece: String, line number: Int, near byteColumn: Int) -> Int {
    let text = line(number).prefix(1 << 16)
    let wanted = Array(piece.utf8)
    let start = text.startIndex
    let guess = start + max(0, byteColumn - 1)
    if guess < text.endIndex, text[guess...].starts(with: wanted) { return column(at: guess, line: number) }
    guard let found = text.firstRange(of: wanted) else { return 0 }
    return column(at: found.lowerBound, line: number)
  }
}
