/// Items behind bullets in running text: `for: • Control of … • Intraoperative … o Optional loading dose`.
///
/// The sign that comes first is that of the outer items; another that comes later begins inner ones. The letter `o`
/// counts as a sign only together with another, or after a colon and at least twice; hyphens and asterisks are never
/// taken, since they are mostly ranges and footnotes.
struct BulletRun {
  /// An item.
  struct Item {
    var words: Range<Int>
    var inner: [Item]
  }

  /// Where the first bullet stands.
  private(set) var start: Int
  /// Where the last item ends.
  private(set) var end: Int
  private(set) var items: [Item] = []
  /// How many of the bullets are letters.
  private(set) var letterCount = 0

  private struct Mark {
    var start: Int
    var textStart: Int
    var sign: [UInt8]
  }

  /// Nil where a part of a text has no items.
  init?(in text: LabelText, _ range: Range<Int>) {
    let marks = Self.marks(in: text, range)
    guard let first = marks.first else { return nil }
    start = first.start
    letterCount = marks.count { $0.sign == [0x6F] }
    end = Self.lastEnd(marks, in: text, range)
    var open: [[UInt8]] = []
    var flat: [(level: Int, words: Range<Int>)] = []
    for (index, mark) in marks.enumerated() {
      let next = index + 1 < marks.count ? marks[index + 1].start : end
      let level: Int
      if let known = open.firstIndex(of: mark.sign) {
        open.removeSubrange((known + 1)...)
        level = known
      } else {
        open.append(mark.sign)
        level = open.count - 1
      }
      flat.append((level, text.trimmed(mark.textStart..<max(mark.textStart, next))))
    }
    var rest = flat[...]
    items = Self.nested(&rest, level: 0)
  }

  private static func nested(_ flat: inout ArraySlice<(level: Int, words: Range<Int>)>, level: Int) -> [Item] {
    var items: [Item] = []
    while let first = flat.first, first.level >= level {
      if first.level > level, !items.isEmpty {
        items[items.count - 1].inner += nested(&flat, level: first.level)
        continue
      }
      flat.removeFirst()
      items.append(Item(words: first.words, inner: []))
    }
    return items
  }

  // MARK: - Signs

  private static func marks(in text: LabelText, _ range: Range<Int>) -> [Mark] {
    var marks: [Mark] = []
    var letters: [Mark] = []
    let bytes = text.bytes
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = bytes[offset]
      guard byte >= 0x80 || byte == 0x6F, text.isWordStart(offset) else {
        offset += 1
        continue
      }
      // The sign may stand right before its first word: `•Tablets`.
      let wordEnd = text.wordEnd(offset, limit: range.upperBound)
      if byte == 0x6F {
        if wordEnd == offset + 1, wordEnd < range.upperBound {
          letters.append(Mark(start: offset, textStart: wordEnd + 1, sign: [byte]))
        }
        offset = wordEnd
        continue
      }
      let length = byte == 0xE2 ? 3 : 2
      let signEnd = min(offset + length, wordEnd)
      let sign = bytes[offset..<signEnd]
      let isAlone = signEnd == wordEnd
      if LabelWord.isBullet(sign), isAlone || byte == 0xE2 && bytes[offset + 1] == 0x80,
        !isProduct(sign, at: offset, end: wordEnd, in: text, range)
      {
        marks.append(Mark(start: offset, textStart: text.afterSpace(signEnd, limit: range.upperBound), sign: Array(sign)))
      }
      offset = wordEnd
    }
    let isIntroduced = letters.first.map { text.lastByte(before: $0.start) == .colon } ?? false
    if !letters.isEmpty, !marks.isEmpty || isIntroduced && letters.count > 1 {
      marks = (marks + letters).sorted { $0.start < $1.start }
    }
    return marks
  }

  /// Whether a dot stands between factors: `mcg ∙ h/mL`, `(MgCO3) 4 · Mg(OH)2`.
  private static func isProduct(
    _ sign: ArraySlice<UInt8>, at offset: Int, end: Int, in text: LabelText, _ range: Range<Int>
  ) -> Bool {
    guard sign.count == 2 && sign.first == 0xC2 || Array(sign) == [0xE2, 0x88, 0x99] else { return false }
    let next = text.afterSpace(end, limit: range.upperBound)
    guard next < range.upperBound else { return true }
    let word = LabelWord(next..<text.wordEnd(next, limit: range.upperBound), in: text)
    if word.range.count < 4 || word.form == .neutral { return true }
    return word.code.map(HeadingWords.units.contains) ?? false || text.bytes[word.range].contains(.slash)
  }

  // MARK: - The last item

  /// Where the last item ends: after as many sentences as the longest of the others has, and, where the others are
  /// words without a capital, before the first word that begins a sentence.
  private static func lastEnd(_ marks: [Mark], in text: LabelText, _ range: Range<Int>) -> Int {
    guard let last = marks.last else { return range.upperBound }
    let peers = zip(marks, marks.dropFirst()).filter { $0.0.sign == last.sign }
      .map { text.trimmed($0.0.textStart..<$0.1.start) }
    let item = text.trimmed(last.textStart..<max(last.textStart, range.upperBound))
    let most = peers.map { TextBreaks.all(in: text, $0, references: []).count }.max() ?? 0
    let breaks = TextBreaks.all(in: text, item, references: [])
    var end = breaks.count > most ? breaks[most].start : item.upperBound
    if peers.count > 1, peers.allSatisfy({ sentenceStart(in: text, $0) == nil }),
      let start = sentenceStart(in: text, item.lowerBound..<end)
    {
      end = start
    }
    return end
  }

  /// The first capitalised word after the first word that follows a word in lower case and stands before one.
  private static func sentenceStart(in text: LabelText, _ range: Range<Int>) -> Int? {
    var before: LabelWord?
    var candidate: LabelWord?
    var place = text.afterSpace(range.lowerBound, limit: range.upperBound)
    while place < range.upperBound {
      let end = text.wordEnd(place, limit: range.upperBound)
      let word = LabelWord(place..<end, in: text)
      if let candidate, word.form == .lower { return candidate.range.lowerBound }
      candidate = word.form == .capital && before?.form == .lower ? word : nil
      before = word
      place = text.afterSpace(end, limit: range.upperBound)
    }
    return nil
  }
}
