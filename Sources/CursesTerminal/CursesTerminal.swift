import BrowserCore
import BrowserUI
import CNcurses
import CTerminalSignals
import Glibc

/// The terminal on standard input and output, through ncurses. One may be open at a time; it belongs to the
/// thread that made it.
///
/// ncurses writes the screen and knows what the terminal can do. Keys are decoded here (``KeyDecoder``), and
/// waiting is poll(2) on the terminal and on a pipe that signals and other threads write to, so that
/// nothing wakes the process while nothing happens.
public final class CursesTerminal: Terminal {
  /// The size now, at most 1,000 columns and 500 rows.
  public internal(set) var size: Size
  /// What the terminal can show.
  public let capabilities: TerminalCapabilities

  /// A descriptor that is waited for beside the terminal; nil: none.
  public var watchedDescriptor: Int32?

  var decoder: KeyDecoder
  /// Keys decoded and not yet asked for.
  var keys: ArraySlice<Key> = []
  /// Whether the window changed since the last event told its size.
  var hasNewSize = false
  /// Whether the terminal hung up or its input ended.
  var isGone = false
  var painter: CellPainter
  let escapeDelayMilliseconds: Int
  let signalPipe: Int32

  private let screen: OpaquePointer
  private let shellModes: termios
  private(set) var isClosed = false

  /// Takes the terminal: a full screen, every key to us, signals told as events.
  ///
  /// Nothing is written to a terminal that cannot be used. The escape delay is how long after an escape byte
  /// the rest of a key's sequence may take.
  public init(escapeDelayMilliseconds: Int = 25) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { throw .refused(errno: errno) }
    shellModes = modes

    let isUTF8 = CharacterEncoding.adoptLocale()
    try Self.checkTerminal()

    // Before ncurses opens: it leaves signals alone that have an action already.
    signalPipe = terminal_signals_open(STDIN_FILENO)
    guard signalPipe >= 0 else { throw .refused(errno: errno) }
    guard let screen = curses_open() else {
      terminal_signals_close()
      throw .unknownTerminal(name: Self.terminalName)
    }
    self.screen = screen
    raw()
    noecho()
    nonl()
    // A frame is written whole even when keys are waiting.
    typeahead(-1)
    keypad(curses_screen(), true)
    idlok(curses_screen(), true)
    idcok(curses_screen(), false)
    leaveok(curses_screen(), false)

    painter = CellPainter(isUTF8: isUTF8)
    capabilities = TerminalCapabilities(colors: painter.colors, isUTF8: isUTF8)
    decoder = KeyDecoder(sequences: .ofTerminal(), isUTF8: isUTF8)
    self.escapeDelayMilliseconds = max(0, escapeDelayMilliseconds)
    size = Size(columns: Int(getmaxx(curses_screen())), rows: Int(getmaxy(curses_screen())))
    adoptWindowSize()
    hasNewSize = false
    armRestoration()
  }

  deinit { close() }

  /// Forgets what the screen shows, so that the next frame is sent whole.
  public func redraw() {
    guard !isClosed else { return }
    clearok(curses_shown_screen(), true)
  }

  /// Gives the terminal back to the shell, stops the process group as Ctrl-Z does elsewhere, and takes the
  /// terminal again when it goes on. The next event is the size, should it have changed.
  public func suspend() {
    guard !isClosed, !isGone else { return }
    leaveScreen()
    terminal_signals_stop()
    returnToScreen()
  }

  /// Gives the terminal back as it was: screen, modes, signal actions. May be called more than once.
  public func close() {
    guard !isClosed else { return }
    isClosed = true
    leaveScreen()
    delscreen(screen)
    terminal_signals_close()
  }

  /// The same for a program that ends now: Ctrl-C, Ctrl-\ and Ctrl-Z, typed for the screen that goes, neither
  /// kill nor stop it on its way out.
  public func closeForExit() {
    if !isClosed { terminal_signals_ignore_keys() }
    close()
  }

  private func leaveScreen() {
    terminal_signals_disarm()
    // A terminal that hung up takes nothing, and waiting for it to drain could take for ever.
    guard !isGone else { return }
    endwin()
    var modes = shellModes
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
  }

  private func returnToScreen() {
    reset_prog_mode()
    armRestoration()
    adoptWindowSize()
    redraw()
    if !hasNewSize { doupdate() }
  }

  /// Takes the terminal's modes again after someone else stopped and continued the process.
  func recoverScreen() {
    reset_prog_mode()
    adoptWindowSize()
    hasNewSize = true
    redraw()
  }

  /// Asks the system for the window's size and fits ncurses to it.
  func adoptWindowSize() {
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
      return
    }
    let current = Size(columns: min(Int(window.ws_col), 1000), rows: min(Int(window.ws_row), 500))
    if current != Size(columns: Int(getmaxx(curses_screen())), rows: Int(getmaxy(curses_screen()))) {
      resizeterm(Int32(current.rows), Int32(current.columns))
    }
    if current != size {
      size = current
      hasNewSize = true
      armRestoration()
    }
  }

  /// Says what a crash has to write to give the terminal back.
  private func armRestoration() {
    var bytes = Capability.unpadded("rmkx") + Capability.unpadded("sgr0") + Capability.unpadded("op")
    bytes += Capability.unpadded("cnorm")
    let leave = Capability.unpadded("rmcup")
    if leave.isEmpty {
      bytes += Capability.position(row: size.rows - 1, column: 0) + Capability.unpadded("el")
    }
    bytes += leave
    var modes = shellModes
    bytes.withUnsafeBytes { buffer in
      terminal_signals_arm(&modes, buffer.baseAddress, buffer.count)
    }
  }

  private static var terminalName: String { getenv("TERM").map { String(cString: $0) } ?? "" }

  /// Looks the terminal up before anything is written to it.
  private static func checkTerminal() throws(TerminalError) {
    var found: Int32 = 0
    guard setupterm(nil, STDOUT_FILENO, &found) == OK, found == 1 else {
      throw .unknownTerminal(name: terminalName)
    }
    guard !Capability.string("cup").isEmpty, !Capability.string("clear").isEmpty else {
      throw .noCursorAddressing(name: terminalName)
    }
  }
}
