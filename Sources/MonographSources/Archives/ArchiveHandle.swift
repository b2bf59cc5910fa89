internal import CArchive

/// libarchive's reader of a zip or tar, closed when nothing holds it any more.
final class ArchiveHandle {
  /// A member as its header describes it.
  struct Header {
    /// Its name; only a name, whatever path it spells.
    var name: String
    /// Whether it is a file, and no folder, link or device.
    var isFile: Bool
    /// Whether it is encrypted.
    var isEncrypted: Bool
    /// Its unpacked size, where the header says.
    var size: Int?
  }

  let name: String
  private let archive: OpaquePointer
  /// What libarchive reads from; it keeps no reference of its own.
  private enum Origin {
    case file(OpenFile)
    case memory(UnsafeMutableBufferPointer<UInt8>)
    case stream(StreamFeed)
  }
  private let origin: Origin

  private init(name: String, origin: Origin) throws(SourceError) {
    self.name = name
    self.origin = origin
    guard libarchive_is_available() != 0, let archive = archive_read_new() else {
      if case .memory(let bytes) = origin { bytes.deallocate() }
      throw .unreadable(name: name, reason: "libarchive (libarchive.so.13) is not on this machine")
    }
    self.archive = archive
    _ = archive_read_support_format_zip(archive)
    _ = archive_read_support_format_tar(archive)
    let result =
      switch origin {
      case .file(let file): archive_read_open_fd(archive, file.descriptor, 1 << 18)
      case .memory(let bytes): archive_read_open_memory(archive, bytes.baseAddress, bytes.count)
      case .stream(let feed): Self.open(archive, feed)
      }
    guard result >= MONOGRAPH_ARCHIVE_WARN else { throw failure("it cannot be opened") }
  }

  /// Opens a file.
  convenience init(_ file: OpenFile) throws(SourceError) {
    try self.init(name: file.name, origin: .file(file))
  }

  /// Opens an archive that is in memory; the bytes are copied.
  convenience init(_ bytes: [UInt8], name: String) throws(SourceError) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
    _ = copy.update(fromContentsOf: bytes)
    let whole = UnsafeMutableBufferPointer(rebasing: copy[..<bytes.count])
    try self.init(name: name, origin: .memory(whole))
  }

  /// Opens an archive that comes piece by piece.
  convenience init(_ stream: ByteStream) throws(SourceError) {
    try self.init(name: stream.name, origin: .stream(StreamFeed(stream)))
  }

  deinit {
    _ = archive_read_free(archive)
    if case .memory(let bytes) = origin { bytes.deallocate() }
  }

  private static func open(_ archive: OpaquePointer, _ feed: StreamFeed) -> CInt {
    _ = archive_read_set_callback_data(archive, Unmanaged.passUnretained(feed).toOpaque())
    _ = archive_read_set_read_callback(archive) { _, context, buffer in
      guard let context, let buffer else { return Int(MONOGRAPH_ARCHIVE_FATAL) }
      let feed = Unmanaged<StreamFeed>.fromOpaque(context).takeUnretainedValue()
      guard let piece = feed.next() else { return Int(MONOGRAPH_ARCHIVE_FATAL) }
      buffer.pointee = piece.baseAddress.map { UnsafeRawPointer($0) }
      return piece.count
    }
    return archive_read_open1(archive)
  }

  /// How many packed bytes have been taken.
  var packedOffset: Int { Int(archive_filter_bytes(archive, -1)) }

  /// Goes to the next member; nil at the end.
  func nextHeader() throws -> Header? {
    var entry: OpaquePointer?
    var result = archive_read_next_header(archive, &entry)
    if result == MONOGRAPH_ARCHIVE_RETRY { result = archive_read_next_header(archive, &entry) }
    if result == MONOGRAPH_ARCHIVE_EOF { return nil }
    // A warning is about what is not used: a name in an unknown encoding, an attribute.
    guard result >= MONOGRAPH_ARCHIVE_WARN, let entry else {
      throw failure("the header of a member cannot be read")
    }
    let name = (archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)).map {
      String(cString: $0)
    }
    let type = archive_entry_filetype(entry)
    return Header(
      name: Self.visible(name ?? ""),
      isFile: type == UInt32(MONOGRAPH_REGULAR_FILE) && archive_entry_hardlink(entry) == nil,
      isEncrypted: archive_entry_is_data_encrypted(entry) != 0,
      size: archive_entry_size_is_set(entry) != 0 ? Int(archive_entry_size(entry)) : nil)
  }

  /// The next piece of the member, with its offset; nil at its end.
  func nextPiece() throws -> (bytes: [UInt8], offset: Int)? {
    var bytes: UnsafeRawPointer?
    var size = 0
    var offset: Int64 = 0
    let result = archive_read_data_block(archive, &bytes, &size, &offset)
    if result == MONOGRAPH_ARCHIVE_EOF { return nil }
    guard result == MONOGRAPH_ARCHIVE_OK else { throw failure("it cannot be unpacked") }
    return (Array(UnsafeRawBufferPointer(start: bytes, count: size)), Int(offset))
  }

  /// Why libarchive failed: what the stream it reads from threw, else its own words.
  private func failure(_ otherwise: String) -> SourceError {
    if case .stream(let feed) = origin, let error = feed.error { return error }
    let words = archive_error_string(archive).map { String(cString: $0) }
    return .damaged(name: name, line: 0, reason: words ?? otherwise)
  }

  /// A name without control characters, which a terminal would obey.
  private static func visible(_ name: String) -> String {
    guard name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      return name
    }
    var visible = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      visible.append(scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar)
    }
    return String(visible)
  }
}

/// Hands the pieces of a stream to C, each kept until the next is asked for.
private final class StreamFeed {
  private let stream: ByteStream
  private var piece = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)
  /// What the stream threw.
  private(set) var error: SourceError?

  init(_ stream: ByteStream) { self.stream = stream }

  deinit { piece.deallocate() }

  /// The next piece; empty at the end, nil where the stream threw.
  func next() -> UnsafeMutableBufferPointer<UInt8>? {
    piece.deallocate()
    piece = UnsafeMutableBufferPointer(start: nil, count: 0)
    do {
      while let bytes = try stream.next() {
        guard !bytes.isEmpty else { continue }
        piece = .allocate(capacity: bytes.count)
        _ = piece.initialize(from: bytes)
        return piece
      }
      return piece
    } catch let error as SourceError {
      self.error = error
    } catch {
      self.error = .unreadable(name: stream.name, reason: "\(error)")
    }
    return nil
  }
}
