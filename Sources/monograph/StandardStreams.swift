import Glibc

/// Standard error, written at once.
enum StandardError {
  static func write(_ text: String) { _ = Descriptor.write(text, to: STDERR_FILENO) }

  /// Whether a person sees it.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}

/// Standard output.
enum StandardOutput {
  /// Writes text; a reader that has gone away ends the program quietly.
  static func write(_ text: String) {
    guard !Descriptor.write(text, to: STDOUT_FILENO) else { return }
    exit(errno == EPIPE ? 0 : 2)
  }

  /// Whether a person sees it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal, or 80.
  static var columns: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}

private enum Descriptor {
  /// Writes all of a text; false where it cannot be.
  static func write(_ text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        start += count
      }
      return true
    }
  }
}
