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
    var wanted = WordCounts(wording.texts)
    let all = wanted.total
    wanted.remove(WordCounts(wording.setAside.map(\.text)))
    #expect(wanted.total > all * 3 / 4)
    wanted.remove(WordCounts(of: document.monograph))
    #expect(wanted.counts == [:])
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
