/// Finds the sentence that a piece of a text stands in.
enum Sentence {
  /// Where a text has no sentence ends, this many bytes are kept on either side.
  static let reach = 240

  /// Words whose full stop does not end a sentence.
  private static let abbreviations: Set<String> = [
    "e.g", "eg", "i.e", "ie", "vs", "cf", "approx", "ca", "al", "etc", "dr", "prof", "fig", "figs", "ref",
    "refs",
    "no", "nos", "vol", "st", "incl", "resp", "max", "min", "sec", "spp", "subsp", "var",
  ]

  /// The sentence around a range of bytes, trimmed. A full stop, question or exclamation mark ends one where
  /// white space follows and what comes next is not in lower case, unless it closes an abbreviation or an
  /// initial. A sentence longer than the reach on a side is cut at a word, with an ellipsis.
  static func containing(_ range: Range<Int>, of text: String, reach: Int = reach) -> String {
    containing(range, of: Array(text.utf8), reach: reach)
  }

  /// The same for the bytes of a text. Costs time in proportion to the reach.
  static func containing(_ range: Range<Int>, of bytes: [UInt8], reach: Int = reach) -> String {
    let lower = max(0, min(range.lowerBound, bytes.count))
    let upper = max(lower, min(range.upperBound, bytes.count))
    let (start, isStartCut) = start(before: lower, in: bytes, reach: reach)
    let (end, isEndCut) = end(after: upper, in: bytes, reach: reach)
    var words = bytes[start..<end]
    while let first = words.first, isSpace(first) { words.removeFirst() }
    while let last = words.last, isSpace(last) { words.removeLast() }
    let sentence = String(decoding: words, as: UTF8.self)
    return (isStartCut ? "…" : "") + sentence + (isEndCut ? "…" : "")
  }

  private static func start(
    before position: Int, in bytes: [UInt8], reach: Int
  ) -> (offset: Int, isCut: Bool) {
    var offset = position
    while offset > 0 {
      if offset < position, isSpace(bytes[offset]), isEnd(at: offset - 1, in: bytes) {
        return (offset, false)
      }
      if position - offset > reach, isSpace(bytes[offset]) { return (offset, true) }
      // A text without spaces is cut between characters.
      if position - offset > 2 * reach, bytes[offset] & 0xC0 != 0x80 { return (offset, true) }
      offset -= 1
    }
    return (0, false)
  }

  private static func end(
    after position: Int, in bytes: [UInt8], reach: Int
  ) -> (offset: Int, isCut: Bool) {
    var offset = position
    while offset < bytes.count {
      if offset > 0, isSpace(bytes[offset]), isEnd(at: offset - 1, in: bytes) { return (offset, false) }
      if offset - position > reach, isSpace(bytes[offset]) { return (offset, true) }
      if offset - position > 2 * reach, bytes[offset] & 0xC0 != 0x80 { return (offset, true) }
      offset += 1
    }
    return (bytes.count, false)
  }

  /// Whether a sentence ends with the byte at an offset, given that white space follows it.
  private static func isEnd(at offset: Int, in bytes: [UInt8]) -> Bool {
    var mark = offset
    // Closing quotes and brackets, and a citation's bracket, may stand after the mark.
    while mark > 0, bytes[mark] == 0x22 || bytes[mark] == 0x29 || bytes[mark] == 0x5D { mark -= 1 }
    guard bytes[mark] == 0x2E || bytes[mark] == 0x21 || bytes[mark] == 0x3F else { return false }
    var next = offset + 1
    while next < bytes.count, isSpace(bytes[next]) { next += 1 }
    if next < bytes.count, (0x61...0x7A).contains(bytes[next]) { return false }
    guard bytes[mark] == 0x2E else { return true }
    var first = mark
    while first > 0, !isSpace(bytes[first - 1]), bytes[first - 1] != 0x28, mark - first < 12 { first -= 1 }
    let word = bytes[first..<mark]
    let isInitial = word.count == 1 && word.allSatisfy { (0x41...0x5A).contains($0) }
    return !isInitial && !abbreviations.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
