/// The bytes that layout puts among the bytes of content. None of them occurs in UTF-8.
enum TextByte {
  /// A line end that the source demands.
  static let lineBreak: UInt8 = 0xFE
  /// A space at which a line is broken only where nothing else helps.
  static let bindingSpace: UInt8 = 0xFF
  /// A space of two columns.
  static let wideGap: UInt8 = 0xFD

  /// Whether a byte stands between words.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte >= 0xFD || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// How many bytes of a space stand at a place, 0 where none does. The no-break spaces U+00A0 and U+202F
  /// are told by a length of more than 1.
  @inline(__always)
  static func lengthOfSpace(_ bytes: [UInt8], at position: Int, end: Int) -> Int {
    let byte = bytes[position]
    if isSpace(byte) { return 1 }
    if byte == 0xC2, position + 1 < end, bytes[position + 1] == 0xA0 { return 2 }
    if byte == 0xE2, position + 2 < end, bytes[position + 1] == 0x80, bytes[position + 2] == 0xAF { return 3 }
    return 0
  }
}

/// Words with their styles, links, and places in the source: what lines are made from.
///
/// The bytes are UTF-8 and those of ``TextByte``. They hold decoration too (the mark of a missing link, the
/// number of a link), which has no place in the source.
struct StyledText: Sendable {
  /// A stretch of bytes that look alike.
  struct Run: Hashable, Sendable {
    /// Its first byte.
    var start: Int
    /// The byte after its last.
    var end: Int
    /// How it looks.
    var style: Style
    /// The link it belongs to.
    var link: Int?
    /// The bytes of the item's text that it shows; nil for decoration. Where it is as long as the run, byte
    /// stands for byte; otherwise the run is one sign for all of it (`²` for `2`).
    var source: Range<Int>?
  }

  /// The bytes.
  private(set) var bytes: [UInt8] = []
  /// The runs, which cover all bytes, in order.
  private(set) var runs: [Run] = []
  private var firstOpenRun = 0

  /// A place to come back to with ``passage(since:)``.
  struct Mark {
    fileprivate var byte: Int
    fileprivate var run: Int
  }

  /// Marks the end of the text; what is added from here on makes runs of its own.
  mutating func mark() -> Mark {
    firstOpenRun = runs.count
    return Mark(byte: bytes.count, run: runs.count)
  }

  /// What was added since a mark.
  mutating func passage(since mark: Mark) -> Passage {
    firstOpenRun = runs.count
    return Passage(bytes: mark.byte..<bytes.count, firstRun: mark.run)
  }

  /// Adds words; `source` is where they stand in the item's text, nil for decoration.
  mutating func append(_ text: some Sequence<UInt8>, style: Style, link: Int?, source: Range<Int>?) {
    let start = bytes.count
    bytes.append(contentsOf: text)
    guard bytes.count > start else { return }
    if runs.count > firstOpenRun, extendLastRun(from: start, style: style, link: link, source: source) {
      return
    }
    runs.append(Run(start: start, end: bytes.count, style: style, link: link, source: source))
  }

  /// Adds what another text holds in a passage, without its places in the source where `isRepeated`.
  mutating func append(_ passage: Passage, of text: StyledText, isRepeated: Bool) {
    var index = passage.firstRun
    while index < text.runs.count, text.runs[index].start < passage.bytes.upperBound {
      let run = text.runs[index]
      index += 1
      append(
        text.bytes[run.start..<min(run.end, passage.bytes.upperBound)], style: run.style, link: run.link,
        source: isRepeated ? nil : run.source)
    }
  }

  /// Whether a byte is decoration. Costs a binary search.
  func isDecoration(at position: Int) -> Bool {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low < runs.count && runs[low].source == nil
  }

  private mutating func extendLastRun(
    from start: Int, style: Style, link: Int?, source: Range<Int>?
  ) -> Bool {
    let last = runs[runs.count - 1]
    guard last.style == style, last.link == link else { return false }
    switch (last.source, source) {
    case (nil, nil): runs[runs.count - 1].end = bytes.count
    case (let before?, let after?):
      guard before.upperBound == after.lowerBound, before.count == last.end - last.start,
        after.count == bytes.count - start
      else { return false }
      runs[runs.count - 1].end = bytes.count
      runs[runs.count - 1].source = before.lowerBound..<after.upperBound
    default: return false
    }
    return true
  }
}

/// A part of a text that is set as one paragraph.
struct Passage: Hashable, Sendable {
  /// Its bytes.
  var bytes: Range<Int>
  /// The index of the run that its first byte belongs to.
  var firstRun: Int

  /// Whether there is nothing in it.
  var isEmpty: Bool { bytes.isEmpty }

  /// From the beginning of this passage to the end of a later one of the same text.
  func through(_ later: Passage) -> Passage {
    Passage(bytes: bytes.lowerBound..<max(bytes.upperBound, later.bytes.upperBound), firstRun: firstRun)
  }
}
