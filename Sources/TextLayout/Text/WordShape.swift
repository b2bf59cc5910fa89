/// What a word looks like to the rules: its core between brackets and marks of punctuation.
struct WordShape {
  private let bytes: [UInt8]
  private let whole: Range<Int>
  private let core: Range<Int>

  /// Looks at a word.
  init(_ word: Word, in bytes: [UInt8]) {
    self.bytes = bytes
    self.whole = word.bytes
    var start = word.bytes.lowerBound
    while start < word.bytes.upperBound, Self.isOpening(bytes[start]) { start += 1 }
    // `mg/day`, `mg.`, `weeks[1]`, `years-old` all begin with the unit.
    var end = start
    while end < word.bytes.upperBound {
      let length = Self.lengthOfLetter(bytes, at: end, end: word.bytes.upperBound)
      guard length > 0 else { break }
      end += length
    }
    self.core = start..<end
  }

  /// Whether the word, up to a slash or a mark of punctuation, is in a list.
  func isOne(of list: Vocabulary) -> Bool { list.contains(bytes, core) }

  /// Whether it begins with a number: a digit, or a sign and a digit.
  var startsNumber: Bool {
    for position in whole.lowerBound..<min(whole.upperBound, whole.lowerBound + 4) {
      let byte = bytes[position]
      if Self.isDigit(byte) { return true }
      if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A { return false }
      if byte == UInt8(ascii: "[") { return false }
    }
    return false
  }

  /// Whether it is a number that something may follow: `5`, `(80-100`, `2+`, `1½`, `10⁹`, `≥18`.
  var endsNumber: Bool {
    var position = whole.upperBound - 1
    var digits = false
    if position >= whole.lowerBound, bytes[position] == UInt8(ascii: "+") { position -= 1 }
    while position >= whole.lowerBound {
      let byte = bytes[position]
      if Self.isDigit(byte) {
        digits = true
      } else if byte >= 0x80 {
        digits = digits || Self.isRaisedDigit(bytes, endingAt: position, from: whole.lowerBound)
      } else if (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A {
        return false
      } else if !digits, byte != UInt8(ascii: "%") {
        return false
      }
      position -= 1
    }
    return digits
  }

  /// Whether it can begin a number in groups of three: `10` of `10 000`.
  var isShortNumber: Bool { whole.count <= 3 && whole.allSatisfy { Self.isDigit(bytes[$0]) } }

  /// Whether it can go on a number in groups of three: `000`, `000.5`, `000)`.
  var isGroupOfThree: Bool {
    guard whole.count >= 3, whole.prefix(3).allSatisfy({ Self.isDigit(bytes[$0]) }) else { return false }
    return whole.count == 3 || !Self.isDigit(bytes[whole.lowerBound + 3])
  }

  /// Whether it begins like a citation: `[1]`, `[@key?]`. It stays with the words it speaks for.
  var isCitation: Bool {
    guard whole.count >= 3, bytes[whole.lowerBound] == UInt8(ascii: "[") else { return false }
    let next = bytes[whole.lowerBound + 1]
    return Self.isDigit(next) || next == UInt8(ascii: "@")
  }

  /// `<`, `≥`, `>=`, `~`, `±`, `+/-`, and the like, alone.
  var isComparison: Bool {
    switch whole.count {
    case 1: return "<>=~+".utf8.contains(bytes[whole.lowerBound])
    case 2: return isExactly("<=") || isExactly(">=") || isExactly("±") || isExactly("=<") || isExactly("=>")
    case 3: return isExactly("≤") || isExactly("≥") || isExactly("≈") || isExactly("−") || isExactly("+/-")
    default: return false
    }
  }

  /// `x` or `×`, alone.
  var isTimes: Bool { isExactly("x") || isExactly("×") }
  /// A hyphen or dash, alone.
  var isDash: Bool { isExactly("-") || isExactly("–") || isExactly("—") || isExactly("−") }
  /// A slash, alone.
  var isSlash: Bool { isExactly("/") }

  /// Whether it can name one of a series: `C`, `IV`, `B12`, `2a`.
  var isDesignation: Bool {
    guard core.count > 0, core.count <= 4 else { return false }
    let first = bytes[core.lowerBound]
    if Self.isDigit(first) { return true }
    guard first >= 0x41, first <= 0x5A else { return false }
    return core.dropFirst().allSatisfy { Self.isDigit(bytes[$0]) || "IVXabcd".utf8.contains(bytes[$0]) }
  }

  private func isExactly(_ text: StaticString) -> Bool {
    guard whole.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { buffer in
      whole.indices.allSatisfy { buffer[$0 - whole.lowerBound] == bytes[$0] }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Whether a character of several bytes that ends at a place is a raised digit or a fraction.
  private static func isRaisedDigit(_ bytes: [UInt8], endingAt position: Int, from start: Int) -> Bool {
    guard position > start else { return false }
    let before = bytes[position - 1]
    let byte = bytes[position]
    if before == 0xC2 { return [0xB2, 0xB3, 0xB9, 0xBC, 0xBD, 0xBE].contains(byte) }
    guard position > start + 1, bytes[position - 2] == 0xE2 else { return false }
    return before == 0x81 && byte >= 0xB0 && byte <= 0xB9 || before == 0x85 && byte >= 0x90 && byte <= 0x9E
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\"")
  }

  /// The length of a character that units are written with: letters, digits, `%`, `°`, `²`, `µ`, `‰`; else 0.
  private static func lengthOfLetter(_ bytes: [UInt8], at position: Int, end: Int) -> Int {
    let byte = bytes[position]
    if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || isDigit(byte) || byte == UInt8(ascii: "%") {
      return 1
    }
    guard byte >= 0xC2, position + 1 < end else { return 0 }
    let next = bytes[position + 1]
    switch byte {
    case 0xC2: return next == 0xB0 || next == 0xB2 || next == 0xB3 || next == 0xB5 ? 2 : 0
    case 0xC3...0xC5, 0xCE, 0xCF: return 2
    case 0xE2: return next == 0x80 && position + 2 < end && bytes[position + 2] == 0xB0 ? 3 : 0
    default: return 0
    }
  }
}
