import MonographModel

/// Reads a body without its markup, where the markup would take too long: headings and paragraphs only.
/// Every word is kept.
struct PlainReader {
  let text: SourceText

  /// The headings and paragraphs from a line on.
  func items(from firstLine: Int) -> [OutlineItem] {
    var sequence = OutlineSequence()
    var words: [UInt8] = []
    var first = firstLine
    func finish(_ last: Int) {
      guard !words.isEmpty else { return }
      sequence.append(Block(.paragraph([.text(words.text)]), lines: LineRange(first: first, last: last)))
      words = []
    }
    for number in firstLine..<max(firstLine, text.lineCount + 1) {
      let line = text.line(number).trimmingWhitespace
      let level = line.prefix { $0 == .numberSign }.count
      if line.isEmpty {
        finish(number - 1)
      } else if (1...6).contains(level), line.dropFirst(level).first == .space, line.count < 1_000 {
        finish(number - 1)
        let heading = line.dropFirst(level).trimmingWhitespace.text
        sequence.append(heading: [.text(heading)], level: level, line: number)
      } else {
        if words.isEmpty { first = number } else { words.append(.space) }
        words += line
      }
    }
    finish(text.lineCount)
    return sequence.finish()
  }
}
