/// One way through a text; see ``TermScanner``.
///
/// The folded bytes of a compound stand behind one another in `scratch`, so that neighbouring parts and what joins
/// them are the same bytes.
struct TermScan {
  /// A part of a compound.
  struct Part {
    /// Where its folded bytes begin and end.
    var start: Int
    var end: Int
    /// Where it stands in the text.
    var lowerBound: Int
    var upperBound: Int
  }

  /// More parts than this are another compound.
  static let partLimit = 16
  /// Room for all parts, and for what a unit grows by.
  static let scratchSize = partLimit * (TermScanner.lengthLimit + 8)
  /// As many Greek letters and more are a word, not symbols.
  static let greekWordLength = 4

  let text: UnsafeBufferPointer<UInt8>
  let scratch: UnsafeMutablePointer<UInt8>
  let parts: UnsafeMutablePointer<Part>
  var offset = 0
  var length = 0
  var partCount = 0
  /// The most that the bytes of the part may grow to.
  var limit = 0

  init(
    text: UnsafeBufferPointer<UInt8>, scratch: UnsafeMutablePointer<UInt8>, parts: UnsafeMutablePointer<Part>
  ) {
    self.text = text
    self.scratch = scratch
    self.parts = parts
  }

  mutating func run(_ body: (ScannedTerm) -> Void) {
    while offset < text.count {
      let byte = text[offset]
      if Self.isLetter(byte), scanPlainWord(body) { continue }
      if Self.isWord(byte) || (byte == 0x2E && isLeadingPoint) {
        scanCompound(body)
      } else if byte < 0x80 {
        offset &+= 1
      } else {
        let (scalar, size) = scalar(at: offset)
        switch TermFolding.kind(of: scalar) {
        case .letter, .raisedDigit, .greek: scanCompound(body)
        case .sign(let sign): emit(sign: sign, size: size, body)
        case .hyphen, .decimalPoint, .nothing, .gap: offset &+= size
        }
      }
    }
  }

  /// A word of ASCII that nothing joins with another, which most are; false where it is something else.
  private mutating func scanPlainWord(_ body: (ScannedTerm) -> Void) -> Bool {
    var end = offset
    var length = 0
    while end < text.count {
      let byte = text[end]
      let lower = byte | 0x20
      if lower &- 0x61 < 26 {
        scratch[length] = lower
      } else if Self.isDigit(byte) {
        scratch[length] = byte
      } else if byte == 0x27 || byte == 0x2D || byte == 0x2F || byte >= 0x80 {
        return false
      } else {
        break
      }
      length &+= 1
      end &+= 1
      if length == TermScanner.lengthLimit { return false }
    }
    // A unit of a millionth.
    if length <= 5, scratch[0] == 0x75 || scratch[0] == 0x6D { return false }
    let range = offset..<end
    offset = end
    body(
      ScannedTerm(
        bytes: UnsafeBufferPointer(start: scratch, count: length), range: range, isJoined: false))
    return true
  }
}
