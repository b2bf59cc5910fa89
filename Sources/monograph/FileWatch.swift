import Glibc

/// Watches one file through its folder, since editors put a new file in the old one's place.
///
/// The descriptor has something to read when the file was written, replaced, moved or removed. Nothing wakes the
/// process while nothing happens in the folder.
final class FileWatch {
  /// What poll(2) waits for.
  let descriptor: Int32
  private let name: String

  /// Watches a file; nil where the system refuses: the folder is gone, or too many files are watched.
  init?(folder: String, name: String) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    self.name = name
    guard descriptor >= 0 else { return nil }
    let events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_ATTRIB
    guard
      inotify_add_watch(descriptor, folder, UInt32(events | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)) >= 0
    else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What happened since the last call.
  enum Change {
    /// Nothing that concerns the file.
    case none
    /// The file may be another one now, or gone.
    case file
    /// The folder is gone: nothing more will be told.
    case folder
  }

  /// Reads what has come. Never blocks.
  func take() -> Change {
    var change = Change.none
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return change }
      switch Self.change(in: buffer[..<count], named: name) {
      case .none: break
      case .file: if case .none = change { change = .file }
      case .folder: change = .folder
      }
    }
  }

  private static func change(in events: ArraySlice<UInt8>, named name: String) -> Change {
    let header = MemoryLayout<inotify_event>.size
    var start = events.startIndex
    var change = Change.none
    while events.endIndex - start >= header {
      let event = events[start...].withUnsafeBytes { $0.loadUnaligned(as: inotify_event.self) }
      let end = min(events.endIndex, start + header + Int(event.len))
      let bytes = events[(start + header)..<end].prefix { $0 != 0 }
      if event.mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) != 0 { return .folder }
      // After an overflow anything may have happened.
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 || bytes.elementsEqual(name.utf8) { change = .file }
      start = end
    }
    return change
  }
}
