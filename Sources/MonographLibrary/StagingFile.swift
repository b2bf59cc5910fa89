import Foundation

/// Records that wait for the end of a compile: kept in memory while they are few, then in a nameless file
/// beside the library, which the system removes whatever becomes of the process.
final class StagingFile {
  /// How large a piece grows before it is written.
  private static let pieceSize = 1 << 20

  /// The library.
  let path: String
  private var descriptor: Int32 = -1
  private var encoder = PageEncoder()
  private var pieces: [Int] = []

  /// Makes an empty one; `path` names the library, for its folder and for errors.
  init(beside path: String) { self.path = path }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds a record.
  func append(_ write: (inout PageEncoder) -> Void) throws(LibraryError) {
    write(&encoder)
    guard encoder.bytes.count >= Self.pieceSize else { return }
    if descriptor < 0 { descriptor = try Self.open(beside: path) }
    try Self.save(encoder.bytes, to: descriptor, path: path)
    pieces.append(encoder.bytes.count)
    encoder = PageEncoder()
  }

  /// Calls a closure at each record, in order, which must read all of it; nothing is added any more.
  func forEach(_ read: (inout PageDecoder) throws -> Void) throws {
    var offset: off_t = 0
    var piece: [UInt8] = []
    for size in pieces {
      piece = [UInt8](repeating: 0, count: size)
      try Self.load(&piece, from: descriptor, at: offset, path: path)
      offset += off_t(size)
      try Self.records(of: piece, read)
    }
    try Self.records(of: encoder.bytes, read)
  }

  private static func records(of piece: [UInt8], _ read: (inout PageDecoder) throws -> Void) throws {
    try piece.withUnsafeBytes { bytes in
      var decoder = PageDecoder(bytes)
      while !decoder.isAtEnd { try read(&decoder) }
    }
  }

  /// A nameless file beside a library.
  static func open(beside path: String) throws(LibraryError) -> Int32 {
    var template = Array("\(path).staging-XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw PartialFile.error(errno, path: path) }
    unlink(template)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  /// Writes bytes where the file has come to.
  static func save(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(LibraryError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress! + written, bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw PartialFile.error(count == 0 ? ENOSPC : errno, path: path) }
      written += count
    }
  }

  /// Fills bytes from a place in the file.
  static func load(
    _ bytes: inout [UInt8], from descriptor: Int32, at offset: off_t, path: String
  ) throws(LibraryError) {
    var done = 0
    let size = bytes.count
    while done < size {
      let count = bytes.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress! + done, size - done, offset + off_t(done))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw PartialFile.error(count == 0 ? EIO : errno, path: path) }
      done += count
    }
  }
}
