import Glibc

/// What the system says of a path, symbolic links followed.
struct FileStatus {
  /// What stands there.
  enum Kind: Hashable { case file, folder, other }

  /// A file or folder, whichever path leads to it.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  let kind: Kind
  let identity: Identity
  /// The size in bytes.
  let size: Int
  /// When it was last changed, in nanoseconds since 1970.
  let modified: Int64

  init(_ path: String) throws(ContentError) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    let (nanoseconds, overflow) = Int64(status.st_mtim.tv_sec).multipliedReportingOverflow(by: 1_000_000_000)
    modified = overflow ? Int64(status.st_mtim.tv_sec) : nanoseconds &+ Int64(status.st_mtim.tv_nsec)
  }
}
