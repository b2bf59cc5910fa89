import Glibc

/// Standard error, written at once.
enum StandardError {
  /// Writes text in the form of ``PrintedText/lines(_:)``.
  static func write(_ text: String) { draw(PrintedText.lines(text)) }

  /// Writes the program's own control sequences; any text among them was made visible before.
  static func draw(_ sequences: String) { _ = Descriptor.write(Array(sequences.utf8), to: STDERR_FILENO) }

  /// Whether a person sees it.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// The columns of the terminal, or 80.
  static var columns: Int { Descriptor.columns(of: STDERR_FILENO) }
}

/// Standard input.
enum StandardInput {
  /// Whether a person types it.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// Waits until a line was typed, or there is no more.
  static func waitForLine() { _ = readLine() }
}

/// Standard output.
enum StandardOutput {
  /// Writes text in the form of ``PrintedText/lines(_:)``.
  static func write(_ text: String) { write(exactly: Array(PrintedText.lines(text).utf8)) }

  /// Writes JSON, whose text escapes what a terminal would obey.
  static func write(_ document: JSONValue) { write(exactly: Array((document.text + "\n").utf8)) }

  /// Writes JSON as one line.
  static func write(line document: JSONValue) { write(exactly: Array((document.line + "\n").utf8)) }

  /// Writes bytes as they are; a reader that has gone away ends the program quietly.
  static func write(exactly bytes: [UInt8]) {
    guard !Descriptor.write(bytes, to: STDOUT_FILENO) else { return }
    exit(errno == EPIPE ? 0 : 2)
  }

  /// Whether a person sees it.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The columns of the terminal, or 80.
  static var columns: Int { Descriptor.columns(of: STDOUT_FILENO) }
}

/// What is asked of the system about an open file, whichever it is.
enum Descriptor {
  static func columns(of descriptor: Int32) -> Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Writes all of some bytes; false where that cannot be done.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
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
