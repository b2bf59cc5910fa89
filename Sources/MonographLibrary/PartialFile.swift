import Foundation

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

  /// Makes the empty file.
  init(destination: String) throws(LibraryError) {
    self.destination = destination
    path = "\(destination).partial-\(getpid())"
    var status = stat()
    if stat(destination, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotWrite(path: destination, reason: "it is a folder")
    }
    Self.removeAbandoned(destination: destination)
    descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw .cannotWrite(path: destination, reason: "it is being built already") }
      throw Self.error(errno, path: destination)
    }
    // Where a file system knows no locks, the file merely looks abandoned to another build.
    _ = flock(descriptor, LOCK_EX | LOCK_NB)
  }

  deinit { close(descriptor) }

  /// Puts the file in its place, once it is on the disk, and returns its size in bytes.
  func takePlace() throws(LibraryError) -> Int {
    var status = stat()
    guard fsync(descriptor) == 0, fstat(descriptor, &status) == 0, rename(path, destination) == 0 else {
      throw Self.error(errno, path: destination)
    }
    syncFolder()
    return Int(status.st_size)
  }

  /// Removes the file.
  func remove() { unlink(path) }

  /// Makes the rename last. Some file systems know no such thing, and the library stands whole either way,
  /// so failure is no error.
  private func syncFolder() {
    let folder = open(Self.folder(of: destination), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    close(folder)
  }

  /// Removes what builds of the same library that were killed have left.
  private static func removeAbandoned(destination: String) {
    let folder = folder(of: destination)
    let name = destination.split(separator: "/").last.map(String.init) ?? destination
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let prefix = "\(name).partial-"
    for file in files where file.hasPrefix(prefix) {
      guard file.dropFirst(prefix.count).allSatisfy(\.isNumber) else { continue }
      let path = "\(folder)/\(file)"
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(path) }
      close(descriptor)
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  private static func error(_ code: Int32, path: String) -> LibraryError {
    if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
    return .cannotWrite(path: path, reason: String(cString: strerror(code)))
  }
}
