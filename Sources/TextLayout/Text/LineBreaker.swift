/// A line's part of a passage.
struct BrokenLine: Hashable {
  /// Its bytes, without the spaces at its ends.
  var bytes: Range<Int>
  /// The columns it takes.
  var columns: Int
  /// Whether its bytes are shown as they are, one column each.
  var isPlain: Bool
  /// By how many columns its indent is taken back, so that a group fits that must not be broken.
  var outdent = 0
}

/// Breaks a passage into lines: each takes as many words as fit.
///
/// Where a group of words that must hold together is wider than a line, these give way, in this order: firm
/// bonds, the indent, close bonds, unbreakable bonds, and last the word itself, after a hyphen, slash or the
/// like if it has one, else between two characters.
struct LineBreaker {
  /// The columns at hand.
  struct Measure: Hashable {
    /// The columns for text.
    var columns: Int
    /// The columns of indent that may be taken back.
    var slack: Int
  }

  /// The lines so far.
  private(set) var lines: [BrokenLine] = []

  private let words: [Word]
  private let text: StyledText
  private let glyphs: GlyphSet
  private let first: Measure
  private let rest: Measure
  private var current: BrokenLine?
  private var room = 0

  /// Breaks words into lines of a measure, the first of which may have another.
  static func lines(
    of words: WordList, text: StyledText, glyphs: GlyphSet, first: Measure, rest: Measure
  ) -> [BrokenLine] {
    var breaker = LineBreaker(words: words.words, text: text, glyphs: glyphs, first: first, rest: rest)
    breaker.breakAll()
    return breaker.lines
  }

  private init(words: [Word], text: StyledText, glyphs: GlyphSet, first: Measure, rest: Measure) {
    self.words = words
    self.text = text
    self.glyphs = glyphs
    self.first = first
    self.rest = rest
  }

  private mutating func breakAll() {
    var start = 0
    while start < words.count {
      if words[start].bond == .broken { finishLine() }
      let end = groupEnd(from: start, to: words.count, loosest: .firm)
      place(start..<end, loosest: .firm)
      start = end
    }
    finishLine()
  }

  /// The end of the group that begins at a word and holds together by bonds at least as firm as one.
  private func groupEnd(from start: Int, to end: Int, loosest: Word.Bond) -> Int {
    var next = start + 1
    while next < end, words[next].bond >= loosest, words[next].bond != .broken { next += 1 }
    return next
  }

  private mutating func place(_ group: Range<Int>, loosest: Word.Bond) {
    let columns = columns(of: group)
    if let line = current, line.columns + words[group.lowerBound].gap + columns <= room {
      return append(group, columns: columns)
    }
    let measure = current == nil && lines.isEmpty ? first : rest
    let isFirm = loosest == .firm && group.dropFirst().contains { words[$0].bond == .firm }
    if columns <= measure.columns + (isFirm ? 0 : measure.slack) {
      finishLine()
      return begin(group, columns: columns, outdent: max(0, columns - measure.columns), measure: measure)
    }
    let next = loosest.firmer
    if next == .broken || group.count == 1, current == nil, lines.isEmpty,
      columns <= rest.columns + rest.slack
    {
      // Beside the marker of a list there is less room than under it.
      let start = words[group.lowerBound].bytes.lowerBound
      lines.append(BrokenLine(bytes: start..<start, columns: 0, isPlain: true))
      return begin(group, columns: columns, outdent: max(0, columns - rest.columns), measure: rest)
    }
    guard group.count > 1 else { return split(words[group.lowerBound]) }
    var start = group.lowerBound
    while start < group.upperBound {
      let end = groupEnd(from: start, to: group.upperBound, loosest: next)
      place(start..<end, loosest: next)
      start = end
    }
  }

  private func columns(of group: Range<Int>) -> Int {
    var columns = words[group.lowerBound].columns
    for index in group.dropFirst() { columns += words[index].gap + words[index].columns }
    return columns
  }

  private func isPlain(_ group: Range<Int>) -> Bool {
    group.allSatisfy { words[$0].isPlain && ($0 == group.lowerBound || words[$0].isGapPlain) }
  }

  private mutating func append(_ group: Range<Int>, columns: Int) {
    guard var line = current else { return }
    let first = words[group.lowerBound]
    line.bytes = line.bytes.lowerBound..<words[group.upperBound - 1].bytes.upperBound
    line.columns += first.gap + columns
    line.isPlain = line.isPlain && first.isGapPlain && isPlain(group)
    current = line
  }

  private mutating func begin(_ group: Range<Int>, columns: Int, outdent: Int, measure: Measure) {
    let bytes = words[group.lowerBound].bytes.lowerBound..<words[group.upperBound - 1].bytes.upperBound
    current = BrokenLine(bytes: bytes, columns: columns, isPlain: isPlain(group), outdent: outdent)
    room = measure.columns + outdent
  }

  private mutating func finishLine() {
    if let line = current { lines.append(line) }
    current = nil
  }

  /// Spreads a word over lines that it does not fit on.
  private mutating func split(_ word: Word) {
    finishLine()
    var pieces = LongWord(word, of: text, glyphs: glyphs)
    while true {
      let measure = current == nil && lines.isEmpty ? first : rest
      guard let piece = pieces.next(fitting: max(1, measure.columns)) else { break }
      finishLine()
      current = piece
      room = measure.columns
    }
  }
}
