import Glibc
import MonographModel

/// A file that a command writes: whole or not at all, and over another only where that was asked for.
enum NewFile {
  /// A file while it is being written; what is written gathers and goes out in large pieces.
  struct Stream {
    private let path: String
    private let descriptor: Int32
    private var waiting: [UInt8] = []

    fileprivate init(path: String, descriptor: Int32) {
      self.path = path
      self.descriptor = descriptor
    }

    /// How many bytes gather.
    private static let portion = 1 << 18

    mutating func write(_ text: String) throws {
      waiting += text.utf8
      if waiting.count >= Self.portion { try flush() }
    }

    fileprivate mutating func flush() throws {
      guard Descriptor.write(waiting, to: descriptor) else { throw NewFile.unwritable(path) }
      waiting.removeAll(keepingCapacity: true)
    }
  }

  /// Writes a text as a file.
  static func write(_ text: String, to path: String, replacing: Bool) throws {
    try write(to: path, replacing: replacing) { try $0.write(text) }
  }

  /// Writes a file under a temporary name beside its place, then gives it its name.
  static func write(to path: String, replacing: Bool, _ body: (inout Stream) throws -> Void) throws {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    guard Surroundings.makeFolder(folder.isEmpty ? "/" : folder) else {
      throw Failure.input("the folder \(folder) cannot be made; name another with -o")
    }
    if !replacing, Surroundings.exists(path) { throw alreadyThere(path) }
    let temporary = "\(path).\(getpid()).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable(path) }
    do {
      var stream = Stream(path: path, descriptor: descriptor)
      try body(&stream)
      try stream.flush()
      guard fsync(descriptor) == 0 else { throw unwritable(path) }
    } catch {
      close(descriptor)
      unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0 else {
      let reason = errno
      unlink(temporary)
      errno = reason
      throw unwritable(path)
    }
    // A link fails where a file has the name already, also one made a moment ago.
    let isNamed = replacing ? rename(temporary, path) == 0 : link(temporary, path) == 0
    let reason = errno
    if !replacing || !isNamed { unlink(temporary) }
    guard !isNamed else { return }
    if reason == EEXIST { throw alreadyThere(path) }
    errno = reason
    throw unwritable(path)
  }

  private static func alreadyThere(_ path: String) -> Failure {
    .input("\(path) is there already and was left as it is")
  }

  fileprivate static func unwritable(_ path: String) -> Failure {
    .input("\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}

/// What sort of thing a page is about, as a person types it.
enum KindArgument {
  /// The folder of a kind; a failure where the kind gives no folder's name.
  static func folder(of kind: String) throws -> String {
    let folder = EntityID.plural(ofKind: kind)
    guard EntityID.slug(fromName: kind) == kind, EntityID(folder: folder, slug: "x") != nil else {
      throw Failure.input("“\(kind)” is no kind; write one word in the singular, such as drug or disease")
    }
    return folder
  }
}
