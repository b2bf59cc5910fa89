import MonographModel

/// Makes a page in Markdown of a flattened wiki page: text without its marks, as copied from a browser.
///
/// What the marks said is told again by words and form; each such inference is a diagnostic, and those that an
/// editor must look at are comments in the page. No word is lost: those that are no part of the text are reported.
/// Costs time in proportion to the size of the dump.
public struct WikiDumpImporter: Sendable {
  let limits: ReaderLimits

  /// Makes an importer.
  public init(limits: ReaderLimits = .default) { self.limits = limits }

  /// What came of a dump.
  public struct Result: Hashable, Sendable {
    /// The page; nil where the file holds no text.
    public var page: WikiDumpImport?
    /// What was inferred, left out, or found wrong, in the order of the dump.
    public var diagnostics: [Diagnostic]
  }

  /// Imports a dump.
  ///
  /// - Parameter kind: What sort of thing it is about, in the singular; nil to tell it from the page.
  public func read(_ file: SourceFile, kind: String? = nil) -> Result {
    let diagnostics = DiagnosticLog(file: file.name, limitPerRule: limits.diagnosticsPerRule)
    func refuse(_ rule: Rule, _ message: String, fix: String) -> Result {
      diagnostics.report(rule, line: 0, severity: .error, message, fix: fix)
      return Result(page: nil, diagnostics: diagnostics.finish())
    }
    guard file.bytes.count <= limits.fileSize else {
      return refuse(
        .tooLarge, "The file is \(file.bytes.count) bytes long; files up to \(limits.fileSize) are read.",
        fix: "split it")
    }
    guard !file.bytes.prefix(1 << 16).contains(0) else {
      return refuse(.encoding, "The file holds NUL bytes and is no text.", fix: "save the page as plain text")
    }
    let text = SourceText(decoding: file.bytes, log: diagnostics)
    let lines = text.dumpLines
    guard !lines.isEmpty else {
      return refuse(.emptySection, "The file holds no words.", fix: "name a file with the text of a page")
    }
    CharacterCheck(text: text, log: diagnostics).run(longestLine: limits.lineLength)
    let log = DumpLog(log: diagnostics, text: text)
    let page = WikiDumpPage(lines, file: file, log: log, limits: limits).page(kind: kind)
    return Result(page: page, diagnostics: diagnostics.finish())
  }
}
