import Foundation

/// The file a library is written to before it takes its place. It stands in the same folder, so that the
/// last step is a rename: whoever opens the library meets the old one or the new one, whole.
struct PartialFile {
  /// Where the library will stand.
  let destination: String
  /// Where it is written.
  let path: String

  /// Makes the empty file; one that an earlier process of the same number left is replaced.
  init(destination: String) throws(LibraryError) {
    self.destination = destination
    path = "\(destination).partial-\(getpid())"
    var status = stat()
    if stat(destination, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw .cannotWrite(path: destination, reason: "it is a folder")
    }
    unlink(path)
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.error(errno, path: destination) }
    close(descriptor)
  }

  /// Puts the file in its place, once it is on the disk, and returns its size in bytes.
  func takePlace() throws(LibraryError) -> Int {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(errno, path: destination) }
    defer { close(descriptor) }
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
    let folder = destination.lastIndex(of: "/").map { String(destination[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func error(_ code: Int32, path: String) -> LibraryError {
    if code == ENOSPC || code == EDQUOT { return .diskFull(path: path) }
    return .cannotWrite(path: path, reason: String(cString: strerror(code)))
  }
}
