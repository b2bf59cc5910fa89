import MonographModel

/// Ties the references of a dump, which have no keys, to the citations of its text, which have.
struct DumpReferences {
  let log: DumpLog

  /// A reference and the line it stands on.
  struct Entry {
    var reference: Reference
    var line: Int
    /// The entry as the dump has it.
    var text: String
  }

  /// The references of the lines under their heading.
  func entries(of lines: [DumpLine]) -> [Entry] { lines.map(entry) }

  /// `[Authors, Title (2011) (2011)](address)`, or the same without a link.
  private func entry(_ line: DumpLine) -> Entry {
    var words = line.text
    var address: String?
    var key = ""
    if case .citation(let keys, _)? = CitationScanner.pieces(of: words)?.first, keys.count == 1,
      let end = words.firstIndex(of: "]")
    {
      key = keys[0]
      words = words[words.index(after: end)...].drop { $0 == ":" || $0 == " " }.trimmed
    }
    if words.hasPrefix("["), words.hasSuffix(")"), let middle = words.utf8.lastRange(of: "](") {
      address = String(words[middle.upperBound...].dropLast())
      words = String(words[words.index(after: words.startIndex)..<middle.lowerBound])
    } else if let link = words.utf8.lastRange(of: "http"), !words[link.lowerBound...].contains(" ") {
      address = String(words[link.lowerBound...])
      words = words[..<link.lowerBound].trimmed
    }
    words = withoutDoubledYear(words, line: line.number)
    var reference = ReferenceListReader.reference(key: key, entry: words)
    reference.url = address
    if words.hasPrefix("Unknown, ") {
      log.leaveOut("Unknown", because: "stands for an author that is not known")
      log.report(
        .unknownAuthor, at: line.number, words: "Unknown", "The reference gives no author (“Unknown”).",
        fix: "name the author")
    }
    return Entry(reference: reference, line: line.number, text: line.text)
  }

  private func withoutDoubledYear(_ words: String, line: Int) -> String {
    let end = Array(words.utf8.suffix(14))
    guard end.count == 14, end[..<7] == end[7...], end[0] == .space, end[1] == .leftParenthesis,
      end[2..<6].allSatisfy(\.isASCIIDigit), end[6] == .rightParenthesis
    else { return words }
    let year = end[7...].text.trimmed
    log.leaveOut(year, because: "the year of a reference, twice in the dump")
    log.report(
      .doubledYear, at: line, words: "\(year) \(year)",
      "The year \(year) stands there twice; it was kept once.")
    return String(words.dropLast(7))
  }

  /// The references with the keys of the citations: by their order, the year in the key being the check.
  func tie(_ entries: [Entry], to citations: [(key: String, line: Int)]) -> [Entry] {
    var tied = entries
    let open = tied.indices.filter { tied[$0].reference.key.isEmpty }
    let known = Set(tied.map(\.reference.key))
    let keys = citations.filter { !known.contains($0.key) }
    let pairs = pairs(keys.map(\.key), open.map { entries[$0].reference.year })
    for (key, place) in pairs {
      let index = open[place]
      let name = keys[key].key
      tied[index].reference.key = name
      check(tied[index], key: name)
    }
    if !pairs.isEmpty {
      log.infer(
        "The references have no keys; \(pairs.count) were tied to their citations by order, with the year as a"
          + " check.", at: entries.first?.line ?? 0, fix: "hold them against the web page")
    }
    let tiedKeys = Set(pairs.map(\.0))
    for (index, citation) in keys.enumerated() where !tiedKeys.contains(index) {
      log.report(
        .unresolvedCitation, at: citation.line, words: "@" + citation.key,
        "No reference is left for the citation “\(citation.key)”.", fix: "hold it against the web page")
    }
    giveKeys(to: &tied)
    return tied
  }

  private func check(_ entry: Entry, key: String) {
    let wanted = Self.year(in: key)
    switch (wanted, entry.reference.year) {
    case (let wanted?, let year?) where wanted != year:
      log.report(
        .referenceYear, at: entry.line, words: "(\(year)",
        "By order this reference belongs to the citation “\(key)”, but its year is \(year).",
        fix: "hold it against the web page")
    case (_?, _?): break
    default:
      log.report(
        .referenceYear, at: entry.line,
        "This reference was tied to the citation “\(key)” by order alone: a year is missing.",
        fix: "hold it against the web page")
    }
  }

  /// Which key goes with which reference: by order where there are as many, else the longest run of pairs in
  /// order whose years agree.
  private func pairs(_ keys: [String], _ years: [String?]) -> [(Int, Int)] {
    guard keys.count != years.count else { return keys.indices.map { ($0, $0) } }
    guard !keys.isEmpty, !years.isEmpty else { return [] }
    log.report(
      .referenceYear, at: 0,
      "The page cites \(keys.count) keys and lists \(years.count) references; those whose years agree were tied in"
        + " their order.", fix: "hold them against the web page")
    guard keys.count * years.count <= 1_000_000 else { return [] }
    let keyYears = keys.map(Self.year)
    let width = years.count + 1
    var best = [Int](repeating: 0, count: (keys.count + 1) * width)
    for key in keys.indices.reversed() {
      for year in years.indices.reversed() {
        let isPair = keyYears[key] != nil && keyYears[key] == years[year]
        best[key * width + year] = max(
          isPair ? 1 + best[(key + 1) * width + year + 1] : 0, best[(key + 1) * width + year],
          best[key * width + year + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (key, year) = (0, 0)
    while key < keys.count, year < years.count {
      if keyYears[key] != nil, keyYears[key] == years[year],
        best[key * width + year] == 1 + best[(key + 1) * width + year + 1]
      {
        pairs.append((key, year))
        (key, year) = (key + 1, year + 1)
      } else if best[key * width + year] == best[key * width + year + 1] {
        year += 1
      } else {
        key += 1
      }
    }
    return pairs
  }

  /// References that nothing cites get keys of their own.
  private func giveKeys(to entries: inout [Entry]) {
    var keys = Set(entries.map(\.reference.key))
    for index in entries.indices where entries[index].reference.key.isEmpty {
      let reference = entries[index].reference
      let name = reference.authors.first ?? reference.title
      let word = EntityID.slug(fromName: name).split(separator: "-").first.map(String.init) ?? "reference"
      let wanted = word + (reference.year ?? "")
      var key = wanted
      var number = 2
      while !keys.insert(key).inserted {
        key = "\(wanted)-\(number)"
        number += 1
      }
      entries[index].reference.key = key
      log.report(
        .unusedReference, at: entries[index].line,
        "Nothing cites this reference; its key “\(key)” was made up.")
    }
  }

  /// The last number of four digits in a key that can be a year.
  static func year(in key: String) -> String? {
    key.split { !$0.isNumber }.last { $0.utf8.count == 4 && ($0.hasPrefix("1") || $0.hasPrefix("2")) }
      .map(String.init)
  }
}

extension String.UTF8View {
  /// The last place where an ASCII text stands.
  fileprivate func lastRange(of words: String) -> Range<String.Index>? {
    let wanted = Array(words.utf8)
    guard wanted.count <= count, !wanted.isEmpty else { return nil }
    var start = index(endIndex, offsetBy: -wanted.count)
    while true {
      if self[start...].starts(with: wanted) { return start..<index(start, offsetBy: wanted.count) }
      guard start > startIndex else { return nil }
      start = index(before: start)
    }
  }
}
