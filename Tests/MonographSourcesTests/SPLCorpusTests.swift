import Foundation
import MonographModel
import MonographSources
import Testing

/// The six real labels: what they are, what stands in their sections and cells, and that no word is lost.
@Suite(.enabled(if: SPLCorpus.isPresent, "no corpora: set MONOGRAPH_CORPORA"))
struct SPLCorpusTests {
  @Test("Every word of a label stands in its document", arguments: SPLCorpus.names)
  func coverage(name: String) throws {
    let document = try SPLCorpus.read(name)
    let wording = try #require(document.wording)
    #expect(DocumentCoverage(of: wording, in: document.monograph).missing == [])
    var wanted = WordCounts(wording.texts)
    let all = wanted.total
    wanted.remove(WordCounts(wording.setAside.map(\.text)))
    #expect(wanted.total > all * 3 / 4)
    wanted.remove(WordCounts(of: document.monograph))
    #expect(wanted.counts == [:])
  }

  @Test(
    "The scan finds at least the words between the tags",
    arguments: [
      ("viagra", 13_328), ("humira", 24_336), ("lipitor-orig", 15_018), ("lipitor-repack", 14_035),
      ("cough", 546), ("no-title", 4_393),
    ])
  func scannedWords(name: String, count: Int) throws {
    let wording = try #require(try SPLCorpus.read(name).wording)
    #expect(WordCounts(wording.texts).total >= count)
  }

  @Test("A word that is taken out of a document is missed")
  func lossIsFound() throws {
    let document = try SPLCorpus.read("cough")
    var page = document.monograph
    page.sections.removeAll { $0.sourceKey == "34067-9" }
    var wanted = WordCounts(try #require(document.wording).texts)
    wanted.remove(WordCounts(of: page))
    #expect(wanted.counts["sneezing"] == 1)
  }

  @Test(
    "Each label is known by name, set id, version, date, company and identifiers",
    arguments: [
      Known(
        "viagra", "Sildenafil citrate", "20", "2017-11-07", "Pfizer Laboratories Div Pfizer Inc",
        ["UNII:BW9B0ZE037", "UNII:3M7OB98Y7H"], ["Viagra", "Sildenafil"], sections: 22, all: 56),
      Known(
        "humira", "Adalimumab", "1560", "2013-09-30", "AbbVie Inc.", ["UNII:FYS6T7F842"], ["Humira"],
        sections: 21, all: 69),
      Known(
        "cough", "Diphenhydramine HCl, Phenylephrine HCl", "1", "2011-04-26",
        "Novartis Consumer Health, Inc.", [], ["TRIAMINIC Childrens Night Time Cold and Cough"],
        sections: 11, all: 19),
      Known(
        "no-title", "Haloperidol", "1", "2010-07-28", "Contract Pharmacy Services-PA",
        ["UNII:J6292F8L3D"], [], sections: 13, all: 44),
    ])
  func identity(known: Known) throws {
    let page = try SPLCorpus.read(known.file).monograph
    #expect(page.title == known.title)
    #expect(page.entity.path == "/drugs/" + EntityID.slug(fromName: known.title))
    #expect(page.kind == "drug")
    #expect(page.source.version == known.version)
    #expect(page.source.effective == known.date)
    #expect(page.source.labeler == known.labeler)
    #expect(page.source.url?.hasSuffix("setid=" + page.source.document) == true)
    #expect(page.identifiers.map(\.curie) == known.identifiers)
    #expect(page.aliases == known.aliases)
    #expect(page.sections.filter { $0.level == 1 }.count == known.sections)
    #expect(page.allSections.filter { $0.level > 0 }.count == known.all)
    #expect(Set(page.allSections.map(\.anchor)).count == page.allSections.count)
  }

  /// What is known of a label.
  struct Known: Sendable, CustomTestStringConvertible {
    var file, title, version, date, labeler: String
    var identifiers, aliases: [String]
    var sections, all: Int
    var testDescription: String { file }

    init(
      _ file: String, _ title: String, _ version: String, _ date: String, _ labeler: String,
      _ identifiers: [String], _ aliases: [String], sections: Int, all: Int
    ) {
      (self.file, self.title, self.version, self.date, self.labeler) = (file, title, version, date, labeler)
      (self.identifiers, self.aliases, self.sections, self.all) = (identifiers, aliases, sections, all)
    }
  }

  private func tables(_ blocks: [Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0.content { table } else { nil } }
  }

  @Test("Cells stay with their row and column")
  func cells() throws {
    let page = try SPLCorpus.read("lipitor-orig").monograph
    let section = try #require(page.section(anchor: "12-clinical-pharmacology/12-3-pharmacokinetics"))
    let table = try #require(tables(section.blocks).first)
    #expect(
      table.caption.plainText
        == "TABLE 3. Effect of Co-administered Drugs on the Pharmacokinetics of Atorvastatin")
    #expect(table.header[0].map(\.columnSpan) == [1, 3])
    #expect(table.header[1].map(\.plainText) == ["", "Dose (mg)", "Change in AUC*", "Change in Cmax*"])
    let row = try #require(table.body.first { $0[0].plainText.contains("Itraconazole") })
    #expect(row.map(\.plainText) == ["†Itraconazole 200 mg QD, 4 days", "40 mg SD", "↑ 3.3 fold", "↑ 20%"])
    #expect(table.notes.count == 6)
    #expect(table.notes[1].plainText == "† See Sections 5.1 and 7 for clinical significance.")
    #expect(table.grid.columnCount == 4)
  }

