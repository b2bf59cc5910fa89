import MonographModel
internal import Yams

/// Reads the paths of DrugMechDB, from a drug through its mechanism to a disease, as YAML
/// (https://github.com/SuLab/DrugMechDB): one path a file, or a list of paths in one.
///
/// Each path's nodes come before its edges. An edge names its path as its source and has the path's references
/// as its publications. Memory holds one path at a time.
public struct DrugMechDBReader: Sendable {
  let limits: ReaderLimits

  /// Makes a reader. No path may be longer than ``ReaderLimits/frontMatterSize``.
  public init(limits: ReaderLimits = .default) { self.limits = limits }

  /// Reads a file. A path that is not YAML, or not of the form, is reported and left out.
  public func read(_ stream: ByteStream, into sink: SourceSink) throws {
    let log = DiagnosticLog(file: stream.name, limitPerRule: limits.diagnosticsPerRule)
    var others = (count: 0, line: 0)
    let result = Result {
      try YAMLDocuments(lengthLimit: limits.frontMatterSize, lineLimit: limits.lineLength)
        .scan(stream, log: log) { text, line in
          guard text.firstRange(of: Array("links:".utf8)) != nil else {
            others = (others.count + 1, others.count == 0 ? line : others.line)
            return
          }
          try readPath(text, line: line, log: log, into: sink)
        }
    }
    if others.count > 0 {
      log.report(
        .graphRow, line: others.line, severity: .note,
        others.count == 1
          ? "This is no path: it has no links." : "\(others.count) entries are no paths: they have no links.")
    }
    for diagnostic in log.finish() { try sink(.diagnostic(diagnostic)) }
    try result.get()
  }

  private func readPath(
    _ text: ArraySlice<UInt8>, line: Int, log: DiagnosticLog, into sink: SourceSink
  ) throws {
    guard YAMLGuard.aliasCount(text) <= YAMLGuard.aliasLimit else {
      return log.report(
        .graphRow, line: line,
        "The path has more than \(YAMLGuard.aliasLimit) aliases (*name) and is left out.",
        fix: "write the values out")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text.text)
    } catch {
      return log.report(
        .graphRow, line: line + Self.line(of: error), "The path is not YAML; it is left out.",
        fix: "mend it there")
    }
    let items =
      switch root {
      case .sequence(let list): Array(list)
      case .some(let node): [node]
      case nil: [Node]()
      }
    for item in items {
      var path = DrugMechDBPath(log: log, lineOffset: line - 1)
      for record in path.records(of: item) { try sink(record) }
    }
  }

  /// How many lines below the first a fault stands.
  private static func line(of error: any Error) -> Int {
    switch error as? YamlError {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      max(0, mark.line - 1)
    case .duplicatedKeysInMapping(_, let context): max(0, context.mark.line - 1)
    default: 0
    }
  }
}
