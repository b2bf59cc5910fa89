/// The keys of the entities that one is related to, ascending, each as its distance from the one before in groups of
/// seven bits.
enum NeighbourKeys {
  /// Packs keys that ascend.
  static func bytes(_ keys: [Int32]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(keys.count * 2)
    var last: Int32 = 0
    for key in keys {
      bytes.append(variable: Int(key - last))
      last = key
    }
    return bytes
  }

  /// Calls a closure at each key, which is between 1 and a limit; throws ``Neighbourhood/damage`` at bytes that are
  /// not keys which ascend.
  @inline(__always)
  static func forEach(
    in bytes: UnsafeRawBufferPointer, limit: Int, _ body: (Int) throws -> Void
  ) throws {
    var (key, offset) = (0, 0)
    while offset < bytes.count {
      var byte = bytes[offset]
      offset &+= 1
      var step = Int(byte & 0x7F)
      var shift = 7
      while byte >= 0x80 {
        guard offset < bytes.count, shift < 42 else { throw Neighbourhood.damage }
        byte = bytes[offset]
        offset &+= 1
        step |= Int(byte & 0x7F) << shift
        shift &+= 7
      }
      key &+= step
      guard step > 0, key <= limit else { throw Neighbourhood.damage }
      try body(key)
    }
  }
}