  @Test("Boxed warnings are boxes, each once; highlights follow them and lead other sections")
  func boxes() throws {
    let page = try SPLCorpus.read("humira").monograph
    let boxed = try #require(page.sections.first { $0.sourceKey == "34066-1" })
    #expect(boxed.title == "WARNING: SERIOUS INFECTIONS AND MALIGNANCY")
    #expect(severities(boxed.blocks) == [.boxedWarning, .note])
    #expect(page.allSections.flatMap { severities($0.blocks) }.filter { $0 == .boxedWarning }.count == 1)
    let dose = try #require(page.sections.first { $0.sourceKey == "34068-7" })
    #expect(severities(dose.blocks).first == .note)
    #expect(dose.blocks.plainText().hasPrefix("Highlights"))
  }

  private func severities(_ blocks: [Block]) -> [Callout.Severity] {
    blocks.compactMap { if case .callout(let callout) = $0.content { callout.severity } else { nil } }
  }

  @Test("Only links to ids that the label does not have are lost, and that is said with their line")
  func links() throws {
    for name in SPLCorpus.names {
      let document = try SPLCorpus.read(name)
      let expected = name == "humira" ? ["dangling-anchor"] : []
      #expect(document.diagnostics.map(\.rule) == expected)
      #expect(document.diagnostics.allSatisfy { $0.line > 0 })
    }
  }

  @Test("A title that is empty gives way to product and company")
  func missingTitle() throws {
    let page = try SPLCorpus.read("no-title").monograph
    #expect(page.sections[0].blocks.plainText() == "Haloperidol, Contract Pharmacy Services-PA")
  }

  @Test("The infobox tells strength, form, route and codes")
  func infobox() throws {
    let page = try SPLCorpus.read("viagra").monograph
    #expect(page.infobox.map(\.title) == ["Products", "Active ingredients"])
    #expect(
      page.infobox[0].table.body.map { $0.map(\.plainText) }
        == ["25", "50", "100"].enumerated().map {
          [
            "Viagra (sildenafil citrate)", "\($1) mg", "TABLET, FILM COATED", "ORAL", "0069-42\($0)0",
            "NDA NDA020895; active from 1998-03-27",
          ]
        })
  }
}

/// The folder of real labels.
enum SPLCorpus {
  static let names = ["viagra", "humira", "lipitor-orig", "lipitor-repack", "cough", "no-title"]

  static let folder: URL = {
    let stated = ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"].map { URL(filePath: $0) }
    let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (stated ?? checkout.appending(path: "../shared/corpora")).appending(path: "spl")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.path())

  static func read(_ name: String) throws -> SourceDocument {
    let bytes = Array(try Data(contentsOf: folder.appending(path: "\(name).xml")))
    let file = SourceFile(name: "\(name).xml", document: "\(name).xml", bytes: bytes)
    return try #require(SPLReader(gathersWording: true).read(file).document)
  }
}

/// How often each word stands in some texts: the longest runs of letters and digits.
struct WordCounts {
  private(set) var counts: [String: Int] = [:]
  var total: Int { counts.values.reduce(0, +) }

  init(_ texts: [String]) { for text in texts { add(text) } }

  init(of page: Monograph) {
    for text in [page.title] + page.aliases + [page.source.labeler ?? ""] { add(text) }
    for section in page.allSections {
      add(section.title)
      add(section.blocks)
    }
  }

  private mutating func add(_ text: String) {
    for word in text.precomposedStringWithCanonicalMapping.split(whereSeparator: {
      !$0.isLetter && !$0.isNumber
    }) {
      counts[String(word), default: 0] += 1
    }
  }

  /// The words of blocks, and the numbers of numbered lists.
  private mutating func add(_ blocks: [Block]) {
    add(blocks.plainText())
    for block in blocks {
      guard case .list(let list) = block.content, let start = list.start else { continue }
      for index in list.items.indices { add("\(start + index)") }
    }
  }

  mutating func remove(_ other: WordCounts) {
    for (word, count) in other.counts {
      guard let known = counts[word] else { continue }
      counts[word] = known > count ? known - count : nil
    }
  }
}
