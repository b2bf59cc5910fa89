import MonographModel

/// Parts the marks of footnotes from the words they touch, in a text that is scanned without its tags: where
/// its raised and lowered words begin and end is told as they are found.
struct ScannedMarks {
  private var found: [(range: Range<Int>, isRaised: Bool)] = []
  private var start: Int?
  private var depth = 0

  /// Raised or lowered words begin where the text now ends.
  mutating func begin(at place: Int) {
    if depth == 0 { start = place }
    depth += 1
  }

  /// They end where the text now ends. An end without a beginning is none.
  mutating func end(at place: Int, isRaised: Bool) {
    guard depth > 0 else { return }
    depth -= 1
    guard depth == 0, let first = start, first < place else { return }
    found.append((first..<place, isRaised))
  }

  /// Parts the marks of the finished text, and begins anew.
  mutating func part(_ text: inout [UInt8]) {
    // From the last, so that the places before stay what they are.
    for (range, isRaised) in found.reversed() {
      let before = String(decoding: text[..<range.lowerBound].suffix(8), as: UTF8.self).unicodeScalars.last
      let words = String(decoding: text[range], as: UTF8.self)
      let place = RunningWords.place(of: words, isRaised: isRaised, after: before)
      guard place != .within else { continue }
      let after = String(decoding: text[range.upperBound...].prefix(8), as: UTF8.self).unicodeScalars.first
      if after?.properties.isAlphabetic == true { text.insert(.space, at: range.upperBound) }
      if place == .afterWord { text.insert(.space, at: range.lowerBound) }
    }
    self = ScannedMarks()
  }
}
