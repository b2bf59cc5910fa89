import BrowserCore
import BrowserUI
import CursesTerminal
import MonographLibrary
import MonographModel
import TextLayout

/// One person at one terminal: reads keys, updates the state, runs its effects, shows the frame.
final class ReaderSession {
  private let terminal: any Terminal
  private let theme: ResolvedTheme
  private let runner: EffectRunner
  private var state: BrowserState
  private var exitStatus: Int32?

  /// How many events that are waiting already are taken in before the screen is drawn again.
  private static let burst = 64

  init(library: Library, terminal: CursesTerminal, theme: Theme) throws {
    self.terminal = terminal
    let capabilities = terminal.capabilities
    self.theme = ResolvedTheme(theme, depth: ThemeLocator.depth(colors: capabilities.colors))
    let waker = CursesTerminal.waker
    runner = EffectRunner(library: library, wake: { waker.wake() })
    state = BrowserState(
      size: terminal.size, glyphs: capabilities.isUTF8 ? .unicode : .ascii, library: try library.summary)
  }

  /// Reads until the person quits or the terminal goes away; gives the exit status.
  func run(opening entity: EntityID?) -> Int32 {
    if let entity { handle(.open(entity, document: nil, .top)) }
    show()
    StartupCode.release()
    while exitStatus == nil {
      take(terminal.readEvent(timeout: state.wakeAfter))
      takeWaiting()
      if exitStatus == nil { show() }
    }
    return exitStatus ?? 0
  }

  private func show() { terminal.present(BrowserView.frame(state, theme: theme)) }

  /// Takes in what has come already, so that keys typed ahead do not each draw a screen.
  private func takeWaiting() {
    for _ in 1..<Self.burst where exitStatus == nil {
      let event = terminal.readEvent(timeout: 0)
      if event == .timeout { return }
      take(event)
    }
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .key(let key): update(.key(key))
    case .resize(let size): update(.resize(size))
    case .timeout: update(.timeout)
    case .wake: for event in runner.finished() { update(event) }
    case .terminate(let signal): exitStatus = signal == 0 ? 0 : 128 + signal
    }
  }

  private func update(_ event: BrowserEvent) {
    for effect in state.update(event) { handle(effect) }
  }

  private func handle(_ effect: Effect) {
    switch effect {
    case .quit: exitStatus = 0
    case .redraw: terminal.redraw()
    case .suspend:
      terminal.suspend()
      update(.resize(terminal.size))
    default: for event in runner.run(effect) { update(event) }
    }
  }
}
