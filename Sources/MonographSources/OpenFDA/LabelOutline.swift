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

/// Finds the parts of a text again: by their numbers, by the texts of other keys that stand within it, and by headings
/// without numbers.
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

  private var ends: HeadingEnd { HeadingEnd(text: text, names: names) }

  static let numberInference = "The heading was found again in the running text by its number."
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

  // MARK: - The heading of the whole

  private struct FirstHeading {
    var heading: Range<Int>
    var made: String?
    var number: SectionNumber?
    var bodyStart: Int
  }

  private func firstHeading() -> FirstHeading {
    let (number, titleStart) = leadingNumber()
    let limit = min(firstTable(after: 0), text.count)
    if let end = knownHeadingEnd(text.key, at: titleStart, limit: limit) {
      return FirstHeading(
        heading: 0..<end, made: nil, number: number, bodyStart: afterMarks(end))
    }
    if let number {
      let finding = ends.find(
        from: titleStart, limit: limit, evidence: evidence.ends(number, text, titleStart))
      let end = finding.end > titleStart ? finding.end : titleStart
      return FirstHeading(heading: 0..<end, made: nil, number: number, bodyStart: afterMarks(end))
    }
    if text.key == "boxed_warning" {
      // The words in capitals that it begins with are the title of the box; it may have a heading before them.
      return FirstHeading(heading: 0..<0, made: LabelKey.madeHeading(text.key), number: nil, bodyStart: 0)
    }
    return FirstHeading(heading: 0..<0, made: LabelKey.madeHeading(text.key), number: nil, bodyStart: 0)
  }

  /// The number that the text begins with: `5 WARNINGS`, `5. WARNINGS`, `5.WARNINGS`, `5.1 Title`.
  private func leadingNumber() -> (SectionNumber?, Int) {
    var parts: [Int] = []
    var place = 0
    while parts.count < 3 {
      var value = 0
      var end = place
      while end < text.count, end - place < 3, text.bytes[end].isASCIIDigit {
        value = value * 10 + Int(text.bytes[end] - 0x30)
        end += 1
      }
      guard (1...2).contains(end - place) else { break }
      parts.append(value)
      place = end
      guard end < text.count, text.bytes[end] == .period else { break }
      place += 1
    }
    let title = text.afterSpace(place, limit: text.count)
    guard let first = parts.first, (1...17).contains(first), title < text.count,
      (0x41...0x5A).contains(text.bytes[title]), title > place || text.bytes[place - 1] == .period
    else { return (nil, 0) }
    let end = text.wordEnd(title, limit: min(text.count, title + 40))
    // `12 Hours Nasal Decongestant` is no number of a section, unless the section has that number.
    if parts.count == 1, end > title, LabelWord(title..<end, in: text).form != .capitals { return (nil, 0) }
    return (SectionNumber(parts: parts), title)
  }

  /// Where a heading known for a key ends; nil where none stands.
  private func knownHeadingEnd(_ key: String, at start: Int, limit: Int) -> Int? {
    for phrase in LabelKey.headings(of: key) {
      guard let end = text.end(of: phrase, at: start), end <= limit, isHeadingEnd(end, start: start) else {
        continue
      }
      return end
    }
    return nil
  }

  /// Whether a heading can end at a place: before a space or a colon, and not in the middle of a sentence.
  private func isHeadingEnd(_ end: Int, start: Int) -> Bool {
    guard end < text.count else { return true }
    let byte = text.bytes[end]
    guard byte == .space || byte == .colon || byte == .period || byte == .leftParenthesis || byte == 0xE2
    else {
      return text.bytes[end - 1] == .questionMark
    }
    let next = text.afterSpace(end, limit: text.count)
    guard next < text.count else { return true }
    if (0x61...0x7A).contains(text.bytes[next]) {
      // A heading in capitals may stand before anything, one in lower case letters only before a capital.
      return !(text.bytes[start..<end].contains { (0x61...0x7A).contains($0) })
    }
    return true
  }

  /// Behind the colon or period that a heading ends with.
  private func afterMarks(_ end: Int) -> Int {
    var place = end
    while place < text.count, [.colon, .period, .space].contains(text.bytes[place]) { place += 1 }
    // A dash after a heading is its mark as well: `Adults - The usual dose`.
    let end = text.wordEnd(place, limit: text.count)
    if end > place, LabelWord(place..<end, in: text).isDash {
      place = text.afterSpace(end, limit: text.count)
    }
    return place
  }

  private func firstTable(after offset: Int) -> Int {
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

  /// Puts marks within a part, from its end of heading on, and finds the headings without numbers in each body.
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
    if let key = mark.key, let known = knownHeadingEnd(key, at: mark.titleStart, limit: limit) {
      headingEnd = known
    } else if let number = mark.number,
      let known = standardHeadingEnd(number, at: mark.titleStart, limit: limit)
    {
      headingEnd = known
    } else if let number = mark.number {
      headingEnd =
        ends.find(
          from: mark.titleStart, limit: limit, evidence: evidence.ends(number, text, mark.titleStart)
        ).end
    } else {
      let finding = ends.find(from: mark.titleStart, limit: limit)
      // The source has a part here, and mostly a heading; a sentence alone has none.
      if finding.reason != .lowerCase, finding.reason != .end { headingEnd = finding.end }
    }
    let hasHeading = headingEnd > mark.titleStart || mark.number != nil
    var inference: String? = mark.number == nil ? Self.wordInference : Self.numberInference
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

  /// The end of a heading that 21 CFR 201.57 fixes for a number: `8.1 Pregnancy`, `12.3 Pharmacokinetics`.
  private func standardHeadingEnd(_ number: SectionNumber, at start: Int, limit: Int) -> Int? {
    for phrase in Self.standardHeadings[number] ?? [] {
      if let end = text.end(of: phrase, at: start), end <= limit, isHeadingEnd(end, start: start) {
        return end
      }
    }
    return nil
  }

  private static let standardHeadings: [SectionNumber: [StaticString]] = [
    SectionNumber(parts: [6, 1]): [
      "Clinical Trials Experience", "Clinical Trial Experience", "Clinical Studies Experience",
    ],
    SectionNumber(parts: [6, 2]): [
      "Postmarketing Experience", "Post-Marketing Experience", "Post-marketing Experience",
      "Postmarketing Adverse Reactions",
    ],
    SectionNumber(parts: [6, 3]): ["Postmarketing Experience", "Post-Marketing Experience"],
    SectionNumber(parts: [8, 1]): ["Pregnancy"],
    SectionNumber(parts: [8, 2]): ["Lactation", "Labor and Delivery"],
    SectionNumber(parts: [8, 3]): ["Females and Males of Reproductive Potential", "Nursing Mothers"],
    SectionNumber(parts: [8, 4]): ["Pediatric Use"],
    SectionNumber(parts: [8, 5]): ["Geriatric Use"],
    SectionNumber(parts: [9, 1]): ["Controlled Substance"],
    SectionNumber(parts: [9, 2]): ["Abuse"],
    SectionNumber(parts: [9, 3]): ["Dependence"],
    SectionNumber(parts: [12, 1]): ["Mechanism of Action"],
    SectionNumber(parts: [12, 2]): ["Pharmacodynamics"],
    SectionNumber(parts: [12, 3]): ["Pharmacokinetics"],
    SectionNumber(parts: [12, 4]): ["Microbiology"],
    SectionNumber(parts: [12, 5]): ["Pharmacogenomics"],
    SectionNumber(parts: [12, 6]): ["Immunogenicity"],
    SectionNumber(parts: [13, 2]): ["Animal Toxicology and/or Pharmacology"],
    SectionNumber(parts: [16, 1]): ["How Supplied"],
    SectionNumber(parts: [16, 2]): ["Storage and Handling"],
  ]

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
        heading: subheading.heading, body: start..<max(start, next), inference: Self.wordInference)
      if subheading.isDeeper, !part.parts.isEmpty {
        part.parts[part.parts.count - 1].parts.append(inner)
      } else {
        part.parts.append(inner)
      }
    }
  }
}
