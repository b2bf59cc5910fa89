/// Why a terminal cannot be driven.
public enum TerminalError: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal(Stream)
  /// The terminal database does not know this name; empty where TERM is not set.
  case unknownTerminal(name: String)
  /// The terminal cannot put its cursor anywhere.
  case noCursorAddressing(name: String)
  /// The system refused; its error number.
  case refused(errno: Int32)

  /// A standard stream.
  public enum Stream: String, Hashable, Sendable {
    /// Standard input.
    case input
    /// Standard output.
    case output
  }
}

extension TerminalError: CustomStringConvertible {
  /// The sentence for the person.
  public var description: String {
    switch self {
    case .notATerminal(let stream):
      "standard \(stream.rawValue) is not a terminal; run the reader in a terminal, without a pipe or redirection"
    case .unknownTerminal(let name) where name.isEmpty:
      "TERM is not set; set it to the kind of your terminal, such as TERM=xterm-256color"
    case .unknownTerminal(let name):
      "the terminal database does not know TERM=\(name); set TERM to a kind it knows, such as xterm-256color"
    case .noCursorAddressing(let name):
      "a terminal of kind \(name) cannot place its cursor; set TERM to the kind of your terminal, such as xterm-256color"
    case .refused(let errno):
      "the terminal cannot be used (system error \(errno)); try another terminal"
    }
  }
}
