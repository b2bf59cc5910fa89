/// The asterisks, underscores and tildes of a line that mark emphasis and are no text: `5**mg**` is the word
/// `5mg`, and `5*a` is two.
///
/// They are paired as ``EmphasisDelimiters`` tells, within one line and outside code. Costs time in proportion to the
/// line.
struct EmphasisMarks {
  private var places: Set<String.Index> = []

  /// No marks.
  init() {}

  init(of line: Substring) {
    let text = line.utf8
    guard text.contains(where: { $0 == .asterisk || $0 == .underscore || $0 == .tilde }) else { return }
    var code = CodeSpans(Array(text)[...])
    var delimiters = EmphasisDelimiters()
    let scalars = line.unicodeScalars
    var before: Unicode.Scalar?
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let sign = scalars[index]
      var end = scalars.index(after: index)
      let place = text.distance(from: text.startIndex, to: index)
      if sign == "\\", end < scalars.endIndex {
        before = scalars[end]
        index = scalars.index(after: end)
        continue
      }
      if sign == "*" || sign == "_" || sign == "~", !code.contains(place) {
        while end < scalars.endIndex, scalars[end] == sign { end = scalars.index(after: end) }
        delimiters.add(
          sign, at: place, count: text.distance(from: index, to: end), after: before,
          before: end < scalars.endIndex ? scalars[end] : nil)
      }
      before = sign
      index = end
    }
    for marks in delimiters.paired() {
      for place in marks { places.insert(text.index(text.startIndex, offsetBy: place)) }
    }
  }

  /// Whether the mark at a place of the line is one of emphasis.
  func contains(_ place: String.Index) -> Bool { places.contains(place) }
}
