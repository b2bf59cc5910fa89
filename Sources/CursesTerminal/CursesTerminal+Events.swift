import BrowserCore
import BrowserUI
import CTerminalSignals
import Glibc

extension CursesTerminal {
  /// Waits for something to happen: for ever, or for so many milliseconds. Signals come before keys that
  /// wait, and keys before the watched descriptor; a key of several bytes is waited for no longer than the escape delay.
  public func readEvent(timeout milliseconds: Int?) -> TerminalEvent {
    guard !isClosed else { return .terminate(signal: 0) }
    let start = Self.millisecondsNow()
    let deadline = milliseconds.map { start + max(0, $0) }
    var pendingSince = start
    while true {
      if let event = signalEvent() { return event }
      if hasNewSize {
        hasNewSize = false
        return .resize(size)
      }
      if let key = keys.popFirst() { return .key(key) }
      if isGone { return .terminate(signal: 0) }

      let now = Self.millisecondsNow()
      let keyDeadline = decoder.isPending ? pendingSince + escapeDelayMilliseconds : nil
      let limit = [deadline, keyDeadline].compactMap { $0 }.min()
      switch wait(milliseconds: limit.map { max(0, $0 - now) }) {
      case .terminal:
        readKeys()
        pendingSince = Self.millisecondsNow()
      case .watched: return .watched
      case .hangup:
        isGone = true
      case .signal:
        continue
      case .nothing:
        let now = Self.millisecondsNow()
        if let keyDeadline, now >= keyDeadline {
          var completed: [Key] = []
          decoder.expire(into: &completed)
          keys = completed[...]
        } else if let deadline, now >= deadline {
          return .timeout
        }
      }
    }
  }

  private enum Readiness {
    case terminal, hangup, signal, watched, nothing
  }

  private func wait(milliseconds: Int?) -> Readiness {
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signalPipe, events: Int16(POLLIN), revents: 0),
      // poll(2) passes over a negative descriptor.
      pollfd(fd: watchedDescriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&descriptors, nfds_t(descriptors.count), milliseconds.map { Int32(clamping: $0) } ?? -1)
    // A signal that interrupts has written to the pipe.
    guard ready > 0 else { return .nothing }
    if descriptors[1].revents != 0 { return .signal }
    if descriptors[0].revents & Int16(POLLIN) != 0 { return .terminal }
    return descriptors[0].revents != 0 ? .hangup : .watched
  }

  /// Reads what has come. Reading never blocks, since poll(2) said that there is something.
  private func readKeys() {
    let (bytes, count) = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { buffer in
      let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      return (Array(buffer.prefix(max(0, count))), count)
    }
    if count == 0 || (count < 0 && errno != EINTR && errno != EAGAIN) {
      isGone = true
      return
    }
    var completed: [Key] = []
    decoder.feed(bytes, into: &completed)
    keys = completed[...]
  }

  /// Takes the signals told since the last time; the first that is an event by itself is returned.
  private func signalEvent() -> TerminalEvent? {
    while true {
      switch terminal_signals_next() {
      case ..<0: return nil
      case 0: return .wake
      case SIGWINCH: adoptWindowSize()
      case SIGTSTP: suspend()
      case SIGCONT: recoverScreen()
      case let signal: return .terminate(signal: signal)
      }
    }
  }

  private static func millisecondsNow() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
