import MonographModel

/// A comment that allows what a rule finds, with the reason:
///
///     <!-- check: allow RULE: reason -->
///
/// It covers the block after it: the lines up to the next blank one, a whole HTML table or a whole fence. After
/// text it covers its own line. `allow RULE throughout` covers the file. In front matter it is written
/// `# check: allow RULE: reason` and covers the entry that follows.
struct Allowance: Hashable {
  /// The name of the rule, as it is written.
  var rule: String
  /// Why it is allowed; empty where no reason is given.
  var reason: String
  /// The lines it covers; nil for the whole file.
  var lines: ClosedRange<Int>?
  /// Where the comment stands.
  var place: SourcePlace

  /// Reads the words of a comment; nil where it is no such comment. Its lines are not known yet.
  init?(comment: String, at place: SourcePlace) {
    let words = comment.trimmed
    guard words.utf8.startsIgnoringCase(with: "check:") else { return nil }
    var rest = words.utf8.dropFirst("check:".utf8.count).text.trimmed
    self.place = place
    guard rest.utf8.startsIgnoringCase(with: "allow") else {
      (rule, reason, lines) = ("", "", nil)
      return
    }
    rest = rest.utf8.dropFirst("allow".utf8.count).text.trimmed
    let colon = rest.firstIndex(of: ":")
    let names = rest[..<(colon ?? rest.endIndex)].split(whereSeparator: \.isWhitespace)
    reason = colon.map { String(rest[rest.index(after: $0)...]).trimmed } ?? ""
    // The line is put in its place by the scan, which knows what the comment stands before.
    lines = names.dropFirst().first == "throughout" ? nil : place.line...place.line
    rule = names.first.map(String.init) ?? ""
    if names.count > (lines == nil ? 2 : 1) { rule = names.joined(separator: " ") }
  }

  /// Whether it covers a diagnostic.
  func covers(_ diagnostic: Diagnostic) -> Bool {
    guard diagnostic.rule == rule, !reason.isEmpty else { return false }
    guard let lines else { return true }
    return lines.contains(diagnostic.line)
  }
}

/// Takes what a source's comments allow out of what was found in it, and reports comments that are wrong.
struct Allowances {
  let file: String
  let allowances: [Allowance]

  /// What is left, and a diagnostic for each comment that gives no reason, names no rule or allows nothing.
  func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    var used = Array(repeating: false, count: allowances.count)
    var left: [Diagnostic] = []
    for diagnostic in diagnostics {
      var isAllowed = false
      for (index, allowance) in allowances.enumerated() where allowance.covers(diagnostic) {
        (used[index], isAllowed) = (true, true)
      }
      if !isAllowed { left.append(diagnostic) }
    }
    for (index, allowance) in allowances.enumerated() {
      if let fault = fault(of: allowance, isUsed: used[index]) { left.append(fault) }
    }
    return left
  }

  private func fault(of allowance: Allowance, isUsed: Bool) -> Diagnostic? {
    let message: String
    var fix: String?
    if Rule(rawValue: allowance.rule) == nil {
      message =
        allowance.rule.isEmpty
        ? "The comment names no rule." : "No rule has the name “\(allowance.rule.prefix(60))”."
      fix = "write check: allow RULE: reason; check --rules lists the rules"
    } else if allowance.reason.isEmpty {
      message = "The comment allows \(allowance.rule) and gives no reason."
      fix = "write check: allow \(allowance.rule): reason"
    } else if !isUsed {
      message = "The comment allows \(allowance.rule), which finds nothing here."
      fix = "remove the comment"
    } else {
      return nil
    }
    return Diagnostic(
      file: file, line: allowance.place.line, column: allowance.place.column, rule: Rule.allowance.name,
      severity: Rule.allowance.severity, message: message, fix: fix)
  }
}
