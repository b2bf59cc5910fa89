import BrowserCore

/// What the browser asks of a terminal. One program talks to one.
public protocol Terminal: AnyObject {
  /// The size now.
  var size: Size { get }
  /// What it can show.
  var capabilities: TerminalCapabilities { get }
  /// Shows a frame and rests the cursor where it says. Sends only what changed since the last one.
  func present(_ frame: Frame)
  /// A descriptor that is waited for beside the terminal; nil: none. It is the owner's to read and to close.
  var watchedDescriptor: Int32? { get set }
  /// Waits for something to happen: for ever, or for so many milliseconds.
  func readEvent(timeout milliseconds: Int?) -> TerminalEvent
  /// Forgets what the screen shows, so that the next frame is sent whole.
  func redraw()
  /// Gives the terminal back to the shell, stops the process, and takes the terminal again when it
  /// goes on.
  func suspend()
  /// Gives the terminal back as it was. May be called more than once.
  func close()
}

/// What a terminal can show.
public struct TerminalCapabilities: Hashable, Sendable {
  /// How many colours it has; 0 or 2 for none.
  public var colors: Int
  /// Whether it takes UTF-8.
  public var isUTF8: Bool

  /// Makes a set of capabilities.
  public init(colors: Int, isUTF8: Bool) {
    self.colors = colors
    self.isUTF8 = isUTF8
  }
}

/// What a terminal tells.
public enum TerminalEvent: Hashable, Sendable {
  /// A key.
  case key(Key)
  /// The window has a new size.
  case resize(Size)
  /// The time given ran out.
  case timeout
  /// Another thread asked for attention (work finished).
  case wake
  /// The watched descriptor has something to read; told again until it is read.
  case watched
  /// The terminal is gone, or the process was asked to end by this signal (0: end of input).
  case terminate(signal: Int32)
}
