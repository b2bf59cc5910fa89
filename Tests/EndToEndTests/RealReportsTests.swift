import Foundation
import MonographLibrary
import MonographModel
import MonographReports
import Testing

/// Comparisons and interactions of real labels, from `$MONOGRAPH_CORPORA`, else `../shared/corpora` beside the checkout.
@Suite("Real labels side by side")
struct RealReportsTests {
  private static let labels: String = {
    let corpora =
      ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/corpora")
    return corpora.standardizedFileURL.appending(path: "openfda").path()
  }()
  private static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Content").standardizedFileURL.path()
  private static let isThere = FileManager.default.fileExists(atPath: labels)

  /// The folder stands as long as the library is open.
  private static func library() throws -> (folder: CommandFolder, library: Library) {
    let folder = try CommandFolder(["note.txt": ""])
    let build = try CommandRun(["build", content, labels, "-o", "a.library", "-q"], in: folder.path)
    #expect(build.status == 0)
    return (folder, try Library.open(path: folder.path + "/a.library"))
  }

  private static func page(_ name: String, _ library: Library) throws -> Page {
    let match = try #require(try library.resolve(name).first { $0.hasPage })
    return try #require(try library.page(match.entity, document: match.document))
  }

  @Test(
    "every word of page and label stands in its column",
    .enabled(if: isThere, "no corpora"))
  func nothingIsLost() throws {
    let (folder, library) = try Self.library()
    defer { withExtendedLifetime(folder) {} }
    let pages = try ["baclofen", "diazepam", "gabapentin", "tizanidine"].map { try Self.page($0, library) }
    let subjects = pages.map { ReportRequest.Subject(entity: $0.entity, document: $0.document) }
    let report = ComparisonReport.page(of: pages, for: .comparison(subjects))
    let sections = report.monograph?.allSections ?? []
    for (index, page) in pages.enumerated() {
      var shown: [Substring: Int] = [:]
      for section in sections {
        var texts = [section.title]
        for case .columns(let columns) in section.blocks.map(\.content) {
          texts.append(columns[index].blocks.plainText(separator: " "))
        }
        for word in texts.joined(separator: " ").split(separator: " ") { shown[word, default: 0] += 1 }
      }
      var stated: [Substring: Int] = [:]
      for section in page.monograph?.allSections ?? [] {
        let text = section.title + " " + section.blocks.plainText(separator: " ")
        for word in text.split(separator: " ") { stated[word, default: 0] += 1 }
      }
      let lost = stated.filter { shown[$0.key, default: 0] < $0.value }
      #expect(lost.isEmpty, "\(page.title)")
    }
    // A row that holds children holds nothing of a dose for adults.
    let children = sections.first { $0.sourceKey == "pediatric_use" }
    #expect(children?.blocks.plainText(separator: " ").contains("pediatric") == true)
    #expect(sections.filter { $0.sourceKey == "pediatric_use" }.count == 1)
  }

  @Test(
    "between baclofen, diazepam, tizanidine and dantrolene what the sources say stands, and no more",
    .enabled(if: isThere, "no corpora"))
  func interactions() throws {
    let (folder, library) = try Self.library()
    defer { withExtendedLifetime(folder) {} }
    let pages = try ["baclofen", "diazepam", "tizanidine", "dantrolene"].map { try Self.page($0, library) }
    let records = try #require(try library.interactions(among: pages.map(\.entity)))
    let counts = records.pairs.map { "\($0.first.slug) \($0.second.slug) \($0.count)" }
    #expect(
      counts == [
        "baclofen diazepam 0", "baclofen tizanidine 0", "baclofen dantrolene 0", "diazepam tizanidine 3",
        "diazepam dantrolene 0", "tizanidine dantrolene 0",
      ])
    for mention in records.pairs.flatMap(\.mentions) {
      let page = try #require(try library.page(mention.speaker, document: mention.document.document))
      let section = try #require(page.monograph?.section(anchor: mention.anchor))
      let path = mention.sectionPath.joined(separator: " ")
      let words = Set((path + " " + section.blocks.plainText(separator: " ")).split { !$0.isLetter })
      // Headings, headers of tables and leads of lists stand beside a sentence; all are the section's words.
      #expect(mention.sentence.split { !$0.isLetter }.allSatisfy(words.contains), "\(mention.sentence)")
    }
  }
}
