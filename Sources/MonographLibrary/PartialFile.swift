import Foundation
import Synchronization

/// The file a library is written to before it takes its place. It stands in the same folder, so that the
/// last step is a rename: whoever opens the library meets the old one or the new one, whole.
///
/// Its name ends in the number of the process, so that two builds of one library do not meet, and it is
/// locked while it is written: one without a lock was left by a build that was killed, and the next build
/// removes it.
final class PartialFile {
  /// Where the library will stand.
  let destination: String
  /// Where it is written.
  let path: String
  private let descriptor: Int32
  private let flush = Flush()

  /// The writing to the disk that was begun.
  private final class Flush: Sendable {
    let running = DispatchGroup()
    /// What went wrong: the system tells an error once.
    let error = Atomic<Int32>(0)
  }

  /// Makes the empty file. Throws where something else than a library, or an empty file, stands at the
  /// destination. Where that is a symbolic link, the file it names is what is replaced.
  init(destination: String) throws(LibraryError) {
    let destination = try Self.replaceable(destination)
    self.destination = destination
    path = "\(destination).partial-\(getpid())"
    Self.removeAbandoned(destination: destination)
    descriptor = try Self.make(path, destination: destination)
  }

  deinit {
    flush.running.wait()
    close(descriptor)
  }

  /// Begins to bring what was written to the disk, on another thread, so that ``takePlace()`` has less to wait for.
  func beginFlush() {
    let (descriptor, flush) = (descriptor, flush)
    DispatchQueue.global().async(group: flush.running) {
      if fsync(descriptor) != 0 { flush.error.store(errno, ordering: .releasing) }
    }
  }

  /// Puts the file in its place, once it is on the disk, and returns its size in bytes.
  func takePlace() throws(LibraryError) -> Int {
    // Something else may have come there meanwhile.
    guard try Self.replaceable(destination) == destination else {
      throw .occupied(path: destination, occupant: "a symbolic link")
    }
    flush.running.wait()
    let failure = flush.error.load(ordering: .acquiring)
    guard failure == 0 else { throw Self.error(failure, path: destination) }
    var status = stat()
    guard fsync(descriptor) == 0, fstat(descriptor, &status) == 0, rename(path, destination) == 0 else {
      throw Self.error(errno, path: destination)
    }
    syncFolder()
    return Int(status.st_size)
  }

  /// Makes the file and locks it. Between the two it looks abandoned, so another build that begins may remove it:
  /// then it is made again.
  private static func make(_ path: String, destination: String) throws(LibraryError) -> Int32 {
    while true {
      let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        if errno == EEXIST { throw .cannotWrite(path: destination, reason: "it is being built already") }
        throw error(errno, path: destination)
      }
      // Where a file system knows no locks, the file merely looks abandoned to another build.
      _ = flock(descriptor, LOCK_EX | LOCK_NB)
      var (made, standing) = (stat(), stat())
      let isThere = fstat(descriptor, &made) == 0 && stat(path, &standing) == 0
      if isThere, made.st_ino == standing.st_ino, made.st_dev == standing.st_dev { return descriptor }
      close(descriptor)
    }
  }

  /// Removes the file.
  func remove() { Self.remove(path) }

  /// Removes a file and the journal that SQLite keeps beside it.
  private static func remove(_ path: String) {
    unlink(path)
    unlink(path + journalEnding)
  }

  private static let journalEnding = "-journal"

  /// Makes the rename last. Some file systems know no such thing, and the library stands whole either way,
  /// so failure is no error.
  private func syncFolder() {
    let folder = open(Self.folder(of: destination), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    close(folder)
  }

  /// The path of the file that a library at a path would replace, which may be absent.
  private static func replaceable(_ path: String) throws(LibraryError) -> String {
    guard !path.isEmpty else { throw .noPath }
    var status = stat()
    // Where nothing can be told, making the file gives the reason.
    guard lstat(path, &status) == 0 else { return path }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      if status.st_size == 0 { return path }
      guard try LibraryFile.isLibrary(path: path) else {
        throw .occupied(path: path, occupant: "not a monograph library")
      }
      return path
    case S_IFLNK:
      guard let named = realpath(path, nil) else {
        throw .occupied(path: path, occupant: "a symbolic link that leads nowhere")
      }
      defer { free(named) }
      return try replaceable(String(cString: named))
    case S_IFDIR: throw .occupied(path: path, occupant: "a folder")
    case S_IFIFO: throw .occupied(path: path, occupant: "a pipe")
    case S_IFSOCK: throw .occupied(path: path, occupant: "a socket")
    default: throw .occupied(path: path, occupant: "a device")
    }
  }

  /// Removes what builds of the same library that were killed have left.
  private static func removeAbandoned(destination: String) {
    let folder = folder(of: destination)
    let name = destination.split(separator: "/").last.map(String.init) ?? destination
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let prefix = "\(name).partial-"
    for file in files where file.hasPrefix(prefix) {
      let isJournal = file.hasSuffix(journalEnding)
      let partial = isJournal ? String(file.dropLast(journalEnding.count)) : file
      guard partial.dropFirst(prefix.count).allSatisfy(\.isNumber) else { continue }
      let path = "\(folder)/\(partial)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else {
        if isJournal, errno == ENOENT { unlink("\(folder)/\(file)") }
        continue
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove(path) }
      close(descriptor)
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  /// The error for a failed call.
  static func error(_ code: Int32, path: String) -> LibraryError {
    if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
    return .cannotWrite(path: path, reason: String(cString: strerror(code)))
  }
}
