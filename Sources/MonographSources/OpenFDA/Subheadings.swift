/// Finds the headings without numbers in a part of a text.
///
/// A heading stands where something new can begin, and is one of those known for the section, before a
/// capital letter; or a run of words in title case that a sentence follows whose first word stands in no
/// heading: `Postherpetic Neuralgia The most common`. In texts for patients it is a question: `How should I
/// take …?`
struct Subheadings {
  /// A heading.
  struct Found {
    var heading: Range<Int>
    /// Whether it belongs under the one before it.
    var isDeeper: Bool
    /// Whether its words are known for the section, or are a question.
    var isKnown: Bool
  }

  let text: LabelText
  let part: Range<Int>
  let breaks: TextBreaks
  let tables: [Range<Int>]
  let names: NameWords
  let known: [KnownSubheading]
  let hasQuestions: Bool

  /// The headings, in order.
  func find() -> [Found] {
    var found: [Found] = []
    // The known heading that deeper ones stand under, and whether it still has no text of its own.
    var open: String?
    var place = part.lowerBound
    for start in starts() where start >= place {
      guard !isInTable(start) else { continue }
      let limit = min(part.upperBound, nextTable(start))
      guard let (end, parent, isKnown) = heading(at: start, limit: limit) else { continue }
      let isRightAfter = found.last.map { text.trimmed($0.heading.upperBound..<start).isEmpty } ?? false
      let isDeeper: Bool
      if let parent {
        isDeeper = open == parent
      } else if isKnown {
        isDeeper = false
      } else {
        isDeeper =
          open.map(Self.containers.contains) ?? false || isRightAfter && found.last?.isDeeper == false
      }
      if !isDeeper { open = text.string(start..<end) }
      found.append(Found(heading: start..<end, isDeeper: isDeeper, isKnown: isKnown))
      place = end
    }
    return found
  }

  /// Headings under which others stand that are not known by their words.
  private static let containers: Set<String> = [
    "Specific Populations", "Special Populations", "Drug Interaction Studies", "Clinical Considerations",
    "Data",
  ]

  // MARK: - Places

  /// Where a heading can begin, in order: at the beginning, after sentences and references, after tables,
  /// after a heading, and for patients at a question.
  private func starts() -> [Int] {
    var starts = [text.afterSpace(part.lowerBound, limit: part.upperBound)]
    starts += breaks.within(part).map(\.start)
    for table in tables where part.contains(table.upperBound) {
      starts.append(text.afterSpace(table.upperBound, limit: part.upperBound))
    }
    starts += beforeSentences()
    if hasQuestions { starts += questions() }
    let alone = starts
    // Right after a known heading another may stand: `Elimination Metabolism Tizanidine is`.
    if !known.isEmpty {
      for start in alone {
        var place = start
        while let end = knownEnd(at: place, limit: part.upperBound)?.end {
          place = text.afterSpace(end, limit: part.upperBound)
          starts.append(place)
        }
      }
    }
    return Array(Set(starts)).sorted()
  }

