import MonographModel

/// What a library search found, as the list of hits has it: the places in the order of the list, and what is said of
/// them.
public struct SearchAnswer: Hashable, Sendable {
  /// How many places are asked for at first, and how many more each time.
  static let firstLimit = 20
  static let moreLimit = 40

  /// The hits, those of each answer behind those before it, best first.
  public private(set) var hits: [SearchHit] = []
  /// How many hits each answer brought.
  private var batches: [Int] = []
  /// How many places there are in all.
  public private(set) var total = 0
  /// Whether more were asked for and have not come.
  var isAskingForMore = false
  private var hasAll = false
  private let query: String
  private var names: [NameMatch] = []
  private var suggestions: [NameSuggestion] = []
  private var remarks: [String] = []
  private var isElsewhere = false

  /// The first answer to a question.
  init(_ result: SearchResult, names: [NameMatch]) {
    query = result.query
    self.names = names.filter { $0.quality < .fuzzy && $0.hasPage }
    suggestions = result.suggestions
    remarks = result.remarks
    isElsewhere = result.isElsewhere
    add(result)
  }

  /// Adds a further answer to the same question: the hits that it has besides.
  mutating func add(_ result: SearchResult) {
    struct Known: Hashable {
      var document: String
      var entity: EntityID
      var anchor: String
    }
    func key(_ hit: SearchHit) -> Known {
      Known(document: hit.document, entity: hit.entity, anchor: hit.anchor)
    }
    let known = Set(hits.map(key))
    let added = result.hits.filter { !known.contains(key($0)) }
    hits += added
    batches.append(added.count)
    total = max(hits.count, result.total)
    hasAll = added.isEmpty || hits.count >= total
    isAskingForMore = false
  }

  /// How many hits to ask for so that there are more; nil where these are all.
  var nextLimit: Int? { hasAll ? nil : hits.count + Self.moreLimit }

  /// What is said of the whole.
  var note: String {
    guard !hits.isEmpty else { return names.isEmpty ? "nothing found" : "no place in the text" }
    return total == 1 ? "1 place" : "\(hits.count) of \(total) places"
  }

  /// The rows of the list.
  func entries(caution: (String) -> NameCaution?) -> [ListEntry] {
    // Where the hits are about others, the first thing chosen is the remark that says so, which opens nothing.
    var entries = remarks.enumerated().map { index, remark in
      isElsewhere && index == 0
        ? ListEntry(row: .remark(remark), target: .heading, isSelectable: true)
        : ListEntry(row: .remark(remark))
    }
    entries += names.prefix(3).map { ListEntry(for: $0, caution: caution($0.title)) }
    var readings: [String] = []
    for hit in hits {
      if let name = hit.readAs, !readings.contains(name) { readings.append(name) }
    }
    entries += pages(readAs: nil, caution)
    let unused = suggestions.filter { suggestion in
      !readings.contains { Self.isSame($0, suggestion.name) }
    }
    if !readings.isEmpty || !unused.isEmpty {
      entries.append(ListEntry(row: .question, target: .heading, isSelectable: true))
      for name in readings {
        let suggestion = suggestions.first { Self.isSame($0.name, name) }
        entries.append(
          ListEntry(
            row: .reading(
              typed: suggestion?.typed, name: suggestion?.name ?? name,
              caution: Self.caution(name, suggestion, caution))))
        entries += pages(readAs: name, caution)
      }
      for suggestion in unused {
        entries.append(
          ListEntry(
            row: .reading(
              typed: suggestion.typed, name: suggestion.name,
              caution: Self.caution(suggestion.name, suggestion, caution)),
            target: .question(query(with: suggestion))))
      }
    }
    if nextLimit != nil { entries.append(ListEntry(row: .more(total - hits.count))) }
    return entries
  }

  /// The pages of hits that rest on a reading of the question, with their places; the answers one after the other, so
  /// that what is on the screen stays where it is.
  private func pages(readAs name: String?, _ caution: (String) -> NameCaution?) -> [ListEntry] {
    var entries: [ListEntry] = []
    var start = 0
    for count in batches {
      let batch = hits[start..<start + count]
      start += count
      for group in HitGroup.groups(of: batch.filter { $0.readAs == name }) {
        let best = group.best
        entries.append(
          ListEntry(row: .page(title: best.title, caution: caution(best.title), facts: best.pageFacts)))
        entries += group.hits.map {
          ListEntry(row: .place(path: $0.sectionPath, line: $0.line), target: .hit($0))
        }
      }
    }
    return entries
  }

  /// The question with a name for what was typed.
  private func query(with suggestion: NameSuggestion) -> String {
    let typed = suggestion.typed.lowercased()
    let words = query.split(separator: " ")
    guard let place = words.firstIndex(where: { $0.lowercased() == typed }) else {
      return suggestion.name.lowercased()
    }
    return (words[..<place] + [suggestion.name.lowercased()[...]] + words[(place + 1)...]).joined(
      separator: " ")
  }

  private static func caution(
    _ name: String, _ suggestion: NameSuggestion?, _ caution: (String) -> NameCaution?
  ) -> NameCaution? {
    guard let suggestion, !suggestion.lookAlikes.isEmpty else { return caution(name) }
    return NameCaution(spelling: suggestion.name, mistakenFor: suggestion.lookAlikes)
  }

  private static func isSame(_ name: String, _ other: String) -> Bool {
    name.lowercased() == other.lowercased()
  }
}

extension SearchHit {
  /// The line that answers with the words marked that matched; where there is none the words around what matched.
  public var line: Snippet {
    guard !passage.isEmpty else { return snippet }
    let marks = TermFinder(matchedWords).ranges(in: passage)
    let bytes = Array(passage.utf8)
    var runs: [Snippet.Run] = []
    func add(_ range: Range<Int>, isMatch: Bool) {
      guard !range.isEmpty else { return }
      runs.append(Snippet.Run(text: String(decoding: bytes[range], as: UTF8.self), isMatch: isMatch))
    }
    var place = 0
    for mark in marks {
      add(place..<mark.lowerBound, isMatch: false)
      add(mark, isMatch: true)
      place = mark.upperBound
    }
    add(place..<bytes.count, isMatch: false)
    return Snippet(runs: runs)
  }
}
