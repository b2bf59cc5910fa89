import GRDB
import MonographModel
import MonographSearch

/// Questions that name a condition and no drug: the page whose indications name it is the subject, and what is asked of
/// it stands in sections that need not name the condition again.
extension SearchRun {
  /// Whether a word tells of a condition.
  func isOfCondition(_ slot: Int) -> Bool {
    let value = question.slots[slot]
    return !value.isIgnored && value.topicShare <= 0.5
  }

  /// How strongly each word of the condition stands in a section on what its page is for, 0…1, where one has them all;
  /// nil else, and where a page is called what was typed or no topic is asked for.
  func condition(in sections: Range<Int>) throws -> [Double]? {
    guard !question.isNamed, question.topics.contains(where: { !$0.slots.isEmpty }) else { return nil }
    let words = question.slots.indices.filter(isOfCondition)
    guard !words.isEmpty else { return nil }
    let holder = try sections.first { section in
      try map.sort(of: section) == .indications && words.allSatisfy { strengths[$0].sections[section] > 0 }
        && isIndicated(words, in: section)
    }
    return holder.map { holder in
      question.slots.indices.map { slot in
        isOfCondition(slot) ? Self.conditionShare * Double(strengths[slot].sections[holder]) / 255 : 0
      }
    }
  }

  /// Whether a sentence of a section has all of some words, and nothing that denies: a limitation of use is no
  /// indication.
  private func isIndicated(_ words: [Int], in section: Int) throws -> Bool {
    let found = try database.firstRow("SELECT heading_path, body FROM section WHERE id = ?", [section]) {
      row in
      (headings: try row.text(), text: try row.bytes { try SectionText.text(ofBody: $0) })
    }
    guard let found, Self.denials.isDisjoint(with: TermForm.plainTerms(found.headings)) else { return false }
    let bytes = Array(found.text.utf8)
    var start = 0
    for end in SentenceBoundaries(found.text, limit: bytes.count).ends + [bytes.count] {
      let said = TermForm.terms(String(decoding: bytes[start..<end], as: UTF8.self))
      start = end
      let terms = Set(said)
      guard terms.isDisjoint(with: Self.denials),
        !zip(said, said.dropFirst()).contains(where: { $0 == "not" && Self.denied.contains($1) })
      else { continue }
      let isSaid = words.allSatisfy { slot in
        question.slots[slot].terms.keys.contains(where: terms.contains)
          || question.slots[slot].alternatives.contains { terms.isSuperset(of: $0.terms) }
      }
      if isSaid { return true }
    }
    return false
  }

  /// Words of what a drug is not for, as terms; and those that are such words behind `not`. Who has not responded to
  /// something else is one whom it is for.
  private static let denials: Set<String> = ["avoid", "contraindicated", "limitation", "limitations"]
  private static let denied: Set<String> = [
    "recommended", "indicated", "for", "intended", "approved", "effective", "use", "used", "appropriate",
    "been",
  ]

  /// How much of what the indications say counts for a section that does not say it again.
  private static let conditionShare = 0.9

  /// Whether a topic that was asked for leads to a section.
  func isLedTo(_ headings: [String], key: String, chapter: LabelSection?) -> Bool {
    question.topics.contains { asked in
      self.headings.score(headings, key: key, chapter: chapter, for: asked.topic) >= 0.6
    }
  }
}
