/// Items behind numbers in running text: `effects, including: 1. Suicidal thoughts … 2. …`.
///
/// The row begins with 1 after a sentence, a colon or nothing, goes up by ones, and has two items at least;
/// each number stands alone before a period or a closing parenthesis and a capital letter.
struct NumberedRun {
  private(set) var start: Int
  private(set) var end: Int
  private(set) var items: [Range<Int>] = []

  /// Nil where a part of a text has no such row.
  init?(in text: LabelText, _ range: Range<Int>, breaks textBreaks: TextBreaks) {
    var marks: [(start: Int, textStart: Int)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if text.bytes[offset].isASCIIDigit, text.isWordStart(offset),
        let textStart = Self.item(marks.count + 1, at: offset, in: text, range, isFirst: marks.isEmpty)
      {
        marks.append((offset, textStart))
        offset = textStart
        continue
      }
      offset += 1
    }
    guard marks.count > 1 else { return nil }
    start = marks[0].start
    let peers = zip(marks, marks.dropFirst()).map { text.trimmed($0.0.textStart..<$0.1.start) }
    let last = text.trimmed(marks[marks.count - 1].textStart..<range.upperBound)
    let most = peers.map { textBreaks.within($0).count }.max() ?? 0
    end = textBreaks.within(last).dropFirst(most).first?.start ?? last.upperBound
    items = peers + [text.trimmed(last.lowerBound..<end)]
  }

  /// Where the words of the item with a number begin, if it stands at an offset.
  private static func item(
    _ number: Int, at offset: Int, in text: LabelText, _ range: Range<Int>, isFirst: Bool
  ) -> Int? {
    var value = 0
    var end = offset
    while end < range.upperBound, text.bytes[end].isASCIIDigit, end - offset < 2 {
      value = value * 10 + Int(text.bytes[end] - 0x30)
      end += 1
    }
    guard value == number, end + 1 < range.upperBound,
      text.bytes[end] == .period || text.bytes[end] == .rightParenthesis, text.bytes[end + 1] == .space
    else { return nil }
    let next = text.afterSpace(end + 1, limit: range.upperBound)
    guard next < range.upperBound, (0x41...0x5A).contains(text.bytes[next]) else { return nil }
    let before = offset == range.lowerBound ? nil : text.lastByte(before: offset)
    switch before {
    case nil, .period, .colon, .semicolon, .questionMark, .rightParenthesis, .rightBracket: return next
    case .comma: return isFirst ? nil : next
    case let byte?: return !isFirst && (0x61...0x7A).contains(byte) ? next : nil
    }
  }
}
