/// Makes UTF-8 of UTF-16 as it arrives. What is not well formed becomes bytes that are no UTF-8 either, so that the
/// reader of the text says so where it stands.
struct UTF16Decoder {
  private let isBigEndian: Bool
  private var half: UInt8?
  private var high: UInt16?

  /// Makes a decoder; nil where a text does not begin with the mark of UTF-16.
  init?(mark: some Collection<UInt8>) {
    if mark.elementsEqual([0xFF, 0xFE]) {
      isBigEndian = false
    } else if mark.elementsEqual([0xFE, 0xFF]) {
      isBigEndian = true
    } else {
      return nil
    }
  }

  /// The UTF-8 of a whole text that begins with the mark of UTF-16; any other as it is.
  static func utf8(of bytes: [UInt8]) -> [UInt8] {
    guard var decoder = UTF16Decoder(mark: bytes.prefix(2)) else { return bytes }
    return decoder.decode(bytes[2...]) + decoder.finish()
  }

  /// The UTF-8 of the next bytes, which may end anywhere.
  mutating func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      guard let first = half else {
        half = byte
        continue
      }
      half = nil
      let (upper, lower) = isBigEndian ? (first, byte) : (byte, first)
      take(UInt16(upper) << 8 | UInt16(lower), into: &text)
    }
    return text
  }

  /// What the text was cut off in.
  mutating func finish() -> [UInt8] {
    var text: [UInt8] = []
    if let lone = high { Self.write(UInt32(lone), to: &text) }
    if half != nil { text.append(0xFF) }
    (high, half) = (nil, nil)
    return text
  }

  private mutating func take(_ unit: UInt16, into text: inout [UInt8]) {
    if let first = high {
      high = nil
      if UTF16.isTrailSurrogate(unit) {
        return Self.write(0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(unit) & 0x3FF, to: &text)
      }
      Self.write(UInt32(first), to: &text)
    }
    if UTF16.isLeadSurrogate(unit) { high = unit } else { Self.write(UInt32(unit), to: &text) }
  }

  /// A surrogate that stands alone gets three bytes like its neighbours, which UTF-8 does not allow.
  private static func write(_ scalar: UInt32, to text: inout [UInt8]) {
    func following(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(truncatingIfNeeded: scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: text.append(UInt8(scalar))
    case ..<0x800: text += [0xC0 | UInt8(scalar >> 6), following(0)]
    case ..<0x10000: text += [0xE0 | UInt8(scalar >> 12), following(6), following(0)]
    default: text += [0xF0 | UInt8(scalar >> 18), following(12), following(6), following(0)]
    }
  }
}

extension ByteStream {
  /// The stream, or its text in UTF-8 where it begins with the mark of UTF-16. An XML declaration that states UTF-16
  /// then states UTF-8, in as many bytes.
  func decodingUTF16() throws -> ByteStream {
    var start: [UInt8] = []
    while start.count < 2, let piece = try next() { start += piece }
    var first: [UInt8]? = start
    guard var decoder = UTF16Decoder(mark: start.prefix(2)) else {
      return ByteStream(name: name) {
        defer { first = nil }
        return try first ?? next()
      }
    }
    // As much as an XML declaration takes.
    while start.count < 1 << 10, let piece = try next() { start += piece }
    first = Self.statingUTF8(decoder.decode(start[2...]))
    var isOver = false
    return ByteStream(name: name) {
      if let text = first {
        first = nil
        return text
      }
      guard !isOver else { return nil }
      if let piece = try next() { return decoder.decode(piece[...]) }
      isOver = true
      return decoder.finish()
    }
  }

  private static func statingUTF8(_ text: [UInt8]) -> [UInt8] {
    guard text.starts(with: "<?xml".utf8), let end = text.firstRange(of: Array("?>".utf8)) else {
      return text
    }
    for name in ["UTF-16LE", "UTF-16BE", "UTF-16"] {
      for spelling in [name, name.lowercased()] {
        for mark in ["\"", "'"] {
          let stated = Array("\(mark)\(spelling)\(mark)".utf8)
          guard let place = text[..<end.lowerBound].firstRange(of: stated) else { continue }
          let other = "\(mark)UTF-8\(mark)"
          let filled = other + String(repeating: " ", count: stated.count - other.utf8.count)
          return text[..<place.lowerBound] + Array(filled.utf8) + text[place.upperBound...]
        }
      }
    }
    return text
  }
}
