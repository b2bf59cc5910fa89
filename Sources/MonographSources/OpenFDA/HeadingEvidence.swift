/// The ends of headings that other places of a label speak for: `Anaphylaxis and Angioedema [see Warnings and
/// Precautions ( 5.2 )]`, and in the highlights `Anaphylaxis and Angioedema: Discontinue … ( 5.2 )`.
struct HeadingEvidence {
  private let texts: [LabelText]
  /// For each number, where a reference to it opens: the text, and the offset of its bracket.
  private var places: [SectionNumber: [(text: Int, offset: Int)]] = [:]

  init(texts: [LabelText], references: [[SectionReference]]) {
    self.texts = texts
    for (index, list) in references.enumerated() {
      for reference in list {
        guard let number = reference.numbers.first?.number, number.parts.count > 1 else { continue }
        guard places[number, default: []].count < 16 else { continue }
        places[number, default: []].append((index, reference.range.lowerBound))
      }
    }
  }

  /// The places at which the heading that begins at an offset of a text may end.
  func ends(_ number: SectionNumber, _ text: LabelText, _ start: Int) -> [Int] {
    guard let places = places[number], start < text.count else { return [] }
    let limit = min(text.count, start + 200)
    var ends: Set<Int> = []
    for (index, offset) in places {
      let other = texts[index]
      // The words before `[see Warnings and Precautions` or, in the highlights, the words since the reference
      // before.
      for end in Self.candidateEnds(before: offset, in: other) {
        if let length = Self.overlap(text, start, limit, other, end) { ends.insert(start + length) }
      }
    }
    return Array(ends)
  }

  /// Where the words before a reference may end: before its parenthesis, before the bracket around it, and
  /// before each colon since the last reference.
  private static func candidateEnds(before offset: Int, in text: LabelText) -> [Int] {
    var ends = [trimmedEnd(offset, in: text)]
    var place = offset
    while place > 0, offset - place < 300 {
      place -= 1
      switch text.bytes[place] {
      case .leftBracket, .colon: ends.append(trimmedEnd(place, in: text))
      case .rightParenthesis, .rightBracket: return ends
      default: break
      }
    }
    return ends
  }

  private static func trimmedEnd(_ offset: Int, in text: LabelText) -> Int {
    var end = offset
    while end > 0, text.bytes[end - 1] == .space { end -= 1 }
    return end
  }

  /// How many bytes of a heading stand right before an end in another text; nil for none. The longest counts.
  private static func overlap(_ text: LabelText, _ start: Int, _ limit: Int, _ other: LabelText, _ end: Int)
    -> Int?
  {
    let firstEnd = text.wordEnd(start, limit: limit)
    let first = firstEnd - start
    guard first > 0 else { return nil }
    var place = max(0, end - 200)
    while place + first <= end {
      if other.isWordStart(place) || other.bytes[place - 1] == .leftParenthesis {
        let length = end - place
        if start + length <= limit, start + length == text.count || text.bytes[start + length] == .space,
          (0..<length).allSatisfy({ text.bytes[start + $0].lowercased == other.bytes[place + $0].lowercased })
        {
          return length
        }
      }
      place += 1
    }
    return nil
  }
}
