import Glibc

/// The modes of a terminal, for comparing: what `stty -g` prints.
public struct TerminalModes: Hashable, Sendable {
  /// The flags of input, output, control and local, then the control characters.
  public var values: [UInt32]

  init?(descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    values = [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
    withUnsafeBytes(of: modes.c_cc) { bytes in values += bytes.map { UInt32($0) } }
  }

  /// Whether keys come one by one and unchanged.
  public var isRaw: Bool { values[3] & UInt32(ICANON | ISIG | ECHO) == 0 }
}
