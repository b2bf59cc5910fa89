import TerminalTesting
import Testing

/// The program that the tests of the terminal drive, on a terminal of its own.
enum ProbeSession {
  /// Starts the probe with a picture and waits for its first frame.
  static func start(
    _ picture: String, environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    options: TerminalSession.Options = []
  ) throws -> TerminalSession {
    let path = try #require(ProductPath.executable("terminal-probe"))
    let session = try TerminalSession(
      program: path, arguments: [picture], environment: environment, columns: columns, rows: rows,
      options: options)
    try #require(session.wait { !$0.screen.joined().isEmpty })
    return session
  }

  /// The lines of the probe's log, oldest first.
  static func log(_ session: TerminalSession) -> [String] {
    session.screen.dropFirst().filter { !$0.isEmpty }.reversed()
  }

  /// Types keys and returns what the probe read, by the name of each key.
  static func keys(_ typed: String, count: Int, in session: TerminalSession) throws -> [String] {
    try session.type(typed)
    session.wait { log($0).count >= count }
    session.settle()
    return log(session).map { String($0.dropFirst("key ".count)) }
  }
}
