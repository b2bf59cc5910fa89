/// Code, which is passed over, and comments, which may allow what a rule finds.
extension MarkdownScan {
  func isFence(_ words: ArraySlice<PlacedScalar>) -> Bool {
    guard let mark = words.first?.value else { return false }
    return words.prefix { $0.value == mark }.count >= 3
  }

  /// Passes over the lines of a fence, its end included.
  mutating func passOverFence(mark: Unicode.Scalar, length: Int) {
    closeBlock()
    number = endOfFence(at: number, mark: mark, length: length)
  }

  private func endOfFence(at line: Int, mark: Unicode.Scalar, length: Int) -> Int {
    var end = line + 1
    while end <= text.lineCount {
      let words = text.placedScalars(ofLine: end).drop { $0.value.isBlank || $0.value == ">" }
      if words.prefix(while: { $0.value == mark }).count >= length,
        words.drop(while: { $0.value == mark }).allSatisfy(\.value.isBlank)
      {
        return end
      }
      end += 1
    }
    return text.lineCount
  }

  /// Takes the comments out of a line, also one that ends on a later line.
  mutating func takeComments(_ line: [PlacedScalar]) -> [PlacedScalar] {
    holdsComment = false
    guard !holdsUnendedComment, line.contains(where: { $0.value == "<" }) else { return line }
    var left: [PlacedScalar] = []
    var rest = line[...]
    while let open = rest.firstIndex(where: { $0.value == "<" }) {
      left += rest[..<open]
      guard rest[open...].startsIgnoringCase(with: "<!--") else {
        left.append(rest[open])
        rest = rest[(open + 1)...]
        continue
      }
      let place = rest[open].place
      guard let (words, after) = comment(from: rest[open...].dropFirst(4)) else {
        return left + rest[open...]
      }
      holdsComment = true
      note(words, at: place, isAfterText: !left.trimmingBlanks.isEmpty)
      rest = after
    }
    return left + rest
  }

  /// The words of a comment, and what stands on the line after it; nil where it never ends.
  private mutating func comment(
    from start: ArraySlice<PlacedScalar>
  ) -> (words: String, after: ArraySlice<PlacedScalar>)? {
    var words = ""
    var rest = start
    var line = number
    while true {
      if let end = rest.indices.first(where: { rest[$0...].startsIgnoringCase(with: "-->") }) {
        number = line
        return (words + rest[..<end].text, rest[(end + 3)...])
      }
      guard line < text.lineCount else {
        holdsUnendedComment = true
        return nil
      }
      words += rest.text + " "
      line += 1
      rest = text.placedScalars(ofLine: line)[...]
    }
  }

  private mutating func note(_ words: String, at place: SourcePlace, isAfterText: Bool) {
    guard let allowance = Allowance(comment: words, at: place) else { return }
    if isAfterText || allowance.lines == nil {
      builder.add(allowance)
    } else {
      waiting.append(allowance)
    }
  }

  /// Gives the comments that wait the lines of the block that begins on this line.
  mutating func settleWaiting() {
    guard !waiting.isEmpty else { return }
    let end = number <= knownEndOfBlock ? knownEndOfBlock : endOfBlock(at: number)
    knownEndOfBlock = end
    for var allowance in waiting {
      allowance.lines = number...end
      builder.add(allowance)
    }
    waiting = []
  }

  /// The last line of the block that begins on a line: before the next blank line or what else begins a block, a
  /// heading's own, the end of an HTML table or of a fence.
  private mutating func endOfBlock(at line: Int) -> Int {
    let words = words(ofLine: line)
    if words.startsIgnoringCase(with: "<table") { return max(line, lastLine(ofTableAt: line)) }
    if let mark = words.first?.value, mark == "`" || mark == "~", isFence(words) {
      return endOfFence(at: line, mark: mark, length: words.prefix { $0.value == mark }.count)
    }
    if heading(words) != nil, words.first?.value == "#" { return line }
    var end = line
    while end < text.lineCount {
      let next = self.words(ofLine: end + 1)
      if next.isEmpty || interruptsBlock(next) { break }
      end += 1
    }
    return end
  }

  /// Whether a line begins another block although no blank line stands before it: a comment, an HTML table, a heading
  /// or a fence.
  private func interruptsBlock(_ words: ArraySlice<PlacedScalar>) -> Bool {
    switch words.first?.value {
    case "<": words.startsIgnoringCase(with: "<!--") || words.startsIgnoringCase(with: "<table")
    case "#": heading(words) != nil
    case "`", "~": isFence(words)
    default: false
    }
  }

  /// A line's words; within a quote the mark of the quote is none of them.
  private func words(ofLine line: Int) -> ArraySlice<PlacedScalar> {
    let words = text.placedScalars(ofLine: line)[...].trimmingBlanks
    return isQuoted ? words.drop { $0.value == ">" || $0.value.isBlank } : words
  }
}
