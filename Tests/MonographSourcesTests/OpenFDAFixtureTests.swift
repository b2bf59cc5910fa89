import Foundation
import MonographModel
import MonographSources
import Testing

/// Small files in openFDA's form beside the trees that they give: `Fixtures/OpenFDA/name.json` and
/// `name.tree`.
///
/// With `MONOGRAPH_RECORD=1` the trees are written anew, and the tests fail, so that somebody reads them.
@Suite struct OpenFDAFixtureTests {
  static let folder = FixtureTests.folder.appending(path: "OpenFDA")
  static let names = ["numbered", "unnumbered", "lists"]

  @Test("Labels give trees", arguments: names)
  func labelGivesTree(name: String) throws {
    let bytes = Array(try Data(contentsOf: Self.folder.appending(path: "\(name).json")))
    var drawn = ""
    try OpenFDAReader(gathersWording: true).read(ByteStream(name: "\(name).json", bytes: bytes)) { record in
      switch record {
      case .document(let document):
        drawn += document.monograph.treeDump + document.diagnostics.map { "\($0)\n" }.joined()
        #expect(OpenFDAWords.missing(from: document) == [:])
      case .diagnostic(let diagnostic): drawn += "\(diagnostic)\n"
      case .node, .edge: Issue.record("a label gives no graph")
      }
    }
    let file = Self.folder.appending(path: "\(name).tree")
    if ProcessInfo.processInfo.environment["MONOGRAPH_RECORD"] != nil {
      try Data(drawn.utf8).write(to: file)
      Issue.record("\(name).tree was recorded; read it before it is committed")
      return
    }
    #expect(drawn == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test("Every label has a tree and is tested")
  func everyLabelIsTested() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(files.sorted() == Self.names.flatMap { ["\($0).json", "\($0).tree"] }.sorted())
  }
}

/// The words of a label, as many times as they occur.
enum OpenFDAWords {
  /// The words that a document lacks, with how often.
  static func missing(from document: SourceDocument) -> [String: Int] {
    guard let wording = document.wording else { return ["no wording was gathered": 1] }
    var counts: [String: Int] = [:]
    for text in wording.texts { add(text, times: 1, to: &counts) }
    for aside in wording.setAside { add(aside.text, times: -1, to: &counts) }
    for text in texts(of: document.monograph) { add(text, times: -1, to: &counts) }
    return counts.filter { $0.value > 0 }
  }

  /// The words that are set aside more often than the record has them, which would hide that others are lost.
  static func surplus(in document: SourceDocument) -> [String: Int] {
    var counts: [String: Int] = [:]
    for text in document.wording?.texts ?? [] { add(text, times: 1, to: &counts) }
    for aside in document.wording?.setAside ?? [] { add(aside.text, times: -1, to: &counts) }
    return counts.filter { $0.value < 0 }
  }

  /// How many words the record has, and how many of them are set aside.
  static func count(in document: SourceDocument) -> (all: Int, aside: Int) {
    func words(_ texts: [String]) -> Int {
      var counts: [String: Int] = [:]
      for text in texts { add(text, times: 1, to: &counts) }
      return counts.values.reduce(0, +)
    }
    return (words(document.wording?.texts ?? []), words(document.wording?.setAside.map(\.text) ?? []))
  }

  private static func texts(of page: Monograph) -> [String] {
    var texts = [page.title] + page.aliases
    for section in page.allSections {
      texts.append(section.title)
      add(section.blocks, to: &texts)
    }
    return texts
  }

  private static func add(_ blocks: [Block], to texts: inout [String]) {
    for block in blocks {
      switch block.content {
      case .list(let list):
        for (index, item) in list.items.enumerated() {
          if let start = list.start { texts.append(String(start + index)) }
          add(item, to: &texts)
        }
      case .callout(let callout):
        texts.append(callout.title.plainText)
        add(callout.blocks, to: &texts)
      case .table(let table):
        texts.append(table.caption.plainText)
        for row in table.rows { for cell in row { add(cell.blocks, to: &texts) } }
        texts += table.notes.map(\.plainText)
      default: texts.append([block].plainText())
      }
    }
  }

  /// Adds the maximal runs of letters, digits and marks of a text.
  private static func add(_ text: String, times: Int, to counts: inout [String: Int]) {
    let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars
    for word in scalars.split(whereSeparator: {
      !($0.properties.isAlphabetic || $0.properties.numericType != nil)
        && $0.properties.generalCategory != .nonspacingMark
    }) {
      counts[String(word), default: 0] += times
    }
  }
}
