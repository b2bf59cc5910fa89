/// The words of a passage.
struct WordList {
  /// The words, in order.
  private(set) var words: [Word] = []

  /// Finds the words of a passage. Costs one look at each byte; only characters outside ASCII are decoded.
  init(_ passage: Passage, of text: StyledText, glyphs: GlyphSet) {
    let bytes = text.bytes
    let end = min(passage.bytes.upperBound, bytes.count)
    var position = passage.bytes.lowerBound
    words.reserveCapacity((end - position) / 6 + 1)
    var gap = SpaceRun()
    while position < end {
      gap.read(bytes, from: &position, to: end)
      guard position < end else { break }
      var word = Self.word(in: bytes, from: position, to: end, glyphs: glyphs)
      word.gap = gap.columns
      word.isGapPlain = gap.isPlain
      word.bond = words.isEmpty ? .loose : gap.columns == 0 ? .firm : gap.bond
      position = word.bytes.upperBound
      words.append(word)
      gap = SpaceRun()
    }
    UnbreakableUnits.bind(&words, in: bytes)
  }

  /// The columns it takes on one line, a demanded line end apart.
  var naturalColumns: Int {
    var widest = 0
    var columns = 0
    for (index, word) in words.enumerated() {
      if word.bond == .broken {
        widest = max(widest, columns)
        columns = 0
      }
      columns += word.columns + (index == 0 || word.bond == .broken ? 0 : word.gap)
    }
    return max(widest, columns)
  }

  /// The columns of its longest group that must not be broken.
  var longestGroup: Int {
    var longest = 0
    var columns = 0
    for (index, word) in words.enumerated() {
      let continues = index > 0 && word.bond.holds
      columns = (continues ? columns + word.gap : 0) + word.columns
      longest = max(longest, columns)
    }
    return longest
  }

  private static func word(in bytes: [UInt8], from start: Int, to end: Int, glyphs: GlyphSet) -> Word {
    var position = start
    var hasDigit = false
    while position < end {
      let byte = bytes[position]
      guard byte > 0x20, byte < 0x7F, !isCitationEdge(bytes, at: position, in: start) else { break }
      if byte <= 0x39, byte >= 0x30 { hasDigit = true }
      position += 1
    }
    if isEnd(position, of: start, in: bytes, to: end) {
      return Word(
        bytes: start..<position, columns: position - start, isPlain: true, hasDigit: hasDigit)
    }
    return spelledWord(in: bytes, from: start, to: end, glyphs: glyphs)
  }

  private static func isEnd(_ position: Int, of start: Int, in bytes: [UInt8], to end: Int) -> Bool {
    position >= end || TextByte.lengthOfSpace(bytes, at: position, end: end) > 0
      || isCitationEdge(bytes, at: position, in: start)
  }

  /// Whether a citation begins at a place behind a word, or a link's number ends there before one. They are
  /// words of their own, so that they give way before a value is split from its unit.
  private static func isCitationEdge(_ bytes: [UInt8], at position: Int, in start: Int) -> Bool {
    guard position > start else { return false }
    let before = bytes[position - 1]
    if bytes[position] == UInt8(ascii: "[") {
      return before != UInt8(ascii: "[") && before != UInt8(ascii: "(")
    }
    guard before == UInt8(ascii: "]"), bytes[start] == UInt8(ascii: "[") else { return false }
    return !".,;:!?)]%'\"".utf8.contains(bytes[position])
  }

  /// A word with characters that are not ASCII, or are not shown as they are.
  private static func spelledWord(
    in bytes: [UInt8], from start: Int, to end: Int, glyphs: GlyphSet
  ) -> Word {
    var stop = start
    var hasDigit = false
    while !isEnd(stop, of: start, in: bytes, to: end) {
      if bytes[stop] <= 0x39, bytes[stop] >= 0x30 { hasDigit = true }
      stop += 1
    }
    var reader = CharacterReader(bytes, start..<stop, glyphs: glyphs)
    var columns = 0
    while let piece = reader.next() { columns += piece.columns }
    return Word(bytes: start..<stop, columns: columns, isPlain: false, hasDigit: hasDigit)
  }
}

/// What stands between two words: blanks that count as one, and spaces that forbid a break.
private struct SpaceRun {
  var columns = 0
  var isPlain = true
  var bond = Word.Bond.loose

  mutating func read(_ bytes: [UInt8], from position: inout Int, to end: Int) {
    let start = position
    var followsBlank = false
    while position < end {
      let length = TextByte.lengthOfSpace(bytes, at: position, end: end)
      guard length > 0 else { break }
      let byte = bytes[position]
      let isNoBreakSpace = length > 1
      if byte == TextByte.lineBreak {
        bond = .broken
      } else if bond != .broken, isNoBreakSpace || byte == TextByte.bindingSpace {
        bond = .close
      }
      if isNoBreakSpace {
        columns += 1
      } else if !followsBlank {
        columns += byte == TextByte.wideGap ? 2 : 1
      }
      followsBlank = !isNoBreakSpace
      position += length
    }
    isPlain = position == start + 1 && bytes[start] == 0x20
  }
}
