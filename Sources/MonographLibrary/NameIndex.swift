/// All names of a library, packed for a scan: what is read when somebody types a name.
///
/// A chunk is a run of records in the order of the `name` table: the entity (4 bytes), a byte that is 1 where
/// the entity has no page, the length (2 bytes), the letters (4 bytes, see ``Letters``), all little-endian,
/// and the folded name. 50,000 names of 20 bytes take 1.6 MB.
struct NameIndex: Sendable {
  /// A record's bytes before the name.
  static let headerSize = 11

  /// How large a chunk may grow before the next begins.
  static let chunkSize = 1 << 16

  /// The records.
  private(set) var bytes: [UInt8] = []

  /// An index without names.
  init() {}

  /// Joins chunks that were read from a library.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Adds a record; a name of more than 65,535 bytes is cut.
  mutating func append(_ folded: String, entity: Int, hasPage: Bool) {
    let name = folded.utf8.prefix(Int(UInt16.max))
    append(UInt32(truncatingIfNeeded: entity))
    bytes.append(hasPage ? 0 : 1)
    bytes.append(UInt8(truncatingIfNeeded: name.count))
    bytes.append(UInt8(truncatingIfNeeded: name.count >> 8))
    append(Letters(of: name).bits)
    bytes.append(contentsOf: name)
  }

  private mutating func append(_ number: UInt32) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Takes the records out.
  mutating func takeBytes() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// One record as it is scanned.
  struct Record {
    /// Its key in the `name` table.
    var name: Int
    /// Whose name it is.
    var entity: Int
    /// Whether the entity has a page.
    var hasPage: Bool
    /// Which letters the name has.
    var letters: Letters
    /// The folded name, within the bytes scanned.
    var folded: UnsafeRawBufferPointer

    /// Calls a closure with each word of the name.
    func forEachWord(_ body: (UnsafeRawBufferPointer) -> Void) { NameIndex.forEachWord(of: folded, body) }
  }

  /// Calls a closure with each word of a folded name.
  static func forEachWord(of folded: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    for end in 0...folded.count where end == folded.count || folded[end] == 0x20 {
      if end > start { body(UnsafeRawBufferPointer(rebasing: folded[start..<end])) }
      start = end + 1
    }
  }

  /// Calls a closure with each record in order. False where the bytes are not records throughout.
  func forEach(_ body: (Record) throws -> Void) rethrows -> Bool {
    try bytes.withUnsafeBytes { buffer in
      var offset = 0
      var name = 0
      while offset < buffer.count {
        guard buffer.count - offset >= Self.headerSize else { return false }
        let key = UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        let flags = buffer[offset + 4]
        let length = Int(buffer[offset + 5]) | Int(buffer[offset + 6]) << 8
        let letters = UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: offset + 7, as: UInt32.self))
        offset += Self.headerSize
        guard buffer.count - offset >= length else { return false }
        name += 1
        try body(
          Record(
            name: name, entity: Int(key), hasPage: flags == 0,
            letters: Letters(bits: letters),
            folded: UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + length])))
        offset += length
      }
      return true
    }
  }
}

/// Which letters and digits a folded name has. An edit takes at most one of them away, so a name that lacks
/// more of a word's letters than edits are allowed cannot be near it, and needs no comparison.
struct Letters: Equatable {
  /// A bit for each letter; five for digits, one for everything beyond ASCII.
  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  init(of name: some Sequence<UInt8>) {
    var bits: UInt32 = 0
    for byte in name {
      switch byte {
      case 0x61...0x7A: bits |= 1 << UInt32(byte - 0x61)
      case 0x30...0x39: bits |= 1 << (26 + UInt32(byte) % 5)
      case 0x80...: bits |= 1 << 31
      default: break
      }
    }
    self.bits = bits
  }

  /// How many of these another name lacks.
  func missing(in other: Letters) -> Int { (bits & ~other.bits).nonzeroBitCount }
}
