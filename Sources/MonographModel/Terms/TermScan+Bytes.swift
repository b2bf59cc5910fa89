/// The bytes that are read and those that are made of them.
extension TermScan {
  mutating func append(_ byte: UInt8) {
    guard length < limit else { return }
    scratch[length] = byte
    length &+= 1
  }

  /// Adds a folded character, which is never cut.
  mutating func append(_ folded: String) {
    guard length &+ folded.utf8.count <= limit else { return }
    for byte in folded.utf8 {
      scratch[length] = byte
      length &+= 1
    }
  }

  /// Passes over what words go on after.
  mutating func skipMarks() {
    while offset < text.count {
      if text[offset] == 0x27, isHyphen(at: offset &+ 1) {
        offset &+= 1
      } else if text[offset] >= 0x80 {
        let (scalar, size) = scalar(at: offset)
        guard TermFolding.kind(of: scalar) == .nothing else { return }
        offset &+= size
      } else {
        return
      }
    }
  }

  func isHyphen(at place: Int) -> Bool { place < text.count && text[place] == 0x2D }

  func isDigit(at place: Int) -> Bool { place < text.count && Self.isDigit(text[place]) }

  /// Whether the point at the offset begins a number: `.5`.
  var isLeadingPoint: Bool {
    guard isDigit(at: offset &+ 1) else { return false }
    guard offset > 0 else { return true }
    let before = text[offset &- 1]
    return before < 0x80 && !Self.isWord(before) && before != 0x2E && before != 0x29
  }

  func isRaisedDigit(before place: Int) -> Bool {
    var start = place &- 1
    while start > 0, text[start] & 0xC0 == 0x80 { start &-= 1 }
    guard start >= 0, text[start] >= 0x80 else { return false }
    if case .raisedDigit = TermFolding.kind(of: scalar(at: start).scalar) { return true }
    return false
  }

  /// The character at a place beyond ASCII. What is no UTF-8 parts words.
  func scalar(at place: Int) -> (scalar: Unicode.Scalar, size: Int) {
    let first = text[place]
    let size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, place &+ size <= text.count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(size &+ 1))
    for index in 1..<size {
      let byte = text[place &+ index]
      guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", size)
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
