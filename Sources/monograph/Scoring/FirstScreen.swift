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
    text = Self.collapsed(view.visibleLines.map(\.line.text).joined(separator: " "))
  }

  /// Whether some words stand on it, wrapped or not.
  func shows(_ words: String) -> Bool { text.contains(Self.collapsed(words)) }

  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
