import MonographModel

extension SourceError {
  /// The error as a diagnostic of the place it names.
  public var diagnostic: Diagnostic {
    switch self {
    case .unreadable(let name, let reason):
      Self.diagnostic(
        .unreadable, name, message: "It cannot be read: \(reason).", fix: "check its name and permissions")
    case .damaged(let name, let line, let reason):
      Self.diagnostic(
        .damaged, name, line: line, message: "It is not read to its end: \(reason).",
        fix: "get it again from where it came")
    case .tooLarge(let name, let reason):
      Self.diagnostic(.tooLarge, name, message: "It is not read: \(reason).", fix: nil)
    }
  }

  private static func diagnostic(
    _ rule: Rule, _ file: String, line: Int = 0, message: String, fix: String?
  ) -> Diagnostic {
    Diagnostic(file: file, line: line, rule: rule.name, severity: rule.severity, message: message, fix: fix)
  }
}
