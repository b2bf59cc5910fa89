import Glibc
import MonographSources

/// A short name for a text or a file's bytes, the same in every run: FNV-1a, 64 bits, over groups of eight bytes for
/// files and bytes, every fourth group by itself. Tells a change, not a forgery.
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
    // A multiple of 32, so that a file has one name however it is read.
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

  /// The same name for a program that runs, which nobody can write to or cut short: its bytes are looked at where the
  /// system keeps them, which for as many takes half the time of reading. Throws ``SourceError``.
  static func hex(ofProgram path: String) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(path) }
    var digest = Digest()
    // Piece by piece, so that the memory of the process does not grow by the program. A multiple of 32 and of pages.
    let (size, piece) = (Int(status.st_size), 4 << 20)
    for offset in stride(from: 0, to: size, by: piece) {
      let count = min(piece, size - offset)
      guard let bytes = mmap(nil, count, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, off_t(offset)),
        bytes != MAP_FAILED
      else { throw unreadable(path) }
      digest.add(UnsafeRawBufferPointer(start: bytes, count: count))
      munmap(bytes, count)
    }
    return digest.hex
  }

  private static func unreadable(_ path: String) -> SourceError {
    .unreadable(name: path, reason: String(cString: strerror(errno)))
  }

  private struct Digest {
    /// Four hashes side by side, each of every fourth word: one alone waits for itself.
    private var lanes = (start, start &+ 1, start &+ 2, start &+ 3)
    private var length: UInt64 = 0

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
      length += UInt64(bytes.count)
      var offset = 0
      while offset &+ 32 <= bytes.count {
        Self.add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), to: &lanes.0)
        Self.add(bytes.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self), to: &lanes.1)
        Self.add(bytes.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self), to: &lanes.2)
        Self.add(bytes.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self), to: &lanes.3)
        offset &+= 32
      }
      while offset < bytes.count {
        Self.add(UInt64(bytes[offset]), to: &lanes.0)
        offset &+= 1
      }
    }

    private static func add(_ word: UInt64, to hash: inout UInt64) {
      hash = (hash ^ UInt64(littleEndian: word)) &* prime
      // FNV carries upwards alone; over whole words the high bits have to come down again.
      hash ^= hash >> 29
    }

    var hex: String {
      var hash = lanes.0
      for lane in [lanes.1, lanes.2, lanes.3, length] { Self.add(lane.littleEndian, to: &hash) }
      return String(hash, radix: 16)
    }
  }
}
