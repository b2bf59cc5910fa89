import GRDB
import MonographModel
import MonographSearch

extension SearchRun {
  /// The best places as hits.
  func result(limit: Int) throws -> SearchResult {
    guard !question.slots.isEmpty else { return try listing(limit: limit) }
    let (places, unanswered) = try places(limit: limit)
    var hits: [SearchHit] = []
    for place in places { hits.append(try hit(place)) }
    let (all, any) = total()
    // Fewer than asked for are all there are.
    let isNarrowed = filter.narrowsSections || mask != nil
    let total =
      hits.count < limit ? hits.count : isNarrowed ? max(all, hits.count) : all >= hits.count ? all : any
    let missing = missingSubjects.map { question.slots[$0].term }
    let isElsewhere = !missing.isEmpty && !hits.isEmpty
    let missingRemarks = missing.map { word in
      let substance = vocabulary.synonyms.firstName(ofDrug: word).map { " (\($0))" } ?? ""
      return "No page of “\(word)”\(substance) in this library."
        + (hits.isEmpty ? "" : " What follows is about others.")
    }
    return SearchResult(
      query: question.query.text, hits: hits, total: total, suggestions: suggestions,
      isElsewhere: isElsewhere,
      remarks: readings + missingRemarks + self.remarks(on: unanswered) + (try remarks(isEmpty: hits.isEmpty))
    )
  }

  /// The pages that the filters let through, by name, where nothing else was asked.
  private func listing(limit: Int) throws -> SearchResult {
    guard filter.narrowsDocuments, !filter.narrowsSections else {
      return SearchResult(query: question.query.text, remarks: try remarks(isEmpty: true))
    }
    var documents: [Int] = []
    var last = 0
    while documents.count < limit {
      try checkCancellation()
      var read = 0
      // Keys of entities are in the order of their titles.
      try database.forEachRow(
        "SELECT id, entity FROM document WHERE entity > ? ORDER BY entity, layer DESC, id LIMIT \(Self.listingStride)",
        [last]
      ) { row in
        let document = try map.document(row.integer())
        last = try row.integer()
        read += 1
        if filter.admits(document: document), documents.count < limit { documents.append(document) }
      }
      if read < Self.listingStride { break }
    }
    let hits = try documents.map { try hit(document: $0) { _ in } }
    return SearchResult(
      query: question.query.text, hits: hits, total: filter.count(of: map.documentCount),
      remarks: filter.remarks)
  }

  /// How many documents are looked at in a row.
  private static let listingStride = 2_000

  /// What words were taken for.
  private var readings: [String] {
    let misspelt = misspelt.map { "“\($0.typed)” is read as “\($0.word)”." }
    let begun = names.completions.sorted { $0.key < $1.key }.filter { slot, words in
      words.count > 1 && !question.slots[slot].isBeginning
    }
    return misspelt
      + begun.map { slot, words in
        let more = words.count > Self.completionLimit ? " and \(words.count - Self.completionLimit) more" : ""
        return "“\(question.slots[slot].term)” begins several names here: "
          + words.prefix(Self.completionLimit).joined(separator: ", ") + more + "."
      }
  }

  /// How many names a remark gives.
  private static let completionLimit = 6

  /// What is said of topics on which the pages that were asked for have nothing.
  private func remarks(on unanswered: [QueryTopic]) -> [String] {
    guard !unanswered.isEmpty else { return [] }
    let named = question.slots.indices.filter { slot in
      !question.slots[slot].isTopic && names.documents.values.contains { $0[slot] > 0.4 }
    }
    let page = named.map { question.slots[$0].term }.joined(separator: " ")
    var seen: Set<String> = []
    let topics = unanswered.map(\.name).filter { seen.insert($0).inserted }.joined(separator: " or ")
    return [
      "Nothing about \(topics) stands on a page of “\(page)” in this library. What follows is other text."
    ]
  }

