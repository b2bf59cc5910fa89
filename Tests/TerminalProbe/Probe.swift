import BrowserCore
import BrowserUI
import CursesTerminal
import Glibc

/// The probe's event loop.
struct Probe {
  let terminal: CursesTerminal
  let picture: Picture
  private var top = 0
  private var log: [String] = []

  init(terminal: CursesTerminal, picture: Picture) {
    self.terminal = terminal
    self.picture = picture
  }

  /// Runs until told to end; returns the exit status.
  mutating func run() -> Int32 {
    while true {
      terminal.present(picture.frame(size: terminal.size, top: top, log: log))
      switch terminal.readEvent(timeout: nil) {
      case .key(let key):
        log.append("key \(key)")
        if let status = act(on: key) { return status }
      case .resize(let size):
        log.append("resize \(size.columns)x\(size.rows)")
      case .timeout:
        log.append("timeout")
      case .wake:
        log.append("wake")
      case .watched:
        log.append("watched")
      case .terminate(let signal):
        return 64 + signal
      }
    }
  }

  /// Recurses until the stack is full.
  private static func overflow(_ depth: Int) -> Int {
    depth < 0 ? 0 : overflow(depth + 1) + overflow(depth + 2)
  }

  private mutating func act(on key: Key) -> Int32? {
    switch key {
    case .function(2): return 0
    case .function(3): abort()
    case .function(4): raise(SIGSEGV)
    case .function(5): terminal.redraw()
    case .function(6): CursesTerminal.waker.wake()
    case .function(8): log.append("\(Self.overflow(log.count))")
    case .function(9): log.append(log[log.count])
    case .function(7): log.append("\(terminal.readEvent(timeout: 20))")
    case .control("z"): terminal.suspend()
    case .down: top += 1
    case .up: top -= 1
    case .pageDown: top += max(1, terminal.size.rows - 2)
    default: break
    }
    return nil
  }
}
