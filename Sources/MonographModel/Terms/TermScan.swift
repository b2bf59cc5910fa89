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
  private static let greekWordLength = 4

  private let text: UnsafeBufferPointer<UInt8>
  private let scratch: UnsafeMutablePointer<UInt8>
  private let parts: UnsafeMutablePointer<Part>
  private var offset = 0
  private var length = 0
  private var partCount = 0
  /// The most that the bytes of the part may grow to.
  private var limit = 0

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

  // MARK: - Compounds

  private mutating func scanCompound(_ body: (ScannedTerm) -> Void) {
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

  private enum Start {
    case digit, other
  }

  /// How a part begins at a place; nil where none does.
  private func start(at place: Int) -> Start? {
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

  private func emit(_ body: (ScannedTerm) -> Void) {
    for first in 0..<partCount {
      emit(first, through: first, body)
      if first == 0, partCount > 2 { emit(0, through: partCount &- 1, body) }
      if first &+ 1 < partCount { emit(first, through: first &+ 1, body) }
    }
  }

  private func emit(_ first: Int, through last: Int, _ body: (ScannedTerm) -> Void) {
    let (start, end) = (parts[first].start, parts[last].end)
    guard first == last || end &- start <= TermScanner.lengthLimit else { return }
    body(
      ScannedTerm(
        bytes: UnsafeBufferPointer(start: scratch + start, count: end &- start),
        range: parts[first].lowerBound..<parts[last].upperBound, isJoined: first != last))
  }

  private mutating func emit(sign: String, size: Int, _ body: (ScannedTerm) -> Void) {
    let range = offset..<offset &+ size
    offset &+= size
    for term in sign.split(separator: " ") {
      var term = term
      term.withUTF8 { body(ScannedTerm(bytes: $0, range: range, isJoined: false)) }
    }
  }

  // MARK: - Parts

  private mutating func scanPart() -> Part {
    let start = length
    let lowerBound = offset
    limit = start &+ TermScanner.lengthLimit
    let byte = text[offset]
    if Self.isDigit(byte) || byte == 0x2E {
      scanNumber()
    } else if byte < 0x80 {
      scanWord(isAfterGreek: false)
    } else {
      scanBeginning()
    }
    makeUnitPlain(from: start)
    let part = Part(start: start, end: length, lowerBound: lowerBound, upperBound: offset)
    parts[partCount] = part
    partCount &+= 1
    return part
  }

  /// A number: digits with points between them, and thousands parted by commas.
  private mutating func scanNumber() {
    let first = offset
    var hasPoint = false
    if text[offset] == 0x2E {
      append(0x30)
      append(0x2E)
      hasPoint = true
      offset &+= 1
    }
    while offset < text.count {
      let byte = text[offset]
      if Self.isDigit(byte) {
        append(byte)
        offset &+= 1
      } else if byte == 0x2E, isDigit(at: offset &+ 1) {
        append(byte)
        hasPoint = true
        offset &+= 1
      } else if byte == 0x2C, !hasPoint, isThousands(from: first) {
        offset &+= 1
      } else if byte == 0xC2, offset &+ 1 < text.count, text[offset &+ 1] == 0xB7, isDigit(at: offset &+ 2) {
        append(0x2E)
        hasPoint = true
        offset &+= 2
      } else {
        skipMarks()
        return
      }
    }
  }

  /// Whether the comma at the offset parts thousands of the number that begins at a place.
  private func isThousands(from first: Int) -> Bool {
    guard text[first] != 0x30, isDigit(at: offset &+ 1), isDigit(at: offset &+ 2), isDigit(at: offset &+ 3),
      !isDigit(at: offset &+ 4), offset &- first <= 3 || text[offset &- 4] == 0x2C
    else { return false }
    // A list of numbers: 2,4,100.
    return first < 2 || text[first &- 1] != 0x2C || !Self.isDigit(text[first &- 2])
  }

  /// Letters and digits.
  private mutating func scanWord(isAfterGreek: Bool) {
    var isAfterGreek = isAfterGreek
    while offset < text.count {
      let byte = text[offset]
      let lower = byte | 0x20
      if lower &- 0x61 < 26 {
        if isAfterGreek { return }
        append(lower)
        offset &+= 1
      } else if Self.isDigit(byte) {
        isAfterGreek = false
        append(byte)
        offset &+= 1
      } else if byte == 0x27 {
        guard start(at: offset &+ 1) != nil || isHyphen(at: offset &+ 1) else { return }
        offset &+= 1
      } else if byte < 0x80 {
        return
      } else {
        let (scalar, size) = scalar(at: offset)
        switch TermFolding.kind(of: scalar) {
        case .letter(let folded):
          if isAfterGreek { return }
          append(folded)
        case .raisedDigit(let digit):
          // 10⁹ is no number of three digits, nor are B12₃ and 12¹ one.
          if length > 0, Self.isDigit(scratch[length &- 1]), !isRaisedDigit(before: offset) { return }
          append(digit)
        case .nothing: break
        case .greek, .sign, .hyphen, .decimalPoint, .gap: return
        }
        offset &+= size
      }
    }
  }

  /// A part that begins beyond ASCII.
  private mutating func scanBeginning() {
    let (scalar, size) = scalar(at: offset)
    switch TermFolding.kind(of: scalar) {
    case .greek(let greek):
      if isUnit(greek, at: offset &+ size) {
        append(0x75)
        offset &+= size
        scanWord(isAfterGreek: false)
      } else if greekRun >= Self.greekWordLength {
        scanGreekWord()
      } else if let name = TermFolding.name(ofGreek: greek) {
        for index in 0..<name.utf8CodeUnitCount { append(name.utf8Start[index]) }
        offset &+= size
        scanWord(isAfterGreek: true)
      }
    case .letter(let folded):
      append(folded)
      offset &+= size
      scanWord(isAfterGreek: false)
    case .raisedDigit:
      while offset < text.count, text[offset] >= 0x80 {
        let (scalar, size) = self.scalar(at: offset)
        guard case .raisedDigit(let digit) = TermFolding.kind(of: scalar) else { return }
        append(digit)
        offset &+= size
      }
    case .sign, .hyphen, .decimalPoint, .nothing, .gap: offset &+= size
    }
  }

  private mutating func scanGreekWord() {
    while offset < text.count, text[offset] >= 0x80 {
      let (scalar, size) = scalar(at: offset)
      switch TermFolding.kind(of: scalar) {
      case .greek(let greek): append(greek == "\u{3C2}" ? "\u{3C3}" : String(greek))
      case .nothing: break
      case .letter, .raisedDigit, .sign, .hyphen, .decimalPoint, .gap: return
      }
      offset &+= size
    }
  }

  /// How many Greek letters stand from the offset on; counted as far as it matters.
  private var greekRun: Int {
    var count = 0
    var place = offset
    while count < Self.greekWordLength, place < text.count, text[place] >= 0x80 {
      let (scalar, size) = scalar(at: place)
      switch TermFolding.kind(of: scalar) {
      case .greek: count &+= 1
      case .nothing: break
      case .letter, .raisedDigit, .sign, .hyphen, .decimalPoint, .gap: return count
      }
      place &+= size
    }
    return count
  }

  /// Whether a mu is the prefix of the unit behind it.
  private func isUnit(_ greek: Unicode.Scalar, at place: Int) -> Bool {
    guard greek == "\u{3BC}" else { return false }
    var end = place
    while end < text.count, Self.isWord(text[end]) { end &+= 1 }
    guard end > place, end &- place <= 5 else { return false }
    return TermFolding.isUnit(
      afterMicro: String(decoding: UnsafeBufferPointer(rebasing: text[place..<end]), as: UTF8.self)
        .lowercased())
  }

  /// Gives a unit of a millionth the one form it has among terms.
  private mutating func makeUnitPlain(from start: Int) {
    let size = length &- start
    guard size <= 5, size >= 2, scratch[start] == 0x75 || scratch[start] == 0x6D else { return }
    func matches(_ unit: StaticString) -> Bool {
      guard unit.utf8CodeUnitCount == size else { return false }
      for index in 0..<size where scratch[start &+ index] != unit.utf8Start[index] { return false }
      return true
    }
    if matches("ug") {
      length = start
      for byte in [0x6D, 0x63, 0x67] as [UInt8] { append(byte) }
    } else if matches("mcl") || matches("mcmol") || matches("mcci") {
      scratch[start] = 0x75
      for index in start &+ 1..<length &- 1 { scratch[index] = scratch[index &+ 1] }
      length &-= 1
    }
  }

  // MARK: - Bytes

  private mutating func append(_ byte: UInt8) {
    guard length < limit else { return }
    scratch[length] = byte
    length &+= 1
  }

  /// Adds a folded character, which is never cut.
  private mutating func append(_ folded: String) {
    guard length &+ folded.utf8.count <= limit else { return }
    for byte in folded.utf8 {
      scratch[length] = byte
      length &+= 1
    }
  }

  /// Passes over what words go on after.
  private mutating func skipMarks() {
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

  private func isHyphen(at place: Int) -> Bool { place < text.count && text[place] == 0x2D }

  private func isDigit(at place: Int) -> Bool { place < text.count && Self.isDigit(text[place]) }

  /// Whether the point at the offset begins a number: `.5`.
  private var isLeadingPoint: Bool {
    guard isDigit(at: offset &+ 1) else { return false }
    guard offset > 0 else { return true }
    let before = text[offset &- 1]
    return before < 0x80 && !Self.isWord(before) && before != 0x2E && before != 0x29
  }

  private func isRaisedDigit(before place: Int) -> Bool {
    var start = place &- 1
    while start > 0, text[start] & 0xC0 == 0x80 { start &-= 1 }
    guard start >= 0, text[start] >= 0x80 else { return false }
    if case .raisedDigit = TermFolding.kind(of: scalar(at: start).scalar) { return true }
    return false
  }

  /// The character at a place beyond ASCII. What is no UTF-8 parts words.
  private func scalar(at place: Int) -> (scalar: Unicode.Scalar, size: Int) {
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

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  private static func isWord(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
}
