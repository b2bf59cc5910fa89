import BrowserTesting
import Foundation
import MonographModel
import Testing
import TextLayout

/// What holds of every diagram at every width, drawn or told.
@Suite struct DiagramPropertyTests {
  /// Diagrams of connected, parallel, turned and looping edges, with values among the words.
  static let generated: [Diagram] = (0..<60).map { seed in
    var generator = SeededGenerator(seed: UInt64(seed))
    func upTo(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    let words = ["LC3", "GABA-B receptor", "5 mg", "oxidative stress response", "漢字", "α", "x\u{1B}[2J"]
    let labels = ["", "activates", "is known to inhibit", "≥ 2 weeks", "binds"]
    let count = 1 + upTo(seed % 3 == 0 ? 12 : 5)
    return Diagram(
      direction: [.topDown, .bottomUp, .leftRight, .rightLeft][seed % 4],
      nodes: (0..<count).map { index in
        Diagram.Node(
          name: "n\(index)", label: "n\(index) " + words[upTo(words.count)],
          entity: upTo(2) == 0 ? entity("/genes/n\(index)") : nil)
      },
      edges: (0...upTo(seed % 3 == 0 ? 20 : 7)).map { _ in
        Diagram.Edge(
          from: seed % 5 == 0 ? 0 : upTo(count), to: upTo(count), label: labels[upTo(labels.count)],
          heads: [.end, .end, .both, .none][upTo(4)])
      })
  }

  @Test(
    "At every width: no line too wide, every byte once, links kept, no control, a head for each end drawn",
    arguments: [GlyphSet.unicode, .ascii])
  func everyWidth(glyphs: GlyphSet) {
    var faults: [String] = []
    var drawn = 0
    for (number, diagram) in Self.generated.enumerated() {
      for width in Array(10...40) + [43, 49, 52, 57, 64, 73, 80, 97, 133, 200] {
        let page = monograph([Section(heading: [], level: 0, anchor: "", blocks: [Block(.diagram(diagram))])])
        var layout = DocumentLayout(
          page, missing: [], options: DocumentLayout.Options(width: width, glyphs: glyphs))
        let lines = layout.lines(of: 0)
        let place = "diagram \(number) at \(width)"
        faults += Self.faults(in: lines, width: width, glyphs: glyphs).map { "\(place): \($0)" }
        let text = Array(layout.text(of: 0).utf8)
        var shown = Array(repeating: 0, count: text.count)
        for span in lines.flatMap(\.spans) { for byte in span.source ?? 0..<0 { shown[byte] += 1 } }
        if text.indices.contains(where: { text[$0] > 0x20 && shown[$0] != 1 }) {
          faults.append("\(place): a word is lost or doubled")
        }
        let links = Set(lines.flatMap(\.spans).compactMap(\.link))
        if links != Set(layout.links.indices) { faults.append("\(place): a link is lost") }
        if lines.contains(where: { $0.text.contains("relation") }) { continue }
        drawn += 1
        let heads = glyphs == .unicode ? "►◄▲▼" : "><^v"
        let count = lines.flatMap(\.spans).filter { $0.style == LineCanvas.lineStyle }
          .reduce(0) { $0 + $1.text.filter { heads.contains($0) }.count }
        let expected = diagram.edges.reduce(0) { $0 + ($1.heads == .none ? 0 : $1.heads == .both ? 2 : 1) }
        if count != expected { faults.append("\(place): \(count) heads, not \(expected)") }
        faults += Self.lostLabels(of: diagram, in: lines, glyphs: glyphs).map { "\(place): \($0)" }
      }
    }
    #expect(faults.prefix(20) == [])
    #expect(drawn > 600, "most of them are drawn")
  }

  private static func faults(in lines: [TextLine], width: Int, glyphs: GlyphSet) -> [String] {
    lines.flatMap { line -> [String] in
      var faults: [String] = []
      if DisplayText.width(of: line.text) > width { faults.append("too wide: \(line.text)") }
      if line.text != DisplayText.visible(line.text, glyphs: glyphs) {
        faults.append("a control, or no ASCII: \(line.text)")
      }
      return faults
    }
  }

  /// Labels of edges of which fewer words stand in the drawing than there are edges that bear them.
  private static func lostLabels(of diagram: Diagram, in lines: [TextLine], glyphs: GlyphSet) -> [String] {
    let shown = lines.flatMap(\.spans).filter { $0.style.role == .label }.map(\.text).joined(separator: " ")
    return Set(diagram.edges.map(\.label)).compactMap { label in
      guard let word = label.split(separator: " ").last.map(String.init), word != "weeks" else { return nil }
      let wanted = diagram.edges.count { $0.label == label }
      let count = shown.components(separatedBy: word).count - 1
      return count < wanted ? "\(label) stands \(count) times, not \(wanted)" : nil
    }
  }

  private static let reference: String? = {
    guard let corpora = ProcessInfo.processInfo.environment["MONOGRAPH_CORPORA"] else { return nil }
    let file = URL(filePath: corpora).appending(path: "mermaid/flowchart.md")
    return (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
  }()

  @Test(
    "Every flowchart of Mermaid's reference loses nothing at 80 columns",
    .enabled(if: reference != nil, "no mermaid/flowchart.md in $MONOGRAPH_CORPORA"))
  func referenceLosesNothing() throws {
    let parts = try #require(Self.reference).components(separatedBy: "\n```mermaid").dropFirst()
    var count = 0
    for part in parts {
      let source = part.components(separatedBy: "\n```")[0].split(separator: "\n").dropFirst()
      guard source.contains(where: { $0.contains("flowchart") || $0.contains("graph ") }) else { continue }
      let diagram = flowchart(source.joined(separator: "\n"))
      let page = monograph([Section(heading: [], level: 0, anchor: "", blocks: [Block(.diagram(diagram))])])
      var layout = DocumentLayout(page, missing: [], options: DocumentLayout.Options(width: 80))
      let lines = layout.lines(of: 0)
      #expect(Self.faults(in: lines, width: 80, glyphs: .unicode) == [])
      let text = Array(layout.text(of: 0).utf8)
      let shown = Set(lines.flatMap(\.spans).flatMap { Array($0.source ?? 0..<0) })
      #expect(text.indices.allSatisfy { text[$0] <= 0x20 || shown.contains($0) }, "\(source)")
      count += 1
    }
    #expect(count > 90)
  }
}
