import MonographModel
import TextLayout

@testable import MonographSources

/// The diagram of a flowchart in Mermaid's language.
func flowchart(_ source: String) -> Diagram {
  var parser = FlowchartParser(source, firstLine: 1, edgeLimit: 1_000)
  _ = parser.takeType()
  return parser.parse()
}

/// A flowchart drawn at the left edge of so many columns for text.
func drawing(
  ofFlowchart source: String, columns: Int = 77, glyphs: GlyphSet = .unicode, missing: Set<EntityID> = []
) -> String {
  let indent = columns >= 57 ? 3 : columns >= 34 ? 2 : 1
  let text = drawing(
    Block(.diagram(flowchart(source))), width: columns + indent, glyphs: glyphs, missing: missing)
  return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    line.dropFirst(min(indent, line.count))
  }.joined(separator: "\n")
}
