extension LabelOutline {
  // MARK: - The heading of the whole

  struct FirstHeading {
    var heading: Range<Int>
    var made: String?
    var number: SectionNumber?
    var bodyStart: Int
  }

  func firstHeading() -> FirstHeading {
    let (number, titleStart) = leadingNumber()
    let limit = min(firstTable(after: 0), text.count)
    if let end = knownHeadingEnd(text.key, at: titleStart, limit: limit) {
      return FirstHeading(
        heading: 0..<end, made: nil, number: number, bodyStart: afterMarks(end))
    }
    if let section = LabelKey.sectionNumber(text.key), number == nil || number?.parts.first == section,
      number == nil || number.map({ $0.parts.count > 1 }) == true, hasParts(of: section, first: number)
    {
      // The source has the parts without the heading of the section.
      return FirstHeading(
        heading: 0..<0, made: LabelKey.madeHeading(text.key), number: SectionNumber(parts: [section]),
        bodyStart: 0)
    }
    if let number {
      let finding = ends.find(
        from: titleStart, limit: limit, evidence: evidence.ends(number, text, titleStart))
      let end = finding.end > titleStart ? finding.end : titleStart
      return FirstHeading(heading: 0..<end, made: nil, number: number, bodyStart: afterMarks(end))
    }
    // The words in capitals that a boxed warning begins with are the title of the box, and no heading.
    return FirstHeading(heading: 0..<0, made: LabelKey.madeHeading(text.key), number: nil, bodyStart: 0)
  }

  /// Whether the text has numbered parts of a section, of which the first has the number 1 and begins the text
  /// or follows a sentence.
  private func hasParts(of section: Int, first number: SectionNumber?) -> Bool {
    if number != nil { return true }
    let first = NumberedHeadings(
      text: text, section: section, tables: tables, knownStarts: Set(inner.map(\.range.lowerBound))
    ).find().first
    guard let first, first.number.parts == [section, 1], let before = text.lastByte(before: first.start)
    else {
      return false
    }
    return [.period, .rightParenthesis, .rightBracket, .colon].contains(before)
  }

  /// The number that the text begins with: `5 WARNINGS`, `5. WARNINGS`, `5.WARNINGS`, `5.1 Title`.
  func leadingNumber() -> (SectionNumber?, Int) {
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
  func knownHeadingEnd(_ key: String, at start: Int, limit: Int) -> Int? {
    for phrase in LabelKey.headings(of: key) {
      guard let end = text.end(of: phrase, at: start), end <= limit, isHeadingEnd(end, start: start) else {
        continue
      }
      return end
    }
    return nil
  }

  /// Whether a heading can end at a place: before a space or a colon, and not in the middle of a sentence.
  func isHeadingEnd(_ end: Int, start: Int) -> Bool {
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
  func afterMarks(_ end: Int) -> Int {
    var place = end
    while place < text.count, [.colon, .period, .space].contains(text.bytes[place]) { place += 1 }
    // A dash after a heading is its mark as well: `Adults - The usual dose`.
    let end = text.wordEnd(place, limit: text.count)
    if end > place, LabelWord(place..<end, in: text).isDash {
      place = text.afterSpace(end, limit: text.count)
    }
    return place
  }

  /// The end of a heading that 21 CFR 201.57 fixes for a number: `8.1 Pregnancy`, `12.3 Pharmacokinetics`.
  func standardHeadingEnd(_ number: SectionNumber, at start: Int, limit: Int) -> Int? {
    for phrase in Self.standardHeadings[number] ?? [] {
      if let end = text.end(of: phrase, at: start), end <= limit, isHeadingEnd(end, start: start) {
        return end
      }
    }
    return nil
  }

  static let standardHeadings: [SectionNumber: [StaticString]] = [
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
    SectionNumber(parts: [13, 1]): LabelKey.carcinogenesis,
    SectionNumber(parts: [13, 2]): ["Animal Toxicology and/or Pharmacology"],
    SectionNumber(parts: [16, 1]): ["How Supplied"],
    SectionNumber(parts: [16, 2]): ["Storage and Handling"],
  ]
}
