import CPseudoTerminal
import Glibc

/// A program on a terminal of its own, driven by keys and seen as a screen. It belongs to one test; it is read
/// only while that test waits for something.
public final class TerminalSession {
  /// What can go wrong outside the program.
  public enum Failure: Error, Hashable, Sendable {
    /// The program or its terminal could not be made; the system's error number.
    case cannotStart(errno: Int32)
    /// A string of keys that cannot be read.
    case unknownKey(String)
    /// The terminal is closed.
    case closed
  }

  /// How a program ended.
  public enum ExitStatus: Hashable, Sendable {
    /// With a status.
    case exited(Int32)
    /// By a signal.
    case signaled(Int32)
    /// Not within the time given.
    case running
  }

  /// How a session differs from a plain one.
  public struct Options: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int
    /// Makes a set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Under a parent that does a shell's job control, so that the program can stop and go on.
    public static let jobControl = Options(rawValue: 1)
    /// With SIGHUP ignored.
    public static let ignoresHangup = Options(rawValue: 2)
  }

  /// All bytes that the program wrote.
  public private(set) var bytes: [UInt8] = []
  /// The terminal's modes before the program started.
  public let modesBefore: TerminalModes?
  /// The process of the program.
  public private(set) var program: Int32

  private var terminal = pseudo_terminal()
  private let emulator: EmulatedScreen
  private var ended: ExitStatus?
  private var isStopped = false

  /// Starts a program. The environment is the whole of it; where it lacks TERM, that is `xterm-256color`, and
  /// where it lacks a locale, that is `C.UTF-8`.
  public init(
    program: String, arguments: [String] = [], environment: [String: String] = [:], columns: Int = 80,
    rows: Int = 24, workingDirectory: String? = nil, options: Options = []
  ) throws {
    guard let emulator = EmulatedScreen(columns: columns, rows: rows) else {
      throw Failure.cannotStart(errno: ENOMEM)
    }
    self.emulator = emulator
    let variables = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(environment) { $1 }
    var terminal = pseudo_terminal()
    let started = withCStrings([program] + arguments) { arguments in
      withCStrings(variables.map { "\($0)=\($1)" }) { environment in
        withOptionalCString(workingDirectory) { directory in
          var launch = pseudo_terminal_launch(
            program: arguments[0], arguments: arguments, environment: environment, directory: directory,
            columns: Int32(columns), rows: Int32(rows), has_job_control: options.contains(.jobControl),
            ignores_hangup: options.contains(.ignoresHangup))
          return pseudo_terminal_start(&terminal, &launch)
        }
      }
    }
    guard started == 0 else { throw Failure.cannotStart(errno: errno) }
    modesBefore = TerminalModes(descriptor: terminal.slave)
    self.terminal = terminal
    self.program = terminal.child
    if options.contains(.jobControl) { readReport(limit: 5000) }
  }

  deinit {
    if ended == nil {
      kill(program, SIGKILL)
      pseudo_terminal_close(&terminal.orders)
      kill(terminal.child, SIGKILL)
      waitpid(terminal.child, nil, 0)
    }
    pseudo_terminal_close(&terminal.orders)
    pseudo_terminal_close(&terminal.reports)
    pseudo_terminal_close(&terminal.master)
    pseudo_terminal_close(&terminal.slave)
  }

  // MARK: What is done to the program

  /// Types a string of keys, as ``KeyBytes`` reads it.
  public func type(_ keys: String) throws {
    guard let bytes = KeyBytes.bytes(of: keys) else { throw Failure.unknownKey(keys) }
    var sent = 0
    while sent < bytes.count {
      guard terminal.master >= 0 else { throw Failure.closed }
      // A program that waits for its output to be taken takes no keys.
      var waiting = pollfd(fd: terminal.master, events: Int16(POLLIN | POLLOUT), revents: 0)
      guard poll(&waiting, 1, 10_000) > 0 else { throw Failure.closed }
      if waiting.revents & Int16(POLLIN) != 0, !read(patience: 0) { throw Failure.closed }
      guard waiting.revents & Int16(POLLOUT) != 0 else { continue }
      let count = bytes[sent...].prefix(256).withUnsafeBytes { buffer in
        write(terminal.master, buffer.baseAddress, buffer.count)
      }
      guard count > 0 else { throw Failure.closed }
      sent += count
    }
  }

  /// Gives the window another size.
  public func resize(columns: Int, rows: Int) {
    emulator.resize(columns: columns, rows: rows)
    _ = pseudo_terminal_resize(terminal.master, Int32(columns), Int32(rows))
  }

  /// Sends the program a signal.
  public func send(signal: Int32) { kill(program, signal) }

  /// Ends the program at once.
  public func terminate() { kill(program, SIGKILL) }

  /// Pulls the plug: the terminal is gone.
  public func hangUp() {
    pseudo_terminal_close(&terminal.master)
  }

  /// Brings a stopped program to the foreground, as `fg` does.
  public func continueInForeground() {
    isStopped = false
    var order: UInt8 = 1
    _ = write(terminal.orders, &order, 1)
  }

  // MARK: Waiting

  /// Reads until the program has been silent for so many milliseconds, or the limit is over.
  public func settle(quiet milliseconds: Int = 60, limit: Int = 5000) {
    let deadline = Self.now() + limit
    while Self.now() < deadline, read(patience: milliseconds) {}
  }

  /// Reads until the screen shows a text, and says whether it came within the limit.
  @discardableResult
  public func wait(for text: String, limit: Int = 10_000) -> Bool {
    wait(limit: limit) { $0.screen.contains { $0.contains(text) } }
  }

  /// Reads until something is so, and says whether it was within the limit.
  @discardableResult
  public func wait(limit: Int = 10_000, until condition: (TerminalSession) -> Bool) -> Bool {
    let deadline = Self.now() + limit
    while !condition(self) {
      guard Self.now() < deadline else { return false }
      _ = read(patience: 10)
    }
    return true
  }

  /// Reads until the program has ended.
  public func waitForExit(limit: Int = 10_000) -> ExitStatus {
    let deadline = Self.now() + limit
    while ended == nil, Self.now() < deadline {
      _ = read(patience: 5)
      lookForEnd()
    }
    // What it wrote last may still be on its way.
    while terminal.master >= 0, read(patience: 0) {}
    return ended ?? .running
  }

  /// Whether the program has ended by now.
  public var hasEnded: Bool {
    lookForEnd()
    return ended != nil
  }

  /// Waits until the program has stopped; only under job control.
  public func waitForStop(limit: Int = 10_000) -> Bool {
    let deadline = Self.now() + limit
    while !isStopped, ended == nil, Self.now() < deadline {
      _ = read(patience: 5)
      readReport(limit: 0)
    }
    while read(patience: 0) {}
    return isStopped
  }

  // MARK: What is seen

  /// The rows, each with trailing spaces removed.
  public var screen: [String] { (0..<emulator.rows).map { emulator.text(row: $0) } }

  /// How a cell looks.
  public func attributes(row: Int, column: Int) -> CellLook { emulator.look(row: row, column: column) }

  /// Where the cursor is, counted from 0.
  public var cursor: (row: Int, column: Int) { emulator.cursor }

  /// How many bytes the program wrote.
  public var bytesReceived: Int { bytes.count }

  /// What the terminal was asked for and would have answered.
  public func takeAnswers() -> [UInt8] { emulator.takeAnswers() }

  /// Whether the program switched to the alternate screen and not back.
  public var isOnAlternateScreen: Bool {
    lastPlace(of: "\u{1b}[?1049h") > lastPlace(of: "\u{1b}[?1049l")
  }

  private func lastPlace(of text: String) -> Int {
    let pattern = Array(text.utf8)
    guard bytes.count >= pattern.count else { return -1 }
    for start in (0...bytes.count - pattern.count).reversed()
    where bytes[start..<start + pattern.count].elementsEqual(pattern) {
      return start
    }
    return -1
  }

  /// The terminal's modes now.
  public var modes: TerminalModes? { TerminalModes(descriptor: terminal.slave) }

  /// How often the program went to sleep on its own account; nil where the system does not tell.
  public var sleeps: Int? {
    guard let file = fopen("/proc/\(program)/status", "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      guard text.hasPrefix("voluntary_ctxt_switches:") else { continue }
      return Int(text.split(separator: "\t").last?.dropLast() ?? "")
    }
    return nil
  }

  // MARK: Inside

  /// Reads what has come, waiting for it so many milliseconds; false where nothing came.
  private func read(patience milliseconds: Int) -> Bool {
    guard terminal.master >= 0 else {
      usleep(UInt32(max(1, milliseconds)) * 1000)
      return false
    }
    var waiting = pollfd(fd: terminal.master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(terminal.master, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer[..<count]
    emulator.feed(Array(buffer[..<count]))
    return true
  }

  private func lookForEnd() {
    guard terminal.reports < 0 else { return readReport(limit: 0) }
    var status: Int32 = 0
    guard waitpid(terminal.child, &status, WNOHANG) == terminal.child else { return }
    ended = Self.exitStatus(status)
  }

  private func readReport(limit: Int) {
    var waiting = pollfd(fd: terminal.reports, events: Int16(POLLIN), revents: 0)
    guard ended == nil, terminal.reports >= 0, poll(&waiting, 1, Int32(limit)) > 0 else { return }
    var report = pseudo_terminal_report()
    let count = Glibc.read(terminal.reports, &report, MemoryLayout<pseudo_terminal_report>.size)
    guard count == MemoryLayout<pseudo_terminal_report>.size else { return }
    program = report.program
    switch UInt8(bitPattern: report.kind) {
    case UInt8(ascii: "s"): isStopped = true
    case UInt8(ascii: "e"):
      ended = Self.exitStatus(report.status)
      waitpid(terminal.child, nil, 0)
    default: break
    }
  }

  private static func exitStatus(_ status: Int32) -> ExitStatus {
    let signal = status & 0x7f
    return signal == 0 ? .exited((status >> 8) & 0xff) : .signaled(signal)
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
