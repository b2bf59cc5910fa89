import MonographModel

/// What the comments of a page allow to be found in it, each with a reason: the same whoever reports what was found.
/// A comment that gives no reason or names no rule allows nothing; ``SourceCheck`` says so.
public struct PageAllowances: Hashable, Sendable {
  /// What one comment allows.
  public struct Entry: Hashable, Sendable {
    /// The name of the rule.
    public var rule: String
    /// The lines, from 1; nil for the whole file.
    public var lines: ClosedRange<Int>?

    /// Makes one.
    public init(rule: String, lines: ClosedRange<Int>?) {
      self.rule = rule
      self.lines = lines
    }
  }

  /// What each comment allows.
  public var entries: [Entry]

  /// Makes allowances.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// The allowances of a page in Markdown. Costs a pass over its bytes, and a scan of the page where the word of such
  /// comments stands in it.
  public init(of file: SourceFile, limits: ReaderLimits = .default) {
    self.init()
    guard file.bytes.count <= limits.fileSize / 4, Self.holdsComment(file.bytes) else { return }
    let unheard = DiagnosticLog(file: file.name, limitPerRule: 0)
    let text = SourceText(decoding: file.bytes, log: unheard)
    for allowance in MarkdownScan.checkedText(of: text).allowances
    where !allowance.reason.isEmpty && Rule(rawValue: allowance.rule) != nil {
      entries.append(Entry(rule: allowance.rule, lines: allowance.lines))
    }
  }

  /// Whether a diagnostic of the page is allowed.
  public func cover(_ diagnostic: Diagnostic) -> Bool {
    entries.contains { $0.rule == diagnostic.rule && $0.lines?.contains(diagnostic.line) ?? true }
  }

  private static func holdsComment(_ bytes: [UInt8]) -> Bool {
    bytes.indices.contains { place in
      bytes[place] == .colon && place >= 5 && bytes[(place - 5)...].startsIgnoringCase(with: "check:")
    }
  }
}
