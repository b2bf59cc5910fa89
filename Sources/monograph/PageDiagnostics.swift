import MonographModel
import MonographSources

/// What is wrong in one page, for its editor: the one place where all that finds something comes together.
enum PageDiagnostics {
  /// What the reader found, and links that lead nowhere.
  ///
  /// - Parameter page: The page of an entity in the library around the file; nil where it has none.
  static func find(
    in file: SourceFile, _ result: ReadResult, page: (EntityID) -> Monograph?
  ) -> [Diagnostic] {
    var check = ContentCheck()
    check.add(result, file: file.name)
    for target in Set(result.links.map(\.target)) where target != result.monograph?.entity {
      if let monograph = page(target) { check.add(ReadResult(monograph: monograph), file: target.path) }
    }
    let across = check.finish().filter { $0.file == file.name }
    return (result.diagnostics + across).sorted()
  }
}
