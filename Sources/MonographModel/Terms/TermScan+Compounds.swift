/// Compounds: parts, and what joins them.
extension TermScan {
  mutating func scanCompound(_ body: (ScannedTerm) -> Void) {
    length = 0
    partCount = 0
    var sideHasDigit = false
    while true {
      let part = scanPart()
      sideHasDigit = sideHasDigit || hasDigit(part)
      guard partCount < Self.partLimit, let joint = joint(after: part, sideHasDigit: sideHasDigit) else {
        break
      }
      offset &+= joint.size
      if joint.isSlash { sideHasDigit = false }
    }
    emit(body)
  }

  /// What joins a part with one that follows, `size` bytes long; nil where nothing does.
  private func joint(after part: Part, sideHasDigit: Bool) -> (size: Int, isSlash: Bool)? {
    guard offset < text.count else { return nil }
    let byte = text[offset]
    let endsInDigit = Self.isDigit(scratch[part.end &- 1])
    switch byte {
    case 0x2D:
      guard let next = start(at: offset &+ 1), !(endsInDigit && next == .digit) else { return nil }
      return (1, false)
    case 0x2F:
      guard start(at: offset &+ 1) != nil, !(sideHasDigit && nextSideHasDigit) else { return nil }
      return (1, true)
    case 0x80...:
      let (scalar, size) = scalar(at: offset)
      switch TermFolding.kind(of: scalar) {
      case .hyphen:
        guard let next = start(at: offset &+ size), !(endsInDigit && next == .digit) else { return nil }
        return (size, false)
      // The part has ended before it, so it is the beginning of another.
      case .letter, .greek: return (0, false)
      case .raisedDigit, .sign, .decimalPoint, .nothing, .gap: return nil
      }
    default: return Self.isLetter(byte) ? (0, false) : nil
    }
  }

  enum Start {
    case digit, other
  }

  /// How a part begins at a place; nil where none does.
  func start(at place: Int) -> Start? {
    guard place < text.count else { return nil }
    let byte = text[place]
    if byte < 0x80 { return Self.isDigit(byte) ? .digit : Self.isLetter(byte) ? .other : nil }
    switch TermFolding.kind(of: scalar(at: place).scalar) {
    case .letter, .greek: return .other
    case .raisedDigit: return .digit
    case .sign, .hyphen, .decimalPoint, .nothing, .gap: return nil
    }
  }

  /// Whether there is a digit in the letters and digits after the slash.
  private var nextSideHasDigit: Bool {
    var place = offset &+ 1
    while place < text.count, Self.isWord(text[place]) || text[place] >= 0x80 || text[place] == 0x2D {
      if Self.isDigit(text[place]) { return true }
      place &+= 1
    }
    return false
  }

  private func hasDigit(_ part: Part) -> Bool {
    var index = part.start
    while index < part.end {
      if Self.isDigit(scratch[index]) { return true }
      index &+= 1
    }
    return false
  }

  func emit(_ body: (ScannedTerm) -> Void) {
    for first in 0..<partCount {
      emit(first, through: first, body)
      if first == 0, partCount > 2 { emit(0, through: partCount &- 1, body) }
      if first &+ 1 < partCount { emit(first, through: first &+ 1, body) }
    }
  }

  func emit(_ first: Int, through last: Int, _ body: (ScannedTerm) -> Void) {
    let (start, end) = (parts[first].start, parts[last].end)
    guard first == last || end &- start <= TermScanner.lengthLimit else { return }
    body(
      ScannedTerm(
        bytes: UnsafeBufferPointer(start: scratch + start, count: end &- start),
        range: parts[first].lowerBound..<parts[last].upperBound, isJoined: first != last))
  }

  mutating func emit(sign: String, size: Int, _ body: (ScannedTerm) -> Void) {
    let range = offset..<offset &+ size
    offset &+= size
    for term in sign.split(separator: " ") {
      var term = term
      term.withUTF8 { body(ScannedTerm(bytes: $0, range: range, isJoined: false)) }
    }
  }
}
