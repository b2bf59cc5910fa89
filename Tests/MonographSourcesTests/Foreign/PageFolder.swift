import Foundation
import MonographModel
import MonographSources

/// A folder of pages on disk, read as a whole; removed when nobody has it any more.
final class PageFolder {
  let path: String
  let listing: ContentFolder.Listing
  /// What was read, by document.
  let results: [String: ReadResult]
  /// What is wrong across the pages.
  let across: [Diagnostic]

  init(_ files: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "monograph-\(UUID().uuidString)")
    path = folder.path()
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    listing = ContentFolder(path).list()
    var results: [String: ReadResult] = [:]
    var check = ContentCheck()
    for file in listing.files {
      let result = MarkdownReader().read(file)
      check.add(result, file: file.document)
      results[file.document] = result
    }
    self.results = results
    across = check.finish()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The words of a document's source that its page lacks.
  func lostWords(_ document: String) throws -> [String] {
    guard let file = listing.files.first(where: { $0.document == document }),
      let page = results[document]?.monograph
    else { return ["no page"] }
    let wording = SourceWording(ofMarkdown: try ContentFolder.read(file))
    return DocumentCoverage(of: wording, in: page).missing.map(\.word)
  }

  /// The id of each document.
  var ids: [String: String] { results.compactMapValues { $0.monograph?.entity.path } }

  /// The title of each document.
  var titles: [String: String] { results.compactMapValues { $0.monograph?.title } }

  /// The blocks of a document as text.
  func tree(_ document: String) -> String { results[document]?.blocksTree ?? "" }

  /// Where the links of a document lead.
  func links(_ document: String) -> [String] {
    results[document]?.links.map { $0.target.path + ($0.anchor.map { "#" + $0 } ?? "") } ?? []
  }

  /// What is wrong in a document, without the path of the folder.
  func diagnostics(_ document: String) -> [String] {
    results[document]?.diagnostics.map { $0.description.replacing("\(path)/", with: "") } ?? []
  }
}
