/// Eight neighbouring bytes, tested at once.
///
/// The tests are those of H. S. Warren, “Hacker's Delight”, 6-1: they say whether any of the bytes is such,
/// not which.
struct EightBytes {
  let value: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// The bytes from an offset on, all of which must be there.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
    value = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  @inline(__always)
  private init(value: UInt64) { self.value = value }

  /// Whether one of them is a byte.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { difference(from: byte).containsZero }

  /// Whether one of them is less than a byte, which is at most 128.
  @inline(__always)
  func contains(below byte: UInt8) -> Bool {
    (value &- Self.ones &* UInt64(byte)) & ~value & Self.highBits != 0
  }

  /// Whether one of them is beyond ASCII.
  @inline(__always)
  var containsHigh: Bool { value & Self.highBits != 0 }

  /// Whether one of them is `byte`, and the one at its place in other eight bytes `otherByte`.
  @inline(__always)
  func contains(_ byte: UInt8, with otherByte: UInt8, in other: EightBytes) -> Bool {
    EightBytes(value: difference(from: byte).value | other.difference(from: otherByte).value).containsZero
  }

  @inline(__always)
  private func difference(from byte: UInt8) -> EightBytes {
    EightBytes(value: value ^ (Self.ones &* UInt64(byte)))
  }

  @inline(__always)
  private var containsZero: Bool { (value &- Self.ones) & ~value & Self.highBits != 0 }
}
