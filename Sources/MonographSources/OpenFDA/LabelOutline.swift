/// A part of a text with a heading, and the parts within it.
struct LabelPart {
  /// Where its heading stands; empty where the text has none.
  var heading: Range<Int>
  /// A heading made from the key where the text has none.
  var madeHeading: String?
  /// The number that stands before the heading.
  var number: SectionNumber?
  /// The source's key, where one of its texts begins here.
  var key: String?
  /// Its own text, up to the first part within it.
  var body: Range<Int>
  /// Why it is known to be a part, unless the source says so.
  var inference: String?
  /// The parts within it.
  var parts: [LabelPart] = []
}

/// Finds the parts of a text again: by their numbers, by the texts of other keys that stand within it, and by
/// headings without numbers.
struct LabelOutline {
  let text: LabelText
  let breaks: TextBreaks
  let tables: [Range<Int>]
  /// The texts of other keys that stand within this one.
  let inner: [(key: String, range: Range<Int>)]
  let names: NameWords
  /// For a section number, the places in other texts just before a reference to it.
  let evidence: HeadingEvidence

  /// A place where a part begins.
  private struct Mark {
    var start: Int
    var titleStart: Int
    var number: SectionNumber?
    var key: String?
    /// Where the source says that it ends.
    var end: Int?
    /// Whether it is what goes on after such an end.
    var isRest = false
  }

  var ends: HeadingEnd { HeadingEnd(text: text, names: names) }

  static let guessInference =
    "The source has the heading and its text in one run; where the heading ends was guessed."
  static let longInference =
    "The source has headings and text in one run; this long heading may be two, one under the other."
  /// A heading longer than this, in bytes, may be two.
  private static let longHeading = 120
  static let wordInference = "The heading was found again in the running text by its words."
  static let keyInference = "The source has no heading here; this one is made from its name for the part."
  static let restInference = "The source does not say what this text belongs to."

  /// The whole text as a part.
  func root() -> LabelPart {
    let first = firstHeading()
    let marks = self.marks(from: first.bodyStart, section: first.number)
    var root = LabelPart(
      heading: first.heading, madeHeading: first.made, number: first.number, key: text.key,
      body: first.bodyStart..<text.count, inference: first.made == nil ? nil : Self.keyInference)
    fill(&root, with: marks[...], end: text.count, keys: [text.key])
    return root
  }

  func firstTable(after offset: Int) -> Int {
    tables.first { $0.upperBound > offset }.map { max($0.lowerBound, offset) } ?? text.count
  }

  /// Whether an offset stands within a table, behind its first byte.
  private func isInTable(_ offset: Int) -> Bool {
    tables.contains { $0.lowerBound < offset && offset < $0.upperBound }
  }

  /// The end of a part, behind the table that it ends in: a table is never parted.
  private func afterTable(_ end: Int) -> Int {
    tables.first { $0.lowerBound < end && end < $0.upperBound }?.upperBound ?? end
  }

  // MARK: - Marks

  /// The parts that a number or another key tells, in order.
  private func marks(from start: Int, section: SectionNumber?) -> [Mark] {
    var marks: [Mark] = []
    if let section, section.parts.count == 1 {
      let known = Set(inner.map(\.range.lowerBound))
      let headings = NumberedHeadings(
        text: text, section: section.parts[0], tables: tables, knownStarts: known)
      marks = headings.find().filter { $0.start >= start }.map {
        Mark(start: $0.start, titleStart: $0.titleStart, number: $0.number)
      }
    }
    for (key, range) in inner where !isInTable(range.lowerBound) {
      if let index = marks.firstIndex(where: { $0.start == range.lowerBound && $0.key == nil }) {
        marks[index].key = key
        marks[index].end = afterTable(range.upperBound)
      } else if range.lowerBound >= start,
        !marks.contains(where: { $0.start == range.lowerBound && $0.key != nil })
      {
        marks.append(
          Mark(
            start: range.lowerBound, titleStart: range.lowerBound, key: key, end: afterTable(range.upperBound)
          ))
      }
    }
    marks.sort { ($0.start, -($0.end ?? .max)) < ($1.start, -($1.end ?? .max)) }
    return withRests(marks)
  }

  /// Adds what goes on between the end of a part that the source ends and the next part.
  private func withRests(_ marks: [Mark]) -> [Mark] {
    var all: [Mark] = []
    var open: [Int] = []
    func close(before next: Int) {
      while let end = open.last, end <= next {
        open.removeLast()
        let further = min(next, open.last ?? next)
        let rest = text.trimmed(end..<max(end, further))
        let isWords = rest.contains { text.bytes[$0].isASCIILetter || text.bytes[$0].isASCIIDigit }
        if isWords, (all.last?.start ?? -1) < rest.lowerBound {
          all.append(Mark(start: rest.lowerBound, titleStart: rest.lowerBound, end: further, isRest: true))
        }
      }
    }
    for mark in marks {
      close(before: mark.start)
      all.append(mark)
      if let end = mark.end { open.append(min(end, open.last ?? end)) }
    }
    close(before: text.count)
    return all
  }

