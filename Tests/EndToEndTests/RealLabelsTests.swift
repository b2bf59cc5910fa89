import Foundation
import MonographLibrary
import MonographModel
import Testing

/// The real labels of `$MONOGRAPH_CORPORA`, else of `../shared/corpora` beside the checkout, as one library.
@Suite("Real labels are never mistaken for each other")
struct RealLabelsTests {
  private static let labels: String = {
    let corpora =
      ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/corpora")
    return corpora.standardizedFileURL.appending(path: "openfda").path()
  }()

  @Test(
    "a name or a brand opens the label that bears it",
    .enabled(if: FileManager.default.fileExists(atPath: labels), "no corpora"))
  func labelsBySharedSubstance() throws {
    let folder = try CommandFolder(["note.txt": ""])
    let build = try CommandRun(["build", Self.labels, "-o", "a.library", "-q"], in: folder.path)
    #expect(build.status == 0)
    let library = try Library.open(path: folder.path + "/a.library")
    for (name, title) in [
      ("botox", "OnabotulinumtoxinA"), ("onabotulinumtoxinA", "OnabotulinumtoxinA"),
      ("xeomin", "IncobotulinumtoxinA"), ("granix", "Tbo-filgrastim"), ("nivestym", "Filgrastim-aafi"),
      ("infliximab-axxq", "Infliximab-axxq"), ("infliximab-dyyb", "Infliximab-dyyb"),
      ("trastuzumab-dkst", "Trastuzumab-dkst"), ("trastuzumab-anns", "Trastuzumab-anns"),
      ("bevacizumab-maly", "Bevacizumab-maly"), ("bevacizumab-nwgd", "Bevacizumab-nwgd"),
      ("insulin glargine-yfgn", "Insulin glargine-yfgn"), ("epoetin alfa-epbx", "Epoetin alfa-epbx"),
    ] {
      let matches = try library.resolve(name)
      #expect(matches.map(\.title) == [title], "\(name)")
      guard let match = matches.first else { continue }
      let page = try library.page(match.entity, document: match.document)
      #expect(page?.monograph?.title == title, "\(name)")
    }
    for page in try library.index() {
      let titles = try library.page(page.entity)?.documents.map { $0.title.lowercased() } ?? []
      #expect(Set(titles).count == 1, "\(page.entity): \(titles)")
    }
  }
}
