/// Brings the parts of a glued table to the sections that they were taken from, which a dump leaves empty.
struct DumpTablePlacement {
  let log: DumpLog
  let title: String

  /// A part with the section it goes to; nil where it stays with the table.
  struct Placed {
    var part: DumpTable
    var section: Int?
  }

  /// Gives each part the empty section that is about the same, in the order of both. A part is cut in two where
  /// its later rows are about an empty section and its earlier ones are not.
  func place(_ parts: [DumpTable], in sections: [DumpSection], line: Int) -> [Placed] {
    let empty = sections.indices.filter { sections[$0].heading != nil && sections[$0].blocks.isEmpty }
    let headings = DumpTopic.allCases.compactMap { topic in
      empty.lazy.compactMap { sections[$0].heading?.text }.first(where: topic.isNamed).map { (topic, $0) }
    }
    let parts = parts.flatMap { cut($0, for: headings, line: line) }
    guard !empty.isEmpty, !parts.isEmpty, parts.count * empty.count <= 250_000 else {
      return parts.map { Placed(part: $0, section: nil) }
    }
    let leaves = Set(empty.filter { isLeaf($0, in: sections) })
    var places = align(parts, with: empty) { part, section in
      score(part, for: section, isLeaf: leaves.contains(section), in: sections)
    }
    if places.allSatisfy({ $0 == nil }), parts.count == leaves.count, parts.count > 1 {
      log.infer(
        "No word tells where the \(parts.count) parts of the table belong; they were put under the"
          + " \(leaves.count) empty sections in their order.", at: line, fix: "hold it against the web page")
      places = leaves.sorted().map { $0 }
    }
    return zip(parts, places).map { Placed(part: $0, section: $1) }
  }

  private func isLeaf(_ index: Int, in sections: [DumpSection]) -> Bool {
    index + 1 == sections.count || sections[index + 1].level <= sections[index].level
  }

  // MARK: - Parts without a header row

  private func cut(
    _ part: DumpTable, for headings: [(topic: DumpTopic, heading: String)], line: Int
  ) -> [DumpTable] {
    for (topic, heading) in headings where !topic.isHeader(part, title: title) {
      let known = part.labels.map(topic.isLabel)
      guard let first = known.firstIndex(of: true), first > 0 else { continue }
      let rest = known[first...]
      guard rest.count >= 2, rest.count(where: { $0 }) * 2 > rest.count else { continue }
      var (before, after) = (part, part)
      before.rows = Array(part.rows[..<first])
      after.rows = Array(part.rows[first...])
      after.headerIsRepeated = !part.header.isEmpty
      let last = before.labels.last ?? ""
      after.cut =
        "In the source page's one table these rows follow the row \(last) with no header row between. The table was cut"
        + " before \(part.labels[first]) because the section \(heading) is empty there and the rows are about it"
        + (part.header.isEmpty
          ? "."
          : "; the header (\(part.header.joined(separator: ", "))) is repeated from the rows above the cut.")
      log.infer(
        "The table was cut before “\(part.labels[first])”, where a header row seems lost: the rows from there on are"
          + " about “\(heading)”, which is empty.", at: line, words: part.labels[first],
        fix: "hold it against the web page")
      return [before, after]
    }
    return [part]
  }

  // MARK: - Which part goes where

  /// How well a part goes with an empty section; 0 where nothing speaks for it.
  private func score(_ part: DumpTable, for section: Int, isLeaf: Bool, in sections: [DumpSection]) -> Int {
    guard let heading = sections[section].heading?.text else { return 0 }
    let parent =
      sections[section].level > 1
      ? sections[..<section].last { $0.level < sections[section].level }?.heading?.text : nil
    var score = 0
    for topic in DumpTopic.allCases {
      let rows = part.labels.count(where: topic.isLabel)
      guard topic.isHeader(part, title: title) || (rows > 0 && rows * 2 >= part.rows.count) else { continue }
      if topic.isNamed(by: heading) { score = max(score, 4) }
      if let parent, topic.isNamed(by: parent) { score = max(score, topic.isNamed(by: heading) ? 7 : 3) }
    }
    if score == 0, sharesWord(part, with: heading) { score = 4 }
    return score == 0 ? 0 : score + (isLeaf ? 2 : 0)
  }

  /// Words that too many tables have for a column's name to tell where one belongs.
  private static let commonWords: Set<String> = [
    "class", "clinical", "description", "disease", "dose", "drug", "effect", "gene", "name", "parameter",
    "type",
    "use", "value", "and", "for", "the", "with",
  ]

  /// Whether a word of a heading is in a part's column names, singular or plural.
  private func sharesWord(_ part: DumpTable, with heading: String) -> Bool {
    func words(_ text: String) -> Set<String> {
      Set(
        text.lowercased().split { !$0.isLetter }.filter { $0.count > 2 }.map { word in
          word.hasSuffix("s") ? String(word.dropLast()) : String(word)
        }
      ).subtracting(Self.commonWords)
    }
    return !words(heading).isDisjoint(with: words(part.header.joined(separator: " ")))
  }

  /// The places with the greatest sum of scores, each section used once and the order of both kept.
  private func align(_ parts: [DumpTable], with sections: [Int], _ score: (DumpTable, Int) -> Int) -> [Int?] {
    let width = sections.count + 1
    var best = [Int](repeating: 0, count: (parts.count + 1) * width)
    var scores = [Int](repeating: 0, count: parts.count * sections.count)
    for part in parts.indices.reversed() {
      for section in sections.indices.reversed() {
        let value = score(parts[part], sections[section])
        scores[part * sections.count + section] = value
        let taken = value >= 4 ? value + best[(part + 1) * width + section + 1] : 0
        best[part * width + section] = max(
          taken, best[(part + 1) * width + section], best[part * width + section + 1])
      }
    }
    var places = [Int?](repeating: nil, count: parts.count)
    var (part, section) = (0, 0)
    while part < parts.count, section < sections.count {
      let value = scores[part * sections.count + section]
      let here = best[part * width + section]
      if value >= 4, here == value + best[(part + 1) * width + section + 1] {
        places[part] = sections[section]
        (part, section) = (part + 1, section + 1)
      } else if here == best[part * width + section + 1] {
        section += 1
      } else {
        part += 1
      }
    }
    return places
  }
}