  /// Where a run of words in title case begins that a sentence follows, after words that no period ends:
  /// items of lists mostly have none, `… 1.5 mg/dL Prophylaxis of Deep Vein Thrombosis The recommended dose
  /// is`. Left within the item the dose would stand under the wrong heading.
  private func beforeSentences() -> [Int] {
    var starts: [Int] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      var offset = part.lowerBound + 1
      while offset < part.upperBound {
        defer { offset += 1 }
        guard (0x41...0x57).contains(bytes[offset]), bytes[offset - 1] == .space,
          offset > part.lowerBound + 1,
          bytes[offset - 2].isASCIILetter || bytes[offset - 2] == .rightParenthesis
        else { continue }
        let end = text.wordEnd(offset, limit: part.upperBound)
        guard let code = WordCode(bytes, offset..<end), HeadingWords.sentenceStarters.contains(code),
          !HeadingWords.doubtfulStarters.contains(code),
          let start = titleStart(before: offset - 1, bytes), start > part.lowerBound,
          isAfterList(start, bytes)
        else { continue }
        starts.append(start)
      }
    }
    return starts
  }

  /// Whether items of a list stand before an offset, without the end of a sentence in between: a bullet or a
  /// colon.
  private func isAfterList(_ offset: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = max(breaks.within(part.lowerBound..<offset).last?.start ?? part.lowerBound, offset - 2_000)
    for place in first..<offset {
      if bytes[place] == .colon { return true }
      if bytes[place] == 0xE2, place + 2 < offset, LabelWord.isBullet(bytes, place..<place + 3) {
        return true
      }
    }
    return false
  }

  /// Where the title run that ends at an offset begins: at its first capitalised word after a word that is in
  /// no title.
  private func titleStart(before end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var start: Int?
    var count = 0
    var place = end
    while place > part.lowerBound, count < 16 {
      var wordStart = place
      while wordStart > part.lowerBound, bytes[wordStart - 1] != .space { wordStart -= 1 }
      guard wordStart < place else { return nil }
      let word = LabelWord(wordStart..<place, in: bytes)
      let isSmall = word.form == .lower && word.code.map(HeadingWords.small.contains) == true
      // A word that a sign ends, one in lower case and a number belong to what is before.
      if place < end, [.period, .colon, .semicolon, .questionMark].contains(word.lastByte) { break }
      if word.openParentheses != 0 { return nil }
      guard word.isCapital || isSmall else {
        // `Type 2 Diabetes Mellitus The`: the title is cut.
        if word.form == .neutral, word.lastByte.isASCIIDigit { return nil }
        break
      }
      if word.isCapital { start = wordStart }
      count += 1
      place = wordStart
      while place > part.lowerBound, bytes[place - 1] == .space { place -= 1 }
    }
    return count > 1 ? start : nil
  }

  private func isInTable(_ offset: Int) -> Bool { tables.contains { $0.contains(offset) } }

  private func nextTable(_ offset: Int) -> Int {
    tables.first { $0.lowerBound >= offset }?.lowerBound ?? text.count
  }

  private static let questionWords: WordCodes = [
    "what", "who", "how", "when", "where", "why", "can", "should",
  ]

  /// Where questions begin: from a capital `What`, `Who`, `How` to the question mark, with no sentence
  /// between.
  private func questions() -> [Int] {
    var starts: [Int] = []
    for end in part where text.bytes[end] == .questionMark {
      var place = end
      var best: Int?
      while place > part.lowerBound, end - place < 160 {
        place -= 1
        let byte = text.bytes[place]
        if byte == .period || byte == .questionMark || byte == .quotationMark { break }
        guard text.isWordStart(place), (0x41...0x5A).contains(byte) else { continue }
        let word = LabelWord(place..<text.wordEnd(place, limit: end), in: text)
        if let code = word.code, Self.questionWords.contains(code) {
          best = place
          break
        }
      }
      if let best { starts.append(best) }
    }
    return starts
  }

  // MARK: - Headings

  private func heading(at start: Int, limit: Int) -> (end: Int, parent: String?, isKnown: Bool)? {
    if hasQuestions, let end = questionEnd(at: start) { return (end, nil, true) }
    if !canBeHeading(start, limit: limit) {
      return knownEnd(at: start, limit: limit).map { ($0.end, $0.parent, true) }
    }
    let words = HeadingEnd(text: text, names: names).words(from: start, limit: limit)
    guard let first = words.first, first.isCapital else { return nil }
    let goesOn = (words.last?.range.upperBound ?? limit) < limit
    let boundary = TitleRun(words: words, goesOn: goesOn, names: names).boundary()
    let runEnd = boundary.count > 0 ? words[boundary.count - 1].range.upperBound : start
    if let known = knownEnd(at: start, limit: limit) {
      // A longer heading that begins with the known words is taken whole where its end is sure.
      // Unless another known one follows at once: `Specific Populations Age The`.
      let next = text.afterSpace(known.end, limit: limit)
      if boundary.reason == .starter, runEnd > known.end, boundary.count <= 8,
        knownEnd(at: next, limit: limit) == nil,
        !text.bytes[start..<known.end].contains(.space),
        !Self.containers.contains(text.string(start..<known.end))
      {
        return (runEnd, nil, false)
      }
      return (known.end, known.parent, true)
    }
    guard boundary.reason == .starter || boundary.reason == .again, (1...14).contains(boundary.count),
      isHeading(words[..<boundary.count])
    else { return nil }
    return (runEnd, nil, false)
  }

  /// Whether the first two words can be those of a heading; most sentences have a small letter there already.
  private func canBeHeading(_ start: Int, limit: Int) -> Bool {
    guard start < limit, !(0x61...0x7A).contains(text.bytes[start]) else { return false }
    let next = text.afterSpace(text.wordEnd(start, limit: limit), limit: limit)
    guard next < limit, (0x61...0x7A).contains(text.bytes[next]) else { return true }
    return WordCode(text.bytes[next..<text.wordEnd(next, limit: limit)]).map(HeadingWords.small.contains)
      ?? false
  }

  private func isHeading(_ words: ArraySlice<LabelWord>) -> Bool {
    guard let first = words.first, let last = words.last, first.range.count > 2 else { return false }
    if let code = first.code, HeadingWords.numberedThings.contains(code) || Self.openings.contains(code) {
      return false
    }
    guard last.range.upperBound - first.range.lowerBound <= 120 else { return false }
    // `XULTOPHY 100/3.6` is the product that a sentence begins with.
    if words.contains(where: { $0.form == .neutral && $0.lastByte.isASCIIDigit }),
      words.allSatisfy({ $0.form == .neutral || $0.code.map(names.words.contains) == true })
    {
      return false
    }
    // `Heading ( 2 )` is an item of the highlights.
    if last.lastByte == .rightParenthesis,
      text.lastByte(before: last.range.upperBound - 1)?.isASCIIDigit == true
    {
      return false
    }
    return !words.contains {
      $0.lastByte == .semicolon || $0.lastByte == .equalsSign || $0.lastByte == .period
    }
      && last.lastByte != .comma && last.form != .lower
  }

  /// Words that open sentences with a word in capitals after them: `Your doctor`, `Call The`.
  private static let openings: WordCodes = [
    "see", "revised", "distributed", "manufactured", "rx", "ndc", "note", "repackaged", "marketed", "made",
    "packaged",
    "call", "keep", "product", "package",
  ]

  private func knownEnd(at start: Int, limit: Int) -> (end: Int, parent: String?)? {
    for heading in known {
      guard let end = text.end(of: heading.words, at: start), end <= limit else { continue }
      if end == part.upperBound || end == text.count { return (end, heading.parent.map { "\($0)" }) }
      let byte = text.bytes[end]
      guard byte == .space || byte == .colon, (0x41...0x5A).contains(text.bytes[start]) else { continue }
      let next = text.afterSpace(byte == .colon ? end + 1 : end, limit: text.count)
      guard next < text.count, !(0x61...0x7A).contains(text.bytes[next]), text.bytes[next] != .leftParenthesis
      else {
        continue
      }
      return (end, heading.parent.map { "\($0)" })
    }
    return nil
  }

  private func questionEnd(at start: Int) -> Int? {
    let end = text.wordEnd(start, limit: part.upperBound)
    guard end > start, (0x41...0x5A).contains(text.bytes[start]),
      let code = LabelWord(start..<end, in: text).code, Self.questionWords.contains(code)
    else { return nil }
    var place = end
    while place < min(part.upperBound, start + 160) {
      switch text.bytes[place] {
      case .questionMark: return place + 1
      case .period, .colon, .quotationMark: return nil
      default: place += 1
      }
    }
    return nil
  }
}
