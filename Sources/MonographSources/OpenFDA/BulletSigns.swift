/// The places of a text at which an item of a list can begin: `•`, `○` and the like, and the letter `o`
/// alone.
struct BulletSigns {
  /// A sign.
  struct Sign {
    var start: Int
    /// Where the words behind it begin.
    var textStart: Int
    /// Its bytes in one number.
    var sign: UInt32

    var isLetter: Bool { sign == 0x6F }
    /// The raised ring U+0366, by Unicode a mark on a letter.
    var isMark: Bool { sign == 0xCDA6 }
  }

  private let signs: [Sign]

  /// Finds the signs of a whole text, once for all its parts.
  init(_ text: LabelText) {
    var signs: [Sign] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        while offset > 0, offset + 8 <= bytes.count {
          let eight = EightBytes(bytes, at: offset)
          let before = EightBytes(bytes, at: offset - 1)
          if eight.containsHigh || eight.contains(0x6F, with: .space, in: before) { break }
          offset += 8
        }
        guard offset < bytes.count else { break }
        let byte = bytes[offset]
        guard byte >= 0x80 || byte == 0x6F, offset == 0 || bytes[offset - 1] == .space else {
          offset += 1
          continue
        }
        let wordEnd = text.wordEnd(offset, limit: bytes.count)
        if byte == 0x6F {
          if wordEnd == offset + 1, wordEnd < bytes.count {
            signs.append(Sign(start: offset, textStart: wordEnd + 1, sign: 0x6F))
          }
        } else if let sign = Self.sign(at: offset, wordEnd: wordEnd, bytes, text) {
          signs.append(sign)
        }
        offset = wordEnd
      }
    }
    self.signs = signs
  }

  /// Those within a part of the text.
  func within(_ part: Range<Int>) -> ArraySlice<Sign> {
    guard let first = signs.firstIndex(where: { $0.start >= part.lowerBound }) else { return [] }
    let end = signs[first...].firstIndex { $0.start >= part.upperBound } ?? signs.endIndex
    return signs[first..<end]
  }

  private static func sign(
    at offset: Int, wordEnd: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ text: LabelText
  ) -> Sign? {
    let signEnd = min(offset + (bytes[offset] == 0xE2 ? 3 : 2), wordEnd)
    // The sign may stand right before its first word: `•Tablets`.
    guard LabelWord.isBullet(bytes, offset..<signEnd),
      signEnd == wordEnd || bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80,
      !isProduct(bytes[offset..<signEnd], end: wordEnd, in: text)
    else { return nil }
    return Sign(
      start: offset, textStart: text.afterSpace(signEnd, limit: text.count),
      sign: bytes[offset..<signEnd].reduce(0) { $0 << 8 | UInt32($1) })
  }

  /// Whether a dot stands between factors: `mcg ∙ h/mL`, `(MgCO3) 4 · Mg(OH)2`.
  private static func isProduct(_ sign: Slice<UnsafeBufferPointer<UInt8>>, end: Int, in text: LabelText)
    -> Bool
  {
    guard sign.count == 2 && sign.first == 0xC2 || sign.elementsEqual([0xE2, 0x88, 0x99]) else {
      return false
    }
    let next = text.afterSpace(end, limit: text.count)
    guard next < text.count else { return true }
    let word = LabelWord(next..<text.wordEnd(next, limit: text.count), in: text)
    if word.range.count < 4 || word.form == .neutral { return true }
    return word.code.map(HeadingWords.units.contains) ?? false || text.bytes[word.range].contains(.slash)
  }
}
