import MonographModel

/// Finds the names that match what was typed, in one pass over all of them.
struct NameScan {
  /// A name that matches.
  struct Candidate: Equatable {
    /// Its key in the `name` table.
    var name: Int
    /// Whose it is.
    var entity: Int
    /// Whether that has a page.
    var hasPage: Bool
    /// How it matches.
    var quality: NameMatch.Quality
  }

  private let query: [UInt8]
  private let words: [[UInt8]]

  /// Nil where nothing was typed.
  init?(_ query: String) {
    let folded = Array(FoldedName.fold(query).utf8.prefix(256))
    words = folded.split(separator: 0x20).map(Array.init)
    guard !words.isEmpty else { return nil }
    self.query = folded
  }

  /// How what was typed stands in a name as it is. In the order of the results: what is nearest to what was typed, a
  /// page before an entity of which nothing can be read, what is about one thing before a combination that holds it.
  private enum Tier: Int, CaseIterable {
    case exactPage
    /// “Metformin hydrochloride” for `metformin`: the typed words begin it, and it is not a combination.
    case longerPage
    case exact
    /// “Metformin” for `metfo`.
    case begunPage
    /// A combination, behind the first of its parts where that has no page.
    case begunCombination
    case begun
    case wordPage
    case wordCombination
    case word
  }

  /// The best name of each entity, at most as many entities as asked for, in the order of ``Tier``, A to Z within one.
  /// Entities with a page have room before those without; of these a fifth of the room is kept for names that
  /// begin with the query, and all that exact names need. Then names within two edits of the query, whole or in one
  /// word, those with a page first among equals; where there are none at all, names of which each word of the query
  /// sounds like a word. Nil where the index is damaged.
  func candidates(in index: NameIndex, limit: Int) -> [Candidate]? {
    var plain = Tiers()
    let letters = Letters(of: query.lazy.filter { $0 != 0x20 })
    // Names come in order, so a combination follows the name of its first part.
    var part: NameIndex.Record?
    let isWhole = index.forEach { record in
      // What begins a name or its words has no letter that the name lacks.
      guard letters.missing(in: record.letters) == 0, let quality = quality(of: record.folded) else { return }
      let tier = tier(of: record, quality)
      if tier == .begunCombination, let part, Self.begins(record.folded, withWordsOf: part.folded) {
        plain.add(part, to: tier, as: .prefix)
      }
      plain.add(record, to: tier, as: quality)
      guard tier == .begun, part.map({ !Self.begins(record.folded, withWordsOf: $0.folded) }) ?? true else {
        return
      }
      part = record
    }
    guard isWhole else { return nil }
    var found = plain.best(limit)
    // Edits are tried only where names as typed leave room.
    guard found.count < limit, var distance = EditDistance(query) else { return found }
    var fuzzy = Buckets(count: EditDistance.limit + 1)
    let taken = Set(found.map(\.entity))
    _ = index.forEach { record in
      guard distance.isNear(record.letters), !taken.contains(record.entity),
        let edits = edits(of: record.folded, by: &distance)
      else { return }
      fuzzy.add(record, to: edits, as: .fuzzy)
    }
    found += fuzzy.best(limit - found.count)
    return found.isEmpty ? soundingAlike(in: index, limit: limit) : found
  }

  private func soundingAlike(in index: NameIndex, limit: Int) -> [Candidate] {
    let spoken = words.compactMap { SpokenForm($0) }
    guard spoken.count == words.count else { return [] }
    let beginnings = spoken.map(\.beginnings)
    var alike = Buckets(count: EditDistance.lengthLimit + 1)
    _ = index.forEach { record in
      var sum = 0
      for (place, beginnings) in beginnings.enumerated() {
        var least: Int?
        record.forEachWord { word in
          // Most names are passed over by their first letters.
          guard beginnings >> UInt32(word[0] &- 0x61) & 1 == 1 else { return }
          if let difference = spoken[place].difference(of: word) {
            least = min(least ?? difference, difference)
          }
        }
        guard let least else { return }
        sum += least
      }
      alike.add(record, to: min(sum, EditDistance.lengthLimit), as: .fuzzy)
    }
    return alike.best(limit)
  }

  private func quality(of name: UnsafeRawBufferPointer) -> NameMatch.Quality? {
    if Self.begins(name, at: 0, with: query) { return name.count == query.count ? .exact : .prefix }
    for word in words where !Self.holds(name, wordBeginningWith: word) { return nil }
    return .word
  }

