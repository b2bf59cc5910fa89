/// Items behind bullets in running text: `for: • Control of … • Intraoperative … o Optional loading dose`.
///
/// The sign that comes first is that of the outer items; another that comes later begins inner ones. The
/// letter `o` counts as a sign only together with another, or after a colon and at least twice; hyphens and
/// asterisks are never taken, since they are mostly ranges and footnotes.
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
  /// The bullets that are letters, or marks on letters, and so count as words.
  private(set) var letters: [String] = []

  /// Nil where a part of a text has no items.
  init?(
    in text: LabelText, _ range: Range<Int>, signs: ArraySlice<BulletSigns.Sign>, breaks: TextBreaks,
    names: NameWords
  ) {
    var marks = Self.counting(signs, in: text)
    // A sign may be the last thing of a part; its words then belong to the next.
    for index in marks.indices { marks[index].textStart = min(marks[index].textStart, range.upperBound) }
    guard let first = marks.first else { return nil }
    start = first.start
    let leadIn = LeadIn(text: text, breaks: breaks, names: names).cut(&marks)
    letters = marks.compactMap { $0.isLetter ? "o" : $0.isMark ? "\u{366}" : nil }
    end = leadIn ?? Self.lastEnd(marks, in: text, range, breaks)
    var open: [UInt32] = []
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

  /// The signs that count: letters only beside others, or twice at least after a colon.
  private static func counting(_ signs: ArraySlice<BulletSigns.Sign>, in text: LabelText) -> [BulletSigns
    .Sign]
  {
    guard let letter = signs.first(where: \.isLetter) else { return Array(signs) }
    let others = signs.filter { !$0.isLetter }
    let isIntroduced = text.lastByte(before: letter.start) == .colon && signs.count - others.count > 1
    return others.isEmpty && !isIntroduced ? [] : Array(signs)
  }

  // MARK: - Nesting

  private static func nested(_ flat: inout ArraySlice<(level: Int, words: Range<Int>)>, level: Int) -> [Item]
  {
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

  // MARK: - The last item

  /// Where the last item ends: after as many sentences as the longest of the others has, and, where the
  /// others are words without a capital, before the first word that begins a sentence.
  private static func lastEnd(
    _ marks: [BulletSigns.Sign], in text: LabelText, _ range: Range<Int>, _ textBreaks: TextBreaks
  ) -> Int {
    guard let last = marks.last else { return range.upperBound }
    let peers = zip(marks, marks.dropFirst()).filter { $0.0.sign == last.sign }
      .map { text.trimmed($0.0.textStart..<$0.1.start) }
    let item = text.trimmed(last.textStart..<max(last.textStart, range.upperBound))
    let most = peers.map { textBreaks.within($0).count }.max() ?? 0
    var end = textBreaks.within(item).dropFirst(most).first?.start ?? item.upperBound
    if peers.count > 1, peers.allSatisfy({ sentenceStart(in: text, $0) == nil }),
      let start = sentenceStart(in: text, item.lowerBound..<end)
    {
      end = start
    }
    return end
  }

  /// The first capitalised word after the first word that follows a word in lower case, not one with a colon,
  /// and stands before one in lower case.
  static func sentenceStart(in text: LabelText, _ range: Range<Int>) -> Int? {
    var before: LabelWord?
    var candidate: LabelWord?
    var place = text.afterSpace(range.lowerBound, limit: range.upperBound)
    while place < range.upperBound {
      let end = text.wordEnd(place, limit: range.upperBound)
      let word = LabelWord(place..<end, in: text)
      if let candidate, word.form == .lower { return candidate.range.lowerBound }
      candidate = word.form == .capital && before?.form == .lower && before?.lastByte != .colon ? word : nil
      before = word
      place = text.afterSpace(end, limit: range.upperBound)
    }
    return nil
  }
}