  /// What a person should know besides the hits.
  private func remarks(isEmpty: Bool) throws -> [String] {
    var remarks = filter.remarks
    let excluded = question.query.excluded.map { "“\($0.joined(separator: " "))”" }
    if !excluded.isEmpty { remarks.append("Without \(excluded.joined(separator: " and ")).") }
    if isEmpty, filter.remarks.isEmpty, filter.narrowsSections {
      remarks += [filter.sectionRemark(question.query, vocabulary: vocabulary)].compactMap { $0 }
    }
    remarks += unmentioned()
    let substances = names.substances.keys.sorted()
    guard substances.count >= 2, substances.count <= 3 else { return remarks }
    for (position, first) in substances.enumerated() {
      for second in substances.dropFirst(position + 1)
      where names.substances[first] != names.substances[second] {
        let pair = try SubstancePair(
          (question.slots[first].term, names.substances[first] ?? []),
          (question.slots[second].term, names.substances[second] ?? []),
          isMentioned: isMentioned(first, second),
          mentionedClass: {
            try mentionedClass(of: second, by: first) ?? mentionedClass(of: first, by: second)
          },
          database: database)
        remarks += pair.remarks
      }
    }
    return remarks
  }

  /// Words that stand on no page that is called what else was typed: the hits are about something else then.
  private func unmentioned() -> [String] {
    let named = question.slots.indices.filter { slot in
      names.documents.values.contains { $0[slot] > 0.5 }
    }
    guard !named.isEmpty else { return [] }
    let documents = names.documents.filter { _, values in named.contains { values[$0] > 0.5 } }.keys
    return question.slots.indices.compactMap { slot in
      let value = question.slots[slot]
      guard !named.contains(slot), names.completions[slot] == nil, !value.isIgnored, !value.isTopic,
        value.term.utf8.count >= 4,
        names.substances[slot] == nil
      else { return nil }
      let isMentioned = documents.contains { document in
        map.sections(of: document).contains { strengths[slot].sections[$0] > 0 }
      }
      let names = named.map { question.slots[$0].term }.joined(separator: " ")
      return isMentioned ? nil : "“\(value.term)” stands on no page of “\(names)” in this library."
    }
  }

  /// Whether a page that is called one of two words speaks of the other, or any section of both.
  private func isMentioned(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (strengths[first].sections, strengths[second].sections)
    if one.indices.contains(where: { one[$0] > 0 && other[$0] > 0 }) { return true }
    return names.documents.contains { document, named in
      let other = named[first] > 0 ? second : named[second] > 0 ? first : nil
      guard let other else { return false }
      return named[other] > 0 || map.sections(of: document).contains { strengths[other].sections[$0] > 0 }
    }
  }

  /// The class of what a word names, where a page that is called another word speaks of that class.
  private func mentionedClass(of word: Int, by other: Int) throws -> SubstancePair.MentionedClass? {
    let documents = names.documents.filter { $0.value[other] > 0.4 }.keys
    guard !documents.isEmpty else { return nil }
    for entity in (names.substances[word] ?? []).sorted().prefix(Self.classLimit) {
      let name = try database.firstRow("SELECT class FROM entity WHERE id = ?", [entity]) {
        try $0.optionalText()
      }
      guard let name = name ?? nil, !TermForm.terms(name).isEmpty else { continue }
      var holders: Set<Int>?
      for term in Set(TermForm.plainTerms(name)) {
        var found: Set<Int> = []
        for entry in try index.forms(of: term) {
          try index.forEachPosting(of: entry) { section, _ in found.insert(section) }
        }
        holders = holders.map { $0.intersection(found) } ?? found
      }
      let isThere = documents.contains { document in
        map.sections(of: document).contains { holders?.contains($0) == true }
      }
      if isThere {
        return SubstancePair.MentionedClass(
          name: name, word: question.slots[word].term, page: question.slots[other].term)
      }
    }
    return nil
  }

  /// How many things that a word names are asked for their class.
  private static let classLimit = 4

  /// Names that words of the question may have been meant for.
  private var suggestions: [NameSuggestion] {
    names.suggestions.map { suggestion in
      let name = LookAlikeNames.standard.tallMan(suggestion.word) ?? suggestion.word
      return NameSuggestion(
        typed: question.slots[suggestion.slot].term, name: name,
        lookAlikes: LookAlikeNames.standard.lookAlikes(of: suggestion.word))
    }
  }

  private func hit(_ place: Place) throws -> SearchHit {
    let snippet = try snippet(place)
    return try hit(document: place.document) { hit in
      hit.sectionPath = place.row.headings
      hit.anchor = place.row.anchor
      hit.sectionKey = place.row.key
      hit.snippet = snippet
      hit.passage = passage(place)
      hit.readAs = readAs(place.document)
      hit.score = place.score.total
      hit.reasons = place.score.parts.map { SearchHit.Reason(text: $0.reason, value: $0.value) }
    }
  }

