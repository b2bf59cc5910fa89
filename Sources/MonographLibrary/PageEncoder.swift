import MonographModel

/// Writes the values that a page is made of; the counterpart of ``PageDecoder``.
struct PageEncoder {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  /// Whether sections are written without their blocks.
  let leavesBlocksOut: Bool
  private var depth = 0

  init(leavesBlocksOut: Bool = false) { self.leavesBlocksOut = leavesBlocksOut }

  mutating func write(byte: UInt8) { bytes.append(byte) }

  /// Bytes as they are, without their count.
  mutating func write(bytes written: ArraySlice<UInt8>) { bytes.append(contentsOf: written) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// A number of things, at least 0.
  mutating func write(count: Int) { write(unsigned: UInt64(count)) }

  /// Any integer: small ones of either sign take one byte.
  mutating func write(_ number: Int) {
    let wide = Int64(number)
    write(unsigned: UInt64(bitPattern: (wide << 1) ^ (wide >> 63)))
  }

  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      write(count: utf8.count)
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func write(_ text: String?) { write(optional: text) { $0.write($1) } }

  mutating func write(_ number: Int?) { write(optional: number) { $0.write($1) } }

  mutating func write(_ entity: EntityID) {
    write(entity.folder)
    write(entity.slug)
  }

  mutating func write(_ entity: EntityID?) { write(optional: entity) { $0.write($1) } }

  mutating func write(_ texts: [String]) { write(list: texts) { $0.write($1) } }

  mutating func write(_ numbers: [Int]) { write(list: numbers) { $0.write($1) } }

  mutating func write<Value>(optional: Value?, _ body: (inout PageEncoder, Value) -> Void) {
    write(optional != nil)
    if let optional { body(&self, optional) }
  }

  mutating func write<Element, Failure: Error>(
    list: [Element], _ body: (inout PageEncoder, Element) throws(Failure) -> Void
  ) throws(Failure) {
    write(count: list.count)
    for element in list { try body(&self, element) }
  }

  /// Writes something that can hold itself, unless it stands too deep.
  mutating func nested(
    _ body: (inout PageEncoder) throws(PageCodecError) -> Void
  ) throws(PageCodecError) {
    guard depth < PageCodec.depthLimit else { throw .tooDeep }
    depth += 1
    try body(&self)
    depth -= 1
  }

  private mutating func write(unsigned number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}
