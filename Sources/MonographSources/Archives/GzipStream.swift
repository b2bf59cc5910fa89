internal import CArchive

/// Unpacks a gzip file piece by piece with zlib, which holds each part against its check sum and length.
///
/// libarchive unpacks gzip too but does not look at the check sums.
final class GzipStream {
  private let packed: ByteStream
  private let limits: ArchiveLimits
  private let stream: UnsafeMutablePointer<monograph_z_stream>
  private var input: [UInt8] = []
  private var inputOffset = 0
  private var isWithinPart = false
  private var hasReadPart = false
  /// What is thrown once the bytes before it were given.
  private var failure: SourceError?
  private var hasFailed = false
  /// How many bytes have been taken and given.
  private var consumed = 0
  private var produced = 0

  init(_ packed: ByteStream, limits: ArchiveLimits) throws(SourceError) {
    self.packed = packed
    self.limits = limits
    stream = .allocate(capacity: 1)
    stream.initialize(to: monograph_z_stream())
    guard monograph_gunzip_init(stream) == MONOGRAPH_Z_OK else {
      stream.deallocate()
      throw .unreadable(name: packed.name, reason: "zlib (libz.so.1) is not on this machine")
    }
  }

  deinit {
    _ = inflateEnd(stream)
    stream.deallocate()
  }

  /// What is unpacked, under a name.
  func unpacked(name: String) -> ByteStream { ByteStream(name: name) { try self.next() } }

  private func next() throws -> [UInt8]? {
    guard !hasFailed else { return nil }
    do {
      return try nextPiece()
    } catch {
      hasFailed = true
      throw error
    }
  }

  private func nextPiece() throws -> [UInt8]? {
    while true {
      if let failure { throw failure }
      if inputOffset == input.count {
        guard let more = try packed.next() else {
          if isWithinPart || !hasReadPart { throw damage("it is cut off") }
          return nil
        }
        (input, inputOffset) = (more, 0)
        continue
      }
      if !isWithinPart, hasReadPart {
        // Zeros may fill the last block after the end; anything else is another part.
        while inputOffset < input.count, input[inputOffset] == 0 { inputOffset += 1 }
        if inputOffset == input.count { continue }
        guard inflateReset(stream) == MONOGRAPH_Z_OK else { throw damage("it cannot be unpacked") }
      }
      let piece = try unpackSome()
      if !piece.isEmpty { return piece }
    }
  }

  private func unpackSome() throws -> [UInt8] {
    isWithinPart = true
    var result: CInt = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
      input.withUnsafeBufferPointer { bytes in
        let available = bytes.count - inputOffset
        stream.pointee.next_in = bytes.baseAddress?.advanced(by: inputOffset)
        stream.pointee.avail_in = UInt32(clamping: available)
        stream.pointee.next_out = buffer.baseAddress
        stream.pointee.avail_out = UInt32(clamping: buffer.count)
        result = monograph_gunzip(stream)
        let taken = Int(UInt32(clamping: available)) - Int(stream.pointee.avail_in)
        inputOffset += taken
        consumed += taken
        count = buffer.count - Int(stream.pointee.avail_out)
      }
    }
    produced += piece.count
    switch Int(result) {
    case MONOGRAPH_Z_STREAM_END: (isWithinPart, hasReadPart) = (false, true)
    case MONOGRAPH_Z_OK, MONOGRAPH_Z_BUF_ERROR: break
    default: failure = damage(stream.pointee.msg.map { String(cString: $0) } ?? "it cannot be unpacked")
    }
    try Expansion.check(packed: consumed, unpacked: produced, name: packed.name, limits: limits)
    return piece
  }

  private func damage(_ reason: String) -> SourceError {
    .damaged(name: packed.name, line: 0, reason: reason)
  }
}
