/// Items that each end with a reference and no period, as in the highlights and in lists of adverse
/// reactions: `Anaphylaxis: Discontinue ( 5.2 ) Somnolence: Warn patients ( 5.3 , 5.4 ) …`.
struct ReferenceItems {
  private(set) var items: [Range<Int>] = []
  private(set) var end: Int

  /// The longest item; more than that is running text.
  private static let longest = 900

  /// Nil where a part of a text does not have two such items in a row.
  init?(in text: LabelText, _ range: Range<Int>, breaks: ArraySlice<TextBreaks.Break>) {
    end = range.upperBound
    var starts = [range.lowerBound]
    for place in breaks where place.kind == .reference {
      let item = starts[starts.count - 1]..<place.start
      if item.count > Self.longest {
        if starts.count > 2 { break }
        starts = [place.start]
        continue
      }
      starts.append(place.start)
    }
    guard starts.count > 1 else { return nil }
    // What follows the last reference is an item too if it ends with one.
    let rest = text.trimmed(starts[starts.count - 1]..<range.upperBound)
    if rest.count <= Self.longest, Self.endsWithReference(text, rest) {
      starts.append(range.upperBound)
    }
    guard starts.count > 2 else { return nil }
    end = starts[starts.count - 1]
    items = zip(starts, starts.dropFirst()).map { text.trimmed($0..<$1) }
    items[0] = text.trimmed(Self.afterIntroduction(text, items[0]))
    // A heading with a reference, and then its text, would put the text to the next reference.
    let titles = items.count { Self.isTitle(text, $0) }
    guard titles == 0 || titles == items.count else { return nil }
  }

  /// Whether an item before a bare number is words of a heading only: `Postherpetic Neuralgia ( 2.1 )`.
  private static func isTitle(_ text: LabelText, _ item: Range<Int>) -> Bool {
    guard text.bytes[item].last == .rightParenthesis else { return false }
    var place = item.lowerBound
    while place < item.upperBound, text.bytes[place] != .leftParenthesis {
      let end = text.wordEnd(place, limit: item.upperBound)
      let word = LabelWord(place..<end, in: text)
      if word.lastByte == .colon || word.form == .lower && word.code.map(HeadingWords.small.contains) != true
      {
        return false
      }
      place = text.afterSpace(end, limit: item.upperBound)
    }
    return true
  }

  private static func endsWithReference(_ text: LabelText, _ range: Range<Int>) -> Bool {
    guard let last = text.bytes[range].last else { return false }
    return last == .rightParenthesis && range.count > 1
      && text.lastByte(before: range.upperBound - 1)?.isASCIIDigit == true
      || last == .rightBracket
  }

  /// The first item without the words that introduce the list: `The following … in other sections:
  /// Anaphylaxis`.
  private static func afterIntroduction(_ text: LabelText, _ item: Range<Int>) -> Range<Int> {
    var colon: Int?
    var isIntroduction = false
    var place = item.lowerBound
    while place < item.upperBound {
      let end = text.wordEnd(place, limit: item.upperBound)
      if let code = WordCode(text.bytes[place..<end]), Self.introducing.contains(code) {
        isIntroduction = true
      }
      if end > place, text.bytes[end - 1] == .colon, isIntroduction, colon == nil { colon = end }
      place = text.afterSpace(end, limit: item.upperBound)
      if place == end { break }
    }
    return colon.map { $0..<item.upperBound } ?? item
  }

  private static let introducing: WordCodes = [
    "following", "elsewhere", "sections", "sections:", "labeling", "labeling:", "elsewhere:", "below",
    "below:",
  ]
}
