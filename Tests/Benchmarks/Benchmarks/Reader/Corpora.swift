import Foundation
import MonographSources

/// The real sources that benchmarks read: `$MONOGRAPH_CORPORA`, else `shared/corpora` beside the checkout.
enum Corpora {
  /// The folder of one kind of source.
  static func folder(_ name: String) -> String {
    let corpora = ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"] ?? "../../../shared/corpora"
    return "\(corpora)/\(name)"
  }

  /// Gives every file of a folder, and every member of its archives, that can be read; nodes of a graph before its
  /// edges. Nothing where there is no folder.
  static func forEachPart(
    of folder: String, _ body: (SourceInput, SourcePart) throws -> Void
  ) {
    guard FileManager.default.fileExists(atPath: folder) else { return }
    for input in InputFinder.find(folder).inputs {
      try? input.read(report: { _ in }) { try body(input, $0) }
    }
  }
}
