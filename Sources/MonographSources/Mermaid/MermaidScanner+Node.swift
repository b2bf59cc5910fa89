/// A node as it is written: its name and what is written in it.
struct MermaidNode: Equatable {
  var name: String
  /// What is written in it, where this place says so.
  var label: String?
}

/// The marks that a node's text stands between.
private struct Shape {
  var open: StaticString
  var close: [StaticString]
}

extension MermaidScanner {
  /// The shapes of Mermaid's flowcharts, longer marks before shorter ones that they begin with.
  private static let shapes = [
    Shape(open: "(((", close: [")))"]),
    Shape(open: "((", close: ["))"]),
    Shape(open: "([", close: ["])"]),
    Shape(open: "(-", close: ["-)"]),
    Shape(open: "(", close: [")"]),
    Shape(open: "[[", close: ["]]"]),
    Shape(open: "[(", close: [")]"]),
    Shape(open: "[/", close: ["/]", "\\]"]),
    Shape(open: "[\\", close: ["\\]", "/]"]),
    Shape(open: "[|", close: ["|]"]),
    Shape(open: "[", close: ["]"]),
    Shape(open: "{{", close: ["}}"]),
    Shape(open: "{", close: ["}"]),
    Shape(open: ">", close: ["]"]),
  ]

  /// Reads a node with its shape, text, class and attributes; nil where no name comes.
  mutating func takeNode() throws(MermaidFault) -> (node: MermaidNode, attributes: [String: String])? {
    let start = index
    guard let name = takeName() else { return nil }
    var node = MermaidNode(name: name)
    var attributes: [String: String] = [:]
    if let byte = current,
      byte == .leftBracket || byte == .leftParenthesis || byte == .leftBrace || byte == .greaterThan
    {
      guard let label = takeShape() else {
        throw MermaidFault(offset: start, message: "The text of the node “\(name.prefix(40))” has no end.")
      }
      node.label = label
    }
    while true {
      if take(":::") {
        guard takeName() != nil else {
          throw MermaidFault(offset: index, message: "A class name is missing after “:::”.")
        }
      } else if take("@{") {
        attributes = try takeAttributes()
        if let label = attributes["label"] { node.label = label }
      } else {
        return (node, attributes)
      }
    }
  }

  /// Reads a name: anything but blanks, brackets, quotes and the beginnings of edges.
  mutating func takeName() -> String? {
    let start = index
    while let byte = current {
      let next = peek(1)
      switch byte {
      case .space, .tab, .lineFeed, .carriageReturn, .semicolon, .leftBracket, .rightBracket,
        .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace, .lessThan, .greaterThan, .verticalBar,
        .quotationMark, .atSign, .ampersand, .comma, .backtick, .caret:
        return finishName(from: start)
      case .hyphen where next == .hyphen || next == .period || next == .greaterThan || !isNameByte(next),
        .equalsSign where next == .equalsSign || !isNameByte(next),
        .colon where !isNameByte(next) || next == .colon,
        .percentSign where next == .percentSign,
        .tilde where next == .tilde:
        return finishName(from: start)
      default: index += 1
      }
    }
    return finishName(from: start)
  }

  /// The name that ends here; nil for marks of punctuation alone, such as the dots of a text cut off.
  private mutating func finishName(from start: Int) -> String? {
    guard bytes[start..<index].contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }) else {
      index = start
      return nil
    }
    return bytes[start..<index].text
  }

  private func isNameByte(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == .underscore || byte == .period
  }

  /// Reads the text between a shape's marks; nil where the closing mark is missing.
  mutating func takeShape() -> String? {
    for shape in Self.shapes where isAt(shape.open) {
      let textStart = index + shape.open.utf8CodeUnitCount
      guard let (text, end) = text(from: textStart, until: shape) else { continue }
      index = end
      return MermaidLabel.text(text)
    }
    return nil
  }

  /// The text of a shape and the offset after its closing mark.
  private func text(from start: Int, until shape: Shape) -> (ArraySlice<UInt8>, Int)? {
    func closeLength(at offset: Int) -> Int? {
      shape.close.first { isAt($0, offset: offset) }?.utf8CodeUnitCount
    }
    let first = bytes[start...].firstIndex { !$0.isASCIIWhitespace } ?? bytes.count
    if first < bytes.count, bytes[first] == .quotationMark,
      let quote = bytes[(first + 1)...].firstIndex(of: .quotationMark)
    {
      let after = bytes[(quote + 1)...].firstIndex { !$0.isASCIIWhitespace } ?? bytes.count
      if let length = closeLength(at: after) { return (bytes[first...quote], after + length) }
    }
    var depth = 0
    var place = start
    let opening = bytes[start - 1]
    while place < bytes.count, bytes[place] != .lineFeed, bytes[place] != .carriageReturn {
      if depth == 0, let length = closeLength(at: place) {
        // Of `]]` after `[`, the last bracket closes: `A[text [x]]`.
        return (bytes[start..<place], place + length)
      }
      if shape.open.utf8CodeUnitCount == 1, opening != .greaterThan {
        if bytes[place] == opening { depth += 1 }
        if closeLength(at: place) != nil { depth -= 1 }
      }
      place += 1
    }
    return nil
  }

  /// Reads `shape: rect, label: "text" }`, which may have several lines.
  private mutating func takeAttributes() throws(MermaidFault) -> [String: String] {
    let start = index
    var attributes: [String: String] = [:]
    var entry: [UInt8] = []
    func finishEntry() {
      let parts = entry.split(separator: .colon, maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { attributes[parts[0].trimmingWhitespace.text] = MermaidLabel.text(parts[1]) }
      entry = []
    }
    while let byte = current {
      switch byte {
      case .rightBrace:
        finishEntry()
        index += 1
        return attributes
      case .comma, .lineFeed, .carriageReturn:
        finishEntry()
        index += 1
      case .quotationMark:
        let end = bytes[(index + 1)...].firstIndex(of: .quotationMark) ?? bytes.count - 1
        entry += bytes[index...end]
        index = end + 1
      default:
        entry.append(byte)
        index += 1
      }
    }
    index = start
    throw MermaidFault(offset: start, message: "The attributes of a node have no end.")
  }
}
