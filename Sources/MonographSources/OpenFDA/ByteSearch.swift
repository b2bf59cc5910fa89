import Glibc

/// Looks for some bytes in others by the one of them that is rarest in prose.
struct ByteSearch {
  private let wanted: UnsafeRawBufferPointer
  private let rare: Int

  /// Prepares to look for bytes, which must stay where they are.
  init(for wanted: UnsafeRawBufferPointer) {
    self.wanted = wanted
    var rare = 0
    for index in wanted.indices where Self.commonness(wanted[index]) < Self.commonness(wanted[rare]) {
      rare = index
    }
    self.rare = rare
  }

  /// How common a byte is in the text of labels, roughly: the higher, the commoner.
  private static func commonness(_ byte: UInt8) -> Int {
    switch byte {
    case .space, 0x61, 0x65, 0x69, 0x6F, 0x6E, 0x72, 0x73, 0x74: 3
    case 0x61...0x7A, .period, .comma: 2
    case 0x30...0x39, .leftParenthesis, .rightParenthesis: 1
    default: 0
    }
  }

  /// Where the bytes stand, from an offset on; nil where they do not.
  func offset(in bytes: UnsafeRawBufferPointer, from start: Int, limit: Int) -> Int? {
    guard let base = bytes.baseAddress, let wantedBase = wanted.baseAddress else { return nil }
    var place = start
    while place + wanted.count <= limit {
      // The rare byte of any place where the whole still fits.
      let room = limit - wanted.count - place + 1
      guard let found = memchr(base + place + rare, Int32(wanted[rare]), room) else { return nil }
      let offset = base.distance(to: UnsafeRawPointer(found)) - rare
      if memcmp(base + offset, wantedBase, wanted.count) == 0 { return offset }
      place = offset + 1
    }
    return nil
  }
}
