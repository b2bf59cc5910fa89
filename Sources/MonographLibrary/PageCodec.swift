import MonographModel

/// The binary form of a monograph: how a library stores a page so that opening it is fast.
///
/// A library keeps the page without its sections' blocks, and the blocks of each section apart, so that a
/// search reads no more than the sections it shows; ``Monograph/fill(blocks:)`` joins them.
///
/// Either is a version byte, eight bytes of checksum (little-endian, over the rest), and the fields of the
/// tree in order: integers as variable-length groups of seven bits, signed ones folded to unsigned, text as
/// its length in bytes and its UTF-8, lists as their count and their elements, choices as a tag byte. The
/// checksum finds every change within one aligned group of eight bytes, and others with a chance of one in
/// 2^64 to miss: a changed dose must never pass for the written one.
///
/// Reading is bounds-checked throughout: bytes that were not written by ``encode(_:)`` give an error,
/// never a trap, and never more memory than a small multiple of their size. About 4 ms for a MB.
enum PageCodec {
  /// The version that is written and read. Any change of the encoding raises it, and with it
  /// ``Schema/formatVersion``.
  static let version: UInt8 = 2

  /// How deep sections, blocks and text may be nested in all. Sources stay below 30.
  static let depthLimit = 200

  /// Version and checksum.
  static let headerSize = 9

  /// The bytes of a monograph, with or without the blocks of its sections. Throws where it is nested too deeply or a diagram's edge lacks its node.
  static func encode(
    _ monograph: Monograph, withoutBlocks: Bool = false
  ) throws(PageCodecError) -> [UInt8] {
    var encoder = PageEncoder(leavesBlocksOut: withoutBlocks)
    try encoder.write(monograph)
    return seal(encoder.bytes)
  }

  /// The bytes of blocks. Throws as ``encode(_:)`` does.
  static func encode(blocks: [Block]) throws(PageCodecError) -> [UInt8] {
    var encoder = PageEncoder()
    try encoder.write(blocks)
    return seal(encoder.bytes)
  }

  /// The monograph of bytes from ``encode(_:)``; throws for any others.
  static func decode(_ bytes: UnsafeRawBufferPointer) throws(PageCodecError) -> Monograph {
    var decoder = PageDecoder(try unseal(bytes))
    let monograph = try decoder.monograph()
    guard decoder.isAtEnd else { throw .trailingBytes }
    return monograph
  }

  /// The blocks of bytes from ``encode(blocks:)``; throws for any others.
  static func decodeBlocks(_ bytes: UnsafeRawBufferPointer) throws(PageCodecError) -> [Block] {
    var decoder = PageDecoder(try unseal(bytes))
    let blocks = try decoder.blocks()
    guard decoder.isAtEnd else { throw .trailingBytes }
    return blocks
  }

  /// The body of sealed bytes, whose version and checksum are right.
  private static func unseal(
    _ bytes: UnsafeRawBufferPointer
  ) throws(PageCodecError) -> UnsafeRawBufferPointer {
    guard let first = bytes.first else { throw .truncated }
    guard first == version else { throw .unsupportedVersion(Int(first)) }
    guard bytes.count >= headerSize else { throw .truncated }
    var stored: UInt64 = 0
    for index in 0..<8 { stored |= UInt64(bytes[1 + index]) << (8 * UInt64(index)) }
    let body = UnsafeRawBufferPointer(rebasing: bytes[headerSize...])
    guard checksum(body) == stored else { throw .checksumMismatch }
    return body
  }

  /// A body with its version and checksum before it.
  static func seal(_ body: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = [version]
    bytes.reserveCapacity(body.count + headerSize)
    let sum = body.withUnsafeBytes { checksum($0) }
    for index in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: sum >> (8 * UInt64(index)))) }
    bytes.append(contentsOf: body)
    return bytes
  }

  /// A hash of the bytes, eight at a time. Each step maps states one to one, so a change of one group
  /// always changes the result.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var state = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count)
    func mix(_ word: UInt64) {
      state = (state ^ word) &* 0xD6E8_FEB8_6659_FD93
      state ^= state >> 32
    }
    var offset = 0
    while offset + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest)
    return state
  }
}
