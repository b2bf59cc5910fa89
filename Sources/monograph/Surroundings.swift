import CursesTerminal
import Glibc
import MonographSources
import TextLayout

/// The environment variables and folders that the program looks at. It asks the C library and not
/// Foundation, whose start would be a good part of the reader's.
enum Surroundings {
  /// The value of a variable; nil where it is unset or empty.
  static func variable(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// What can be shown in the locale's encoding, which is asked once: by the rule of the reader's screen.
  static let glyphs: GlyphSet = CharacterEncoding.adoptLocale() ? .unicode : .ascii

  /// The person's home folder; empty where there is none.
  static var home: String { variable("HOME") ?? "" }

  /// Where the person's configuration is.
  static var configuration: String { variable("XDG_CONFIG_HOME") ?? "\(home)/.config" }

  /// Where the person's data is.
  static var data: String { variable("XDG_DATA_HOME") ?? "\(home)/.local/share" }

  /// Where what can be made again is kept.
  static var cache: String { variable("XDG_CACHE_HOME") ?? (home.isEmpty ? "/tmp" : "\(home)/.cache") }

  /// What tells this build of the program from another: the size and date of its file.
  static var program: String { version(ofFile: "/proc/self/exe") }

  /// What tells that a file was changed or replaced: its number, size and date. Empty where there is none.
  static func version(ofFile path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
  }

  /// Whether there is a folder at a path.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether there is anything at a path.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The names in a folder, in order; none where it cannot be read.
  static func names(in folder: String) -> [String] { (try? ContentFolder.names(in: folder)) ?? [] }

  /// Makes a folder and those it stands in; false where that cannot be done.
  static func makeFolder(_ path: String) -> Bool {
    if isFolder(path) { return true }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex, !makeFolder(String(path[..<slash])) {
      return false
    }
    return mkdir(path, 0o777) == 0 || isFolder(path)
  }

  /// The path from the root, symbolic links followed; the path itself where there is nothing there.
  static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
