import CTerminalSignals

extension CursesTerminal {
  /// Wakes the event loop, which then gets `TerminalEvent.wake`. Any thread may hold and use one; before
  /// the terminal is open and after it is closed it does nothing.
  public struct Waker: Sendable {
    /// Asks for attention. Never blocks; several calls before the loop looks are one.
    public func wake() { terminal_signals_wake() }
  }

  /// Wakes the event loop of the process's terminal.
  public static var waker: Waker { Waker() }
}
