/// An edge as it is written, without its ends.
struct MermaidEdge: Equatable {
  /// What is written on it.
  var label = ""
  /// Whether the end it begins at has a head: an arrow, a circle or a cross.
  var hasStartHead = false
  /// Whether the end it leads to has a head.
  var hasEndHead = false
  /// Whether it only holds its nodes apart (`~~~`) and says nothing.
  var isInvisible = false
}

extension MermaidScanner {
  /// How an edge is drawn, which tells the marks it is made of.
  private enum Stroke {
    case normal, dotted, thick
  }

  /// Reads an edge with its id and label: `-->`, `-- text -->`, `-->|text|`, `-.->`, `==>`, `--o`, `x--x`,
  /// `<-->`, `~~~`, `e1@-->`, each of any length. Nil where none begins.
  mutating func takeEdge() throws(MermaidFault) -> (edge: MermaidEdge, id: String?)? {
    let start = index
    var id: String?
    if let name = edgeID() {
      index += name.utf8.count + 1
      id = name
    }
    guard var edge = try takeStroke() else {
      index = start
      return nil
    }
    skipBlanks()
    if take("|") {
      let label = try takeLabel(until: .verticalBar)
      if edge.label.isEmpty { edge.label = label }
    }
    return (edge, id)
  }

  /// The name before `@` where an edge follows it.
  private func edgeID() -> String? {
    let end = bytes[index...].firstIndex { !$0.isASCIILetter && !$0.isASCIIDigit && $0 != .underscore }
    guard let end, end > index, bytes[end] == .atSign, end + 1 < bytes.count else { return nil }
    switch bytes[end + 1] {
    case .hyphen, .equalsSign, .lessThan, .tilde, UInt8(ascii: "o"), UInt8(ascii: "x"):
      return bytes[index..<end].text
    default: return nil
    }
  }

  private mutating func takeStroke() throws(MermaidFault) -> MermaidEdge? {
    if isAt("~~~") {
      while current == .tilde { index += 1 }
      return MermaidEdge(isInvisible: true)
    }
    var edge = MermaidEdge()
    let start = index
    if let byte = current, byte == .lessThan || isLetterHead(byte), isStroke(at: index + 1) {
      edge.hasStartHead = true
      index += 1
    }
    if let hasHead = takeWhole() {
      edge.hasEndHead = hasHead
      return edge
    }
    let stroke: Stroke
    if take("--") {
      stroke = .normal
    } else if take("-.") {
      stroke = .dotted
    } else if take("==") {
      stroke = .thick
    } else {
      index = start
      return nil
    }
    let end = try takeText(of: stroke, start: start, into: &edge)
    index = end
    edge.hasEndHead = takeWhole() ?? false
    return edge
  }

  private func isLetterHead(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "o") || byte == UInt8(ascii: "x") }

  private func isStroke(at offset: Int) -> Bool {
    isAt("--", offset: offset) || isAt("-.", offset: offset) || isAt("==", offset: offset)
  }

  /// Steps over an edge without text, or the part after the text; true where it ends in a head, nil where
  /// no such edge is.
  private mutating func takeWhole() -> Bool? {
    guard let (end, hasHead) = whole(at: index) else { return nil }
    index = end
    return hasHead
  }

  /// The end of an edge without text that begins at an offset, and whether it has a head.
  private func whole(at offset: Int) -> (end: Int, hasHead: Bool)? {
    func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
    func isHead(_ index: Int) -> Bool { byte(index) == .greaterThan || isLetterHead(byte(index)) }
    var index = offset
    switch byte(offset) {
    case .hyphen where byte(offset + 1) == .hyphen, .equalsSign where byte(offset + 1) == .equalsSign:
      while byte(index) == bytes[offset] { index += 1 }
      if isHead(index) { return (index + 1, true) }
      return index - offset >= 3 ? (index, false) : nil
    case .hyphen, .period:
      if byte(index) == .hyphen { index += 1 }
      guard byte(index) == .period else { return nil }
      while byte(index) == .period { index += 1 }
      guard byte(index) == .hyphen else { return nil }
      index += 1
      return isHead(index) ? (index + 1, true) : (index, false)
    default: return nil
    }
  }

  /// Reads the text in the middle of an edge and gives the offset of the part that follows it.
  private mutating func takeText(
    of stroke: Stroke, start: Int, into edge: inout MermaidEdge
  ) throws(MermaidFault) -> Int {
    skipBlanks()
    if current == .quotationMark, let close = bytes[(index + 1)...].firstIndex(of: .quotationMark) {
      edge.label = MermaidLabel.text(bytes[index...close])
      index = close + 1
      skipWhitespace()
      guard isStroke(at: index) || current == .period, whole(at: index) != nil else {
        throw MermaidFault(offset: start, message: "An edge with a label has no end.")
      }
      return index
    }
    let limit = lineEnd
    var place = index
    while place < limit {
      if isEnd(of: stroke, at: place) {
        edge.label = MermaidLabel.text(bytes[index..<place])
        return place
      }
      place += 1
    }
    throw MermaidFault(offset: start, message: "An edge with a label has no end.")
  }

  private func isEnd(of stroke: Stroke, at offset: Int) -> Bool {
    switch stroke {
    case .normal: isAt("--", offset: offset) && whole(at: offset) != nil
    case .thick: isAt("==", offset: offset) && whole(at: offset) != nil
    case .dotted:
      (bytes[offset] == .period || isAt("-.", offset: offset)) && whole(at: offset) != nil
    }
  }

  /// Reads a label up to a closing mark, and steps over the mark.
  private mutating func takeLabel(until close: UInt8) throws(MermaidFault) -> String {
    let start = index
    skipWhitespace()
    if current == .quotationMark, let quote = bytes[(index + 1)...].firstIndex(of: .quotationMark) {
      let label = MermaidLabel.text(bytes[index...quote])
      let afterQuote = bytes[(quote + 1)...].firstIndex { !$0.isASCIIWhitespace }
      if let afterQuote, bytes[afterQuote] == close {
        index = afterQuote + 1
        return label
      }
    }
    guard let end = bytes[start..<lineEnd].firstIndex(of: close) else {
      throw MermaidFault(offset: start, message: "The label of an edge has no end.")
    }
    index = end + 1
    return MermaidLabel.text(bytes[start..<end])
  }
}