  // MARK: - Nesting

  /// Puts marks within a part, from its end of heading on, and finds the headings without numbers in each
  /// body.
  private func fill(_ part: inout LabelPart, with marks: ArraySlice<Mark>, end: Int, keys: [String]) {
    let bodyEnd = marks.first?.start ?? end
    part.body = part.body.lowerBound..<max(part.body.lowerBound, bodyEnd)
    // Before numbered parts stand the highlights, which have no headings.
    if !(marks.contains { $0.number != nil }) || part.body.isEmpty { addSubheadings(to: &part, keys: keys) }
    var index = marks.startIndex
    while index < marks.endIndex {
      let mark = marks[index]
      var next = index + 1
      while next < marks.endIndex, isWithin(marks[next], mark) { next += 1 }
      let partEnd = next < marks.endIndex ? marks[next].start : end
      var inner = self.part(mark, end: min(partEnd, next > index + 1 ? marks[index + 1].start : partEnd))
      fill(&inner, with: marks[index + 1..<next], end: partEnd, keys: (mark.key.map { [$0] } ?? []) + keys)
      // What goes on after a part's end has no heading that others could stand under.
      let rest = mark.isRest ? inner.parts : []
      if mark.isRest { inner.parts = [] }
      part.parts.append(inner)
      part.parts += rest
      index = next
    }
  }

  /// Whether a later mark belongs to the part that a mark begins.
  private func isWithin(_ later: Mark, _ mark: Mark) -> Bool {
    if let end = mark.end, later.start >= end { return false }
    if let number = later.number, let own = mark.number { return number.parts.count > own.parts.count }
    if later.number != nil { return mark.end != nil }
    // What the source places within a numbered part has that part's key or stands before the next number.
    return mark.end != nil || mark.number != nil
  }

  /// The part that a mark begins, with its heading.
  private func part(_ mark: Mark, end: Int) -> LabelPart {
    let limit = min(end, firstTable(after: mark.titleStart))
    var headingEnd = mark.titleStart
    var isGuessed = false
    var mayBeTwo = false
    if let key = mark.key, let known = knownHeadingEnd(key, at: mark.titleStart, limit: limit) {
      headingEnd = known
    } else if let number = mark.number,
      let known = standardHeadingEnd(number, at: mark.titleStart, limit: limit)
    {
      headingEnd = known
    } else if let number = mark.number {
      let finding = ends.find(
        from: mark.titleStart, limit: limit, evidence: evidence.ends(number, text, mark.titleStart))
      headingEnd = finding.end
      isGuessed = finding.isGuessed
      mayBeTwo = !isGuessed && headingEnd - mark.start > Self.longHeading
    } else {
      let finding = ends.find(from: mark.titleStart, limit: limit)
      // The source has a part here, and mostly a heading; a sentence alone has none.
      if finding.reason != .lowerCase, finding.reason != .end {
        headingEnd = finding.end
        isGuessed = finding.isGuessed
      }
    }
    let hasHeading = headingEnd > mark.titleStart || mark.number != nil
    var inference = isGuessed ? Self.guessInference : mayBeTwo ? Self.longInference : nil
    var made: String?
    if !hasHeading {
      made = mark.key.map(LabelKey.madeHeading) ?? "Further text"
      inference = mark.key == nil ? Self.restInference : Self.keyInference
    }
    return LabelPart(
      heading: hasHeading ? mark.start..<headingEnd : mark.start..<mark.start, madeHeading: made,
      number: mark.number,
      key: mark.key, body: afterMarks(headingEnd)..<max(afterMarks(headingEnd), end), inference: inference)
  }

  // MARK: - Headings without numbers

  private func addSubheadings(to part: inout LabelPart, keys: [String]) {
    guard !LabelKey.plain.contains(keys[0]), part.body.count > 40 else { return }
    let finder = Subheadings(
      text: text, part: part.body, breaks: breaks, tables: tables, names: names,
      known: KnownSubheading.list(for: keys, number: part.number),
      hasQuestions: keys.contains(where: LabelKey.forPatients.contains))
    let found = finder.find()
    guard let first = found.first else { return }
    let end = part.body.upperBound
    part.body = part.body.lowerBound..<first.heading.lowerBound
    for (index, subheading) in found.enumerated() {
      let next = index + 1 < found.count ? found[index + 1].heading.lowerBound : end
      let start = afterMarks(subheading.heading.upperBound)
      let inner = LabelPart(
        heading: subheading.heading, body: start..<max(start, next),
        inference: subheading.isKnown ? nil : Self.wordInference)
      if subheading.isDeeper, !part.parts.isEmpty {
        part.parts[part.parts.count - 1].parts.append(inner)
      } else {
        part.parts.append(inner)
      }
    }
  }
}
