import Foundation
import MonographLibrary
import MonographModel
import Testing

@testable import MonographReports

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

  // MARK: Rows

  /// What several topics of a clinician's questions are called among a label's subjects.
  private static let subjects: Set<String> = [
    "lactation", "pregnancy", "pediatric_use", "geriatric_use", "renal_impairment", "hepatic_impairment",
    "overdosage", "contraindications", "drug_interactions", "adverse_reactions",
  ]

  /// The subjects of each section but those written for patients, by its code, key or exact heading.
  private static func stated(_ section: Section) -> Set<String> {
    if LabelSection(sourceKey: section.sourceKey)?.isLeaflet == true { return [] }
    return section.subsections.reduce(into: subjects(of: section)) { $0.formUnion(stated($1)) }
  }

  private static func subjects(of section: Section) -> Set<String> {
    Set(
      SectionSubject.all(heading: section.title, sourceKey: section.sourceKey, isExact: true).map(\.name))
  }

  private static func rows(_ rows: [SectionAlignment.Row]) -> [SectionAlignment.Row] {
    rows.flatMap { [$0] + self.rows($0.rows) }
  }

  @Test(
    "what two labels say on a subject stands in one row, and beside nothing else",
    .enabled(if: isThere, "no corpora"))
  func subjectsStandTogether() throws {
    let (folder, library) = try Self.library()
    defer { withExtendedLifetime(folder) {} }
    let all = try library.index(kind: "drug").flatMap { match in
      (try library.page(match.entity)?.documents ?? []).map { (entity: match.entity, document: $0.document) }
    }
    try #require(!all.isEmpty)
    var state: UInt64 = 41
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % all.count
    }
    var together = 0
    for _ in 0..<200 {
      let pages = try [next(), next()].compactMap {
        try library.page(all[$0].entity, document: all[$0].document)
      }
      guard pages.count == 2, pages[0].document != pages[1].document else { continue }
      let name = pages.compactMap(\.document).joined(separator: " ")
      let monographs = pages.compactMap(\.monograph)
      let rows = Self.rows(SectionAlignment(monographs).rows)
      let stated = monographs.map {
        $0.sections.reduce(into: Set<String>()) { $0.formUnion(Self.stated($1)) }
      }
      for subject in stated[0].intersection(stated[1]).intersection(Self.subjects) {
        let isOne = rows.contains { row in
          row.cells.allSatisfy { $0.contains { $0.subjects.contains { $0.name == subject } } }
        }
        #expect(isOne, "\(name): \(subject) stands apart")
        together += 1
      }
      for row in rows where row.cells.allSatisfy({ !$0.isEmpty }) {
        let sides = row.cells.map { cell in
          cell.reduce(into: Set<SectionSubject>()) { $0.formUnion($1.subjects.union($1.covered)) }
        }
        let own = row.cells.map { cell in
          cell.reduce(into: Set<String>()) { $0.formUnion(Self.subjects(of: $1.section)) }
        }
        let isLike = own[0].isEmpty || own[1].isEmpty || !sides[0].isDisjoint(with: sides[1])
        #expect(isLike, "\(name): \(row.title) holds \(own)")
      }
      let requests = pages.map { ReportRequest.Subject(entity: $0.entity, document: $0.document) }
      let report = ComparisonReport.page(of: pages, for: .comparison(requests))
      let sections = Dictionary(
        (report.monograph?.allSections ?? []).map { ($0.anchor, $0) }, uniquingKeysWith: { first, _ in first }
      )
      for row in rows {
        let subjects = row.cells.joined().reduce(into: Set<String>()) {
          $0.formUnion($1.subjects.map(\.name))
        }
        for (column, cell) in row.cells.enumerated() where cell.isEmpty {
          let text = (sections[row.anchor]?.blocks ?? []).map { block -> String in
            guard case .columns(let columns) = block.content else { return "" }
            return columns[column].blocks.plainText(separator: " ")
          }.joined()
          let isSilent = text.contains("Not stated")
          #expect(
            !isSilent || stated[column].isDisjoint(with: subjects.intersection(Self.subjects)),
            "\(name): \(row.title) is said not to be stated")
        }
      }
    }
    #expect(together > 200)
  }
}
