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
  func condition(in sections: Range<Int>) -> [Double]? {
    guard !question.isNamed, question.topics.contains(where: { !$0.slots.isEmpty }) else { return nil }
    let words = question.slots.indices.filter(isOfCondition)
    guard !words.isEmpty else { return nil }
    let holder = sections.first { section in
      map.sort(of: section) == .indications && words.allSatisfy { strengths[$0].sections[section] > 0 }
    }
    return holder.map { holder in
      question.slots.indices.map { slot in
        isOfCondition(slot) ? Self.conditionShare * Double(strengths[slot].sections[holder]) / 255 : 0
      }
    }
  }

  /// How much of what the indications say counts for a section that does not say it again.
  private static let conditionShare = 0.9

  /// Whether a topic that was asked for leads to a section.
  func isLedTo(_ headings: [String], key: String, chapter: LabelSection?) -> Bool {
    question.topics.contains { asked in
      self.headings.score(headings, key: key, chapter: chapter, for: asked.topic) >= 0.6
    }
  }
}
