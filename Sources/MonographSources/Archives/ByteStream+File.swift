import Glibc

extension ByteStream {
  /// The bytes of a file, 256 KiB a piece. The file is closed when the stream is gone.
  public static func file(_ path: String, name: String? = nil) throws(SourceError) -> ByteStream {
    let file = try OpenFile(path: path, name: name ?? path)
    return ByteStream(name: file.name) { try file.next() }
  }

  /// The first bytes, fewer only where there are no more, and a stream that gives everything, them included.
  package func withHead(_ count: Int) throws -> (head: [UInt8], whole: ByteStream) {
    var head: [UInt8] = []
    while head.count < count, let piece = try next() { head += piece }
    var first: [UInt8]? = head
    let whole = ByteStream(name: name) {
      if let piece = first {
        first = nil
        return piece
      }
      return try self.next()
    }
    return (Array(head.prefix(count)), whole)
  }

  /// All bytes, up to a limit; nil where there are more, with a stream that gives everything.
  package func bytes(upTo limit: Int) throws -> (bytes: [UInt8]?, whole: ByteStream) {
    var bytes: [UInt8] = []
    while let piece = try next() {
      bytes += piece
      guard bytes.count <= limit else {
        var first: [UInt8]? = bytes
        bytes = []
        let rest = ByteStream(name: name) {
          if let piece = first {
            first = nil
            return piece
          }
          return try self.next()
        }
        return (nil, rest)
      }
    }
    return (bytes, ByteStream(name: name, bytes: bytes))
  }
}

/// A regular file open for reading, closed when nothing holds it any more.
final class OpenFile {
  let name: String
  let descriptor: CInt
  let size: Int

  init(path: String, name: String) throws(SourceError) {
    self.name = name
    // A pipe without a writer would wait for ever.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(name: name, reason: String(cString: strerror(errno))) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(name: name, reason: "it is not a file")
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The next 256 KiB; nil at the end.
  func next() throws(SourceError) -> [UInt8]? {
    var failure: CInt = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      while true {
        let result = read(descriptor, buffer.baseAddress, buffer.count)
        if result < 0, errno == EINTR { continue }
        if result < 0 { failure = errno }
        count = max(0, result)
        return
      }
    }
    guard failure == 0 else { throw .unreadable(name: name, reason: String(cString: strerror(failure))) }
    return piece.isEmpty ? nil : piece
  }
}
