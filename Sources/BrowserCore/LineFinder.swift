import MonographModel
import TextLayout

/// Finds in a laid-out document the line that a search names by its words. The library cuts a section's text otherwise
/// than the page does, so only the terms are compared.
struct LineFinder {
  /// How many terms of the line are looked for.
  private static let termLimit = 48
  /// How many terms at its beginning may be missing on the page.
  private static let missingLimit = 6

  private let terms: [String]

  /// Nil for a line without words.
  init?(_ line: String) {
    terms = Array(TermScanner.terms(of: line).filter { !$0.isJoined }.prefix(Self.termLimit).map(\.text))
    guard !terms.isEmpty else { return nil }
  }

  /// Where most of the line's terms stand in a row, the first of such places: its first byte and its last; nil where not
  /// even three do (or all of a shorter line). Cost: one pass over the items' text for each term that is missing.
  func line(in layout: DocumentLayout, items: Range<Int>) -> (start: Passage, end: Passage)? {
    let texts = items.map { item in
      (item: item, terms: TermScanner.terms(of: layout.text(of: item)).filter { !$0.isJoined })
    }
    for missing in 0...min(Self.missingLimit, terms.count - 1) {
      let wanted = terms[missing...]
      guard let best = best(of: wanted, in: texts) else { continue }
      return (Passage(item: best.item, offset: best.start), Passage(item: best.item, offset: best.end))
    }
    return nil
  }

  private func best(
    of wanted: ArraySlice<String>, in texts: [(item: Int, terms: [Term])]
  ) -> (item: Int, start: Int, end: Int)? {
    var longest = min(3, terms.count) - 1
    var best: (item: Int, start: Int, end: Int)?
    for (item, found) in texts {
      for start in found.indices where found[start].text == wanted.first {
        let length = zip(found[start...], wanted).prefix { $0.text == $1 }.count
        guard length > longest else { continue }
        longest = length
        best = (item, found[start].range.lowerBound, found[start + length - 1].range.upperBound - 1)
        if length == wanted.count { return best }
      }
    }
    return best
  }
}
