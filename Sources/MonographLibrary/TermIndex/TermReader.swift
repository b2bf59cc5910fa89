import GRDB

/// Reads the numbers and bytes of stored terms; every read is checked against the end.
struct TermReader {
  private let buffer: UnsafeRawBufferPointer
  private(set) var offset = 0

  init(_ buffer: UnsafeRawBufferPointer) { self.buffer = buffer }

  var isAtEnd: Bool { offset == buffer.count }

  /// The error for bytes that were not written as they stand.
  static var damage: DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "its index of words is not readable")
  }

  mutating func byte() throws -> Int {
    guard offset < buffer.count else { throw Self.damage }
    defer { offset &+= 1 }
    return Int(buffer[offset])
  }

  mutating func bytes(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard buffer.count - offset >= count else { throw Self.damage }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: buffer[offset..<offset + count])
  }

  /// A number below 2^48.
  mutating func number() throws -> Int {
    var (number, shift) = (0, 0)
    while true {
      let byte = try byte()
      number |= (byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
      guard shift < 48 else { throw Self.damage }
    }
  }
}
