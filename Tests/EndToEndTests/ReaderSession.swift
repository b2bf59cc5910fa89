import Foundation
import TerminalTesting
import Testing

/// Starts the program on the library of this checkout, in a terminal of some size.
enum Reader {
  /// The root of the checkout.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A cache of this test run's own, so that nothing is written in the person's.
  static let cache = NSTemporaryDirectory() + "monograph-tests-\(ProcessInfo.processInfo.processIdentifier)"

  /// The environment that the program gets: a UTF-8 locale and a terminal of 256 colours unless said
  /// otherwise, and nothing of the person's.
  static func environment(_ changes: [String: String] = [:]) -> [String: String] {
    let base = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "HOME": cache, "XDG_CACHE_HOME": cache,
      "PATH": "/usr/bin:/bin",
    ]
    return base.merging(changes) { $1 }
  }

  /// Starts the reader and waits for its first screen.
  static func start(
    _ arguments: [String] = [], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]
  ) throws -> TerminalSession {
    let program = try #require(ProductPath.executable("monograph"))
    let session = try TerminalSession(
      program: program, arguments: arguments, environment: self.environment(environment), columns: columns,
      rows: rows, workingDirectory: root)
    // On a busy machine it may take a while until the reader takes the terminal; a Ctrl-C before that is the shell's.
    session.wait { $0.modes?.isRaw == true || $0.hasEnded }
    session.settle(quiet: 150)
    return session
  }
}
