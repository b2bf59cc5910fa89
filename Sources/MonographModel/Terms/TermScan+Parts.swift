/// The parts of compounds: numbers, words, and what begins beyond ASCII.
extension TermScan {
  mutating func scanPart() -> Part {
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
}
