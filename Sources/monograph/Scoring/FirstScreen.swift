import BrowserCore
import MonographLibrary
import MonographModel

/// What a person sees who opens a hit on a terminal of 80 by 24 and presses nothing more.
struct FirstScreen {
  private let text: String

  /// Nil where the page cannot be opened.
  init?(of hit: SearchHit, in library: Library) {
    guard let summary = try? library.summary,
      let page = try? library.page(hit.entity, document: hit.document)
    else { return nil }
    var state = BrowserState(size: Size(columns: 80, rows: 24), glyphs: .unicode, library: summary)
    let words = hit.snippet.runs.filter(\.isMatch).map(\.text)
    _ = state.update(.opened(page, .line(anchor: hit.anchor, hit.passage, words: words)))
    guard let view = state.page?.view else { return nil }
    // In the order of the text, so that a cell's lines follow one another and not those of the cell beside it.
    let spans = view.visibleLines.flatMap { line in
      line.line.spans.compactMap { span in
        span.source.map { (item: line.position.item, start: $0.lowerBound, text: span.text) }
      }
    }
    text = Self.collapsed(
      spans.sorted { ($0.item, $0.start) < ($1.item, $1.start) }.map(\.text).joined(separator: " "))
  }

  /// Whether some words stand on it, wrapped or not.
  func shows(_ words: String) -> Bool { text.contains(Self.collapsed(words)) }

  /// The words with single blanks between them, without the lines that frame boxes and tables: wrapped text of a box
  /// has one between its lines.
  private static func collapsed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || (0x2500...0x259F).contains($0.value) }
      .map { String($0) }.joined(separator: " ")
  }
}
