/// Turns parts of a text into spans.
///
/// A span's characters are the bytes of its source one for one, or stand together for all of it (`mcg` for
/// the bytes of `μg`); so a place in the source can be found in a span without the text.
struct SpanWriter {
  private let text: StyledText
  private let glyphs: GlyphSet
  private var run: Int

  /// Writes from a text, from a passage on.
  init(_ text: StyledText, from passage: Passage, glyphs: GlyphSet) {
    self.text = text
    self.glyphs = glyphs
    self.run = passage.firstRun
  }

  /// Appends the spans of a line. Lines must come in order.
  mutating func write(_ line: BrokenLine, to spans: inout [Span]) {
    guard line.isPlain else { return spell(line.bytes, to: &spans) }
    var position = line.bytes.lowerBound
    while position < line.bytes.upperBound, moveRun(to: position) {
      let end = min(text.runs[run].end, line.bytes.upperBound)
      append(position..<end, columns: end - position, to: &spans)
      position = end
    }
  }

  /// Appends a line character by character. One reader goes through all its runs, since how a character is
  /// shown depends on its neighbours.
  private mutating func spell(_ bytes: Range<Int>, to spans: inout [Span]) {
    var reader = CharacterReader(text.bytes, bytes, glyphs: glyphs)
    var pending = bytes.lowerBound..<bytes.lowerBound
    var columns = 0
    while let piece = reader.next() {
      let isNewRun = run >= text.runs.count || text.runs[run].end <= piece.bytes.lowerBound
      if piece.spelling != nil || isNewRun {
        if !pending.isEmpty { append(pending, columns: columns, to: &spans) }
        pending = piece.bytes.lowerBound..<piece.bytes.lowerBound
        columns = 0
        guard moveRun(to: piece.bytes.lowerBound) else { return }
      }
      if let spelling = piece.spelling {
        append(piece.bytes, spelling: spelling, columns: piece.columns, to: &spans)
        pending = piece.bytes.upperBound..<piece.bytes.upperBound
      } else {
        pending = pending.lowerBound..<piece.bytes.upperBound
        columns += piece.columns
      }
    }
    if !pending.isEmpty { append(pending, columns: columns, to: &spans) }
  }

  /// Goes on to the run that holds a byte; false where there is none.
  private mutating func moveRun(to position: Int) -> Bool {
    while run < text.runs.count, text.runs[run].end <= position { run += 1 }
    return run < text.runs.count
  }

  /// Appends one character, or bytes that are shown as they are.
  mutating func write(_ bytes: Range<Int>, spelling: String?, columns: Int, to spans: inout [Span]) {
    if moveRun(to: bytes.lowerBound) { append(bytes, spelling: spelling, columns: columns, to: &spans) }
  }

  private func append(
    _ bytes: Range<Int>, spelling: String? = nil, columns: Int, to spans: inout [Span]
  ) {
    let run = text.runs[run]
    spans.append(
      Span(
        spelling ?? String(decoding: text.bytes[bytes], as: UTF8.self), width: columns, style: run.style,
        link: run.link, source: source(of: bytes, in: run)))
  }

  /// Where bytes of a run stand in the item's text.
  private func source(of bytes: Range<Int>, in run: StyledText.Run) -> Range<Int>? {
    guard let source = run.source else { return nil }
    if source.count == run.end - run.start {
      let start = source.lowerBound + bytes.lowerBound - run.start
      return start..<(start + bytes.count)
    }
    // One sign stands for the whole run: what is left of it on a later line has no place of its own.
    return bytes.lowerBound == run.start ? source : nil
  }
}
