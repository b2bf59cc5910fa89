/// A word that is wider than a line, taken apart from its beginning on.
struct LongWord {
  private struct Part {
    var bytes: Range<Int>
    var columns: Int
    /// Whether a line may well end after it: after a hyphen or a slash that is not part of a number.
    var endsWell: Bool
  }

  private var parts: ArraySlice<Part>

  /// Reads a word.
  init(_ word: Word, of text: StyledText, glyphs: GlyphSet) {
    var parts: [Part] = []
    var reader = CharacterReader(text.bytes, word.bytes, glyphs: glyphs)
    let graphemes = Self.graphemeStarts(of: word, in: text)
    while let piece = reader.next() {
      let continues =
        piece.columns == 0 || !graphemes.contains(piece.bytes.lowerBound)
        || text.isDecoration(at: piece.bytes.lowerBound)
      if continues, let last = parts.last, last.columns + piece.columns <= 4 {
        parts[parts.count - 1].bytes = last.bytes.lowerBound..<piece.bytes.upperBound
        parts[parts.count - 1].columns += piece.columns
      } else {
        parts.append(Part(bytes: piece.bytes, columns: piece.columns, endsWell: false))
      }
    }
    for index in parts.indices.dropLast() {
      let end = parts[index].bytes.upperBound
      parts[index].endsWell = Self.endsWell(
        text.bytes[end - 1], after: end > word.bytes.lowerBound + 1 ? text.bytes[end - 2] : 0,
        before: text.bytes[parts[index + 1].bytes.lowerBound])
    }
    self.parts = parts[...]
  }

  /// The part that fits a line; nil when all was taken.
  mutating func next(fitting columns: Int) -> BrokenLine? {
    guard let first = parts.first else { return nil }
    var taken = 0
    var count = 0
    var good = 0
    for part in parts {
      guard taken + part.columns <= columns || count == 0 else { break }
      taken += part.columns
      count += 1
      if part.endsWell { good = count }
    }
    // A break that wastes most of the line helps nobody.
    if count < parts.count, good > count / 2 { count = good }
    let piece = parts.prefix(count)
    parts = parts.dropFirst(count)
    let end = piece.last?.bytes.upperBound ?? first.bytes.upperBound
    return BrokenLine(
      bytes: first.bytes.lowerBound..<end, columns: piece.reduce(0) { $0 + $1.columns }, isPlain: false)
  }

  private static func endsWell(_ byte: UInt8, after before: UInt8, before next: UInt8) -> Bool {
    guard "-/_=&?,;|]".utf8.contains(byte) else { return false }
    return !(isDigit(before) && isDigit(next))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func graphemeStarts(of word: Word, in text: StyledText) -> Set<Int> {
    var starts: Set<Int> = []
    var position = word.bytes.lowerBound
    for character in String(decoding: text.bytes[word.bytes], as: UTF8.self) {
      starts.insert(position)
      position += character.utf8.count
    }
    return starts
  }
}