  private func edits(of name: UnsafeRawBufferPointer, by distance: inout EditDistance) -> Int? {
    var best = distance.distance(to: name)
    guard words.count == 1, name.contains(0x20) else { return best }
    NameIndex.forEachWord(of: name) { word in
      if let edits = distance.distance(to: word) { best = min(best ?? edits, edits) }
    }
    return best
  }

  private static func holds(_ name: UnsafeRawBufferPointer, wordBeginningWith word: [UInt8]) -> Bool {
    var offset = 0
    while offset + word.count <= name.count {
      if begins(name, at: offset, with: word) { return true }
      while offset < name.count, name[offset] != 0x20 { offset += 1 }
      offset += 1
    }
    return false
  }

  private static func begins(_ name: UnsafeRawBufferPointer, at start: Int, with word: [UInt8]) -> Bool {
    guard name.count - start >= word.count else { return false }
    for index in 0..<word.count where name[start + index] != word[index] { return false }
    return true
  }

  private func tier(of record: NameIndex.Record, _ quality: NameMatch.Quality) -> Tier {
    switch (quality, record.hasPage) {
    case (.exact, true): return .exactPage
    case (.exact, false): return .exact
    case (.prefix, false): return .begun
    case (.prefix, true) where Self.isCombination(record): return .begunCombination
    case (.prefix, true): return record.folded[query.count] == 0x20 ? .longerPage : .begunPage
    case (_, true): return Self.isCombination(record) ? .wordCombination : .wordPage
    case (_, false): return .word
    }
  }

  /// Whether a name is of several things together: `atenolol and chlorthalidone`.
  private static func isCombination(_ record: NameIndex.Record) -> Bool {
    var isCombination = false
    record.forEachWord { word in
      if word.elementsEqual("and".utf8) || word.elementsEqual("with".utf8) { isCombination = true }
    }
    return isCombination
  }

  /// Whether a name begins with the words of a shorter one.
  private static func begins(_ name: UnsafeRawBufferPointer, withWordsOf other: UnsafeRawBufferPointer)
    -> Bool
  {
    name.count > other.count && name[other.count] == 0x20 && name.starts(with: other)
  }

  /// Candidates by tier, each in the order of the index.
  private struct Tiers {
    private var candidates: [[Candidate]] = Array(repeating: [], count: Tier.allCases.count)

    mutating func add(_ record: NameIndex.Record, to tier: Tier, as quality: NameMatch.Quality) {
      candidates[tier.rawValue].append(Candidate(record, quality))
    }

    func best(_ limit: Int) -> [Candidate] {
      var seen: Set<Int> = []
      let found = Buckets.distinct(candidates, &seen)
      let missing = found.lazy.filter { !$0.hasPage }
      let kept = max(
        missing.count { $0.quality == .exact }, min(missing.count { $0.quality == .prefix }, limit / 5))
      var pageRoom = min(found.count { $0.hasPage }, max(1, limit - kept))
      var missingRoom = limit - pageRoom
      return found.filter { candidate in
        guard candidate.hasPage else {
          missingRoom -= 1
          return missingRoom >= 0
        }
        pageRoom -= 1
        return pageRoom >= 0
      }
    }
  }

  /// Candidates by how good they are, each in the order of the index.
  private struct Buckets {
    private var withPage: [[Candidate]]
    private var withoutPage: [[Candidate]]

    init(count: Int) {
      withPage = Array(repeating: [], count: count)
      withoutPage = Array(repeating: [], count: count)
    }

    mutating func add(_ record: NameIndex.Record, to bucket: Int, as quality: NameMatch.Quality) {
      let candidate = Candidate(record, quality)
      if record.hasPage { withPage[bucket].append(candidate) } else { withoutPage[bucket].append(candidate) }
    }

    func best(_ limit: Int) -> [Candidate] {
      var seen: Set<Int> = []
      let candidates = withPage.indices.flatMap { [withPage[$0], withoutPage[$0]] }
      return Array(Self.distinct(candidates, &seen).prefix(limit))
    }

    fileprivate static func distinct(_ buckets: [[Candidate]], _ seen: inout Set<Int>) -> [Candidate] {
      var result: [Candidate] = []
      for bucket in buckets {
        for candidate in bucket where seen.insert(candidate.entity).inserted { result.append(candidate) }
      }
      return result
    }
  }
}

extension NameScan.Candidate {
  init(_ record: NameIndex.Record, _ quality: NameMatch.Quality) {
    self.init(name: record.name, entity: record.entity, hasPage: record.hasPage, quality: quality)
  }
}
