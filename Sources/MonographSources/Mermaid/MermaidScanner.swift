/// A place in the source of a diagram, and the small steps that reading it takes.
struct MermaidScanner {
  let bytes: [UInt8]
  /// The offset of the next byte.
  var index = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next byte; nil at the end.
  var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// A byte further on; nil past the end.
  func peek(_ distance: Int) -> UInt8? {
    index + distance < bytes.count ? bytes[index + distance] : nil
  }

  /// Whether a text comes next.
  func isAt(_ text: StaticString) -> Bool { isAt(text, offset: index) }

  /// Whether a text stands at an offset.
  func isAt(_ text: StaticString, offset: Int) -> Bool {
    text.withUTF8Buffer { buffer in
      offset + buffer.count <= bytes.count
        && bytes.withUnsafeBufferPointer { bytes in
          buffer.indices.allSatisfy { bytes[offset + $0] == buffer[$0] }
        }
    }
  }

  /// Steps over a text; false where something else comes.
  mutating func take(_ text: StaticString) -> Bool {
    guard isAt(text) else { return false }
    index += text.utf8CodeUnitCount
    return true
  }

  /// Steps over spaces and tabs.
  mutating func skipBlanks() {
    while let byte = current, byte == .space || byte == .tab { index += 1 }
  }

  /// Steps over spaces, tabs and line ends.
  mutating func skipWhitespace() {
    while let byte = current, byte.isASCIIWhitespace { index += 1 }
  }

  /// Whether a statement ends here: at a line end, a semicolon, a comment or the end of the text.
  var isAtStatementEnd: Bool {
    guard let byte = current else { return true }
    return byte == .lineFeed || byte == .carriageReturn || byte == .semicolon || isAt("%%")
  }

  /// Steps to the next statement: over blanks, line ends, semicolons and comments.
  mutating func skipToStatement() {
    while let byte = current {
      if byte.isASCIIWhitespace || byte == .semicolon {
        index += 1
      } else if isAt("%%{") {
        skipDirective()
      } else if isAt("%%") {
        skipLine()
      } else {
        return
      }
    }
  }

  /// Steps over `%%{init: …}%%`, which may have several lines.
  private mutating func skipDirective() {
    guard let end = bytes[index...].firstRange(of: Array("}%%".utf8)) else { return skipLine() }
    index = end.upperBound
  }

  /// Steps to the end of the line.
  mutating func skipLine() {
    while let byte = current, byte != .lineFeed, byte != .carriageReturn { index += 1 }
  }

  /// Steps to the end of the statement and gives what stood there. Text between quotes is stepped over
  /// whole.
  mutating func takeStatement() -> ArraySlice<UInt8> {
    let start = index
    while let byte = current, !isAtStatementEnd {
      index += 1
      if byte == .quotationMark, let end = bytes[index...].firstIndex(of: .quotationMark) { index = end + 1 }
    }
    return bytes[start..<index]
  }

  /// The letters that come next, as a word, where no letter or digit follows them.
  var word: String {
    let end = bytes[index...].firstIndex { !$0.isASCIILetter } ?? bytes.count
    return bytes[index..<end].text
  }

  /// The offset of the line end, or of the end of the text.
  var lineEnd: Int {
    bytes[index...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
  }
}
