/// What a reader of source files found wrong, where, and what to do about it.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is. An error loses content or is unsafe; a warning may be; a note tells.
  public enum Severity: String, Hashable, Sendable, CaseIterable { case error, warning, note }

  /// The file, as it was named to the reader.
  public var file: String
  /// The line, from 1; 0 where the whole file is meant.
  public var line: Int
  /// The column in characters, from 1; 0 where the whole line is meant.
  public var column: Int
  /// The rule's name: `dangling-link`.
  public var rule: String
  /// How bad it is.
  public var severity: Severity
  /// One plain sentence.
  public var message: String
  /// What to do, where that can be said.
  public var fix: String?

  /// Makes a diagnostic.
  public init(
    file: String, line: Int, column: Int = 0, rule: String, severity: Severity, message: String,
    fix: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.rule = rule
    self.severity = severity
    self.message = message
    self.fix = fix
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `file:line:column: severity: message [rule]`, as compilers print, with the fix on the same line.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    let advice = fix.map { " (\($0))" } ?? ""
    return "\(place): \(severity.rawValue): \(message)\(advice) [\(rule)]"
  }
}

extension Diagnostic: Comparable {
  /// By file, line and column, then rule and message.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    (left.file, left.line, left.column, left.rule, left.message)
      < (right.file, right.line, right.column, right.rule, right.message)
  }
}
