import MonographModel

/// Collects the diagnostics of one file while its parts are read.
///
/// A reference, since the readers of the parts write to the same list. Each rule is listed up to a limit,
/// then counted.
final class DiagnosticLog {
  private let file: String
  private let limitPerRule: Int
  private var diagnostics: [Diagnostic] = []
  private var counts: [Rule: Int] = [:]

  init(file: String, limitPerRule: Int) {
    self.file = file
    self.limitPerRule = limitPerRule
  }

  /// Adds a diagnostic, with the rule's own severity unless another is given. Its column is looked for, and
  /// its sentence made, only where the rule is still listed.
  func report(
    _ rule: Rule, line: Int, column: @autoclosure () -> Int = 0, severity: Diagnostic.Severity? = nil,
    _ message: @autoclosure () -> String, fix: @autoclosure () -> String? = nil
  ) {
    let count = counts[rule, default: 0] + 1
    counts[rule] = count
    guard count <= limitPerRule else { return }
    diagnostics.append(
      Diagnostic(
        file: file, line: line, column: column(), rule: rule.name, severity: severity ?? rule.severity,
        message: message(), fix: fix()))
  }

  /// Tells of a heading of so many bytes, which is too long and so a paragraph.
  func report(tooLongHeading length: Int, limits: ReaderLimits, line: Int) {
    report(
      .tooLarge, line: line, severity: .warning,
      "The heading is \(length) bytes long; it is shown as a paragraph, as all above \(limits.headingLength).",
      fix: "shorten it")
  }

  /// Adds what another log of the same file holds.
  func add(_ other: DiagnosticLog) {
    for diagnostic in other.diagnostics {
      guard let rule = Rule(rawValue: diagnostic.rule) else { continue }
      report(
        rule, line: diagnostic.line, column: diagnostic.column, severity: diagnostic.severity,
        diagnostic.message, fix: diagnostic.fix)
    }
  }

  /// Whether a further diagnostic of the rule would only be counted, so that its place need not be found.
  func isFull(_ rule: Rule) -> Bool { counts[rule, default: 0] >= limitPerRule }

  /// Everything reported, in the order of the file, with one more for each rule that passed its limit.
  func finish() -> [Diagnostic] {
    let further = counts.filter { $0.value > limitPerRule }.map { rule, count in
      Diagnostic(
        file: file, line: 0, rule: rule.name, severity: rule.severity,
        message: "\(count - limitPerRule) more of this kind are not listed.")
    }
    return diagnostics.sorted() + further.sorted()
  }
}
