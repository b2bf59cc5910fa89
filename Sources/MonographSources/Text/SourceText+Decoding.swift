import MonographModel

extension SourceText {
  /// Reads a file's bytes as UTF-8. Bytes that are not UTF-8 are reported and become U+FFFD, so that the rest
  /// is read.
  init(decoding bytes: [UInt8], log: DiagnosticLog) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let fault = content.withUnsafeBufferPointer(Self.firstFault) else {
      self.init(bytes: content)
      return
    }
    let before = SourceText(bytes: Array(content[..<fault]))
    let endsLine = content[..<fault].last == .lineFeed || fault == 0
    let line = endsLine ? before.lineCount + 1 : before.lineCount
    let column = endsLine ? 1 : before.column(at: fault, line: line)
    log.report(
      .encoding, line: line, column: column,
      "The file is not UTF-8 from byte \(fault + bytes.count - content.count) on"
        + " (0x\(String(content[fault], radix: 16, uppercase: true))); such bytes are shown as \u{FFFD}.",
      fix: "save the file as UTF-8")
    self.init(bytes: Array(String(decoding: content, as: UTF8.self).utf8))
  }

  /// The offset of the first byte that begins no well-formed sequence (Unicode 16, table 3-7).
  private static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: return index
      }
      guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return index }
      for place in (index + 2)..<(index + max(length, 2)) where bytes[place] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }
}
