/// Tells where a heading ends in text that has lost its line ends: `5.1 Hypersensitivity Reactions Serious
/// hypersensitivity …` after `Reactions`.
///
/// What it goes by, the surest first:
/// 1. a heading known for the key (`8.4 Pediatric Use`);
/// 2. a colon, a bullet, or the end of the part;
/// 3. the same words before a reference to the section elsewhere in the label (`Hypersensitivity Reactions
///    [see Warnings and Precautions (5.1)]`), or before a colon in the highlights;
/// 4. the run of words in title case up to the first that is not: a sentence begins within it, at a word that
///    begins sentences (`The`, `In patients`), at the product's own name before a verb, where the heading's
///    first words begin again, else at the last capitalised word that does not follow a small one (`of`,
///    `with`).
struct HeadingEnd {
  let text: LabelText
  /// The words of the label's own product and substance names.
  let names: NameWords

  /// What is known of a heading's end, and how well.
  struct Finding {
    /// Where the heading's words end; where they begin, if there are none.
    var end: Int
    /// What speaks for it.
    var reason: TitleRun.Reason

    /// Whether nothing but the letters around it speaks for the end.
    var isGuessed: Bool { reason == .guess || reason == .lowerCase }
  }

  /// The most words and bytes that a heading may have.
  private static let wordLimit = 36
  private static let byteLimit = 260

  /// The words from an offset on, as far as a heading may go and a few more: after the first that is in lower
  /// case and not small little else tells.
  func words(from start: Int, limit: Int, beyond: Int = 12) -> [LabelWord] {
    var words: [LabelWord] = []
    words.reserveCapacity(16)
    let limit = min(limit, start + Self.byteLimit)
    text.bytes.withUnsafeBufferPointer { bytes in
      var place = start
      var most = Self.wordLimit
      while true {
        while place < limit, bytes[place] == .space { place += 1 }
        guard place < limit, words.count < most else { return }
        var end = place
        while end < bytes.count, bytes[end] != .space { end += 1 }
        if end > limit { return }
        let word = LabelWord(place..<end, in: bytes)
        if word.form == .lower, most == Self.wordLimit, word.code.map(HeadingWords.small.contains) != true {
          most = min(most, words.count + 1 + beyond)
        }
        words.append(word)
        place = end
      }
    }
    return words
  }

  /// Where the heading that begins at an offset ends.
  ///
  /// - Parameters:
  ///   - start: Where its words begin, behind its number.
  ///   - limit: Where the part ends, or a table begins: no heading goes on there.
  ///   - evidence: Ends that other places of the label speak for.
  func find(from start: Int, limit: Int, evidence: [Int] = []) -> Finding {
    let limit = text.trimmed(start..<max(start, limit)).upperBound
    let words = words(from: start, limit: limit)
    guard let first = words.first, first.form != .bullet else {
      return Finding(end: start, reason: .sentence)
    }
    let goesOn = (words.last?.range.upperBound ?? limit) < limit
    let run = TitleRun(words: words, goesOn: goesOn, names: names)
    let boundary = run.boundary()
    let chosen = choose(boundary, evidence: evidence, words: words, run: run)
    guard chosen.count > 0, words[..<chosen.count].contains(where: { holdsLetter($0.range) }) else {
      return Finding(end: start, reason: boundary.reason)
    }
    return Finding(end: words[chosen.count - 1].range.upperBound, reason: chosen.reason)
  }

  private func holdsLetter(_ range: Range<Int>) -> Bool {
    text.bytes[range].contains { $0.isASCIILetter || $0 >= 0x80 }
  }

  /// Takes the longest piece of evidence that a sentence can begin after, if it is better than the run's own
  /// end.
  private func choose(
    _ boundary: TitleRun.Boundary, evidence: [Int], words: [LabelWord], run: TitleRun
  ) -> TitleRun.Boundary {
    var best: Int?
    for end in evidence {
      guard let index = words.firstIndex(where: { $0.range.upperBound == end }), index + 1 < words.count,
        words[index + 1].form != .lower, index + 1 > best ?? 0
      else { continue }
      best = index + 1
    }
    guard let best, best != boundary.count else { return boundary }
    switch boundary.reason {
    case .guess, .lowerCase, .sentence, .starter: break
    default: return boundary
    }
    if best < boundary.count {
      // The beginning of a longer heading is no evidence: `Hypersensitivity` of `Hypersensitivity Reactions`.
      if best < 2 || boundary.reason != .starter && best < 3 || !run.canEnd(before: best) { return boundary }
      if let code = words[best].code, HeadingWords.goingOn.contains(code) || HeadingWords.small.contains(code)
      {
        return boundary
      }
    } else if boundary.reason == .starter {
      return boundary
    }
    // What is cut away from the evidence leaves no more than a guess.
    return run.settled(TitleRun.Boundary(count: best, reason: .evidence))
  }
}
