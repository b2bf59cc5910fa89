import Foundation
import MonographModel

/// The drug labels of the corpora as plain documents: every text of a label is a section. What is measured with
/// them is the library, so nothing is read out of the texts.
enum LabelTexts {
  /// A document with the text it was made from.
  struct Document: Sendable {
    var monograph: Monograph
    var source: [UInt8]
  }

  /// All of them; empty where there are no corpora, or no `unzip`.
  static func load() -> [Document] {
    let corpora = ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"] ?? "../../../shared/corpora"
    let folder = "\(corpora)/openfda"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".zip") }.sorted().flatMap { documents(ofArchive: "\(folder)/\($0)") }
  }

  private static func documents(ofArchive path: String) -> [Document] {
    let unzip = Process()
    let output = Pipe()
    unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    unzip.arguments = ["-p", path]
    unzip.standardOutput = output
    guard (try? unzip.run()) != nil else { return [] }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    unzip.waitUntilExit()
    let json = try? JSONSerialization.jsonObject(with: data) as? [String: Any]
    return (json?["results"] as? [[String: Any]] ?? []).compactMap(document)
  }

  private static func document(_ record: [String: Any]) -> Document? {
    guard let document = record["set_id"] as? String,
      let source = try? JSONSerialization.data(withJSONObject: record, options: [.sortedKeys]),
      let entity = EntityID(folder: "drugs", slug: document)
    else { return nil }
    var sections: [Section] = []
    for (key, value) in record.sorted(by: { $0.key < $1.key }) {
      for (index, text) in (value as? [String] ?? []).enumerated() {
        sections.append(
          Section(
            heading: [.text(key)], level: 1, anchor: "\(key)-\(index)",
            blocks: [Block(.paragraph([.text(text)]))]))
      }
    }
    return Document(
      monograph: Monograph(
        entity: entity, title: document, source: Source(document: document, publisher: "openFDA"),
        sections: sections), source: Array(source))
  }
}

extension LabelTexts.Document {
  /// The sections as full text has them.
  var rows: [FullTextAlone.Row] {
    monograph.sections.map {
      FullTextAlone.Row(
        names: monograph.title, heading: $0.title, text: $0.blocks.first.map(Self.text) ?? "")
    }
  }

  private static func text(of block: Block) -> String {
    if case .paragraph(let inlines) = block.content { inlines.plainText } else { "" }
  }
}
