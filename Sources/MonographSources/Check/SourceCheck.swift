import MonographModel

/// Checks source files by every rule: those of reading, those across pages, those about content.
///
/// Files are added one at a time; of each only its diagnostics, its comments that allow something and what
/// ``ContentCheck`` keeps stay in memory.
///
///     var check = SourceCheck()
///     check.add(file)
///     print(check.finish())
public struct SourceCheck: Sendable {
  private let limits: ReaderLimits
  private var pages = ContentCheck()
  private var diagnostics: [Diagnostic] = []
  private var allowances: [String: [Allowance]] = [:]

  /// Makes a check that has seen no file.
  public init(limits: ReaderLimits = .default) { self.limits = limits }

  /// Adds diagnostics that were found on the way to the files.
  public mutating func add(_ further: [Diagnostic]) { diagnostics += further }

  /// Adds a file: a page in Markdown, or, where its name ends in `.txt`, the text of a wiki page.
  public mutating func add(_ file: SourceFile) {
    if file.name.lowercased().hasSuffix(".txt") {
      diagnostics += DumpCheck(limits: limits).check(file)
    } else {
      addPage(file)
    }
  }

  /// Adds a page that is known already and is not checked itself, so that links to it are not held to lead nowhere.
  public mutating func add(known page: Monograph) {
    pages.add(ReadResult(monograph: page), file: page.entity.path)
  }

  private mutating func addPage(_ file: SourceFile) {
    let result = MarkdownReader(limits: limits).read(file)
    diagnostics += result.diagnostics
    pages.add(result, file: file.name)
    guard let page = result.monograph else { return }
    guard file.bytes.count <= limits.fileSize / 4 else {
      diagnostics.append(
        Diagnostic(
          file: file.name, line: 0, rule: Rule.tooLarge.name, severity: .warning,
          message: "The file is \(file.bytes.count) bytes long; the rules about content look at files up to "
            + "\(limits.fileSize / 4).", fix: "split it"))
      return
    }
    // What is not UTF-8 was reported by the reader.
    let log = DiagnosticLog(file: file.name, limitPerRule: limits.diagnosticsPerRule)
    let unheard = DiagnosticLog(file: file.name, limitPerRule: 0)
    let text = SourceText(decoding: file.bytes, log: unheard)
    let checked = MarkdownScan.checkedText(of: text)
    ContentRules.run(on: checked, log: log)
    ReferenceYearCheck(text: text, log: log).run(page.references)
    diagnostics += log.finish()
    if !checked.allowances.isEmpty { allowances[file.name] = checked.allowances }
  }

  /// Everything found wrong, by file and line, without what comments of the files allow.
  public func finish() -> [Diagnostic] {
    let found = diagnostics + pages.finish()
    guard !allowances.isEmpty else { return found.sorted() }
    var byFile = Dictionary(grouping: found, by: \.file)
    for (file, allowances) in allowances {
      byFile[file] = Allowances(
        file: file, allowances: allowances, limit: limits.diagnosticsPerRule
      ).applied(to: byFile[file] ?? [])
    }
    return byFile.values.flatMap { $0 }.sorted()
  }
}
