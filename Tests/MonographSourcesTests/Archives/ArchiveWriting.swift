import Foundation
import Testing

/// Makes archives for tests with libarchive's writer, which the program itself does not use.
struct ArchiveWriting {
  enum Form { case zip, tar, tarGzip }

  /// The bytes of an archive with some files in it.
  static func archive(_ form: Form, _ members: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let library = try Library()
    let archive = try #require(library.new())
    defer { _ = library.free(archive) }
    switch form {
    case .zip: _ = library.setFormatZip(archive)
    case .tar: _ = library.setFormatTar(archive)
    case .tarGzip:
      _ = library.setFormatTar(archive)
      _ = library.addGzip(archive)
    }
    var buffer = [UInt8](
      repeating: 0,
      count: members.reduce(1 << 16) { $0 + 2 * $1.bytes.count + 4 * $1.name.utf8.count + 2_048 })
    var used = 0
    try buffer.withUnsafeMutableBytes { memory in
      guard library.openMemory(archive, memory.baseAddress, memory.count, &used) == 0 else {
        throw Failure.refused
      }
      for member in members {
        let entry = library.newEntry()
        defer { library.freeEntry(entry) }
        library.setName(entry, member.name)
        library.setSize(entry, Int64(member.bytes.count))
        library.setType(entry, 0o100000)
        library.setMode(entry, 0o644)
        // A warning is about a name that the locale cannot spell.
        guard library.writeHeader(archive, entry) >= -20 else { throw Failure.refused }
        let written = member.bytes.withUnsafeBytes { library.writeData(archive, $0.baseAddress, $0.count) }
        guard written == member.bytes.count else { throw Failure.refused }
      }
      guard library.close(archive) == 0 else { throw Failure.refused }
    }
    return Array(buffer[..<used])
  }

  static func archive(_ form: Form, _ members: [(name: String, text: String)]) throws -> [UInt8] {
    try archive(form, members.map { (name: $0.name, bytes: Array($0.text.utf8)) })
  }

  enum Failure: Error { case refused, absent(String) }

  /// The functions of libarchive's writer.
  private struct Library {
    typealias Function = @convention(c) (OpaquePointer?) -> CInt
    let new: @convention(c) () -> OpaquePointer?
    let free, setFormatZip, setFormatTar, addGzip, close: Function
    let openMemory:
      @convention(c) (OpaquePointer?, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?) -> CInt
    let writeHeader: @convention(c) (OpaquePointer?, OpaquePointer?) -> CInt
    let writeData: @convention(c) (OpaquePointer?, UnsafeRawPointer?, Int) -> Int
    let newEntry: @convention(c) () -> OpaquePointer?
    let freeEntry: @convention(c) (OpaquePointer?) -> Void
    let setName: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> Void
    let setSize: @convention(c) (OpaquePointer?, Int64) -> Void
    let setType, setMode: @convention(c) (OpaquePointer?, CUnsignedInt) -> Void

    init() throws {
      let library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL)
      func find<T>(_ name: String) throws -> T {
        guard let library, let symbol = dlsym(library, name) else { throw Failure.absent(name) }
        return unsafeBitCast(symbol, to: T.self)
      }
      new = try find("archive_write_new")
      free = try find("archive_write_free")
      setFormatZip = try find("archive_write_set_format_zip")
      setFormatTar = try find("archive_write_set_format_pax_restricted")
      addGzip = try find("archive_write_add_filter_gzip")
      close = try find("archive_write_close")
      openMemory = try find("archive_write_open_memory")
      writeHeader = try find("archive_write_header")
      writeData = try find("archive_write_data")
      newEntry = try find("archive_entry_new")
      freeEntry = try find("archive_entry_free")
      setName = try find("archive_entry_set_pathname")
      setSize = try find("archive_entry_set_size")
      setType = try find("archive_entry_set_filetype")
      setMode = try find("archive_entry_set_perm")
    }
  }
}

/// A folder for the files of one test, taken away with it.
final class ScratchFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "monograph-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, its folders made, and gives its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = path + "/" + name
    let folder = URL(filePath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return file
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }
}
