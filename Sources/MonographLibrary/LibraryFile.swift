import Foundation
import GRDB

/// What can be told of a file before SQLite opens it.
///
/// SQLite opens a file that is cut short, or one of another program, without a word; the header says more:
/// offsets and widths are those of the SQLite file format.
enum LibraryFile {
  private static let headerSize = 100
  private static let magic = Array("SQLite format 3\0".utf8)

  /// Checks that a file is a whole library of this version.
  static func check(path: String) throws(LibraryError) {
    let descriptor = try open(path)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    guard status.st_mode & S_IFMT == S_IFREG, let header = header(descriptor) else {
      throw .notALibrary(path: path)
    }
    let version = Int(number(at: 60, in: header))
    if version > Schema.formatVersion { throw .newerFormat(path: path, version: version) }
    if version < Schema.formatVersion { throw .olderFormat(path: path, version: version) }
    let pageSize = Int(header[16]) << 8 | Int(header[17])
    let expected = pageSize * Int(number(at: 28, in: header))
    guard Int(status.st_size) == expected else {
      throw .damaged(path: path, detail: "\(status.st_size) of \(expected) bytes are there")
    }
  }

  /// Whether a regular file is a library, of whatever version, whole or not.
  static func isLibrary(path: String) throws(LibraryError) -> Bool {
    let descriptor = try open(path)
    defer { close(descriptor) }
    return header(descriptor) != nil
  }

  private static func open(_ path: String) throws(LibraryError) -> Int32 {
    // A pipe must not keep the program waiting for somebody to write to it.
    let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor < 0 else { return descriptor }
    switch errno {
    case ENOENT, ENOTDIR: throw .notFound(path: path)
    // A socket, or a device that is not there.
    case ENXIO, ENODEV: throw .notALibrary(path: path)
    default: throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// The header of a library; nil where a file begins in another way.
  private static func header(_ descriptor: Int32) -> [UInt8]? {
    var header = [UInt8](repeating: 0, count: headerSize)
    let length = header.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, headerSize, 0) }
    guard length == headerSize, header.starts(with: magic), number(at: 68, in: header) == Schema.applicationID
    else { return nil }
    return header
  }

  /// Opens a connection that may only read and takes the file to be unchanging, so that it needs no locks.
  ///
  /// - Parameter cacheKilobytes: How much of the file the connection may keep in memory. Nothing is mapped:
  ///   mapped pages would count towards the memory of the session.
  static func connect(
    path: String, label: String, cacheKilobytes: Int
  ) throws(LibraryError) -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.label = label
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)")
    }
    do {
      return try DatabaseQueue(path: uri(path), configuration: configuration)
    } catch {
      throw LibraryError(reading: path, error)
    }
  }

  /// The path as SQLite's URI form wants it: bytes that mean something there as `%XX`.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri = Array("file:".utf8)
    // Two slashes at the beginning would name a host.
    let plain = path.hasPrefix("//") ? "/" + path.drop { $0 == "/" } : path
    for byte in plain.utf8 {
      switch byte {
      case 0x2D...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: uri.append(byte)
      default: uri += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: uri, as: UTF8.self) + "?immutable=1&mode=ro"
  }

  /// Four bytes, the highest first.
  private static func number(at offset: Int, in header: [UInt8]) -> UInt32 {
    header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