  /// The beginning of a document, for its place to be put in.
  private func hit(document: Int, _ fill: (inout SearchHit) -> Void) throws -> SearchHit {
    let hit = try database.firstRow(
      """
      SELECT entity.path, document.title, kind.text, entity.class, document.source_document, publisher.text,
        labeler.text, form.text
      FROM document CROSS JOIN entity ON entity.id = document.entity
      CROSS JOIN phrase AS kind ON kind.id = entity.kind
      LEFT JOIN phrase AS publisher ON publisher.id = document.publisher
      LEFT JOIN phrase AS labeler ON labeler.id = document.labeler
      LEFT JOIN phrase AS form ON form.id = document.form
      WHERE document.id = ?
      """, [document]
    ) { row in
      var hit = SearchHit(
        entity: try row.entity(), title: try row.text(), kind: try row.text(),
        entityClass: try row.optionalText(), sectionPath: [], anchor: "", document: try row.text(),
        publisher: try row.optionalText(), labeler: try row.optionalText(), sectionKey: "",
        snippet: Snippet(runs: []), score: 0)
      hit.form = try row.optionalText()
      return hit
    }
    guard var hit else { throw TermReader.damage }
    fill(&hit)
    return hit
  }

  /// The name that was taken for a word which is none.
  private func readAs(_ document: Int) -> String? {
    guard let named = names.documents[document] else { return nil }
    // Any name that was typed as it is makes the place one of those asked for.
    let typed = question.slots.indices.contains { slot in
      named[slot] > 0 && !names.suggestions.contains { $0.slot == slot }
    }
    return typed ? nil : names.readings[document]
  }

  private func passage(_ place: Place) -> String {
    guard let passage = place.passage else { return "" }
    let text = String(decoding: Array(place.text.utf8)[passage.range], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func snippet(_ place: Place) throws -> Snippet {
    // A section without text of its own is told by that of its first subsection.
    let text = place.text.isEmpty ? try textBelow(place) : place.text
    let bytes = Array(text.utf8)
    guard !place.text.isEmpty, let passage = place.passage else {
      let end = SnippetWindow.wordEnd(bytes, from: min(bytes.count, SnippetWindow.length))
      return Snippet(
        runs: end == 0
          ? []
          : [Snippet.Run(text: Self.text(bytes[..<end]) + (end < bytes.count ? "…" : ""), isMatch: false)])
    }
    let window = SnippetWindow(
      text, line: passage.range, match: passage.matches.first, advice: vocabulary.topics.advice)
    var runs: [Snippet.Run] = []
    func add(_ part: Range<Int>, isMatch: Bool) {
      guard !part.isEmpty else { return }
      runs.append(Snippet.Run(text: Self.text(bytes[part]), isMatch: isMatch))
    }
    var shown = passage.range.lowerBound
    for part in window.parts {
      if part.lowerBound > shown {
        runs.append(Snippet.Run(text: shown > passage.range.lowerBound ? " …" : "…", isMatch: false))
      }
      var position = part.lowerBound
      for match in passage.matches where match.lowerBound >= position && match.upperBound <= part.upperBound {
        add(position..<match.lowerBound, isMatch: false)
        add(match, isMatch: true)
        position = match.upperBound
      }
      add(position..<part.upperBound, isMatch: false)
      shown = part.upperBound
    }
    if shown < passage.range.upperBound { runs.append(Snippet.Run(text: "…", isMatch: false)) }
    return Snippet(runs: runs)
  }

  /// The text of the first section below one that has any.
  private func textBelow(_ place: Place) throws -> String {
    let following = (place.section + 1)..<max(place.section + 1, map.sections(of: place.document).upperBound)
    for section in following {
      let row = try database.firstRow("SELECT level, body FROM section WHERE id = ?", [section]) { row in
        (level: try row.integer(), text: try row.bytes { try SectionText.text(ofBody: $0) })
      }
      guard let row, row.level > place.row.level else { break }
      if !row.text.isEmpty { return row.text }
    }
    return ""
  }

  /// A piece of the text on one line; a control character of a source is a blank.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
  }
}
