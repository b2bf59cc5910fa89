import MonographModel

/// Reads a page: YAML front matter, then GitHub Flavored Markdown with definition lists, citations, callouts,
/// Mermaid flowcharts and HTML tables.
///
/// Whatever is wrong becomes a diagnostic, and the rest of the page is read. Costs time in proportion to the
/// size of the file.
public struct MarkdownReader: Sendable {
  let limits: ReaderLimits

  /// Makes a reader.
  public init(limits: ReaderLimits = .default) { self.limits = limits }

  /// Reads a file. There is no document only where the file is larger than the limit.
  public func read(_ file: SourceFile) -> ReadResult {
    let log = DiagnosticLog(file: file.name, limitPerRule: limits.diagnosticsPerRule)
    guard file.bytes.count <= limits.fileSize else {
      log.report(
        .tooLarge, line: 0,
        "The file is \(file.bytes.count) bytes long; files up to \(limits.fileSize) are read.",
        fix: "split it")
      return ReadResult(monograph: nil, diagnostics: log.finish())
    }
    let text = SourceText(decoding: file.bytes, log: log)
    CharacterCheck(text: text, log: log).run(longestLine: limits.lineLength)
    let path = DocumentPath(file.document)
    let entity = file.tree?.entity(of: file.document, log: log) ?? path.entity(log: log)
    let context = ReadingContext(
      entity: entity, text: text, log: log, limits: limits, document: file.document, tree: file.tree)
    let monograph = PageReader(context: context, document: file.document).monograph()
    return ReadResult(monograph: monograph, diagnostics: log.finish(), links: context.links)
  }
}
