/// The reading of one JSON object, byte by byte.
struct JSONReading {
  private var bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private(set) var line = 1
  private(set) var fields: [LabelRecord.Field] = []
  private(set) var unreadableLine: Int?
  private static let depthLimit = 32

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The same without the bytes, which may be gone.
  var forgettingBytes: JSONReading {
    var copy = self
    copy.bytes = UnsafeBufferPointer(start: nil, count: 0)
    return copy
  }

  /// Reads the object that the bytes hold, and nothing beside it.
  mutating func readRecord() throws(LabelRecord.Fault) {
    skipSpace()
    guard peek == .leftBrace else { throw fault("a record begins with “{”") }
    try readObject(prefix: "", depth: 0)
    skipSpace()
    if index < bytes.count { throw fault("something stands after the record's end") }
  }

  // MARK: - Structure

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fault(_ reason: String) -> LabelRecord.Fault { LabelRecord.Fault(line: line, reason: reason) }

  private mutating func skipSpace() {
    while index < bytes.count, bytes[index].isASCIIWhitespace {
      if bytes[index] == .lineFeed { line += 1 }
      index += 1
    }
  }

  private mutating func expect(_ byte: UInt8) throws(LabelRecord.Fault) {
    skipSpace()
    guard peek == byte else { throw fault("“\(Character(Unicode.Scalar(byte)))” is missing") }
    index += 1
  }

  private mutating func readObject(prefix: String, depth: Int) throws(LabelRecord.Fault) {
    guard depth < Self.depthLimit else { throw fault("it is nested too deeply") }
    try expect(.leftBrace)
    skipSpace()
    if peek == .rightBrace {
      index += 1
      return
    }
    while true {
      skipSpace()
      guard peek == .quotationMark else { throw fault("a key is missing") }
      let name = try readString()
      try expect(.colon)
      skipSpace()
      let path = prefix + String(decoding: name, as: UTF8.self)
      if peek == .leftBrace {
        try readObject(prefix: path + ".", depth: depth + 1)
      } else {
        var values: [LabelRecord.Value] = []
        try readValue(into: &values, path: path, depth: depth + 1)
        fields.append(LabelRecord.Field(name: path, values: values))
      }
      skipSpace()
      if peek == .comma {
        index += 1
        continue
      }
      try expect(.rightBrace)
      return
    }
  }

  /// Reads a text, a number, a word, or a list of such; an object within a list gives fields of its own.
  private mutating func readValue(
    into values: inout [LabelRecord.Value], path: String, depth: Int
  ) throws(LabelRecord.Fault) {
    guard depth < Self.depthLimit else { throw fault("it is nested too deeply") }
    skipSpace()
    switch peek {
    case .quotationMark?:
      let place = line
      values.append(LabelRecord.Value(bytes: try readString(), line: place))
    case .leftBrace?: try readObject(prefix: path + ".", depth: depth + 1)
    case .leftBracket?:
      index += 1
      skipSpace()
      if peek == .rightBracket {
        index += 1
        return
      }
      while true {
        try readValue(into: &values, path: path, depth: depth + 1)
        skipSpace()
        if peek == .comma {
          index += 1
          continue
        }
        try expect(.rightBracket)
        return
      }
    default:
      let start = index
      while let byte = peek,
        byte.isASCIILetter || byte.isASCIIDigit || [.hyphen, .period, 0x2B].contains(byte)
      {
        index += 1
      }
      guard index > start else { throw fault("a value is missing") }
      let word = Array(bytes[start..<index])
      if word != Array("null".utf8) { values.append(LabelRecord.Value(bytes: word, line: line)) }
    }
  }

  // MARK: - Texts

  private mutating func readString() throws(LabelRecord.Fault) -> [UInt8] {
    let place = line
    index += 1
    var text: [UInt8] = []
    var start = index
    var high: UInt8 = 0
    while true {
      // The tightest loop of the reader: nothing but quotes, backslashes and controls stops it.
      while index + 8 <= bytes.count {
        let eight = EightBytes(bytes, at: index)
        if eight.contains(.quotationMark) || eight.contains(.backslash) || eight.contains(below: .space) {
          break
        }
        if eight.containsHigh { high = 0x80 }
        index += 8
      }
      while index < bytes.count {
        let byte = bytes[index]
        if byte == .quotationMark || byte == .backslash || byte < .space { break }
        high |= byte
        index += 1
      }
      guard index < bytes.count else { throw fault("a text has no end") }
      text.append(contentsOf: bytes[start..<index])
      switch bytes[index] {
      case .quotationMark:
        index += 1
        return high < 0x80 ? text : checked(text, line: place)
      case .backslash:
        index += 1
        try readEscape(into: &text)
      default:
        if bytes[index] == .lineFeed { line += 1 }
        text.append(bytes[index].isASCIIWhitespace ? .space : bytes[index])
        index += 1
      }
      start = index
    }
  }

  private mutating func readEscape(into text: inout [UInt8]) throws(LabelRecord.Fault) {
    guard let byte = peek else { throw fault("a text has no end") }
    index += 1
    switch byte {
    case .quotationMark, .backslash, .slash: text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): text.append(.space)
    case UInt8(ascii: "u"):
      let unit = try readHexadecimal()
      var scalar = Unicode.Scalar(unit)
      if unit & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == .backslash,
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let mark = index
        index += 2
        let low = try readHexadecimal()
        if low & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) << 10) + (low & 0x3FF))
        } else {
          index = mark
        }
      }
      if scalar == nil { unreadableLine = unreadableLine ?? line }
      let character = scalar ?? "\u{FFFD}"
      let isSpace = character.value < 0x20 && UInt8(character.value).isASCIIWhitespace
      text.append(contentsOf: UTF8.encode(isSpace ? " " : character) ?? UTF8.encodedReplacementCharacter)
    default: throw fault("“\\” stands before something it cannot stand before")
    }
  }

  private mutating func readHexadecimal() throws(LabelRecord.Fault) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fault("a text has no end") }
    var value: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: throw fault("“\\u” stands before something that is no number")
      }
    }
    index += 4
    return value
  }

  /// The text as it is where it is UTF-8, else repaired.
  private mutating func checked(_ text: [UInt8], line: Int) -> [UInt8] {
    if text.withUnsafeBufferPointer({ String(validating: $0, as: UTF8.self) }) != nil { return text }
    unreadableLine = unreadableLine ?? line
    return Array(String(decoding: text, as: UTF8.self).utf8)
  }
}
