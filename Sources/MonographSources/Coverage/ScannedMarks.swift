import MonographModel

/// Puts raised and lowered words apart from the words and numbers they touch, in a text that is scanned
/// without its tags: where they begin and end is told as they are found. See ``RunningWords``.
struct ScannedMarks {
  private enum Sign { case begin, end(isRaised: Bool) }

  private var signs: [(place: Int, sign: Sign)] = []
  private var depth = 0
  /// What is raised deeper than this is read as it stands.
  private static let deepest = 8

  /// Raised or lowered words begin where the text now ends.
  mutating func begin(at place: Int) {
    depth += 1
    if depth <= Self.deepest { signs.append((place, .begin)) }
  }

  /// They end where the text now ends. An end without a beginning is none.
  mutating func end(at place: Int, isRaised: Bool) {
    guard depth > 0 else { return }
    if depth <= Self.deepest { signs.append((place, .end(isRaised: isRaised))) }
    depth -= 1
  }

  /// Parts the marks of the finished text, and begins anew.
  mutating func part(_ text: inout [UInt8]) {
    defer { self = ScannedMarks() }
    // A beginning without an end is none.
    var open: [Int] = []
    for (index, sign) in signs.enumerated() {
      if case .begin = sign.sign { open.append(index) } else { open.removeLast() }
    }
    for index in open.reversed() { signs.remove(at: index) }
    guard !signs.isEmpty else { return }
    var words = [RunningWords()]
    var start = 0
    for (place, sign) in signs {
      words[words.count - 1].append(text[start..<place].text)
      start = place
      switch sign {
      case .begin: words.append(RunningWords())
      case .end(let isRaised):
        let raised = words.removeLast().text
        words[words.count - 1].append(raised, isRaised: isRaised)
      }
    }
    words[0].append(text[start...].text)
    text = Array(words[0].text.utf8)
  }
}
