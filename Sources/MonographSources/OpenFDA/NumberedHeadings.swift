/// Finds the numbered headings of a text again: `5.1 Hypersensitivity Reactions` in `5 WARNINGS AND
/// PRECAUTIONS`.
///
/// A candidate is a number of the section's own at the beginning of a word, before a capital letter, that
/// stands in no parentheses and in no table and is not followed by a unit. Of the candidates the best
/// ascending row is taken, so that a stray `5.2` (a dose, a reference in running text) does not end the row.
struct NumberedHeadings {
  /// A heading's number in its text.
  struct Mark {
    var number: SectionNumber
    /// Where the number begins.
    var start: Int
    /// Where the words of the heading begin.
    var titleStart: Int
  }

  let text: LabelText
  /// The section's own number.
  let section: Int
  /// The places of tables, in order, which hold no headings.
  let tables: [Range<Int>]
  /// Where the source says that a part begins.
  let knownStarts: Set<Int>

  private struct Candidate {
    var mark: Mark
    var order: Int
    var weight: Int
  }

  /// The headings, in order.
  func find() -> [Mark] {
    var candidates = self.candidates()
    if candidates.count > 400 { candidates = Array(candidates.prefix(400)) }
    guard !candidates.isEmpty else { return [] }
    // The heaviest ascending row, as for the longest ascending row.
    var best = candidates.map(\.weight)
    var before = [Int?](repeating: nil, count: candidates.count)
    for index in candidates.indices {
      best[index] -= 2 * min(4, max(0, candidates[index].order / 100 - 1))
      for earlier in 0..<index where candidates[earlier].order < candidates[index].order {
        let gap = max(0, candidates[index].order / 100 - candidates[earlier].order / 100 - 1)
        let sum = best[earlier] + candidates[index].weight - 3 * min(gap, 6)
        if sum > best[index] {
          best[index] = sum
          before[index] = earlier
        }
      }
    }
    guard let last = best.indices.max(by: { best[$0] < best[$1] }), best[last] > 0 else { return [] }
    var row: [Mark] = []
    var next: Int? = last
    while let index = next {
      row.append(candidates[index].mark)
      next = before[index]
    }
    return row.reversed()
  }

  // MARK: - Candidates

  private func candidates() -> [Candidate] {
    let own = Array("\(section).".utf8)
    let bytes = text.bytes
    var candidates: [Candidate] = []
    var table = 0
    var offset = 0
    while offset + own.count < bytes.count {
      while table < tables.count, tables[table].upperBound <= offset { table += 1 }
      if table < tables.count, tables[table].contains(offset) {
        offset = tables[table].upperBound
        continue
      }
      if bytes[offset] == own[0], text.isWordStart(offset),
        bytes[offset..<offset + own.count].elementsEqual(own)
      {
        candidates += self.candidates(at: offset, after: offset + own.count)
      }
      offset += 1
    }
    return candidates
  }

  /// The candidates for one place: `5.1 Title`, `5. 2 Title`, `5.1 2 Title` for 5.12, `2.1.1 Title`.
  private func candidates(at start: Int, after point: Int) -> [Candidate] {
    let bytes = text.bytes
    var place = point
    if place < bytes.count, bytes[place] == .space { place += 1 }
    guard let (minor, end) = digits(at: place), minor > 0 else { return [] }
    var parts = [section, minor]
    place = end
    if place + 1 < bytes.count, bytes[place] == .period, let (part, end) = digits(at: place + 1) {
      parts.append(part)
      place = end
    }
    if place < bytes.count, bytes[place] == .period { place += 1 }
    guard place < bytes.count, bytes[place] == .space else { return [] }
    var found: [Candidate] = []
    if parts.count == 2, minor < 10, let (digit, end) = digits(at: place + 1), digit < 10, end < bytes.count,
      bytes[end] == .space
    {
      append(to: &found, parts: [section, minor * 10 + digit], start: start, titleStart: end + 1, penalty: 2)
    }
    append(to: &found, parts: parts, start: start, titleStart: place + 1, penalty: 0)
    return found
  }

  private func append(to found: inout [Candidate], parts: [Int], start: Int, titleStart: Int, penalty: Int) {
    guard titleStart < text.count else { return }
    let isKnown = knownStarts.contains(start)
    let before = text.lastByte(before: start)
    if !isKnown, before == .leftParenthesis || before == .leftBracket || before == .comma { return }
    let wordEnd = text.wordEnd(titleStart, limit: min(text.count, titleStart + 60))
    guard wordEnd > titleStart else { return }
    let word = LabelWord(titleStart..<wordEnd, in: text)
    if !isKnown {
      guard word.isCapital || text.bytes[titleStart] >= 0x80 && word.form == .neutral else { return }
      if let code = word.code, HeadingWords.units.contains(code) { return }
    }
    var weight = 10 - penalty + (isKnown ? 30 : 0)
    switch before {
    case nil, .period, .rightParenthesis, .rightBracket, .colon, .questionMark, .semicolon, .quotationMark:
      weight += 6
    case let byte? where (0x61...0x7A).contains(byte): weight -= isLeadIn(before: start) ? 12 : 2
    default: break
    }
    let order = parts[1] * 100 + (parts.count > 2 ? min(parts[2], 99) : 0)
    found.append(
      Candidate(
        mark: Mark(number: SectionNumber(parts: parts), start: start, titleStart: titleStart), order: order,
        weight: weight))
  }

  private static let leadIns: WordCodes = [
    "section", "sections", "see", "than", "for", "of", "approximately", "is", "was", "about", "by", "from",
    "below",
    "above", "in", "the", "a", "over", "at", "with",
  ]

  /// Whether the word before is one that numbers of doses and of sections referred to follow.
  private func isLeadIn(before offset: Int) -> Bool {
    var end = offset
    while end > 0, text.bytes[end - 1] == .space { end -= 1 }
    var start = end
    while start > 0, text.bytes[start - 1] != .space, end - start < 17 { start -= 1 }
    return WordCode(text.bytes[start..<end]).map(Self.leadIns.contains) ?? false
  }

  private func digits(at offset: Int) -> (Int, Int)? {
    var value = 0
    var end = offset
    while end < text.count, end - offset < 3, text.bytes[end].isASCIIDigit {
      value = value * 10 + Int(text.bytes[end] - 0x30)
      end += 1
    }
    return (1...2).contains(end - offset) ? (value, end) : nil
  }
}
