import Foundation

/// Real data from outside the project: `$MONOGRAPH_CORPORA`, else `../shared/corpora` beside the checkout. Tests
/// that need it skip, saying so, where it is absent.
enum Corpora {
  /// The folder.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"] { return URL(filePath: path) }
    return URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/corpora")
      .standardizedFileURL
  }()

  /// Whether it is there.
  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  /// The paths of the files in a folder of it whose names have an ending, in order.
  static func files(in name: String, ending: String) -> [String] {
    let path = folder.appending(path: name).path()
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(ending) }.sorted().map { "\(path)/\($0)" }
  }
}
