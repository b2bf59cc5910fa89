import BrowserCore
import BrowserUI
import CursesTerminal
import MonographLibrary
import MonographModel
import MonographSearch
import TextLayout

/// One person at one terminal: reads keys, updates the state, runs its effects, shows the frame.
final class ReaderSession {
  private let terminal: any Terminal
  private let theme: ResolvedTheme
  private let runner: EffectRunner
  private let file: PageFileLibrary?
  private var watch: FileWatch?
  private var state: BrowserState
  private var exitStatus: Int32?

  /// How many events that are waiting already are taken in before the screen is drawn again.
  private static let burst = 64

  /// A session on a library.
  ///
  /// - Parameter file: The page to read straight from its file, and again whenever it changes.
  init(library: Library, terminal: CursesTerminal, theme: Theme, file: PageFileLibrary? = nil) throws {
    self.terminal = terminal
    self.file = file
    let capabilities = terminal.capabilities
    self.theme = ResolvedTheme(theme, depth: ThemeLocator.depth(colors: capabilities.colors))
    let waker = CursesTerminal.waker
    runner = EffectRunner(library: library, file: file, wake: { waker.wake() })
    state = BrowserState(
      size: terminal.size, glyphs: capabilities.isUTF8 ? .unicode : .ascii, library: try library.summary,
      caution: { LookAlikeNames.standard.caution(for: $0) })
  }

  /// Reads until the person quits or the terminal goes away; gives the exit status.
  func run(opening start: (entity: EntityID, document: String?)?) -> Int32 {
    if let start { handle(.open(start.entity, document: start.document, .top)) }
    if let file { begin(file) }
    show()
    StartupCode.release()
    while exitStatus == nil {
      take(terminal.readEvent(timeout: state.wakeAfter))
      takeWaiting()
      if exitStatus == nil { show() }
    }
    return exitStatus ?? 0
  }

  /// Watches the file before the page is shown, so that no change is missed.
  private func begin(_ file: PageFileLibrary) {
    watch = FileWatch(folder: file.file.folder, name: file.file.name)
    terminal.watchedDescriptor = watch?.descriptor
    for event in runner.openFile(file) { update(event) }
    if watch == nil {
      update(.failed("\(file.file.path) cannot be watched: it is not read again when it changes"))
    } else {
      takeChanges()
    }
  }

  /// Reads the file again where something happened to it.
  private func takeChanges() {
    guard let file, let watch else { return }
    switch watch.take() {
    case .none: break
    case .file: for event in runner.rereadFile(file) { update(event) }
    case .folder:
      self.watch = nil
      terminal.watchedDescriptor = nil
      update(.fileLost("\(file.file.path): its folder is gone. This is the page as it was."))
    }
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
    case .watched: takeChanges()
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
