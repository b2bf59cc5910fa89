import MonographModel
import MonographSources

/// What is wrong in one page, for its editor: the one place where all that finds something comes together.
enum PageDiagnostics {
  /// What `monograph check` finds in it, links that lead nowhere included.
  ///
  /// - Parameter page: The page of an entity in the library around the file; nil where it has none.
  static func find(
    in file: SourceFile, _ result: ReadResult, page: (EntityID) -> Monograph?
  ) -> [Diagnostic] {
    var check = SourceCheck()
    check.add(file)
    for target in Set(result.links.map(\.target)) where target != result.monograph?.entity {
      if let monograph = page(target) { check.add(known: monograph) }
    }
    return check.finish().filter { $0.file == file.name }
  }
}
