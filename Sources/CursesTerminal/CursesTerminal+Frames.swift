import BrowserUI
import CNcurses

extension CursesTerminal {
  /// Shows a frame and rests the cursor where it says, in one update. A frame of another size than the
  /// terminal's is cut or padded.
  public func present(_ frame: Frame) {
    guard !isGone, !isClosed else { return }
    painter.paint(frame, size: size)
    wmove(
      curses_screen(), Int32(min(max(0, frame.cursor.row), size.rows - 1)),
      Int32(min(max(0, frame.cursor.column), size.columns - 1)))
    wnoutrefresh(curses_screen())
    doupdate()
  }
}
