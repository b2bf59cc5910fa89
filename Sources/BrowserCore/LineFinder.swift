import MonographModel
import TextLayout

/// Finds in a laid-out document the line that a search names by its words. The library cuts a section's text otherwise
/// than the page does, so only the terms are compared.
struct LineFinder {
  /// How many terms of the line are looked for.
  private static let termLimit = 12

  private let terms: [String]

  /// Nil for a line without words.
  init?(_ line: String) {
    terms = Array(TermScanner.terms(of: line).filter { !$0.isJoined }.prefix(Self.termLimit).map(\.text))
    guard !terms.isEmpty else { return nil }
  }

  /// Where most of the line's terms stand in a row, the first of such places; nil where not even three do (or all of
  /// a shorter line). Cost: one pass over the items' text.
  func passage(in layout: DocumentLayout, items: Range<Int>) -> Passage? {
    var best: (length: Int, passage: Passage)?
    for item in items {
      let found = TermScanner.terms(of: layout.text(of: item)).filter { !$0.isJoined }
      for start in found.indices where found[start].text == terms[0] {
        let length = zip(found[start...], terms).prefix { $0.text == $1 }.count
        if length > best?.length ?? 0 {
          best = (length, Passage(item: item, offset: found[start].range.lowerBound))
        }
      }
      if best?.length == terms.count { break }
    }
    guard let best, best.length >= min(3, terms.count) else { return nil }
    return best.passage
  }
}
