import Foundation
import Testing

@testable import MonographSources

/// The examples of Mermaid's own reference, where they are at hand.
@Suite struct MermaidReferenceTests {
  static let reference: String? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let corpora =
      ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared/corpora")
    let file = corpora.appending(path: "mermaid/flowchart.md")
    return (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  }()

  @Test(
    "Every flowchart of the reference is understood",
    .enabled(if: reference != nil, "no mermaid/flowchart.md in $MONOGRAPH_CORPORA"))
  func referenceIsUnderstood() throws {
    let text = try #require(Self.reference)
    var count = 0
    for (source, line) in Self.examples(in: text) {
      var parser = FlowchartParser(source, firstLine: line, edgeLimit: 1_000)
      guard FlowchartParser.isFlowchart(parser.takeType()) else { continue }
      let diagram = parser.parse()
      #expect(parser.faults == [], "the example at line \(line)")
      #expect(!diagram.nodes.isEmpty, "the example at line \(line)")
      #expect(
        diagram.nodes.allSatisfy {
          !$0.label.contains { "[](){}`".contains($0) } || $0.label.contains("(text)")
        },
        "a label of the example at line \(line) holds marks")
      count += 1
    }
    #expect(count > 90)
  }

  /// The fenced blocks of diagrams, with the line their text begins on.
  static func examples(in text: String) -> [(source: String, line: Int)] {
    var examples: [(String, Int)] = []
    var current: [Substring]?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if let lines = current {
        if line.hasPrefix("```") {
          examples.append((lines.joined(separator: "\n"), number - lines.count + 1))
          current = nil
        } else {
          current = lines + [line]
        }
      } else if line.hasPrefix("```mermaid") {
        current = []
      }
    }
    return examples
  }
}
