import MonographModel
import MonographSources

/// Reads a text as the page `/drugs/testazole` in the file `testazole.md`.
func read(_ text: String, limits: ReaderLimits = .default) -> ReadResult {
  read(Array(text.utf8), limits: limits)
}

/// Reads bytes as the page `/drugs/testazole` in the file `testazole.md`.
func read(_ bytes: [UInt8], limits: ReaderLimits = .default) -> ReadResult {
  MarkdownReader(limits: limits).read(
    SourceFile(name: "testazole.md", document: "drugs/testazole.md", bytes: bytes))
}

extension ReadResult {
  /// The diagnostics as `line:column severity rule`, in the order of the file.
  var places: [String] { diagnostics.map { "\($0.line):\($0.column) \($0.severity) \($0.rule)" } }

  /// The diagnostics of one rule, by line and column.
  func places(of rule: Rule) -> [String] {
    diagnostics.filter { $0.rule == rule.name }.map { "\($0.line):\($0.column)" }
  }

  /// The blocks of every section as text, headings left out.
  var blocksTree: String { monograph?.allSections.map(\.blocks.treeDump).joined() ?? "" }

  /// The words of the page, by its sections.
  var words: String {
    monograph?.allSections.map { $0.title + "\n" + $0.blocks.plainText() }.joined(separator: "\n") ?? ""
  }
}
