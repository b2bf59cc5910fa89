import BrowserCore
import MonographModel
import TextLayout

/// The start page: what the library is, how old, how much is in it, and what it is for.
enum StartView {
  static func draw(_ state: BrowserState, in rectangle: Rectangle, _ painter: inout Painter) {
    let margin = rectangle.columns >= 60 ? 3 : 1
    let columns = min(PanelArrangement.maximumMeasure, rectangle.columns - margin * 2)
    guard columns > 0 else { return }
    var row = rectangle.row + 2
    for (text, style) in paragraphs(state) {
      for line in DisplayText.wrap(text, width: columns) where row < rectangle.endRow {
        painter.draw(line, row: row, column: rectangle.column + margin, columns: columns, style: style)
        row += 1
      }
      row += 1
    }
    painter.cursor = Frame.Position(row: rectangle.row, column: rectangle.column)
  }

  private static func paragraphs(_ state: BrowserState) -> [(String, Style)] {
    let library = state.library
    let kinds = library.kinds.map { kind in
      "\(kind.count) \(kind.count == 1 ? kind.kind : EntityID.plural(ofKind: kind.kind))"
    }.joined(separator: ", ")
    // Several labels of one medicine are one page.
    let sources = library.documents == library.pages ? "" : " from \(library.documents) documents"
    var age = library.compiled.map { "Compiled \($0)." } ?? "No date of compilation."
    if let oldest = library.oldest, let newest = library.newest {
      age += oldest == newest ? " Pages dated \(oldest)." : " Pages dated \(oldest) to \(newest)."
    } else {
      age += " No page states a date."
    }
    age +=
      " Not reviewed: \(library.notReviewed) of \(library.documents)\(sources.isEmpty ? "" : " documents")."
    return [
      (library.title, Style(.heading1)),
      ("\(library.pages) \(library.pages == 1 ? "page" : "pages")\(sources): \(kinds).", Style(.body)),
      (age, Style(.body)),
      ("This is reference text, not advice.", Style(.body, .strong)),
      (
        "Type a few letters of a drug, a condition or a question. Enter opens the first answer; Esc leaves "
          + "the search, and then o opens by name, i shows everything, h all keys, q quits.",
        Style(.secondary)
      ),
    ]
  }
}
