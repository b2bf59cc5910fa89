import Glibc
import MonographSources

/// A short name for a text or a file's bytes, the same in every run: FNV-1a, 64 bits, over groups of eight bytes for
/// files. Tells a change, not a forgery.
enum Fingerprint {
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01b3

  /// The name of a text.
  static func hex(of text: String) -> String {
    var hash = start
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
    return String(hash, radix: 16)
  }

  /// The name of some bytes.
  static func hex(of bytes: [UInt8]) -> String {
    var digest = Digest()
    bytes.withUnsafeBytes { digest.add($0) }
    return digest.hex
  }

  /// The name of what a file holds; costs reading it. Throws ``SourceError``.
  static func hex(ofFile path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var digest = Digest()
    // A multiple of eight, so that a file has one name however it is read.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      var filled = 0
      while filled < buffer.count {
        let count = read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw unreadable(path) }
        guard count > 0 else { break }
        filled += count
      }
      digest.add(UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
      if filled < buffer.count { return digest.hex }
    }
  }

  private static func unreadable(_ path: String) -> SourceError {
    .unreadable(name: path, reason: String(cString: strerror(errno)))
  }

  private struct Digest {
    private var hash = start
    private var length: UInt64 = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      length += UInt64(bytes.count)
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        hash = (hash ^ word) &* prime
        // FNV carries upwards alone; over whole words the high bits have to come down again.
        hash ^= hash >> 29
        offset += 8
      }
      while offset < bytes.count {
        hash = (hash ^ UInt64(bytes[offset])) &* prime
        offset += 1
      }
    }

    var hex: String { String(hash ^ length, radix: 16) }
  }
}
