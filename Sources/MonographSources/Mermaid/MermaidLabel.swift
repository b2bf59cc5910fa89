/// The words of a label as the diagram shows them.
enum MermaidLabel {
  /// Reads a label: quotes and the backticks of a Markdown string are taken off, entity codes (`#quot;`,
  /// `#9829;`) replaced, line breaks made spaces.
  static func text(_ source: some Collection<UInt8>) -> String {
    var bytes = Array(source.trimmingWhitespace)
    if bytes.count >= 2, bytes.first == .quotationMark, bytes.last == .quotationMark {
      bytes = Array(bytes[1..<(bytes.count - 1)].trimmingWhitespace)
    }
    let isMarkdown = bytes.count >= 2 && bytes.first == .backtick && bytes.last == .backtick
    if isMarkdown { bytes = withoutEmphasis(Array(bytes[1..<(bytes.count - 1)])) }
    return joiningLines(decoded(bytes)).text
  }

  /// Without the marks of emphasis: stars and underscores that stand at the edge of a word.
  private static func withoutEmphasis(_ bytes: [UInt8]) -> [UInt8] {
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let byte = bytes[index]
      return byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80
    }
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == .asterisk || bytes[index] == .underscore else {
        kept.append(bytes[index])
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] == bytes[start] { index += 1 }
      let isEdge = index - start <= 3 && isWord(start - 1) != isWord(index)
      if !isEdge { kept += bytes[start..<index] }
    }
    return kept
  }

  /// With entity codes replaced by their characters.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(.semicolon) else { return bytes }
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == .numberSign || bytes[index] == .ampersand,
        let (character, end) = entity(in: bytes, at: index)
      {
        decoded += Array(character.utf8)
        index = end
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  /// The character of a code that begins at an offset, and the offset after its semicolon.
  private static func entity(in bytes: [UInt8], at offset: Int) -> (String, Int)? {
    var start = offset + 1
    if bytes[offset] == .ampersand, start < bytes.count, bytes[start] == .numberSign { start += 1 }
    let end = bytes[start...].firstIndex { !$0.isASCIILetter && !$0.isASCIIDigit } ?? bytes.count
    guard end < bytes.count, bytes[end] == .semicolon, end > start, end - start <= 32 else { return nil }
    let name = bytes[start..<end].text
    if let number = UInt32(name) {
      guard number >= 0x20, number != 0x7F, let scalar = Unicode.Scalar(number) else { return nil }
      return (String(scalar), end + 1)
    }
    return HTMLEntity.character(named: name).map { ($0, end + 1) }
  }

  /// On one line: line ends with the blanks around them, and `<br>`, become one space.
  private static func joiningLines(_ bytes: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    var index = 0
    func appendSpace() { if let last = joined.last, last != .space { joined.append(.space) } }
    while index < bytes.count {
      let rest = bytes[index...]
      if rest.startsIgnoringCase(with: "<br"), let end = rest.firstIndex(of: .greaterThan),
        rest[(index + 3)..<end].allSatisfy({ $0 == .space || $0 == .slash })
      {
        appendSpace()
        index = end + 1
      } else if bytes[index].isASCIIWhitespace {
        appendSpace()
        index += 1
      } else if rest.starts(with: [.backslash, UInt8(ascii: "n")]) {
        appendSpace()
        index += 2
      } else {
        joined.append(bytes[index])
        index += 1
      }
    }
    while joined.last == .space { joined.removeLast() }
    return joined
  }
}
