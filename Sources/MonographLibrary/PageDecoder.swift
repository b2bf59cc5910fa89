import MonographModel

/// Reads the values that a page is made of; the counterpart of ``PageEncoder``. Every read is checked
/// against the end of the bytes.
struct PageDecoder {
  private let bytes: UnsafeRawBufferPointer
  private var offset = 0
  private var depth = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Whether everything was read.
  var isAtEnd: Bool { offset == bytes.count }

  /// The error for something that cannot stand where reading has come to.
  var invalid: PageCodecError { .invalid(offset: offset) }

  mutating func byte() throws(PageCodecError) -> UInt8 {
    guard offset < bytes.count else { throw .truncated }
    defer { offset += 1 }
    return bytes[offset]
  }

  mutating func flag() throws(PageCodecError) -> Bool {
    switch try byte() {
    case 0: return false
    case 1: return true
    default: throw invalid
    }
  }

  /// A number of things. Each takes a byte at least, so it is never more than the bytes that are left.
  mutating func count() throws(PageCodecError) -> Int {
    let number = try unsigned()
    guard number <= UInt64(bytes.count - offset) else { throw .truncated }
    return Int(number)
  }

  /// A number that is at least 0 and counts nothing.
  mutating func number() throws(PageCodecError) -> Int {
    guard let number = Int(exactly: try unsigned()) else { throw invalid }
    return number
  }

  mutating func integer() throws(PageCodecError) -> Int {
    let number = try unsigned()
    let wide = Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
    guard let integer = Int(exactly: wide) else { throw invalid }
    return integer
  }

  mutating func text() throws(PageCodecError) -> String {
    let length = try count()
    guard length > 0 else { return "" }
    let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    guard let text = String(validating: piece, as: UTF8.self) else { throw invalid }
    offset += length
    return text
  }

  mutating func entity() throws(PageCodecError) -> EntityID {
    guard let entity = EntityID(folder: try text(), slug: try text()) else { throw invalid }
    return entity
  }

  /// One of an enumeration that is written by name.
  mutating func named<Value: RawRepresentable>(
    _: Value.Type
  ) throws(PageCodecError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else { throw invalid }
    return value
  }

  /// One of an enumeration that is written as a byte.
  mutating func tagged<Value: RawRepresentable>(
    _: Value.Type
  ) throws(PageCodecError) -> Value where Value.RawValue == UInt8 {
    guard let value = Value(rawValue: try byte()) else { throw invalid }
    return value
  }

  mutating func optional<Value>(
    _ body: (inout PageDecoder) throws(PageCodecError) -> Value
  ) throws(PageCodecError) -> Value? {
    try flag() ? try body(&self) : nil
  }

  mutating func list<Element>(
    _ body: (inout PageDecoder) throws(PageCodecError) -> Element
  ) throws(PageCodecError) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    // A false count must not take memory: beyond this the list grows as its elements prove to be there.
    elements.reserveCapacity(min(count, 64))
    for _ in 0..<count { elements.append(try body(&self)) }
    return elements
  }

  mutating func texts() throws(PageCodecError) -> [String] {
    try list { (decoder) throws(PageCodecError) in try decoder.text() }
  }

  mutating func optionalText() throws(PageCodecError) -> String? {
    try flag() ? try text() : nil
  }

  mutating func optionalInteger() throws(PageCodecError) -> Int? {
    try flag() ? try integer() : nil
  }

  /// Reads something that can hold itself, unless it stands too deep.
  mutating func nested<Value>(
    _ body: (inout PageDecoder) throws(PageCodecError) -> Value
  ) throws(PageCodecError) -> Value {
    guard depth < PageCodec.depthLimit else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  private mutating func unsigned() throws(PageCodecError) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      let group = try byte()
      // The tenth group has room for one bit.
      guard shift < 63 || group <= 1 else { throw invalid }
      number |= UInt64(group & 0x7F) << shift
      if group < 0x80 { return number }
      shift += 7
    }
  }
}
